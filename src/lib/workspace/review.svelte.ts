import type { Difference } from '#lib/ingest/difference.ts';
import type { FileReading, Setting } from '#lib/ingest/reading.ts';
import { adaptRecipe } from '#lib/ingest/recipe-likeness.ts';
import { findRecipe, type Recipe } from '#lib/ingest/recipe.ts';
import type {
  CellRepair,
  Decoding,
  DismissedRow,
  FileRepairs,
  Statement,
} from '#lib/ingest/repair.ts';
import type { TableReading } from '#lib/ingest/table-reading.ts';
import type { ReadingProgress } from '#lib/ingest/client.ts';
import {
  countWithheld,
  decideRecipe,
  decodeFile,
  dismissRows,
  layOver,
  mendCells,
  nothingDecided,
  refuseDifferences,
  stateOfTable,
  type Decided,
  type Refusal,
} from './decided.ts';
import { DecisionHistory, type Step } from './decision-history.svelte.ts';
import { restoreSources } from './restored-sources.ts';
import { collectReturned } from './returned-files.ts';
import { acceptedCount, isAcceptable, type ReviewFile } from './review-file.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the review is doing. */
export type ReviewStage = 'idle' | 'reading' | 'reviewing' | 'revising' | 'accepting';

/** What the last acceptance wrote. */
export interface Acceptance {
  readonly files: number;
  readonly records: number;
  readonly quarantined: number;
}

/** Fetched with the first file: it knows much that no other screen needs. */
const fetchAcceptance = () => import('./acceptance.ts');

/** Files on their way in: read, looked at, mended, then accepted whole or dropped; nothing is written before. */
export class Review {
  stage = $state<ReviewStage>('idle');
  files = $state.raw<readonly ReviewFile[]>([]);
  progress = $state.raw<ReadingProgress | null>(null);
  fault = $state.raw<unknown>(null);
  cancelled = $state(false);
  acceptance = $state.raw<Acceptance | null>(null);
  /** How many of the last files took the place of damaged copies in the journal. */
  restored = $state(0);
  decided = $state.raw<Decided>(nothingDecided);
  readonly #history = new DecisionHistory();

