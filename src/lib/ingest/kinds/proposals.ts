import { capitalLookAlikes, foldText } from '#lib/i18n/fold.ts';
import type { Proposal, RepairReason } from '#lib/model/issue.ts';
import { daysIn, fullYear, isoDay } from '#lib/sheets/values/calendar.ts';
import { readDate } from '#lib/sheets/values/date.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { plainDate, plainNumber } from '#lib/sheets/values/text.ts';
import { readClass } from '../class-name.ts';
import { readPerson } from '../person-name.ts';

/** Texts longer than this are no slips of the pen. */
export const longestProposed = 100;

const digitsAlike: Readonly<Record<string, string>> = {
  о: '0',
  o: '0',
  з: '3',
  l: '1',
  i: '1',
  '|': '1',
  б: '6',
  b: '6',
  s: '5',
};
const lettersAlike: Readonly<Record<string, string>> = { '0': 'о', '3': 'з', '1': 'л', '6': 'б' };

function proposal(to: string, reason: RepairReason): Proposal {
  return { to, reason, params: {} };
}

/** A text with the letters that look like digits made digits. */
function asDigits(text: string): string {
  return text.toLowerCase().replace(/[оozзlibбs|]/g, (letter) => digitsAlike[letter] ?? letter);
}

function print(year: number, month: number, day: number): string | null {
  const iso = isoDay(year, month, day);
  return iso === null ? null : plainDate(iso);
}

/** The calendar year of a month in a school year, which turns in August. */
function yearOf(schoolYear: number, month: number): number {
  return month >= 8 ? schoolYear : schoolYear + 1;
}

/**
 * A date that a text probably means: day and month put right, a day that the month lacks made its last, a year far from the
 * sheet's made the sheet's (`schoolYear`), letters in place of digits. Null when nothing suggests itself.
 */
export function proposeDate(text: string, schoolYear: number | null): Proposal | null {
  if (text.length > longestProposed) return null;
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{1,6})(?:\s*г\.?)?$/.exec(text.trim());
  if (!match) {
    const digits = asDigits(text);
    if (digits === text.toLowerCase() || /\p{L}/u.test(digits)) return null;
    const reading = readDate(digits);
    if (reading === null) return null;
    if (reading.kind === 'impossible') return proposeDate(digits, schoolYear);
    return reading.kind === 'day'
      ? proposal(plainDate(reading.starts), 'letters-alike')
      : proposal(digits, 'letters-alike');
  }
  const [day, month] = [Number(match[1]), Number(match[2])];
  const written = match[3] ?? '';
  const year = fullYear(written);
  const near = schoolYear === null || Math.abs(year - yearOf(schoolYear, month)) <= 1;
  if (written.length === 2 || (written.length === 4 && year >= 1900 && year <= 2100)) {
    const swapped = month > 12 && day <= 12 ? print(year, day, month) : null;
    if (swapped !== null) return proposal(swapped, 'day-and-month-swapped');
    const most = month >= 1 && month <= 12 ? daysIn(year, month) : 0;
    const last = day > most && day <= 31 ? print(year, month, most) : null;
    if (last !== null) return proposal(last, 'day-too-large');
    if (near) return null;
  }
  if (schoolYear === null || month < 1 || month > 12) return null;
  const to = print(yearOf(schoolYear, month), month, day);
  return to === null || to === text ? null : proposal(to, 'year-of-the-sheet');
}

/** A number that a text probably means: letters in place of digits, a doubled or spaced decimal mark, the only number in words. */
export function proposeNumber(text: string): Proposal | null {
  if (text.length > longestProposed) return null;
  const trimmed = text.trim();
  const digits = asDigits(trimmed);
  const alike = (/\d/.test(trimmed) || /^[оo]$/i.test(trimmed)) && !/\p{L}/u.test(digits);
  if (digits !== trimmed.toLowerCase() && alike && readNumber(digits) !== null)
    return proposal(digits, 'letters-alike');
  const marked = trimmed.replace(/\s*[.,]+\s*(?=\d)/g, ',').replace(/[.,]+$/, '');
  if (marked !== trimmed && readNumber(marked) !== null && (marked.match(/,/g) ?? []).length <= 1)
    return proposal(marked, 'decimal-mark');
  const numbers = [...trimmed.matchAll(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?![\d.,]*[\p{L}\d])/gu)];
  const value = numbers.length === 1 ? (readNumber(numbers[0]?.[0] ?? '')?.value ?? null) : null;
  return value === null ? null : proposal(plainNumber(value).replace('.', ','), 'digits-in-text');
}

const romans: readonly string[] = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
];
const inWords =
  /^(перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадцат)\p{L}*\s*["«]?\s*(\p{L})?\s*["»]?(?:\s|$)/iu;
const stems = 'перв втор трет четв пят шест седьм восьм девят десят одиннадцат'.split(' ');

/** A class that a text probably means, in its canonical form: «А5», «V А», «5 А класс(а)», «пятый А», «5 А (углублённый)». */
export function proposeClass(text: string): Proposal | null {
  if (text.length > longestProposed) return null;
  const bare = text.normalize('NFKC').trim();
  const tries: string[] = [];
  const latin = bare.replace(/[ХІСМ]/g, (letter) => ({ Х: 'X', І: 'I' })[letter] ?? letter);
  const roman = /^([IVX]{1,4})\s*[-–"«]?\s*(\p{L})?["»]?(?:\s|$)/iu.exec(latin);
  const grade = romans.indexOf((roman?.[1] ?? '').toUpperCase()) + 1;
  if (roman && grade > 0) tries.push(`${grade}${roman[2] ?? ''}`);
  const worded = inWords.exec(bare);
  if (worded) tries.push(`${stems.indexOf((worded[1] ?? '').toLowerCase()) + 1}${worded[2] ?? ''}`);
  const turned = /^(\p{L})\s*[-–]?\s*(\d{1,2})$/u.exec(bare);
  if (turned) tries.push(`${turned[2]}${turned[1]}`);
  const mentioned = [
    ...bare.matchAll(
      /(?<!\d)(\d{1,2})(?!\d)\s*(?:-?(?:й|ый|ий|го))?\s*[-–«"„(]?\s*(\p{L}(?!\p{L}))?/gu,
    ),
  ];
  if (mentioned.length === 1) tries.push(`${mentioned[0]?.[1]}${mentioned[0]?.[2] ?? ''}`);
  for (const one of tries) {
    const read = readClass(one);
    if (read && read.grade <= 11 && read.text !== text) return proposal(read.text, 'class-form');
  }
  return null;
}

const nameOnly = /^\p{L}[\p{L}.\s’'-]*$/u;

/** A name that a text with stray digits probably means: digits that look like letters, or a number before or after. */
export function proposeName(text: string): Proposal | null {
  if (text.length > longestProposed) return null;
  const alike = text.replace(
    /(?<=\p{L})[0136]|[0136](?=\p{L})/gu,
    (digit) => lettersAlike[digit] ?? digit,
  );
  if (alike !== text && nameOnly.test(alike) && readPerson(alike) !== null)
    return proposal(alike, 'letters-alike');
  const bare = text
    .replace(/[\d@:?!%№#*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare !== text &&
    bare.split(' ').length >= 2 &&
    nameOnly.test(bare) &&
    readPerson(bare) !== null
    ? proposal(bare, 'digits-in-text')
    : null;
}

/** A text whose Latin letters all look like Cyrillic ones, in Cyrillic. */
export function inCyrillic(text: string): string {
  return foldText(
    text.toUpperCase().replace(/[A-Z]/g, (letter) => capitalLookAlikes[letter] ?? letter),
  );
}
