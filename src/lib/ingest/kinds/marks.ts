import type { CellValue } from '#lib/model/sheet.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readDuration } from '#lib/sheets/values/duration.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { readYesNo } from '#lib/sheets/values/yes-no.ts';
import type { Lexicon } from '../lexicon.ts';

/** What numbers mean in a sheet of marks: only that somebody took part, a place, or hours. */
export type MarkNumbers = 'presence' | 'place' | 'hours';

/** What a cell under an event says of a pupil. */
export interface Mark {
  readonly result: string | null;
  readonly role: string | null;
  readonly hours: number | null;
}

const tookPart: Mark = { result: null, role: null, hours: null };

/**
 * The mark in a cell: «+», «1», «участник», «призёр», «2 место», hours. «none» for an empty cell, a dash, a zero or a no; null for
 * what is no mark.
 */
export function readMark(
  cell: CellValue,
  numbers: MarkNumbers,
  lexicon: Lexicon,
): Mark | 'none' | null {
  const text = readText(cell);
  if (text === null) return 'none';
  const number = readNumber(cell);
  if (number === null || numbers === 'presence') {
    const said = readYesNo(cell);
    if (said !== null) return said ? tookPart : 'none';
  }
  const hours = numbers === 'hours' ? readDuration(cell) : null;
  if (hours !== null && hours > 0) return { ...tookPart, hours };
  if (number !== null) {
    if (number.value <= 0 || number.percent) return number.value === 0 ? 'none' : null;
    return numbers === 'place' ? { ...tookPart, result: lexicon.result(text) } : null;
  }
  if (readAbsence(cell) !== null) return 'none';
  if (text.length > 40) return null;
  const result = lexicon.result(text);
  const role = result === null || result === lexicon.result('участник') ? lexicon.role(text) : null;
  return result === null && role === null ? null : { result, role, hours: null };
}
