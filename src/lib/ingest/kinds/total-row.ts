import type { RowReader } from './row-reader.ts';

const totals =
  /^\s*(?:итого|всего|в\s+среднем|средний\s+балл|среднее(?=\s*(?:$|значение|по))|сумма(?=\s*$)|из\s+них|в\s+том\s+числе|в\s+т\.\s*ч|sub-?total|grand\s+total|total|average|mean)(?![\p{L}])/iu;
const lookedAt = 4;
/** First letters of words of totals, and whatever else may begin with one: only those need a closer look. */
const openings = new Set([...'ивсИВСsgtamSGTAM'].map((letter) => letter.charCodeAt(0)));

const isPlainLetter = (code: number) =>
  (code >= 0x410 && code < 0x450) || (code >= 0x41 && code < 0x5b) || (code >= 0x61 && code < 0x7b);

/** Whether a row calls itself a total in the first of its texts. */
export function isTotalRow(row: RowReader): boolean {
  for (let position = 0; position < lookedAt; position += 1) {
    const cell = row.cellAt(position);
    if (typeof cell !== 'string') continue;
    const first = cell.charCodeAt(0);
    if (isPlainLetter(first) && !openings.has(first)) return false;
    if (/\p{L}/u.test(cell)) return totals.test(cell);
  }
  return false;
}
