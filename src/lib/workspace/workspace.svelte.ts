import { preparedFacts } from '#lib/measures/facts.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { rememberAnswers } from '#lib/engine/answer-cache.ts';
import type { EngineUnavailable } from '#lib/engine/engine-unavailable.ts';
import { openDuckDB } from '#lib/engine/duckdb/duckdb.ts';
import { Reader } from '#lib/ingest/client.ts';
import type { Setting } from '#lib/ingest/reading.ts';
import { isCounting, type Entry } from '#lib/journal/entry.ts';
import type { Journal, WrittenBytes, Writing } from '#lib/journal/journal.ts';
import { copyJournal, type JournalCopy } from '#lib/journal/backup/journal-copy.ts';
import type { JournalStanding, RestorePlan } from '#lib/journal/backup/plan-restore.ts';
import { restoreJournal, standingOf } from '#lib/journal/backup/restore-journal.ts';
import {
  addUp,
  currentImport,
  isCounted,
  type Ledger,
  type LedgerImport,
} from '#lib/journal/ledger.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { StoredBoard } from '#lib/model/board.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import type { StoredDraft } from '#lib/model/draft.ts';
import type { Programme } from '#lib/model/programme.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { Decision, Pair } from '#lib/ingest/decision.ts';
import type { PackedImport } from '#lib/ingest/packing.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { FileRepairs } from '#lib/ingest/repair.ts';
import type { Match } from '#lib/ingest/star/matches/match.ts';
import type { Extent } from '#lib/ingest/studio.ts';
import { deriveStar, gatherRecords, ownNamesOf, settingOf } from './pipeline.ts';
import { Safekeeping } from './safekeeping.svelte.ts';

/** How far the workspace has come: what it is doing, that it is ready, or what stopped it. */
export type Standing =
  | { readonly state: 'working'; readonly stage: 'journal' | 'engine' | 'deriving' | 'loading' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly cause: unknown };

/** How long after the tables are filled the sources are looked through (ms): what a person came for goes first. */
const calm = 15_000;

const nothing: Ledger = {
  seq: 0,
  imports: [],
  programme: null,
  programmes: [],
  recipes: new Map(),
  decisions: [],
  boards: [],
  annotations: [],
  drafts: [],
  releases: [],
  backup: { made: null, unsaved: [] },
};

/** Everything that is loaded: the journal's ledger, the programme, and the engine filled from them. */
export class Workspace {
  standing = $state.raw<Standing>({ state: 'working', stage: 'journal' });
  ledger = $state.raw<Ledger>(nothing);
  /** What the engine holds now, or null before the first load. */
  extent = $state.raw<Extent | null>(null);
  /** Why the engine cannot be had; imports can be read and kept all the same. */
  engineFault = $state.raw<unknown>(null);
  /** Grows each time the engine is filled anew: whoever asked before asks again. */
  version = $state(0);

  readonly programme = $derived<Programme>(this.ledger.programme ?? defaultProgramme);
  readonly activeImports = $derived(this.ledger.imports.filter(({ state }) => state === 'active'));
  /** The imports of which at least some records count. */
  readonly countedImports = $derived(this.ledger.imports.filter(isCounted));
  readonly isEmpty = $derived(this.countedImports.length === 0);
  /** Whether the engine still holds what counted before the last change. */
  readonly isBehind = $derived(this.extent !== null && this.standing.state === 'working');
  /** What is mended in each file as it stands, by the hash of its content. */
  readonly storedRepairs = $derived<Readonly<Record<string, FileRepairs>>>(
    Object.fromEntries(
      this.ledger.imports.flatMap(({ entry: { source } }) => {
        const repairs = currentImport(this.ledger.imports, source.sha256)?.entry.repairs;
        return repairs ? [[source.sha256, repairs]] : [];
      }),
    ),
  );
  /** Names of the own columns by which records can be broken down. */
  readonly ownNames = $derived(ownNamesOf(this.ledger));
  /** Names of the dimensions of the school's own, by slot. */
  ownDimensions = $state.raw<readonly string[]>([]);
  /** People, partners and events that are, or may be, one under two names. */
  matches = $state.raw<readonly Match[]>([]);

  readonly reader = new Reader();
  /** How safely the journal is kept. */
  readonly safekeeping = new Safekeeping();
  /** The build of the app. */
  readonly #app: string;
  #journal: Journal | null = null;
  /** The look through the sources that the start has put off. */
  #inspection: ReturnType<typeof setTimeout> | null = null;
  #engine: Promise<Engine> | null = null;
  #filling: Promise<void> = Promise.resolve();
  /** The last entry that counts among those that the engine was filled from, and in which writing of the journal; null while it is not filled. */
  #filled: string | null = null;
  /** The filling that waits for its turn. */
  #next: Promise<void> | null = null;

  /** `app` is the build of the app, by which tabs of different ones tell which is newer. */
  constructor(app = '') {
    this.#app = app;
  }

