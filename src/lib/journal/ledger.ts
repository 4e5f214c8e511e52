import type { Recipe } from '#lib/ingest/recipe.ts';
import type { Programme } from '#lib/model/programme.ts';
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
}

/** What the journal's entries add up to. */
export interface Ledger {
  readonly seq: number;
  readonly imports: readonly LedgerImport[];
  readonly programme: Programme | null;
  readonly recipes: ReadonlyMap<string, Recipe>;
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
  let programme: Programme | null = null;
  let seq = 0;
  for (const entry of entries) {
    seq = Math.max(seq, entry.seq);
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
        programme = entry.programme;
        break;
    }
  }
  return { seq, imports: judge([...standing.values()]), programme, recipes };
}

// The newest import is judged first. An import that was taken back supersedes nothing itself, but whatever supersedes it
// supersedes its older versions too.
function judge(standing: readonly Standing[]): LedgerImport[] {
  const supersededBy = new Map<string, string>();
  const judged: LedgerImport[] = [];
  for (const { entry, at, undone } of [...standing].reverse()) {
    const newer = supersededBy.get(entry.importId) ?? null;
    const counting = newer ?? (undone ? null : entry.importId);
    for (const older of entry.supersedes) {
      if (counting && !supersededBy.has(older)) supersededBy.set(older, counting);
    }
    const state: ImportState = undone ? 'undone' : newer ? 'superseded' : 'active';
    judged.push({
      importId: entry.importId,
      at,
      entry,
      state,
      supersededBy: undone ? null : newer,
    });
  }
  return judged.reverse();
}
