import type { Answer } from '#lib/engine/engine.ts';
import type { CellCounts } from '#lib/measures/outcome.ts';
import type { Dimension } from '#lib/model/dimension.ts';

/** Key of a member of a dimension; null is «unknown». */
export type MemberKey = string | number | null;

/** Counts of one cell with the time and the members that it speaks of. */
export interface CountedCell {
  readonly time: number;
  readonly members: readonly MemberKey[];
  readonly counts: CellCounts;
}

/** The cells of one measure by their names. */
export type CountedCells = ReadonlyMap<string, CountedCell>;

/** Name of a cell in a map. */
export function cellName(time: number, members: readonly MemberKey[]): string {
  return JSON.stringify([time, ...members]);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A value of a column of members as a key. */
export function memberKey(value: unknown): MemberKey {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The rows of a query of measures as cells, by the names of the measures. */
export function readCounts(
  { columns, length }: Answer,
  by: readonly Dimension[],
): ReadonlyMap<string, CountedCells> {
  const found = new Map<string, Map<string, CountedCell>>();
  for (let i = 0; i < length; i += 1) {
    const at = (name: string) => columns[name]?.[i] ?? null;
    const cell: CountedCell = {
      time: Number(at('time')),
      members: by.map((name) => memberKey(at(name))),
      counts: {
        x: numberOrNull(at('x')),
        n: numberOrNull(at('n')),
        total: numberOrNull(at('total')),
        squares: numberOrNull(at('squares')),
        x2: numberOrNull(at('x2')),
        n2: numberOrNull(at('n2')),
        line: textOrNull(at('line')),
        roll: numberOrNull(at('roll')) ?? 0,
        known: at('known') === true,
      },
    };
    const measure = String(at('measure'));
    const cells = found.get(measure) ?? new Map<string, CountedCell>();
    cells.set(cellName(cell.time, cell.members), cell);
    found.set(measure, cells);
  }
  return found;
}
