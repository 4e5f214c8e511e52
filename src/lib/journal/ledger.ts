import { pairKey, pairOf, type Decision } from '#lib/ingest/decision.ts';
import type { CountedPart } from '#lib/ingest/difference.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { StoredBoard } from '#lib/model/board.ts';
import type { StoredDraft } from '#lib/model/draft.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import { completeProgramme } from '#lib/programme/complete.ts';
import type { ImportEntry, StoredEntry } from './entry.ts';

/** Whether an import counts: it does, it was taken back, or a newer version of its file took its place. */
export type ImportState = 'active' | 'undone' | 'superseded';

/** One import with where it stands now. */
export interface LedgerImport {
  readonly importId: string;
  readonly at: number;
  readonly entry: ImportEntry;
  readonly state: ImportState;
  readonly supersededBy: string | null;
  /** Which of its records count. */
  readonly partial: CountedPart;
}

/** A programme as it was saved: its place in the journal, its moment (ms), and the programme; null is the default. */
export interface ProgrammeVersion {
  readonly seq: number;
  readonly at: number;
  readonly programme: Programme | null;
}

/** A draft as it stands: its place in the journal, the moment of its last change (ms), and what it holds. */
export interface LedgerDraft {
  readonly seq: number;
  readonly at: number;
  readonly draft: StoredDraft;
}

/** A snapshot that was shared: when (ms), what it told, and when it was called back, if it was. */
export interface LedgerRelease {
  readonly seq: number;
  readonly at: number;
  readonly release: SharedRelease;
  readonly withdrawnAt: number | null;
}

/** The last backup: the moment that it stands for, null where there is none, and the moments (ms) of all changes since. */
export interface LedgerBackup {
  readonly made: number | null;
  readonly unsaved: readonly number[];
}

/** What the journal's entries add up to. */
export interface Ledger {
  readonly seq: number;
  readonly imports: readonly LedgerImport[];
  readonly programme: Programme | null;
  /** Every programme that was saved, in order; the last one is in force. */
  readonly programmes: readonly ProgrammeVersion[];
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** The latest answer about each pair, in the order of the answers. */
  readonly decisions: readonly Decision[];
  /** The boards that are saved, in the order in which each was first saved. */
  readonly boards: readonly StoredBoard[];
  /** What is pinned to pictures, in the order in which each was first pinned. */
  readonly annotations: readonly Annotation[];
  /** The snapshots that are being put together, in the order of their last changes. */
  readonly drafts: readonly LedgerDraft[];
  /** Every snapshot that was shared, in order. */
  readonly releases: readonly LedgerRelease[];
  readonly backup: LedgerBackup;
}

interface Standing {
  entry: ImportEntry;
  at: number;
  undone: boolean;
}

/**
 * Adds the entries up, in their order. An import counts unless it was taken back or an import that counts supersedes
 * it: taking a newer version back brings the older one back.
 */
