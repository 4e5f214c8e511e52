import type { SetAsideRule } from '#lib/model/issue.ts';
import type { TableLayout } from '#lib/model/table.ts';

/** Every named reason for which a row is set aside. */
const setAsideRules = [
  'blank',
  'total',
  'section',
  'numbering',
  'repeated-header',
  'duplicate',
  'no-value',
  'dismissed',
  'note',
] as const satisfies readonly SetAsideRule[];

/** What becomes of one row of a table below its header. */
export type Fate = 'accepted' | 'quarantined' | SetAsideRule;

/** Every fate, in the order of their codes. */
export const fates: readonly Fate[] = ['accepted', 'quarantined', ...setAsideRules];

/** What became of the rows of a table; `read` is always the sum of the others. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly setAside: Readonly<Record<SetAsideRule, number>>;
}

/** The rows below the header that the layout itself sets aside, by row of the sheet, in order; data rows are absent. */
export function layoutFates(layout: TableLayout): ReadonlyMap<number, SetAsideRule> {
  const { bottom } = layout.range;
  const lastHeader = layout.headerRows.at(-1) ?? layout.range.top - 1;
  const found: [number, SetAsideRule][] = [];
  const add = (rows: readonly number[], rule: SetAsideRule) => {
    for (const row of rows) if (row > lastHeader && row <= bottom) found.push([row, rule]);
  };
  add(layout.blankRows, 'blank');
  add(layout.titleRows, 'note');
  add(layout.noteRows, 'note');
  add(layout.unitRows, 'note');
  add(layout.numberingRows, 'numbering');
  add(layout.sectionRows, 'section');
  add(layout.totalRows, 'total');
  return new Map(found.sort(([a], [b]) => a - b));
}

/** How many rows met each fate: `data` holds the codes of the data rows, `aside` what the layout set aside. */
export function countFates(data: Uint8Array, aside: ReadonlyMap<number, SetAsideRule>): RowCounts {
  const byCode = new Array<number>(fates.length).fill(0);
  for (const code of data) byCode[code] = (byCode[code] ?? 0) + 1;
  const setAside = Object.fromEntries(
    setAsideRules.map((rule) => [rule, byCode[fates.indexOf(rule)] ?? 0]),
  ) as Record<SetAsideRule, number>;
  for (const rule of aside.values()) setAside[rule] += 1;
  return {
    read: data.length + aside.size,
    accepted: byCode[0] ?? 0,
    quarantined: byCode[1] ?? 0,
    setAside,
  };
}
