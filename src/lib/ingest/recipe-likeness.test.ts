import { describe, expect, test } from 'vitest';
import { adaptRecipe, findNearRecipe } from './recipe-likeness.ts';
import type { Recipe } from './recipe.ts';

const headings = ['Отметка времени', 'ФИО', 'Класс', 'Что посетил', 'Когда', 'Итог участия'];
const recipe: Recipe = {
  fingerprint: 'a'.repeat(32),
  name: 'Форма участия',
  kind: 'participation',
  fields: { 'Что посетил': 'event_name', 'Итог участия': 'result' },
  headings,
  found: { ФИО: 'student_name', Класс: 'class' },
  own: { Класс: { name: 'Группа', dimension: true } },
  replacements: [{ heading: 'Итог участия', from: 'призер', to: 'призёр' }],
  layout: { columns: [0, 5] },
};
const near = (now: readonly string[]) => findNearRecipe([recipe], now);

describe('a form that changed a little', () => {
  test('a question inserted in the middle', () => {
    expect(near(headings.toSpliced(3, 0, 'Телефон родителя'))).toMatchObject({
      fingerprint: recipe.fingerprint,
      name: 'Форма участия',
      inserted: ['Телефон родителя'],
      removed: [],
      renamed: [],
    });
  });

  test('a column removed', () => {
    expect(near(headings.toSpliced(4, 1))).toMatchObject({
      inserted: [],
      removed: ['Когда'],
      renamed: [],
    });
  });

  test('a column renamed in likeness, and one renamed altogether between the same neighbours', () => {
    expect(near(headings.with(5, 'Итоги участия (уровень)'))?.renamed).toEqual([
      ['Итог участия', 'Итоги участия (уровень)'],
    ]);
    expect(near(headings.with(4, 'Дата'))?.renamed).toEqual([['Когда', 'Дата']]);
  });

  test('the same columns in another order', () => {
    expect(near([...headings].reverse())).toMatchObject({ inserted: [], removed: [], renamed: [] });
  });

  test('two columns of one name are told apart by number', () => {
    const twice = { ...recipe, headings: [...headings, 'Балл', 'Балл'] };
    expect(findNearRecipe([twice], [...headings, 'Балл'])).toMatchObject({ removed: ['Балл'] });
  });

  test('another form is not like it', () => {
    expect(near(['Класс', 'ФИО', 'Беглость', 'Гибкость', 'Оригинальность', 'Сумма'])).toBeNull();
  });

  test('columns without headings are like nothing', () => {
    const bare = { ...recipe, headings: ['', '', '', ''] };
    expect(findNearRecipe([bare], ['', '', '', '', ''])).toBeNull();
  });

  test('the likest of several recipes is offered', () => {
    const other = { ...recipe, fingerprint: 'b'.repeat(32), headings: headings.slice(0, 5) };
    const now = headings.toSpliced(3, 0, 'Телефон');
    expect(findNearRecipe([recipe, other], now)?.fingerprint).toBe(recipe.fingerprint);
    expect(findNearRecipe([other, recipe], now)?.fingerprint).toBe(recipe.fingerprint);
  });
});

test('an adapted recipe says of renamed columns what was said of the old ones', () => {
  const now = headings
    .with(5, 'Итоги участия')
    .with(1, 'ФИО ребёнка')
    .toSpliced(3, 0, 'Телефон родителя');
  expect(adaptRecipe(recipe, { fingerprint: 'c'.repeat(32), headings: now })).toEqual({
    ...recipe,
    fingerprint: 'c'.repeat(32),
    headings: now,
    fields: {
      'Что посетил': 'event_name',
      'Итоги участия': 'result',
      'ФИО ребёнка': 'student_name',
    },
    found: { 'ФИО ребёнка': 'student_name', Класс: 'class' },
    replacements: [{ heading: 'Итоги участия', from: 'призер', to: 'призёр' }],
    layout: { columns: [0, 6] },
  });
});