  readonly acceptable = $derived(this.files.filter(isAcceptable));
  readonly records = $derived(
    this.acceptable.reduce(
      (sum, { reading }) =>
        sum + acceptedCount(reading) - countWithheld(this.decided, reading.source.sha256),
      0,
    ),
  );
  readonly canUndo = $derived(this.#history.hasPast && this.stage === 'reviewing');
  readonly canRedo = $derived(this.#history.hasFuture && this.stage === 'reviewing');

  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Reads files in the background; they replace what was under review. A workbook of quarantined rows that comes back mends the files it speaks of. */
  async read(files: readonly File[]): Promise<void> {
    this.stage = 'reading';
    this.cancelled = false;
    this.acceptance = null;
    this.restored = 0;
    this.fault = null;
    this.progress = null;
    this.decided = nothingDecided;
    this.#history.clear();
    const report = (progress: ReadingProgress): void => {
      this.progress = progress;
    };
    try {
      const { reader } = this.#workspace;
      const readings = await reader.read([...files], this.#setting(), report);
      this.restored = await restoreSources(this.#workspace, readings);
      const returned = await collectReturned(this.#workspace, readings);
      const mended = Object.keys(returned.repairs);
      if (mended.length > 0) this.#history.record({ decided: nothingDecided, changed: mended });
      this.decided = { ...nothingDecided, repairs: returned.repairs };
      const opened =
        returned.sources.length === 0
          ? []
          : await reader.read([...returned.sources], this.#setting(), report);
      for (const sha256 of returned.inHand) {
        const revised = await reader.revise(sha256, this.#setting());
        readings.splice(
          readings.findIndex(({ source }) => source.sha256 === sha256),
          1,
          revised,
        );
      }
      this.files = await this.#compare([...readings, ...opened]);
      this.stage = 'reviewing';
      this.#workspace.prepare();
    } catch (cause) {
      this.stage = 'idle';
      if (isAbort(cause)) this.cancelled = true;
      else this.fault = cause;
    } finally {
      this.progress = null;
    }
  }

  /** Brings a stored file back under review as it was read when it was accepted. */
  async reopen(importId: string): Promise<void> {
    const found = this.#workspace.ledger.imports.find((one) => one.importId === importId);
    const source = found?.entry.source;
    const bytes = source ? await this.#workspace.source(source.sha256) : null;
    if (!source || !bytes) {
      this.fault = new Error(`The source of the import ${importId} is not kept`);
      return;
    }
    await this.read([new File([bytes], source.name, { lastModified: source.modified })]);
  }

  /** Stops the reading; nothing was written. */
  cancel(): void {
    this.#workspace.reader.cancel();
  }

  /** Drops everything under review; nothing was written. */
  discard(): void {
    this.files = [];
    this.stage = 'idle';
    this.fault = null;
    this.decided = nothingDecided;
    this.#history.clear();
  }

  /** Reads the files of a layout again as a person explained it; the explanation is remembered when they are accepted. */
  async correct(sha256: string, correction: Recipe): Promise<void> {
    const before = findRecipe(this.#setting().recipes, correction.fingerprint);
    const recipe = layOver(before, correction);
    await this.#decide(decideRecipe(this.decided, recipe), [
      sha256,
      ...this.#filesOf(correction.fingerprint),
    ]);
  }

  /** Reads a table as the remembered form that it nearly is. */
  async adopt(sha256: string, { near, headings, fingerprint }: TableReading): Promise<void> {
    const known = near ? findRecipe(this.#setting().recipes, near.fingerprint) : null;
    if (known) await this.correct(sha256, adaptRecipe(known, { fingerprint, headings }));
  }

  /** Mends cells of one file. */
  mend(sha256: string, cells: readonly CellRepair[]): Promise<void> {
    return this.#decide(mendCells(this.#known(sha256), sha256, cells), [sha256]);
  }

  /** Sets rows of one file aside by hand, or takes them back. */
  dismiss(sha256: string, rows: readonly DismissedRow[], dismissed: boolean): Promise<void> {
    return this.#decide(dismissRows(this.#known(sha256), sha256, rows, dismissed), [sha256]);
  }

  /** Decides how a text file is decoded and cut; what is left out is detected. */
  decode(sha256: string, decoding: Decoding): Promise<void> {
    return this.#decide(decodeFile(this.#known(sha256), sha256, decoding), [sha256]);
  }

  /** States what holds for all rows of a table. */
  state(sha256: string, statement: Statement): Promise<void> {
    return this.#decide(stateOfTable(this.#known(sha256), sha256, statement), [sha256]);
  }

  /** Refuses differences from the stored version, or takes them over after all. */
  refuse(sha256: string, differences: readonly Refusal[], refused: boolean): Promise<void> {
    return this.#decide(refuseDifferences(this.decided, sha256, differences, refused), []);
  }

  /** Takes the last decision back. */
  undo(): Promise<void> {
    return this.#history.undo(this.decided, (step) => this.#turnTo(step));
  }

  /** Takes the last decision that was taken back up again. */
  redo(): Promise<void> {
    return this.#history.redo(this.decided, (step) => this.#turnTo(step));
  }

  /** How a file differs, record by record, from what is stored; empty where nothing like it is. */
  async differences(file: ReviewFile): Promise<readonly Difference[]> {
    const { listReviewDifferences } = await fetchAcceptance();
    return listReviewDifferences(this.#workspace, file, this.files);
  }

  /** A workbook of the rows in quarantine of these files, with the reason beside each cell. */
  quarantine(sha256s: readonly string[], language: 'ru' | 'en'): Promise<Blob> {
    return this.#workspace.reader.quarantine(sha256s, language);
  }

  /** Writes all that can be accepted as one transaction. */
  async accept(): Promise<void> {
    this.stage = 'accepting';
    this.fault = null;
    const accepted = this.acceptable;
    const records = this.records;
    const quarantined = accepted
      .flatMap(({ reading }) => reading.tables)
      .reduce((sum, { counts }) => sum + counts.quarantined, 0);
    try {
      const { gatherWriting } = await fetchAcceptance();
      await this.#workspace.write(await gatherWriting(this.#workspace, accepted, this.decided));
      this.acceptance = { files: accepted.length, records, quarantined };
      this.discard();
    } catch (cause) {
      this.fault = cause;
      this.stage = 'reviewing';
    }
  }

  async #decide(next: Decided, changed: readonly string[]): Promise<void> {
    const once = changed.filter((sha256, at) => changed.indexOf(sha256) === at);
    const before = this.decided;
    if (await this.#turnTo({ decided: next, changed: once }))
      this.#history.record({ decided: before, changed: once });
  }

  /** Reads the changed files again under these decisions; when that fails, everything stays as it was. */
  async #turnTo({ decided, changed }: Step): Promise<boolean> {
    const before = this.decided;
    this.decided = decided;
    this.fault = null;
    if (changed.length === 0) return true;
    this.stage = 'revising';
    try {
      const revised: Record<string, FileReading> = {};
      for (const sha256 of changed)
        revised[sha256] = await this.#workspace.reader.revise(sha256, this.#setting());
      this.files = await this.#compare(
        this.files.map(({ reading }) => revised[reading.source.sha256] ?? reading),
      );
      return true;
    } catch (cause) {
      this.decided = before;
      this.fault = cause;
      return false;
    } finally {
      this.stage = 'reviewing';
    }
  }

  #filesOf(fingerprint: string): string[] {
    return this.files
      .filter(({ reading }) => reading.tables.some((table) => table.fingerprint === fingerprint))
      .map(({ reading }) => reading.source.sha256);
  }

  /** The decisions with those that were stored with a file's last import, so that a further repair adds to them. */
  #known(sha256: string): Decided {
    const stored = this.#stored()[sha256];
    if (!stored || this.decided.repairs[sha256]) return this.decided;
    return { ...this.decided, repairs: { ...this.decided.repairs, [sha256]: stored } };
  }

  #stored(): Readonly<Record<string, FileRepairs>> {
    return this.#workspace.storedRepairs;
  }

  #setting(): Setting {
    const remembered = [...this.#workspace.ledger.recipes.values()];
    return {
      programme: this.#workspace.programme,
      recipes: [...remembered, ...this.decided.recipes],
      repairs: { ...this.#stored(), ...this.decided.repairs },
    };
  }

  async #compare(readings: readonly FileReading[]): Promise<ReviewFile[]> {
    const { compareReadings } = await fetchAcceptance();
    return compareReadings(this.#workspace, readings, this.decided);
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
