import type { LineRole } from '#lib/model/table.ts';
import type { Body } from './body.ts';
import type { Grid } from './grid.ts';
import type { TableStart } from './header.ts';
import { statesUnits } from './units.ts';
import { textsOf } from './words.ts';

/** Everything decided about one table before it is written out: its lines from the first title to the last note. */
export interface Draft {
  readonly top: number;
  readonly bottom: number;
  readonly start: TableStart;
  readonly body: Body;
  /** Roles that a person gave to lines, by row. */
  readonly decided: ReadonlyMap<number, LineRole>;
  /** Whether a person decided the header, the first data row or the columns. */
  readonly headerDecided: boolean;
  readonly columnsDecided: boolean;
  /** First and last column where the table stands beside another. */
  readonly beside: readonly [first: number, last: number] | null;
}

/** The rows of each role in a draft, ascending. */
export type Lines = Readonly<Record<LineRole, readonly number[]>>;

/** Every row from `top` to `bottom` under exactly one role. */
export function linesOf(grid: Grid, draft: Draft): Lines {
  const { headerRows, numberingRows, dataStart } = draft.start;
  const lines: Record<LineRole, number[]> = {
    title: [],
    units: [],
    header: [...headerRows],
    numbering: [...numberingRows],
    data: [],
    section: [],
    total: [],
    note: [],
    blank: [],
  };
  const taken = new Set([...headerRows, ...numberingRows]);
  for (let row = draft.top; row < dataStart; row += 1) {
    if (taken.has(row)) continue;
    const decided = draft.decided.get(row);
    if (grid.count(row) === 0) lines.blank.push(row);
    else if (decided === 'units' || decided === 'note' || decided === 'title')
      lines[decided].push(row);
    else lines[statesUnits(textsOf(grid.cells(row))) ? 'units' : 'title'].push(row);
  }
  for (const [index, role] of draft.body.roles.entries()) {
    const decided = draft.decided.get(dataStart + index);
    // A header repeated below the data heads nothing: it stands apart like a note.
    lines[decided === 'header' ? 'note' : (decided ?? role)].push(dataStart + index);
  }
  return lines;
}
