import type { CellValue } from '#lib/model/sheet.ts';
import { dateOfSerial } from '../serial-date.ts';
import { daysIn, fullYear, isoDay, monthOf } from './calendar.ts';
import { plainForm } from './date-forms.ts';

/** What is known about a column beside the cell: the year of dates without one, whether plain numbers may be serial dates. */
export interface DateHint {
  /** Calendar year for a day or month without a year. */
  readonly year?: number;
  /** Months before this one (1 to 12) belong to `year` + 1: 9 for a school year that begins in September. */
  readonly firstMonth?: number;
  /** Numbers 40000 to 60000 are days of the 1900 system. */
  readonly serial?: boolean;
}

/** A day, a range of days or whole months with both ends inclusive as «YYYY-MM-DD»; or a date that no calendar has. */
export type DateReading =
  | { readonly kind: 'day' | 'range' | 'month'; readonly starts: string; readonly ends: string }
  | { readonly kind: 'impossible'; readonly starts: null; readonly ends: null };

interface PartialDate {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

const impossible: DateReading = { kind: 'impossible', starts: null, ends: null };
const monthsOnly =
  /^(?:(?:с|со|from)\s+)?[a-zа-яё]+\.?(?:(?:\s?[–-]\s?|\s+(?:по|до|to)\s+)[a-zа-яё]+\.?)?$/i;
const trailing = /\s*(?:г(?:\.|ода?|\.\s*)?|year)?[,.;]?\s*$/i;
/** One end of a date as far as it is written; null when the text is no date. */
function readPart(text: string): PartialDate | null {
  let match = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  match = /^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text);
  if (match) {
    const [day, month] = [Number(match[1]), Number(match[3])];
    const year = fullYear(match[4] ?? '');
    return match[2] === '/' && month > 12 && day <= 12
      ? { day: month, month: day, year }
      : { day, month, year };
  }
  match = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
  if (match) return { day: Number(match[1]), month: Number(match[2]), year: null };
  match = /^(\d{1,2})\.(\d{4})$/.exec(text) ?? null;
  if (match) return { day: null, month: Number(match[1]), year: Number(match[2]) };
  match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match) return { day: null, month: Number(match[2]), year: Number(match[1]) };
  match = /^(\d{1,2})$/.exec(text);
  if (match) return { day: Number(match[1]), month: null, year: null };
  return readWords(text);
}

function readWords(text: string): PartialDate | null {
  let match =
    /^(?:(\d{1,2})(?:-?(?:е|го|st|nd|rd|th))?[\s.-]+)?([a-zа-яё]+)(?:[\s.,-]+(\d{4}|\d{2}))?\.?$/i.exec(
      text,
    );
  let month = match ? monthOf(match[2] ?? '') : null;
  if (match && month !== null) {
    return {
      day: match[1] === undefined ? null : Number(match[1]),
      month,
      year: match[3] === undefined ? null : fullYear(match[3]),
    };
  }
  match = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/i.exec(text);
  month = match ? monthOf(match[1] ?? '') : null;
  if (!match || month === null) return null;
  return { day: Number(match[2]), month, year: match[3] === undefined ? null : Number(match[3]) };
}

function yearFor(month: number, hint: DateHint): number | null {
  if (hint.year === undefined) return null;
  return month < (hint.firstMonth ?? 1) ? hint.year + 1 : hint.year;
}

function single(part: PartialDate, hint: DateHint): DateReading | null {
  const { day, month } = part;
  if (month === null) return null;
  if (month < 1 || month > 12) return part.year === null ? null : impossible;
  const year = part.year ?? yearFor(month, hint);
  if (year === null) return null;
  if (day === null) {
    const starts = isoDay(year, month, 1);
    const ends = isoDay(year, month, daysIn(year, month));
    return starts && ends ? { kind: 'month', starts, ends } : null;
  }
  const date = isoDay(year, month, day);
  return date ? { kind: 'day', starts: date, ends: date } : impossible;
}

/** Both ends of a range; what the first end leaves out it takes from the second. */
function range(first: PartialDate, second: PartialDate, hint: DateHint): DateReading | null {
  if (second.month === null) return null;
  const isMonths = first.day === null && second.day === null;
  const month = first.month ?? second.month;
  const hinted = second.year ?? yearFor(second.month, hint);
  if (hinted === null) return null;
  const year =
    first.year ??
    (second.year === null
      ? (yearFor(month, hint) ?? hinted)
      : hinted - (month > second.month ? 1 : 0));
  if ((first.day === null) !== (second.day === null)) return null;
  const starts = single({ day: first.day, month, year }, hint);
  const ends = single({ ...second, year: hinted }, hint);
  if (!starts || !ends) return null;
  if (starts.kind === 'impossible' || ends.kind === 'impossible' || starts.starts > ends.ends)
    return impossible;
  if (isMonths && starts.starts === ends.starts) return starts;
  const kind = isMonths ? 'month' : starts.starts === ends.ends ? 'day' : 'range';
  return { kind, starts: starts.starts, ends: ends.ends };
}

function fromText(cell: string, hint: DateHint): DateReading | null {
  if (cell.length > 60) return null;
  const text = plainForm(cell)
    .replace(/(\d)\s*г\.?(?=\s*–)/gi, '$1')
    .replace(trailing, '');
  if (text === '' || !(/\d/.test(text) || monthsOnly.test(text))) return null;
  const part = readPart(text.replaceAll('–', '-'));
  if (part && !(part.day !== null && part.month === null)) return single(part, hint);
  const split =
    /^(?:с|со|from)\s+(.+?)\s+(?:по|до|to)\s+(.+)$/i.exec(text) ??
    /^(.+?)\s*–\s*(.+)$/.exec(text) ??
    /^(.+?)\s+-\s+(.+)$/.exec(text) ??
    /^([\d.]+|[a-zа-яё]+)\.?-(.+)$/i.exec(text);
  if (!split) return null;
  const first = readPart((split[1] ?? '').replace(trailing, '').replace(/\.$/, ''));
  const second = readPart((split[2] ?? '').replace(trailing, ''));
  return first && second ? range(first, second, hint) : null;
}

/**
 * The date, range of dates or month that a cell holds; day before month; a time of day is dropped. Null when the cell holds no
 * date, or a day or month whose year neither the cell nor the hint tells; «31.04.2026» is «impossible».
 */
export function readDate(cell: CellValue, hint: DateHint = {}): DateReading | null {
  if (typeof cell === 'string') return fromText(cell, hint);
  if (typeof cell === 'number') {
    if (hint.serial !== true || cell < 40000 || cell > 60000) return null;
    const day = dateOfSerial(Math.floor(cell), false);
    return day === null ? null : { kind: 'day', starts: day, ends: day };
  }
  if (cell === null || typeof cell === 'boolean' || !('date' in cell)) return null;
  const day = cell.date.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { kind: 'day', starts: day, ends: day } : null;
}
