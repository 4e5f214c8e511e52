import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import type { Estimate, Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { timeIn, timeOf, type NumberCell } from './live-answer.ts';
import { readNumber, type LiveNumber } from './live-number.ts';
import { nameNumber, sayNumber, sayText } from './live-words.ts';

const period = defaultProgramme.periods.findIndex(({ id }) => id === '2025-3');
const setting = { programme: defaultProgramme, own: [], period, locale: locales.ru };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function number(token: string): LiveNumber {
  const read = readNumber(token);
  if (!read) throw new Error(token);
  return read;
}

const estimate: Estimate = { value: 0.4047, x: 448, n: 1107, lower: 0.376, upper: 0.434 };
const told: NumberCell = {
  outcome: { kind: 'estimate', ...estimate },
  before: { kind: 'estimate', ...estimate },
  change: { value: 0.072, lower: 0.01, upper: 0.12, p: 0.01, detectable: null },
  time: period,
};
const absent = (reason: Extract<Outcome, { kind: 'absent' }>['reason']): NumberCell => ({
  outcome: { kind: 'absent', reason, n: null },
  before: null,
  change: null,
  time: period,
});

describe('a live number in words', () => {
  it.each([
    ['{{M01}}', 'Охват, III четверть 2025/26'],
    ['{{M01 of.block=%22II%22}}', 'Охват, Блок II, III четверть 2025/26'],
    [
      '{{M01 at=year-ago as=interval only.sex=%5B%22f%22%5D}}',
      'Охват, девочки, III четверть 2024/25, 95 % интервал',
    ],
    ['{{M01 grain=year as=change}}', 'Охват, 2025/26 уч. год, изменение за год'],
    ['{{M01 at=2024-1}}', 'Охват, I четверть 2024/25'],
    ['{{M33 at=last as=n}}', 'Благополучие, последний период с данными, на скольких основано'],
  ])('%s is «%s»', (token, name) => {
    expect(plain(nameNumber(number(token), setting)).toLowerCase()).toBe(name.toLowerCase());
  });

  it.each([
    ['value', '40,5 %'],
    ['of', '448 из 1 107'],
    ['n', '1 107'],
    ['interval', 'от 37,6 % до 43,4 %'],
    ['change', '+7,2 п. п.'],
    ['when', 'III четверть 2025/26'],
  ] as const)('says its %s as «%s»', (form, text) => {
    expect(plain(sayNumber({ ...number('{{M01}}'), form }, told, setting))).toBe(text);
  });

  it('says that it is hidden, or why it is not there', () => {
    const say = (form: LiveNumber['form'], cell: NumberCell) =>
      sayNumber({ ...number('{{M01}}'), form }, cell, setting);
    expect(say('value', absent('withheld'))).toBe('скрыто');
    expect(say('of', absent('too-few'))).toBe('мало данных');
    const hiddenBefore = { ...told, change: null, before: absent('withheld').outcome };
    expect(say('change', hiddenBefore)).toBe('скрыто');
    expect(say('change', { ...told, change: null, before: null })).toContain('не с чем сравнить');
  });

  it('ends a sentence once where its unit ends in a full stop', () => {
    const numbers = new Map([['{{M01 as=change}}', told]]);
    const say = (text: string) => plain(sayText(text, numbers, setting));
    expect(say('За год: {{M01 as=change}}. Было')).toMatch(/ п\. п\. Было$/);
    expect(say('За год: {{M01 as=change}}…')).toMatch(/ п\. п\.…$/);
  });

  it('speaks in a text with the names of the programme', () => {
    const text = 'За {{period}}: {{M01}}; {{M02}} {{unknown}}';
    expect(plain(sayText(text, new Map([['{{M01}}', told]]), setting))).toBe(
      'За III четверть 2025/26: 40,5 %; нет данных {{unknown}}',
    );
  });
});

describe('the time of a live number', () => {
  it.each([
    ['{{M01}}', period],
    ['{{M01 at=year-ago}}', period - 4],
    ['{{M01 at=year-ago grain=year}}', 2024],
    ['{{M01 at=9999-1}}', null],
  ])('%s is %s', (token, time) => {
    expect(timeOf(number(token), period, defaultProgramme)).toBe(time);
  });

  it('is the last of which there are records, where that is asked for', () => {
    const last = number('{{M33 at=last as=when}}');
    const cell = (time: number, outcome: Outcome) => ({ ...told, members: [], time, outcome });
    const cells = [
      cell(period - 3, told.outcome),
      cell(period - 2, absent('too-few').outcome),
      cell(period - 1, absent('no-records').outcome),
      cell(period, absent('no-records').outcome),
      cell(period + 1, told.outcome),
    ];
    const time = timeIn(last, { cells }, period, defaultProgramme);
    expect(time).toBe(period - 2);
    expect(plain(sayNumber(last, { ...told, time }, setting))).toBe(
      'I четверть 2025/26 (за III четверть 2025/26 данных нет)',
    );
    expect(timeIn(last, { cells: [] }, period, defaultProgramme)).toBe(period);
  });

  it('is none where no period is known', () => {
    expect(timeOf(number('{{M01}}'), null, defaultProgramme)).toBeNull();
    expect(timeOf(number('{{M01 at=2025-3}}'), null, defaultProgramme)).toBe(period);
  });
});
