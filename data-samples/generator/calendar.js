/** @import { Quarter } from './types.js' */

const dayLength = 86400000;
const epoch = Date.UTC(1899, 11, 30);

/**
 * The number of a day in the spreadsheet count (1 January 1900 is 2 from March 1900 on).
 * @param {string} iso
 */
export function countDay(iso) {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - epoch) / dayLength);
}

/**
 * Year, month and day of a counted day.
 * @param {number} day
 */
export function splitDay(day) {
  const date = new Date(epoch + day * dayLength);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/**
 * The day itself, or the Monday after it when it is a Sunday.
 * @param {number} day
 */
export function skipSunday(day) {
  return splitDay(day).weekday === 0 ? day + 1 : day;
}

/** @param {number} value */
function pad(value) {
  return String(value).padStart(2, '0');
}

/**
 * «14.04.2026».
 * @param {number} day
 */
export function printDay(day) {
  const parts = splitDay(day);
  return `${pad(parts.day)}.${pad(parts.month)}.${parts.year}`;
}

/**
 * «2026-04-14».
 * @param {number} day
 */
export function printIsoDay(day) {
  const parts = splitDay(day);
  return `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
}

/**
 * «12:30:05».
 * @param {number} second
 */
export function printTime(second) {
  return `${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
}

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/**
 * «14 апреля 2026 г.».
 * @param {number} day
 */
export function printDayInWords(day) {
  const parts = splitDay(day);
  return `${parts.day} ${months[parts.month - 1]} ${parts.year} г.`;
}

/**
 * «12–15.10.2025», «28.10–02.11.2025» or a single «14.04.2026».
 * @param {number} start
 * @param {number} end
 */
export function printRange(start, end) {
  if (start === end) return printDay(start);
  const from = splitDay(start);
  const to = splitDay(end);
  if (from.year !== to.year) return `${printDay(start)}–${printDay(end)}`;
  if (from.month !== to.month) return `${pad(from.day)}.${pad(from.month)}–${printDay(end)}`;
  return `${pad(from.day)}–${printDay(end)}`;
}

/**
 * «2025/2026» for the school year that starts in 2025.
 * @param {number} year
 */
export function printSchoolYear(year) {
  return `${year}/${year + 1}`;
}

/** School years, by the calendar year they start in. */
export const schoolYears = [2023, 2024, 2025];

const romans = ['I', 'II', 'III', 'IV'];
const bounds = [
  ['2023-09-01', '2023-10-27'],
  ['2023-11-06', '2023-12-29'],
  ['2024-01-09', '2024-03-22'],
  ['2024-04-01', '2024-05-24'],
  ['2024-09-02', '2024-10-25'],
  ['2024-11-05', '2024-12-28'],
  ['2025-01-09', '2025-03-21'],
  ['2025-03-31', '2025-05-26'],
  ['2025-09-01', '2025-10-24'],
  ['2025-11-05', '2025-12-30'],
  ['2026-01-12', '2026-03-27'],
  ['2026-04-06', '2026-05-26'],
];

/** The twelve quarters; `until` is the last day that counts with the quarter when the gap after it does. */
export const quarters = bounds.map(([start = '', end = ''], index) => {
  const year = 2023 + Math.floor(index / 4);
  const number = (index % 4) + 1;
  const next = bounds[index + 1]?.[0] ?? '2026-09-01';
  /** @type {Quarter} */
  const quarter = {
    key: `${year}/${String(year + 1).slice(2)}-${number}`,
    year,
    number,
    roman: romans[number - 1] ?? '',
    start: countDay(start),
    end: countDay(end),
    until: number === 4 ? countDay(`${year + 1}-08-31`) : countDay(next) - 1,
  };
  return quarter;
});

/**
 * The quarter with this key, such as «2025/26-4».
 * @param {string} key
 */
export function findQuarter(key) {
  const found = quarters.find((quarter) => quarter.key === key);
  if (!found) throw new RangeError(`No quarter ${key}`);
  return found;
}

/**
 * First and last teaching day of a school year.
 * @param {number} year
 */
export function boundYear(year) {
  const own = quarters.filter((quarter) => quarter.year === year);
  return { first: own[0]?.start ?? 0, last: own[3]?.end ?? 0 };
}