export function addUp(entries: readonly StoredEntry[]): Ledger {
  const standing = new Map<string, Standing>();
  const recipes = new Map<string, Recipe>();
  const decisions = new Map<string, Decision>();
  const boards = new Map<string, StoredBoard>();
  const annotations = new Map<string, Annotation>();
  const drafts = new Map<string, LedgerDraft>();
  const releases = new Map<string, LedgerRelease>();
  const programmes: ProgrammeVersion[] = [];
  let made: number | null = null;
  const unsaved: number[] = [];
  let seq = 0;
  for (const entry of entries) {
    seq = Math.max(seq, entry.seq);
    if (entry.kind !== 'backup') unsaved.push(entry.at);
    switch (entry.kind) {
      case 'import':
        standing.delete(entry.importId);
        standing.set(entry.importId, { entry, at: entry.at, undone: false });
        for (const recipe of entry.recipes) recipes.set(recipe.fingerprint, recipe);
        break;
      case 'undo':
      case 'redo': {
        const found = standing.get(entry.importId);
        if (found) found.undone = entry.kind === 'undo';
        break;
      }
      case 'programme':
        programmes.push({
          seq: entry.seq,
          at: entry.at,
          programme: entry.programme && completeProgramme(entry.programme),
        });
        break;
      case 'recipe':
        recipes.delete(entry.fingerprint);
        if (entry.recipe) recipes.set(entry.fingerprint, entry.recipe);
        break;
      case 'board':
        if (entry.board) boards.set(entry.id, entry.board);
        else boards.delete(entry.id);
        break;
      case 'annotation':
        if (entry.annotation) annotations.set(entry.id, entry.annotation);
        else annotations.delete(entry.id);
        break;
      case 'draft': {
        const { seq: place, at, id, draft } = entry;
        if (draft) drafts.set(id, { seq: place, at, draft });
        else drafts.delete(id);
        break;
      }
      case 'release': {
        const { seq: place, at, release } = entry;
        releases.set(release.id, { seq: place, at, release, withdrawnAt: null });
        break;
      }
      case 'withdrawal': {
        const found = releases.get(entry.releaseId);
        if (found) releases.set(entry.releaseId, { ...found, withdrawnAt: entry.at });
        break;
      }
      case 'backup': {
        // Something may have been written while the file was.
        unsaved.push(...unsaved.splice(0).filter((at) => at > entry.made));
        made = entry.made;
        break;
      }
      case 'decision': {
        const { about, a, b } = entry.decision;
        const key = pairKey(entry.decision);
        decisions.delete(key);
        if (entry.answer) decisions.set(key, { ...pairOf(about, a, b), answer: entry.answer });
        break;
      }
    }
  }
  return {
    seq,
    imports: judge(standing),
    programme: programmes.at(-1)?.programme ?? null,
    programmes,
    recipes,
    decisions: [...decisions.values()],
    boards: [...boards.values()],
    annotations: [...annotations.values()],
    drafts: [...drafts.values()],
    releases: [...releases.values()],
    backup: { made, unsaved },
  };
}

/** The import that a file with this content stands as: the one that counts, else the last. */
export function currentImport(
  imports: readonly LedgerImport[],
  sha256: string,
): LedgerImport | null {
  const own = imports.filter(({ entry }) => entry.source.sha256 === sha256);
  return own.findLast(({ state }) => state === 'active') ?? own.at(-1) ?? null;
}

const nothing: ReadonlySet<string> = new Set();

/** Whether any record of an import can count. */
export function isCounted({ state, partial }: LedgerImport): boolean {
  return state === 'active' || (partial.kept?.size ?? 0) > 0;
}

// The newest import is judged first. An import that was taken back supersedes nothing itself, but whatever supersedes it
// supersedes its older versions too. What an import supersedes counts only as far as it says.
function judge(standing: ReadonlyMap<string, Standing>): LedgerImport[] {
  const supersededBy = new Map<string, string>();
  const judged: LedgerImport[] = [];
  for (const { entry, at, undone } of [...standing.values()].reverse()) {
    const { importId } = entry;
    const newer = supersededBy.get(importId) ?? null;
    const counting = newer ?? (undone ? null : importId);
    for (const older of entry.supersedes) {
      if (counting && !supersededBy.has(older)) supersededBy.set(older, counting);
    }
    const state: ImportState = undone ? 'undone' : newer ? 'superseded' : 'active';
    const kept =
      state === 'superseded' && newer
        ? standing.get(newer)?.entry.keeps?.find((keeping) => keeping.importId === importId)?.ids
        : undefined;
    judged.push({
      importId,
      at,
      entry,
      state,
      supersededBy: undone ? null : newer,
      partial: {
        withheld: entry.withheld ? new Set(entry.withheld) : nothing,
        kept: state === 'active' ? null : kept ? new Set(kept) : nothing,
      },
    });
  }
  return judged.reverse();
}
