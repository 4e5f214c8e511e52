import { expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { pictureWords, type Panelled } from './saved-picture.ts';

const panelled: Panelled = {
  title: 'Охват вырос',
  subtitle: '%',
  subject: 'Охват по блокам',
  measure: 'Охват',
  source: undefined,
  selection: [
    { dimension: 'partner', values: [7], excluded: false },
    { dimension: 'class', values: ['5А', '5Б'], excluded: true },
  ],
  span: null,
  last: 3,
  grain: 'term',
};
const named = { programme: defaultProgramme, own: [], locale: locales.ru };

it('names whom, when and what a picture shows, and no keys', () => {
  const { schoolYear } = defaultProgramme.periods[3] ?? { schoolYear: 0 };
  const year = locales.ru.format.schoolYear(schoolYear);
  const words = pictureWords(panelled, {
    ...named,
    nameOf: (_, key) => (key === 7 ? 'Музей' : null),
  });
  expect(words.selection).toBe('партнёр: Музей; класс: кроме: 5А и 5Б');
  expect(words.period).toBe(`IV четверть ${year}`);
  expect(words.name).toEqual(['Охват по блокам', `${year} IV`]);
  expect(words.source).toBe('');
});

it('is called after the school year where one value speaks of a year', () => {
  const words = pictureWords({ ...panelled, selection: [], last: 2025, grain: 'year' }, named);
  expect(words.name).toEqual(['Охват по блокам', '2025/26']);
  const half = pictureWords({ ...panelled, selection: [], last: 4051, grain: 'half' }, named);
  expect(half.period).toBe('II полугодие 2025/26');
});

it('is called after the span where several terms are taken together', () => {
  const span = 'II четв. 2024/25 — III четв. 2024/25';
  const words = pictureWords({ ...panelled, selection: [], span }, named);
  expect(words.period).toBe(span);
  expect(words.name).toEqual(['Охват по блокам', span]);
});
