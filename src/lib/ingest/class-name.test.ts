import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClass, namesSeveralClasses, readClass } from './class-name.ts';

test.each([
  ['5Г', '5Г', 5],
  ['6 «Б» класс', '6Б', 6],
  ['11 “Б”', '11Б', 11],
  ['3а', '3А', 3],
  ['7 мк', '7МК', 7],
  ['11-1', '11-1', 11],
  ['8.2', '8-2', 8],
  ['10 A', '10А', 10],
  ['10B', '10В', 10],
  ['5-А', '5А', 5],
  ['5"А"', '5А', 5],
  ['5 А класс', '5А', 5],
  ['класс 9В', '9В', 9],
  ['ученик 5А класса', '5А', 5],
  ['9 кл.', '9', 9],
  ['7«ж»', '7Ж', 7],
  ['Grade 6B', '6В', 6],
  ['4', '4', 4],
])('%s is %s', (text, canonical, grade) => {
  expect(readClass(text)).toMatchObject({ text: canonical, grade });
});

test.each([
  '—',
  '',
  '0А',
  '13Б',
  'А5',
  '5А, 5Б',
  '5–7 классы',
  'выпускник',
  '2025',
  '12.10.2025',
  'команда',
])('%s is no class', (text) => {
  expect(readClass(text)).toBeNull();
});

test('the canonical form reads as itself and does not depend on decoration', () => {
  const suffix = fc.constantFrom('А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З', 'МК', '');
  const decorate = fc.constantFrom(
    (grade: number, letter: string) => `${grade}${letter}`,
    (grade: number, letter: string) => ` ${grade} «${letter.toLowerCase()}» класс`,
    (grade: number, letter: string) => `${grade}-${letter.toLowerCase()}`.replace(/-$/, ''),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), suffix, decorate, (grade, letter, write) => {
      const read = readClass(write(grade, letter));
      expect(read?.text).toBe(`${grade}${letter}`);
      expect(readClass(read?.text ?? '')).toEqual(read);
    }),
  );
});

test.each([
  ['Список 5А класса на 2023/2024 учебный год', '5А'],
  ['Сведения об участии 7 «Б»', '7Б'],
  ['9В', '9В'],
  ['отчёт_6Г_2025-26', '6Г'],
])('a text speaks of one class: %s', (text, canonical) => {
  expect(findClass(text)?.text).toBe(canonical);
});

test.each([
  '5А и 5Б классы',
  'План на 2025/2026 учебный год',
  'за III четверть',
  '14 апреля',
  'I полугодие, 3 мероприятия',
])('a text speaks of no one class: %s', (text) => {
  expect(findClass(text)).toBeNull();
});

describe('several classes at once', () => {
  test.each([
    '5А, 5Б и 6В',
    '5–7 классы',
    '9-е классы',
    'вся школа',
    '1-4 кл.',
    '5А; 6А',
    'сборная',
  ])('«%s»', (text) => {
    expect(namesSeveralClasses(text)).toBe(true);
  });
  test.each(['5А', '13Щ', 'лицей', '5А, скоро', ''])('not «%s»', (text) => {
    expect(namesSeveralClasses(text)).toBe(false);
  });
});
