import type { CellValue } from '#lib/model/sheet.ts';
import { isCode } from '#lib/sheets/values/code.ts';
import { readDate } from '#lib/sheets/values/date.ts';
import { readHeadcount } from '#lib/sheets/values/headcount.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readAgreement } from '../agreement.ts';
import { readClass } from '../class-name.ts';
import type { Lexicon } from '../lexicon.ts';
import { readRemote, readSex } from '../modes.ts';
import { readPerson } from '../person-name.ts';
import { readWave } from '../wave.ts';
import type { Content } from './field.ts';
import { isIdentifier, isPhone } from './personal.ts';

/** Shares of a column's filled cells by what they hold, with how many were looked at and how many of them differ. */
export interface Holding {
  readonly filled: number;
  readonly distinct: number;
  readonly share: Readonly<Record<Content, number>>;
}

/** Contents from the most telling to the least. */
const tellingFirst: readonly Content[] = [
  'email',
  'identifier',
  'phone',
  'account',
  'link',
  'timestamp',
  'date',
  'person',
  'class',
  'sex',
  'ordinal',
  'mode',
  'wave',
  'term',
  'direction',
  'level',
  'role',
  'result',
  'agreement',
  'yes-no',
  'block',
  'percent',
  'year',
  'code',
  'name-part',
  'count',
  'number',
];

/** Contents that numbers are read as too, though the column may mean something else. */
const worded: readonly Content[] = ['result', 'block', 'class', 'term', 'yes-no'];

const sampleSize = 80;
const account =
  /^@[\w.]{3,}$|(?:vk\.com|vkontakte\.ru|t\.me|instagram\.com|ok\.ru|facebook\.com)\//i;
const nameEnd = /(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ко|ук|юк|ич|вна)$/i;

function looksLikePerson(text: string): boolean {
  const words = text.split(/[\s,]+/);
  if (words.length < 2 || words.length > 4 || text.length > 60) return false;
  if (!words.every((word) => /^\p{Lu}/u.test(word) && /^[\p{L}.'’-]+$/u.test(word))) return false;
  // «Центральный АО» is a place: an abbreviation beside a word in small letters is no first name.
  const shouts = (word: string) => /^\p{Lu}{2,4}$/u.test(word);
  if (words.some(shouts) && !words.every((word) => word === word.toUpperCase())) return false;
  return (
    readPerson(text) !== null &&
    (words.some((word) => nameEnd.test(word)) || words.every((word) => word.length > 1))
  );
}

function contentsOf(cell: CellValue, lexicon: Lexicon): Content[] {
  const text = readText(cell);
  if (text === null) return [];
  const found: Content[] = ['text'];
  const add = (content: Content, holds: boolean) => {
    if (holds) found.push(content);
  };
  const date = readDate(cell);
  const number = isCode(cell) ? null : readNumber(cell);
  const value = number?.value ?? null;
  if (date) {
    add('date', value === null || !/^[\d\s]*$/.test(text));
    add(
      'timestamp',
      /\d:\d\d/.test(text) ||
        (typeof cell === 'object' && cell !== null && 'date' in cell && cell.date.includes('T')),
    );
  }
  if (value !== null && !(date && /\D/.test(text.replace(/[,.\s]/g, '')))) {
    add('number', true);
    add('count', Number.isInteger(value) && value >= 0 && value < 100_000);
    add('percent', number?.percent === true);
    add('grade', Number.isInteger(value) && value >= 1 && value <= 11);
    add('year', Number.isInteger(value) && value >= 1990 && value <= 2100);
  } else add('count', !date && readHeadcount(text) !== null);
  const short = text.length <= 40;
  const named = readClass(text);
  add('class', short && named !== null && named.suffix !== '');
  add('person', looksLikePerson(text));
  add('name-part', /^\p{Lu}[\p{L}ё'’-]+$/u.test(text) && text.length < 25);
  add('sex', readSex(text) !== null);
  add('year', /^20\d\d\s*[-–/]\s*(?:20)?\d\d(?:\s*уч)?/.test(text) || /^\d\d\/\d\d$/.test(text));
  add(
    'term',
    /^(?:[ivx]+|\d)\s*(?:-?[йяа-я]{0,2})?\s*(?:четверть|полугодие|триместр|term|quarter|semester)|^(?:iv|i{1,3})$/i.test(
      text,
    ),
  );
  add('email', /^\S+@\S+\.\S+$/.test(text));
  add('phone', isPhone(text));
  add('identifier', isIdentifier(text));
  add('code', isCode(cell));
  add('account', account.test(text));
  add('link', /^https?:\/\//.test(text));
  add('agreement', value === null && readAgreement(text) !== null);
  add('yes-no', /^(?:да|нет|yes|no|\+|-|true|false|есть)$/i.test(text));
  if (text.length <= 60) {
    add('level', value === null && lexicon.level(text) !== null);
    add('result', lexicon.result(text) !== null);
    add('role', value === null && lexicon.role(text) !== null);
    add('direction', lexicon.direction(text) !== null);
    add('block', lexicon.block(text) !== null);
    add('mode', readRemote(text) !== null);
    add('wave', readWave(text) !== null);
  }
  return found;
}

/** What a column holds, told in one word: the most telling content of most of its cells; null for plain or mixed texts. */
export function mainContent(holding: Holding): Content | null {
  if (holding.filled === 0) return null;
  const numbers = holding.share.number >= 0.6;
  return (
    tellingFirst.find(
      (content) => holding.share[content] >= 0.6 && !(numbers && worded.includes(content)),
    ) ?? null
  );
}

/** Judges what a column holds by a spread sample of its filled cells. */
export function judgeContent(cells: readonly CellValue[], lexicon: Lexicon): Holding {
  const share: Record<Content, number> = {
    person: 0,
    'name-part': 0,
    class: 0,
    grade: 0,
    date: 0,
    timestamp: 0,
    number: 0,
    count: 0,
    ordinal: 0,
    percent: 0,
    sex: 0,
    level: 0,
    result: 0,
    role: 0,
    direction: 0,
    block: 0,
    mode: 0,
    wave: 0,
    term: 0,
    year: 0,
    agreement: 0,
    email: 0,
    phone: 0,
    identifier: 0,
    code: 0,
    account: 0,
    link: 0,
    'yes-no': 0,
    text: 0,
  };
  const filled = cells.filter((cell) => cell !== null && cell !== '' && readAbsence(cell) === null);
  const step = Math.max(1, filled.length / sampleSize);
  const sample: CellValue[] = [];
  for (let at = 0; at < filled.length; at += step) sample.push(filled[Math.floor(at)] ?? null);
  const distinct = new Set<string>();
  let previous = Number.NEGATIVE_INFINITY;
  let rising = 0;
  for (const cell of sample) {
    for (const content of new Set(contentsOf(cell, lexicon))) share[content] += 1 / sample.length;
    distinct.add(String(readText(cell)));
    const value = readNumber(cell)?.value ?? null;
    if (value !== null && Number.isInteger(value) && (value > previous || value === 1)) rising += 1;
    previous = value ?? previous;
  }
  const first = readNumber(sample[0] ?? null)?.value ?? null;
  share.ordinal = sample.length > 1 && rising === sample.length && first === 1 ? 1 : 0;
  return {
    filled: filled.length,
    distinct: sample.length ? distinct.size / sample.length : 0,
    share,
  };
}
