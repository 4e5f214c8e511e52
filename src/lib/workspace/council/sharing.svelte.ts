import { auditInWorker } from '#lib/disclosure/auditor.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SnapshotDocument, SnapshotSource } from '#lib/snapshot/document.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { Draft } from './draft.ts';
import { periodOfDraft, storeDraft } from './draft.ts';
import { freeze, type Frozen } from './freeze.ts';
import { askNameBook, findNames } from '../names/name-book.ts';
import type { PiecePlace } from './refused-piece.ts';

/** What is said of the files that the numbers come from. */
export type SourcesTold = 'nothing' | 'names' | 'hashes';

/** A name in a text of a snapshot that stands on a roll. */
export interface FoundName extends PiecePlace {
  readonly text: string;
}

/** How far the check of a snapshot has come. */
export type CheckStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly done: number; readonly all: number | null }
  | {
      readonly kind: 'ready';
      readonly frozen: Extract<Frozen, { kind: 'frozen' }>;
      readonly names: readonly FoundName[];
      readonly draft: Draft;
    }
  | { readonly kind: 'exposed'; readonly pieces: readonly PiecePlace[] }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** How many of the numbers of a snapshot are withheld. */
export interface WithheldCount {
  readonly withheld: number;
  readonly numbers: number;
}

function countWithheld({ document: { certificate } }: Extract<Frozen, { kind: 'frozen' }>) {
  const { primary, secondary, numbers } = certificate;
  return { withheld: primary + secondary, numbers };
}

/** How long an audit may take before nothing is shared, in milliseconds. */
const patience = 180_000;

function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The names of a frozen snapshot's texts that stand on a roll. */
async function namesIn(
  document: Published<SnapshotDocument>,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<FoundName[]> {
  const book = await askNameBook(await workspace.engine(), signal);
  const found = document.pages.flatMap((page) => [
    ...findNames(page.title[document.language], book).map(({ text }) => ({
      page: page.id,
      piece: '',
      text,
    })),
    ...page.pieces.flatMap((piece, at) =>
      piece.kind === 'text'
        ? findNames(piece.text[document.language], book).map(({ text }) => ({
            page: page.id,
            piece: String(at),
            text,
          }))
        : [],
    ),
  ]);
  return [...new Map(found.map((one) => [`${one.page} ${one.text}`, one])).values()];
}

/** The check of a draft before it is shared; a new check ends the one before. */
export class Sharing {
  stage = $state.raw<CheckStage>({ kind: 'idle' });
  /** How much was withheld of what was checked before this, had it been another version; null where nothing was. */
  before = $state.raw<WithheldCount | null>(null);
  #checked: { readonly draft: string; readonly count: WithheldCount } | null = null;
  readonly #workspace: Workspace;
  #controller: AbortController | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Freezes the draft and has it audited; how it went is left in `stage`. */
  async check(draft: Draft, language: LanguageTag, told: SourcesTold): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    this.stage = { kind: 'checking', done: 0, all: null };
    try {
      const frozen = await this.#freeze(draft, language, told, signal);
      if (frozen.kind === 'exposed') {
        if (!signal.aborted) this.stage = frozen;
        return;
      }
      const names = await namesIn(frozen.document, this.#workspace, signal);
      if (signal.aborted) return;
      this.stage = { kind: 'ready', frozen, names, draft };
      this.#remember(draft, countWithheld(frozen));
    } catch (cause) {
      if (!signal.aborted) this.stage = { kind: 'failed', cause };
    }
  }

  #remember(draft: Draft, count: WithheldCount): void {
    const now = { draft: JSON.stringify(storeDraft(draft)), count };
    if (this.#checked?.draft !== now.draft) this.before = this.#checked?.count ?? null;
    this.#checked = now;
  }

  /** Gives the check up. */
  cancel(): void {
    this.#controller?.abort();
    this.stage = { kind: 'idle' };
  }

  async #freeze(
    draft: Draft,
    language: LanguageTag,
    told: SourcesTold,
    signal: AbortSignal,
  ): Promise<Frozen> {
    const { programme, ledger, countedImports, ownDimensions, extent } = this.#workspace;
    const newest = Math.max(0, ...countedImports.map(({ at }) => at));
    return freeze(draft, {
      engine: await this.#workspace.engine(),
      programme: $state.snapshot(programme) as Programme,
      own: ownDimensions,
      period: periodOfDraft(draft, programme.periods, extent?.told ?? []),
      language,
      source: this.#sourceLine(newest),
      sources: countedImports.map(({ entry }): SnapshotSource => ({
        name: told === 'nothing' ? null : entry.source.name,
        sha256: told === 'hashes' ? entry.source.sha256 : null,
      })),
      dataDay: dayOf(newest),
      madeOn: dayOf(Date.now()),
      earlier: ledger.releases.map(({ release }) => release),
      signal,
      audit: (register, rules) =>
        auditInWorker(register, rules, {
          signal,
          patience,
          onProtecting: (done, all) => {
            if (!signal.aborted) this.stage = { kind: 'checking', done, all };
          },
        }),
    });
  }

  #sourceLine(newest: number): { readonly ru: string; readonly en: string } {
    const count = this.#workspace.countedImports.length;
    const say = (language: LanguageTag): string => {
      const { t, format } = locales[language];
      const files = t.app.files(count, format.number(count));
      return t.screens.overview.source(files, format.date(dayOf(newest)));
    };
    return { ru: say('ru'), en: say('en') };
  }
}
