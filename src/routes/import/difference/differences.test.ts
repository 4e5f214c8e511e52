import { expect, test } from 'vitest';
import { foldText } from '#lib/i18n/fold.ts';
import type { Difference } from '#lib/ingest/difference.ts';
import { changes, countChanges, ofKind, selectDifferences } from './differences.ts';

const difference = (id: string, change: Difference['change'], label: string): Difference => ({
  id,
  kind: 'participation',
  change,
  label: [label, '5А', 'Живая классика'],
  cells: [],
  before: null,
  after: null,
});
const list = [
  difference('a', 'added', 'Алёхин Григорий'),
  difference('b', 'changed', 'Баранова Инна'),
  difference('c', 'removed', 'Алёхина Вера'),
  difference('d', 'added', 'Гусев Лев'),
];
const texts = () => list.map(({ label }) => foldText(label.join(' ')));
const ids = (found: readonly Difference[]) => found.map(({ id }) => id);

test('differences are counted by kind, with how many of them are refused', () => {
  expect(countChanges(list, new Set(['a', 'c', 'elsewhere']))).toEqual({
    added: { all: 2, refused: 1 },
    changed: { all: 1, refused: 0 },
    removed: { all: 1, refused: 1 },
  });
});

test('the kinds divide the differences', () => {
  expect(new Set(changes.flatMap((kind) => ofKind(list, kind)))).toEqual(
    new Set(ofKind(list, null)),
  );
});

test('every word must stand in who and what, whatever its case and «ё»', () => {
  expect(ids(selectDifferences(list, texts, null, 'алехин  КЛАССИКА'))).toEqual(['a', 'c']);
  expect(ids(selectDifferences(list, texts, 'added', 'алехин'))).toEqual(['a']);
  expect(selectDifferences(list, texts, null, 'алехин 6А')).toEqual([]);
});

test('labels are not folded before anything is looked for', () => {
  const never = (): readonly string[] => {
    throw new Error('folded');
  };
  expect(ids(selectDifferences(list, never, 'added', '  '))).toEqual(['a', 'd']);
});
