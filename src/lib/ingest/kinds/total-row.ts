import type { RowReader } from './row-reader.ts';

const totals =
  /^\s*(?:итого|всего|в\s+среднем|средний\s+балл|среднее(?=\s*(?:$|значение|по))|сумма(?=\s*$)|из\s+них|в\s+том\s+числе|в\s+т\.\s*ч|sub-?total|grand\s+total|total|average|mean)(?![\p{L}])/iu;
const lookedAt = 4;

/** Whether a row calls itself a total in the first of its texts. */
export function isTotalRow(row: RowReader): boolean {
  for (let position = 0; position < lookedAt; position += 1) {
    const cell = row.cellAt(position);
    if (typeof cell === 'string' && /\p{L}/u.test(cell)) return totals.test(cell);
  }
  return false;
}
