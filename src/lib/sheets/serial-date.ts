import type { CellValue } from '#lib/model/sheet.ts';

/** «YYYY-MM-DD» of a number of days since 1970-01-01 (proleptic Gregorian; after H. Hinnant, «chrono-compatible date algorithms»). */
export function isoOfDays(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const days1900 = -25569;
const days1904 = -24107;
const secondsOfDay = 86400;

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * The date that a workbook shows for a serial number, straight from the number and so without time zones: «2025-09-01», or
 * «2025-09-01T12:30:00» when it has a time of day; a bare time of day as «12:30:00». The 1900 system counts a 29 February 1900
 * that never was. Null for numbers no workbook shows as a date.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2958466) return null;
  const total = Math.round(serial * secondsOfDay);
  const whole = Math.floor(total / secondsOfDay);
  const seconds = total - whole * secondsOfDay;
  if (whole === 0 && !date1904) return clock(seconds);
  const lotusGap = !date1904 && whole < 60 ? 1 : 0;
  const date = isoOfDays(whole + lotusGap + (date1904 ? days1904 : days1900));
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

/** A serial number as the cell that it fills: a date, a bare time of day as text, or the number where it is neither. */
export function cellOfSerial(serial: number, date1904: boolean): CellValue {
  const date = dateOfSerial(serial, date1904);
  if (date === null) return serial;
  return date.includes('-') ? { date } : date;
}

const written = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * The serial number in the 1900 system of a date or date-time as a cell holds it; null where there is no such day, or none that all
 * programs count alike (before 1900-03-01).
 */
export function serialOfDate(date: string): number | null {
  const match = written.exec(date);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const days = Math.round(Date.UTC(year, month - 1, day) / (secondsOfDay * 1000));
  if (isoOfDays(days) !== date.slice(0, 10)) return null;
  const serial = days - days1900;
  if (serial < 61) return null;
  return serial + (hours * 3600 + minutes * 60 + seconds) / secondsOfDay;
}
