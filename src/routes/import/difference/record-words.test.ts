import { expect, test } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { dayOf } from '#lib/ingest/day.ts';
import type { Difference } from '#lib/ingest/difference.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { describeChanges, describeRecord, labelOf } from './record-words.ts';

const base: Difference = {
  id: 'p|1',
  kind: 'participation',
  change: 'changed',
  label: ['Ёлкина Арина', '6А', 'Живая классика'],
  cells: [],
  before: { sheet: 0, row: 3, col: null },
  after: { sheet: 0, row: 4, col: null },
};
const prize = defaultProgramme.results.find(({ name }) => name.ru === 'призёр')?.id ?? '';
const part = defaultProgramme.results.find(({ name }) => name.ru === 'участник')?.id ?? '';

test('a changed cell is told by the names of the catalogue and the programme', () => {
  const changed: Difference = {
    ...base,
    cells: [
      { column: 'key', before: 'елкина арина', after: 'елкина арена' },
      { column: 'result', before: part, after: prize },
      { column: 'starts', before: dayOf('2026-04-14'), after: dayOf('2026-04-15') },
      { column: 'hours', before: null, after: 1.5 },
    ],
  };
  expect(describeChanges(changed, defaultProgramme, locales.ru)).toEqual([
    { name: 'Результат', before: 'участник', after: 'призёр' },
    { name: 'Дата начала', before: '14.04.2026', after: '15.04.2026' },
    { name: 'Часы', before: null, after: '1,5' },
  ]);
  expect(describeChanges(changed, defaultProgramme, locales.en)[1]).toMatchObject({
    before: '14 Apr 2026',
  });
});

test('of a school’s own columns only those that differ are told, each by its name', () => {
  const changed: Difference = {
    ...base,
    cells: [
      {
        column: 'own',
        before: JSON.stringify({ Кружок: 'хор', Смена: '1' }),
        after: JSON.stringify({ Кружок: 'театр', Смена: '1' }),
      },
    ],
  };
  expect(describeChanges(changed, defaultProgramme, locales.ru)).toEqual([
    { name: 'Кружок', before: 'хор', after: 'театр' },
  ]);
});

test('a new record is told by what its label does not say', () => {
  const day = dayOf('2026-01-12');
  const added: Difference = {
    ...base,
    change: 'added',
    before: null,
    cells: [
      ...['name', 'class', 'title'].map((column, at) => ({
        column,
        before: null,
        after: base.label[at] ?? '',
      })),
      { column: 'starts', before: null, after: day },
      { column: 'ends', before: null, after: day },
      { column: 'school_year', before: null, after: 2025 },
      { column: 'result', before: null, after: prize },
      { column: 'remote', before: null, after: false },
      { column: 'team', before: null, after: true },
      { column: 'hours', before: null, after: 18 },
    ],
  };
  expect(describeRecord(added, defaultProgramme, locales.ru)).toEqual([
    '12.01.2026',
    'призёр',
    'команда',
    'часы: 18',
  ]);
});

test('the label of a score names instrument, scale and wave in words', () => {
  const score: Difference = {
    ...base,
    kind: 'assessment',
    label: ['Ёлкина Арина', '6А', 'torrance', 'fluency', 'pre'],
  };
  expect(labelOf(score, locales.ru).slice(2)).toEqual(['Торренс', 'беглость', 'входной']);
});
