import type { Locale } from '#lib/i18n/locale.ts';
import type { WrittenCell, WrittenSheet } from '#lib/sheets/write-workbook.ts';
import type { FigureTable, SnapshotFigure } from '../document.ts';
import { decimalsOf } from '../decimals.ts';

const widest = 44;
/** «— скрыто» is read whole. */
const shortest = 9;

function widthOf(texts: readonly string[], least: number): number {
  return Math.min(widest, 2 + Math.max(least, ...texts.map(({ length }) => length)));
}

/** How many lines a text takes in a column so many characters wide. */
export function wrappedLines(text: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of text.split(' ')) {
    if (filled > 0 && filled + 1 + length > width - 2) {
      lines += 1;
      filled = 0;
    }
    filled += length + (filled > 0 ? 1 : 0);
  }
  return lines;
}

/** Why the numbers of a row are not there, where it says so. */
function reasonOf(row: FigureTable['rows'][number], { figures }: FigureTable): string | null {
  const said = row.find((cell, at) => figures[at] && typeof cell === 'string' && cell !== '');
  return typeof said === 'string' ? said : null;
}

function bodyRows(table: FigureTable, none: string): WrittenCell[][] {
  const decimals = table.heads.map((_, at) => decimalsOf(table.rows.map((row) => row[at] ?? null)));
  return table.rows.map((row) => {
    const reason = reasonOf(row, table);
    return table.heads.map((_, at): WrittenCell => {
      const value = row[at] ?? null;
      if (typeof value === 'number') return { value, decimals: decimals[at] ?? 0 };
      if (!table.figures[at]) return { value: value ?? '' };
      const text = value === null || value === '' ? (reason ?? none) : value;
      return { value: text, mark: 'muted' };
    });
  });
}

/** The sheet of a figure: what it shows, its numbers, and what goes with them; a number that is not there says why. */
export function figureSheet(
  figure: SnapshotFigure,
  name: string,
  { language, t, format }: Locale,
): WrittenSheet {
  const words = t.snapshotOffice;
  const table = figure.table[language];
  const line = (value: string, mark?: WrittenCell['mark']): WrittenCell[][] =>
    value.trim() === '' ? [] : [[mark ? { value, mark } : { value }]];
  const top = [
    ...line(figure.title[language], 'title'),
    ...line(figure.subtitle[language]),
    ...line(figure.selection[language]),
    [],
  ];
  const body = bodyRows(table, words.none);
  const first = table.figures.indexOf(true);
  const hasNone = body.some((row) => row.some(({ value }) => value === words.none));
  const foot = [
    [],
    ...line(hasNone ? words.noneMeans('', words.noneUnknown) : '', 'muted'),
    ...line(
      figure.withheld > 0
        ? words.withheld(format.number(figure.withheld), format.number(figure.numbers))
        : '',
    ),
    ...line(figure.source[language], 'muted'),
  ];
  const columns = table.heads.map((head, at) => ({
    width: widthOf(
      // A reason that a neighbour has already said need not be read whole.
      body
        .filter((row) => at <= first || typeof row[at]?.value === 'number')
        .map((row) => String(row[at]?.value ?? '')),
      Math.max(shortest, ...head.split(' ').map(({ length }) => length)),
    ),
  }));
  const headLines = table.heads.map((head, at) => wrappedLines(head, columns[at]?.width ?? widest));
  return {
    name,
    columns,
    rowLines: { [top.length]: Math.max(1, ...headLines) },
    rows: [
      ...top,
      table.heads.map((value, at): WrittenCell => ({
        value,
        mark: table.figures[at] ? 'figure-heading' : 'heading',
      })),
      ...body,
      ...foot,
    ],
    frozenRows: top.length + 1,
    isOnePageWide: true,
  };
}
