import type { Table, TableRow } from '#lib/model/table.ts';
import { isBlank } from '#lib/sheets/values/text.ts';

/** Texts by which a heading would be repeated, lower case, and the codes of the letters that such a text begins with. */
interface HeadingTexts {
  readonly texts: readonly string[];
  readonly openings: ReadonlySet<number>;
}

/** The texts by which a heading would be repeated among the rows, by position: the whole and its last floor. */
export function headingTexts(table: Table): readonly HeadingTexts[] {
  return table.columns.map(({ heading }) => {
    const whole = heading.trim().toLowerCase();
    const texts = [whole, whole.split(' / ').at(-1) ?? whole];
    const letters = texts.flatMap((text) => [text, text.toUpperCase()]);
    return { texts, openings: new Set(letters.map((letter) => letter.charCodeAt(0))) };
  });
}

/** Whether a text, its ends trimmed, is one of the texts of a heading. */
function repeats(text: string, heading: HeadingTexts | undefined): boolean {
  if (!heading) return false;
  const first = text.charCodeAt(0);
  // Most cells begin otherwise; only white space and what lower case may change need a closer look.
  if (first > 32 && first < 0x530 && !heading.openings.has(first)) return false;
  return heading.texts.includes(text.trim().toLowerCase());
}

/** Whether a row among the data repeats the headings. */
export function isRepeatedHeader(row: TableRow, headings: readonly HeadingTexts[]): boolean {
  const { cells } = row;
  let same = 0;
  let filled = 0;
  for (let position = 0; position < cells.length; position += 1) {
    const cell = cells[position] ?? null;
    if (cell === null || cell === '') continue;
    filled += 1;
    if (typeof cell === 'string' && repeats(cell, headings[position])) same += 1;
    else if (filled - same > 2) return false;
  }
  return filled >= 2 && same >= Math.max(2, filled * 0.7);
}

/** Whether no cell of a row holds anything. */
export function isBlankRow({ cells }: TableRow): boolean {
  for (let position = 0; position < cells.length; position += 1) {
    if (!isBlank(cells[position])) return false;
  }
  return true;
}
