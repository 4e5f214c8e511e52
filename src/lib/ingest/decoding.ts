import type { Issue } from '#lib/model/issue.ts';
import type { Arrival } from '#lib/sheets/arrival.ts';
import { readSheets, type SheetsReading } from '#lib/sheets/read.ts';
import { refuse } from '#lib/sheets/refusal.ts';
import { arrangeTables, type ArrangedTable } from './arrangement.ts';
import { findRecipe, type Recipe } from './recipe.ts';
import type { Decoding } from './repair.ts';

/** The sheets of a file, read in one way of decoding it. */
export interface Decoded {
  readonly decoding: Decoding;
  readonly read: Extract<SheetsReading, { ok: true }>;
  /** Fingerprints of the tables that each way of decoding which was tried shows, by the way. */
  readonly shown: ReadonlyMap<string, readonly string[]>;
}

/** Sheets with their tables, arranged by the recipes; or why there are none. */
export type DecodedTables =
  | { readonly ok: true; readonly decoded: Decoded; readonly tables: readonly ArrangedTable[] }
  | { readonly ok: false; readonly issue: Issue };

const keyOf = ({ encoding, delimiter }: Decoding) => `${encoding ?? ''}|${delimiter ?? ''}`;

/** What a recipe for one of the layouts that a decoding shows decides of the decoding; null when it stays. */
function nextDecoding(
  now: Decoding,
  fingerprints: readonly string[],
  recipes: readonly Recipe[],
): Decoding | null {
  for (const fingerprint of fingerprints) {
    const { encoding, delimiter } = findRecipe(recipes, fingerprint) ?? {};
    if (encoding === undefined && delimiter === undefined) continue;
    const next = {
      ...now,
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    };
    return keyOf(next) === keyOf(now) ? null : next;
  }
  return null;
}

interface Task {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly recipes: readonly Recipe[];
  /** What a person decided of this very file; recipes are not asked then. */
  readonly decided: Decoding | null;
  readonly onProgress: (stage: 'reading' | 'tables', fraction: number) => void;
  readonly arrives: Arrival;
}

/** Reads the sheets in one way, unless they lie read so already, and finds their tables. */
async function attempt(
  decoding: Decoding,
  { bytes, name, recipes, onProgress, arrives }: Task,
  before: Decoded | null,
): Promise<DecodedTables> {
  const isHeld = before !== null && keyOf(before.decoding) === keyOf(decoding);
  const report = (fraction: number) => onProgress('reading', fraction);
  const read: SheetsReading = isHeld
    ? before.read
    : await readSheets(bytes, name, { ...decoding, onProgress: report, arrives });
  if (!read.ok) return read;
  onProgress('tables', 0);
  const { sheets } = read;
  const tables = sheets.flatMap((sheet, sheetIndex) => {
    onProgress('tables', sheetIndex / sheets.length);
    return arrangeTables(sheet, sheetIndex, recipes);
  });
  if (tables.length === 0) return refuse('file-no-table');
  const fingerprints = read.encoding === null ? [] : tables.map(({ fingerprint }) => fingerprint);
  const shown = new Map(before?.shown).set(keyOf(decoding), fingerprints);
  return { ok: true, decoded: { decoding, read, shown }, tables };
}

/**
 * Reads the sheets and tables of a file. Recipes remember how text files of a layout are decoded: one that answers to the
 * layout as it shows decides the next way, until none does; a way that leads to no table is passed over. What was read
 * before is used again as far as it is still what is wanted.
 */
export async function decodeTables(task: Task, before: Decoded | null): Promise<DecodedTables> {
  const start = task.decided ?? {};
  let shown = before?.shown ?? new Map<string, readonly string[]>();
  let held = before;
  let reached: DecodedTables | null = null;
  let decoding = start;
  let passed = new Set<string>();
  for (;;) {
    const key = keyOf(decoding);
    passed.add(key);
    const next: Decoding | null =
      task.decided === null ? nextDecoding(decoding, shown.get(key) ?? [], task.recipes) : null;
    if (next !== null && !passed.has(keyOf(next))) {
      decoding = next;
      continue;
    }
    if (reached?.ok === true && keyOf(reached.decoded.decoding) === key) return reached;
    const result = await attempt(decoding, task, held);
    if (result.ok) {
      reached = result;
      held = result.decoded;
      ({ shown } = result.decoded);
    } else if (reached !== null || decoding === start) return reached ?? result;
    else {
      // A way that was remembered leads nowhere: from the start again without it.
      passed = new Set([key]);
      decoding = start;
    }
  }
}
