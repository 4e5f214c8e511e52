import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportRecipes, importRecipes } from './recipe-exchange.ts';
import type { Recipe } from './recipe.ts';

const recipe: Recipe = {
  fingerprint: '0123456789abcdef0123456789abcdef',
  name: 'Форма участия',
  kind: 'participation',
  fields: { Что: 'event_name', Кл: null },
  encoding: 'windows-1251',
  delimiter: ';',
  layout: {
    columns: [0, 4],
    header: null,
    from: 3,
    until: 'итого',
    lines: { 'в т. ч. девочки': 'total' },
  },
  own: { Кружок: { name: 'Кружок', dimension: true } },
  replacements: [{ heading: 'Результат', from: 'призер', to: 'призёр' }],
  headings: ['Что', 'Кл'],
  found: { Что: null, Кл: 'class' },
};

test('recipes survive their export, whatever people wrote', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const any = fc.record({
    heading: text.filter((one) => !['__proto__', 'prototype', 'constructor'].includes(one)),
    from: text,
    to: text,
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (replacements) => {
      const fields = Object.fromEntries(replacements.map(({ heading }) => [heading, 'class']));
      const own = [{ ...recipe, replacements, fields: fields as Recipe['fields'] }];
      expect(importRecipes(exportRecipes(own))).toEqual({ recipes: own, issues: [] });
    }),
  );
});

test.each<[string, unknown]>([
  ['an unknown property', { ...recipe, script: 'x' }],
  ['an unknown field', { ...recipe, fields: { Что: 'constructor' } }],
  ['an unknown kind', { ...recipe, kind: 'toString' }],
  ['an unknown encoding', { ...recipe, encoding: 'utf-7' }],
  ['a fingerprint that is none', { ...recipe, fingerprint: '../../x' }],
  ['rows beyond any sheet', { ...recipe, layout: { from: 1e12 } }],
  ['rows below zero', { ...recipe, layout: { header: [-1, 2] } }],
  ['a role that is none', { ...recipe, layout: { lines: { x: 'script' } } }],
  ['a text instead of an object', 'recipe'],
])('%s is left out and told; the others are read', (_what, hostile) => {
  const text = JSON.stringify({ version: 1, recipes: [recipe, hostile, recipe] });
  expect(importRecipes(text)).toEqual({
    recipes: [recipe, recipe],
    issues: [{ code: 'recipe-invalid', place: 1 }],
  });
});

test('a heading «__proto__» changes no prototype', () => {
  const text = JSON.stringify({ version: 1, recipes: [recipe] }).replace(
    '"Кл":null',
    '"__proto__":{"polluted":true}',
  );
  const { recipes } = importRecipes(text);
  for (const one of recipes) {
    expect(Object.getPrototypeOf(one.fields)).toBe(Object.prototype);
    expect('polluted' in one.fields).toBe(false);
  }
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['no JSON', '{', 'recipes-not-json'],
  ['another document', '{"version":1}', 'recipes-foreign'],
  ['another version', '{"version":2,"recipes":[]}', 'recipes-foreign'],
  ['too many', JSON.stringify({ version: 1, recipes: Array(2001).fill({}) }), 'recipes-foreign'],
  ['too much', ' '.repeat((8 << 20) + 1), 'recipes-too-large'],
])('%s is refused', (_what, text, code) => {
  expect(importRecipes(text)).toEqual({ recipes: [], issues: [{ code, place: null }] });
});
