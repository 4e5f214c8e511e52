import type { CellValue } from '#lib/model/sheet.ts';
import type { Column } from '#lib/model/table.ts';
import { telling } from '#lib/sheets/coded/coded-column.ts';
import type { CodedTable } from '#lib/sheets/coded/coded-table.ts';
import { isBlank } from '#lib/sheets/values/text.ts';

/** Texts by which a heading would be repeated, lower case, and the codes of the letters that such a text begins with. */
interface HeadingTexts {
  readonly texts: readonly string[];
  readonly openings: ReadonlySet<number>;
}

/** The texts by which a heading would be repeated among the rows: the whole and its last floor. */
function textsOf(heading: string): HeadingTexts {
  const whole = heading.trim().toLowerCase();
  const texts = [whole, whole.split(' / ').at(-1) ?? whole];
  const letters = texts.flatMap((text) => [text, text.toUpperCase()]);
  return { texts, openings: new Set(letters.map((letter) => letter.charCodeAt(0))) };
}

/** Whether a text, its ends trimmed, is one of the texts of a heading. */
function repeats(text: string, heading: HeadingTexts): boolean {
  const first = text.charCodeAt(0);
  // Most cells begin otherwise; only white space and what lower case may change need a closer look.
  if (first > 32 && first < 0x530 && !heading.openings.has(first)) return false;
  return heading.texts.includes(text.trim().toLowerCase());
}

/** What a cell is to the heading of its column. */
const [empty, same, other] = [1, 2, 3] as const;

/** Tells whether the row at a place, among the data, repeats the headings. */
export function repetitionTeller(
  rows: CodedTable,
  columns: readonly Column[],
): (place: number) => boolean {
  const told = rows.columns.map((column, position) => {
    const heading = textsOf(columns[position]?.heading ?? '');
    return telling(column, (cell: CellValue) => {
      if (cell === null || cell === '') return empty;
      return typeof cell === 'string' && repeats(cell, heading) ? same : other;
    });
  });
  return (place) => {
    let repeated = 0;
    let filled = 0;
    for (const tell of told) {
      const cell = tell(place);
      if (cell === empty) continue;
      filled += 1;
      if (cell === same) repeated += 1;
      else if (filled - repeated > 2) return false;
    }
    return filled >= 2 && repeated >= Math.max(2, filled * 0.7);
  };
}

/** Tells whether no cell of the row at a place holds anything. */
export function blankTeller(rows: CodedTable): (place: number) => boolean {
  const told = rows.columns.map((column) =>
    telling(column, (cell: CellValue) => (isBlank(cell) ? empty : other)),
  );
  return (place) => told.every((tell) => tell(place) === empty);
}
