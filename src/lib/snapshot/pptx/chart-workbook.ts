import { columnName } from '#lib/sheets/preview.ts';
import { writeWorkbook, type WrittenCell } from '#lib/sheets/write-workbook.ts';
import type { NativeChart } from '../document.ts';
import { reachesOf } from './chart-intervals.ts';

/** What the columns with the reaches of intervals are called, after the name of their series. */
export interface ReachWords {
  readonly down: (series: string) => string;
  readonly up: (series: string) => string;
}

interface Column {
  readonly head: string;
  readonly values: readonly (number | null)[];
}

/** The columns of numbers behind a chart: one for each series, and after them two for each that has intervals. */
function columnsOf(chart: NativeChart, words: ReachWords): Column[] {
  const reaches = chart.series.flatMap((series): Column[] => {
    const found = reachesOf(series, chart);
    if (!found) return [];
    return [
      { head: words.down(series.name), values: found.down },
      { head: words.up(series.name), values: found.up },
    ];
  });
  return [...chart.series.map(({ name, values }) => ({ head: name, values })), ...reaches];
}

/** The workbook that opens when somebody edits the numbers of a chart: these numbers and nothing else. */
export function chartWorkbook(chart: NativeChart, sheet: string, words: ReachWords): Uint8Array {
  const cell = (value: WrittenCell['value']): WrittenCell => ({ value });
  const columns = columnsOf(chart, words);
  return writeWorkbook([
    {
      name: sheet,
      columns: [{ width: 30 }, ...columns.map(() => ({ width: 16 }))],
      rows: [
        [cell(''), ...columns.map(({ head }) => cell(head))],
        ...chart.categories.map((category, at) => [
          cell(category),
          ...columns.map(({ values }) => cell(values[at] ?? null)),
        ]),
      ],
      frozenRows: 0,
    },
  ]);
}

/** Where in the workbook the names of the categories stand, the name of a series, its values, and the reaches of its intervals. */
export function placesOf(sheet: string, chart: NativeChart, series: number) {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const last = chart.categories.length + 1;
  const column = (at: number) => `${quoted}!$${columnName(at)}$2:$${columnName(at)}$${last}`;
  const before = chart.series.slice(0, series).filter((one) => reachesOf(one, chart)).length;
  const down = chart.series.length + 1 + 2 * before;
  return {
    categories: column(0),
    name: `${quoted}!$${columnName(series + 1)}$1`,
    values: column(series + 1),
    down: column(down),
    up: column(down + 1),
  };
}
