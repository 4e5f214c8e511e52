import { expect, test } from 'vitest';
import { defaultProgramme } from '#lib/programme/default.ts';
import { findSchoolYear, findTerm, readContext } from './context.ts';
import { Lexicon } from './lexicon.ts';

const lexicon = new Lexicon(defaultProgramme);

test.each([
  ['за III четверть 2024/2025 уч. года', 2024],
  ['2025-2026', 2025],
  ['2025–26 учебный год', 2025],
  ['Волонтёры 25/26', 2025],
  ['отчёт_2023_24', 2023],
  ['на 01.09.2025', 2025],
  ['на 15.02.2026', 2025],
])('%s is the school year %d', (text, year) => {
  expect(findSchoolYear(text)).toBe(year);
});

test.each(['2024–2026 годы', 'встреча 12–13.10', '2023/24 и 2024/25', 'конкурс «Шаг 24»'])(
  '%s names no one school year',
  (text) => {
    expect(findSchoolYear(text)).toBeNull();
  },
);

test.each([
  ['за III четверть', 3],
  ['1 четв.', 1],
  ['2-я четверть', 2],
  ['четвёртая четверть', 4],
  ['IV_четверть', 4],
  ['Q2', 2],
  ['I-II четверть', null],
  ['II полугодие', null],
])('%s is term %s', (text, term) => {
  expect(findTerm(text, defaultProgramme)).toBe(term);
});

test('a context keeps where each value was read, the nearer text first', () => {
  const context = readContext(
    [
      {
        source: 'title',
        text: 'Тест творческого мышления П. Торренса, фигурная форма А, 2023/2024 учебный год, входная диагностика',
      },
      { source: 'sheet', text: '5А' },
      { source: 'file', text: 'Торренс 2022-2023, итоговая' },
    ],
    lexicon,
  );
  expect(context).toMatchObject({
    schoolYear: 2023,
    instrument: 'torrance',
    version: 'форма А',
    wave: 'pre',
    term: null,
    class: { text: '5А' },
  });
  expect(context.evidence).toMatchObject({
    schoolYear: { source: 'title' },
    class: { source: 'sheet' },
  });
});

test('a list of participants names its event', () => {
  const { event } = readContext(
    [{ source: 'title', text: 'Список участников конкурса чтецов «Живая классика»' }],
    lexicon,
  );
  expect(event).toBe('Живая классика');
});