  /** Opens the journal and, where anything counts, starts the engine and fills it; failures are left in `standing`. */
  async start(): Promise<void> {
    this.standing = { state: 'working', stage: 'journal' };
    try {
      this.#journal ??= await this.#openJournal();
      await this.#follow();
    } catch (cause) {
      this.standing = { state: 'failed', cause };
    }
  }

  /**
   * Starts the engine, because it will soon be needed. An empty workspace does without it, so that its start takes nothing from
   * the reading of the first files.
   */
  prepare(): void {
    this.#engine ??= this.#openEngine();
  }

  /** The engine, once it is there; throws EngineUnavailable where it cannot be had. */
  async engine(): Promise<Engine> {
    this.#engine ??= this.#openEngine();
    return this.#engine;
  }

  /** Writes one transaction and fills the engine anew; rejects with a JournalError when nothing was written. */
  async write(writing: Writing): Promise<void> {
    this.#journal ??= await this.#openJournal();
    await this.#journal.write(writing);
    if (writing.sources?.length) void this.safekeeping.settle();
    await this.#follow();
  }

  /** Puts bytes back that are damaged in the journal, where a person has given them again. */
  async mend(bytes: WrittenBytes): Promise<void> {
    if (!this.#journal) return;
    await this.#journal.mend(bytes);
    this.safekeeping.heed(this.#journal);
    this.#filled = null;
    await this.#follow();
  }

  /** Takes what is damaged in the chain of entries out of the journal for good. */
  async dropDamaged(): Promise<void> {
    await this.#journal?.rewrite((standing) => standing);
    await this.#follow();
  }

  /** Takes an import back; its source stays. */
  undo(importId: string): Promise<void> {
    return this.write({ entries: [{ kind: 'undo', importId }] });
  }

  /** Lets an import that was taken back count again. */
  redo(importId: string): Promise<void> {
    return this.write({ entries: [{ kind: 'redo', importId }] });
  }

  /** Makes this the programme; null goes back to the default. */
  saveProgramme(programme: Programme | null): Promise<void> {
    const entry: Entry = {
      kind: 'programme',
      programme: $state.snapshot(programme) as Programme | null,
    };
    return this.write({ entries: [entry] });
  }

  /** Says whether two things are one; null takes the answer back. */
  decide(pair: Pair, answer: Decision['answer'] | null): Promise<void> {
    const { about, a, b } = pair;
    return this.write({ entries: [{ kind: 'decision', decision: { about, a, b }, answer }] });
  }

  /** Remembers recipes in the place of those of the same layouts. */
  saveRecipes(recipes: readonly Recipe[]): Promise<void> {
    return this.write({
      entries: recipes.map((recipe) => ({
        kind: 'recipe',
        fingerprint: recipe.fingerprint,
        recipe: $state.snapshot(recipe) as Recipe,
      })),
    });
  }

  /** Forgets what is remembered of a layout. */
  forgetRecipe(fingerprint: string): Promise<void> {
    return this.write({ entries: [{ kind: 'recipe', fingerprint, recipe: null }] });
  }

  /** Saves a board in the place of the one with its id; null takes it away. */
  saveBoard(id: string, board: StoredBoard | null): Promise<void> {
    return this.write({
      entries: [{ kind: 'board', id, board: $state.snapshot(board) as StoredBoard | null }],
    });
  }

  /** Pins an annotation in the place of the one with its id; null takes it away. */
  saveAnnotation(id: string, annotation: Annotation | null): Promise<void> {
    return this.write({
      entries: [
        { kind: 'annotation', id, annotation: $state.snapshot(annotation) as Annotation | null },
      ],
    });
  }

  /**
   * Saves a draft in the place of the one that it was made from, by its place in the journal; null for a new one. Gives its
   * new place; null, with nothing written, where another version has come there since.
   */
  saveDraft(draft: StoredDraft, former: number | null): Promise<number | null> {
    const kept = $state.snapshot(draft) as StoredDraft;
    return this.#replace(former, { kind: 'draft', id: draft.id, draft: kept });
  }

  /** Takes a draft away; false, with nothing written, where another version has come in its place since. */
  async deleteDraft(id: string, former: number): Promise<boolean> {
    return (await this.#replace(former, { kind: 'draft', id, draft: null })) !== null;
  }

  /** Writes down that a snapshot leaves the school, and what it tells. */
  saveRelease(release: SharedRelease): Promise<void> {
    return this.write({ entries: [{ kind: 'release', release }] });
  }

  /** Writes down that a snapshot was called back. */
  withdraw(releaseId: string): Promise<void> {
    return this.write({ entries: [{ kind: 'withdrawal', releaseId }] });
  }

  /** All that the journal holds, for a backup of it. */
  async copyJournal(): Promise<JournalCopy> {
    this.#journal ??= await this.#openJournal();
    return copyJournal(this.#journal);
  }

  /** The journal as a backup meets it. */
  async standingOfJournal(): Promise<JournalStanding> {
    this.#journal ??= await this.#openJournal();
    return standingOf(this.#journal);
  }

  /** Writes a planned restore as one transaction and fills the engine anew; rejects with JournalChanged where something came between. */
  async restore(plan: RestorePlan): Promise<void> {
    this.#journal ??= await this.#openJournal();
    await restoreJournal(this.#journal, plan);
    if (plan.sources.length > 0) void this.safekeeping.settle();
    await this.#follow();
  }

  /** The bytes of a source file, or null where they are not kept. */
  async source(sha256: string): Promise<Blob | null> {
    return (await this.#journal?.source(sha256)) ?? null;
  }

  /** How the file of an import was read. */
  settingOf(one: LedgerImport): Setting {
    return settingOf(this, one);
  }

  /** The accepted records of the imports that count in whole or in part. */
  async countedRecords(): Promise<PackedImport[]> {
    const { reader, ledger, programme } = this;
    if (!this.#journal || this.isEmpty) return [];
    const filling = { journal: this.#journal, reader, ledger, programme };
    return gatherRecords(filling, this.countedImports);
  }

  /** Frees the engine, the workers and the storage. */
  async close(): Promise<void> {
    clearTimeout(this.#inspection ?? undefined);
    this.reader.close();
    this.#journal?.close();
    const engine = await this.#engine?.catch(() => null);
    await engine?.close();
  }

  async #replace(former: number | null, entry: Entry): Promise<number | null> {
    this.#journal ??= await this.#openJournal();
    const place = await this.#journal.replace(former, entry);
    await this.#follow();
    return place;
  }

  #openEngine(): Promise<Engine> {
    const opening = openDuckDB(undefined, (cause) => this.#recover(opening, cause)).then((engine) =>
      rememberAnswers(engine),
    );
    opening.then(
      () => (this.engineFault = null),
      (cause: unknown) => {
        this.#engine = null;
        this.engineFault = cause;
      },
    );
    return opening;
  }

  /** Looks through the bytes of every source; what is found to be damaged is told by `safekeeping`. */
  async checkSources(): Promise<void> {
    if (this.#journal) await this.safekeeping.inspect(this.#journal, this.#hashes());
  }

  /** Starts another engine in the place of one that has ended, and fills it from the journal; one that ends before it is filled waits for a person. */
  #recover(ended: Promise<Engine>, cause: EngineUnavailable): void {
    if (this.#engine !== ended) return;
    const wasFilled = this.#filled !== null;
    this.#engine = null;
    this.#filled = null;
    if (wasFilled) void this.#follow();
    else this.standing = { state: 'failed', cause };
  }

  async #openJournal(): Promise<Journal> {
    const journal = await this.safekeeping.open(this.#app);
    journal.onWritten(() => {
      if (!this.safekeeping.loss) void this.#follow();
    });
    return journal;
  }

  // Fillings follow one another, so that two quick changes end with the later one's tables.
  // One that has not begun yet will see everything that was written meanwhile: it serves all who wait.
  #follow(): Promise<void> {
    if (this.#next) return this.#next;
    const filling = this.#filling.then(() => {
      this.#next = null;
      return this.#fill();
    });
    this.#next = filling;
    this.#filling = filling.catch(() => undefined);
    return filling;
  }

  async #fill(): Promise<void> {
    const journal = this.#journal;
    if (!journal) return;
    try {
      const entries = await journal.entries();
      const ledger = addUp(entries);
      this.safekeeping.heed(journal);
      const counting = `${journal.rewritings}:${entries.findLast(isCounting)?.seq ?? 0}`;
      if (counting === this.#filled) {
        // Nothing that counts has changed: whatever was made from the rest of the ledger stands.
        const { seq, boards, annotations, drafts, releases, backup } = ledger;
        this.ledger = { ...this.ledger, seq, boards, annotations, drafts, releases, backup };
        return;
      }
      this.#filled = null;
      this.ledger = ledger;
      if (this.isEmpty) {
        this.extent = null;
        this.matches = [];
        this.ownDimensions = [];
        this.standing = { state: 'ready' };
        this.version += 1;
        this.#filled = counting;
        return;
      }
      this.standing = { state: 'working', stage: 'deriving' };
      this.prepare();
      const { tables, extent, report } = await deriveStar({
        journal,
        reader: this.reader,
        ledger: this.ledger,
        programme: this.programme,
      });
      this.safekeeping.heed(journal);
      this.standing = { state: 'working', stage: 'engine' };
      const engine = await this.engine();
      this.standing = { state: 'working', stage: 'loading' };
      await engine.load(tables, preparedFacts());
      this.extent = extent;
      this.matches = report.matches;
      this.ownDimensions = report.ownDimensions;
      this.standing = { state: 'ready' };
      this.version += 1;
      this.#filled = counting;
      this.#inspection ??= setTimeout(() => void this.checkSources(), calm);
    } catch (cause) {
      this.standing = { state: 'failed', cause };
    }
  }

  #hashes(): readonly string[] {
    return this.ledger.imports.map(({ entry }) => entry.source.sha256);
  }
}
