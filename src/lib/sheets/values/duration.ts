import type { CellValue } from '#lib/model/sheet.ts';
import { readNumber } from './number.ts';

const hoursAndMinutes =
  /^(\d{1,3})\s*(?:ч|час|часа|часов|hours?|hrs?|h)\.?\s*(?:и\s*)?(\d{1,2})\s*(?:мин|минут[аы]?|minutes?|min|m)\.?$/i;
const minutesOnly = /^(\d{1,4}(?:[.,]\d+)?)\s*(?:мин|минут[аы]?|minutes?|min)\.?$/i;
const academic =
  /^(\d{1,4}(?:[.,]\d+)?)\s*(?:ак|акад|академическ\p{L}+)\.?\s*(?:ч|час\p{L}*)\.?$/iu;
const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/;
const numberOf = (text: string | undefined) => Number((text ?? '').replace(',', '.'));

/**
 * Hours that a cell states: a number, «2,5 ч», «1 ч 30 мин» → 1.5, «40 мин» → two thirds, «1:30» → 1.5; `inMinutes` says that plain
 * numbers count minutes. An academic hour counts as an hour. Null for everything else.
 */
export function readDuration(cell: CellValue, inMinutes = false): number | null {
  if (typeof cell === 'string') {
    const text = cell.replace(/[\s\u00a0]+/g, ' ').trim();
    const both = hoursAndMinutes.exec(text) ?? clock.exec(text);
    if (both) return Number(both[1]) + Number(both[2]) / 60;
    const minutes = minutesOnly.exec(text);
    if (minutes) return numberOf(minutes[1]) / 60;
    const lessons = academic.exec(text);
    if (lessons) return numberOf(lessons[1]);
    if (/ч|час|h/i.test(text)) return readNumber(cell)?.value ?? null;
  }
  const number = readNumber(cell);
  if (number === null || number.percent) return null;
  return inMinutes ? number.value / 60 : number.value;
}
