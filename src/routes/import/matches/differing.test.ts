import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markDifferences, type NamePiece } from './differing.ts';

const textOf = (pieces: readonly NamePiece[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly NamePiece[]) =>
  pieces.filter(({ differs }) => differs).map(({ text }) => text);
const marks = (a: string, b: string, mayLeaveOut = true) =>
  markDifferences(a, b, mayLeaveOut).map(marked);

test('the one letter that differs is marked in both names', () => {
  expect(marks('Алёхин Григорий', 'Алехин Григорый')).toEqual([['и'], ['ы']]);
});

test('a letter that one name lacks is marked in the other', () => {
  expect(marks('Озерецкий Лев', 'Озерецкй Лев')).toEqual([['и'], []]);
});

test('order of words, initials and what is left out are no difference', () => {
  expect(marks('Назаров Никита', 'Никита Назаров')).toEqual([[], []]);
  expect(marks('Баранова И. И.', 'Баранова Инна Ивановна')).toEqual([[], []]);
  expect(marks('Гусев Лев', 'Гусев Лев Артёмович')).toEqual([[], []]);
});

test('another word is marked whole, unless little is in common', () => {
  expect(marks('Конкурс чтецов «Слово»', 'Турнир чтецов «Слово»')).toEqual([
    ['Конкурс'],
    ['Турнир'],
  ]);
  expect(marks('Городской фестиваль «Слово»', 'Фестиваль «Слово»', false)).toEqual([
    ['Городской'],
    [],
  ]);
  expect(marks('ДДТ «Радуга»', 'Дворец детского творчества «Радуга»')).toEqual([[], []]);
});

test('the pieces put together are the names, and a name does not differ from itself', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [left, right] = markDifferences(a, b, false);
      expect([textOf(left), textOf(right)]).toEqual([a, b]);
      expect(marks(a, a)).toEqual([[], []]);
    }),
  );
});
