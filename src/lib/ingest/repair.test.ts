import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noRepairs, sameRepairs, type FileRepairs } from './repair.ts';

const cell = fc.record({
  sheetIndex: fc.nat(1),
  row: fc.nat(9),
  column: fc.nat(9),
  to: fc.string({ maxLength: 3 }),
});

it('tells repairs apart by what they do and not by their order', () => {
  fc.assert(
    fc.property(fc.array(cell), fc.array(cell, { minLength: 1 }), (cells, more) => {
      const repairs: FileRepairs = { ...noRepairs, cells };
      expect(sameRepairs(repairs, { ...noRepairs, cells: cells.toReversed() })).toBe(true);
      expect(sameRepairs(repairs, { ...repairs, cells: [...cells, ...more] })).toBe(false);
    }),
  );
  const utf = { ...noRepairs, decoding: { encoding: 'utf-8' as const } };
  expect(sameRepairs(noRepairs, utf)).toBe(false);
  expect(sameRepairs(noRepairs, { ...noRepairs, dismissed: [{ sheetIndex: 0, row: 3 }] })).toBe(
    false,
  );
});
