import { expect, test } from 'vitest';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';
import {
  compareIncoming,
  countDecisions,
  listColumns,
  listForms,
  searchForms,
} from './form-facts.ts';

const recipe = (fingerprint: string, rest: Partial<Recipe> = {}): Recipe => ({
  fingerprint,
  fields: {},
  ...rest,
});

function accepted(at: number, kinds: readonly ('roll' | 'event')[], ...prints: string[]) {
  return {
    at,
    entry: {
      tables: kinds.map((kind) => ({ kind })),
      recipes: prints.map((print) => recipe(print)),
    },
  } as unknown as LedgerImport;
}

test('a form knows how many imports had it, when the last was and what they held', () => {
  const known = new Map(['a', 'b', 'c'].map((print) => [print, recipe(print)]));
  const forms = listForms(known, [
    accepted(10, ['roll'], 'a', 'a'),
    accepted(30, ['roll', 'event'], 'a', 'b'),
  ]);
  expect(forms.map(({ recipe: { fingerprint }, ...use }) => ({ fingerprint, ...use }))).toEqual([
    { fingerprint: 'a', kind: 'roll', imports: 2, last: 30 },
    { fingerprint: 'b', kind: null, imports: 1, last: 30 },
    { fingerprint: 'c', kind: null, imports: 0, last: null },
  ]);
});

test('a decision about a column overrules what was found, also where it says that the column is not needed', () => {
  const columns = listColumns(
    recipe('a', {
      headings: ['Ф.И.О.', 'Кл.', 'Кружок', ''],
      found: { 'Ф.И.О.': 'teacher', 'Кл.': 'class', Кружок: 'club' },
      fields: { 'Ф.И.О.': 'student_name', 'Кл.': null },
      own: { Кружок: { name: 'Где занимается', dimension: true } },
    }),
  );
  expect(columns.map(({ field, own, isDecided }) => [field, own?.name ?? null, isDecided])).toEqual(
    [
      ['student_name', null, true],
      [null, null, true],
      [null, 'Где занимается', true],
    ],
  );
});

test('every single decision counts once', () => {
  const decided = recipe('a', {
    kind: 'roll',
    fields: { Класс: 'class' },
    layout: { from: 4, lines: { Всего: 'total', Итого: 'total' } },
    replacements: [{ heading: 'Итог', from: 'призер', to: 'призёр' }],
  });
  expect(countDecisions(decided)).toBe(6);
  expect(countDecisions(recipe('b', { headings: ['Класс'] }))).toBe(0);
});

test('a form is found by its name and by its headings', () => {
  const forms = listForms(
    new Map([
      ['a', recipe('a', { name: 'Журнал ДДТ', headings: ['Учащийся'] })],
      ['b', recipe('b', { headings: ['Фамилия', 'Учащийся'] })],
    ]),
    [],
  );
  const found = (search: string) =>
    searchForms(forms, search).map(({ recipe: { fingerprint } }) => fingerprint);
  expect(found('журнал учащ')).toEqual(['a']);
  expect(found('учащийся')).toEqual(['a', 'b']);
});

test('a form from a file is new, another, or the same whatever the order of its parts', () => {
  const own = recipe('a', { name: 'Отчёт', fields: { Класс: 'class', Имя: 'first_name' } });
  const known = new Map([['a', own]]);
  const turned = { fields: { Имя: 'first_name', Класс: 'class' }, name: 'Отчёт', fingerprint: 'a' };
  expect(compareIncoming(turned as Recipe, known)).toBe('same');
  expect(compareIncoming({ ...own, name: 'Отчёт 2' }, known)).toBe('replaces');
  expect(compareIncoming(recipe('b'), known)).toBe('fresh');
});
