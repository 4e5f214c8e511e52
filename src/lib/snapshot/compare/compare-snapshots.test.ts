import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureTable, SnapshotDocument, SnapshotPage } from '../document.ts';
import { exampleSnapshot } from '../html/example-document.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { compareTables } from './compare-tables.ts';

const whole: SnapshotDocument = exampleSnapshot();

function withPages(pages: readonly SnapshotPage[]): SnapshotDocument {
  return { ...whole, pages };
}

describe('compareTables', () => {
  const table: FigureTable = {
    heads: ['Ряд', 'Период', 'Значение, %'],
    rows: [
      ['Блок I', 'I', 40],
      ['Блок I', 'II', null],
      ['Блок II', 'I', '— мало данных'],
    ],
    figures: [false, false, true],
  };

  it('names the figures that differ by their row and column', () => {
    const after = {
      ...table,
      rows: [
        ['Блок II', 'I', 12],
        ['Блок I', 'I', 41],
        ['Блок III', 'I', 0],
      ],
    };
    const column = 'Значение, %';
    expect(compareTables(table, after)).toEqual([
      { row: 'Блок II, I', column, before: '— мало данных', after: 12 },
      { row: 'Блок I, I', column, before: 40, after: 41 },
      { row: 'Блок III, I', column, before: undefined, after: 0 },
      { row: 'Блок I, II', column, before: null, after: undefined },
    ]);
  });

  it('finds the same differences both ways, and none with itself', () => {
    const cell = fc.oneof(fc.constant(null), fc.constant('—'), fc.integer({ min: 0, max: 3 }));
    const tables = fc
      .array(fc.tuple(fc.constantFrom('а', 'б', 'в'), cell, cell), { maxLength: 5 })
      .map((rows) => ({ heads: ['Ряд', 'x', 'x'], rows, figures: [false, true, true] }));
    fc.assert(
      fc.property(tables, tables, (one, other) => {
        expect(compareTables(one, one)).toEqual([]);
        const turned = compareTables(other, one).map((change) =>
          JSON.stringify([change.row, change.column, change.after, change.before]),
        );
        const straight = compareTables(one, other).map((change) =>
          JSON.stringify([change.row, change.column, change.before, change.after]),
        );
        expect(straight.sort()).toEqual(turned.sort());
      }),
    );
  });
});

describe('compareSnapshots', () => {
  it('finds nothing between a snapshot and itself', () => {
    const { facts, pages } = compareSnapshots(whole, whole, 'ru');
    expect(facts).toEqual([]);
    expect(pages.map(({ state, before, after }) => [state, before, after])).toEqual(
      whole.pages.map((_, index) => ['same', index + 1, index + 1]),
    );
  });

  it('tells pages that came, went and moved, by their titles where their ids are others', () => {
    const [first, second, ...rest] = whole.pages;
    if (!first || !second) throw new Error('no pages');
    const fresh = { ...first, id: 'new', title: { ru: 'Новая', en: 'New' } };
    const renamed = rest.map((page, index) => ({ ...page, id: `other-${index}` }));
    const { pages } = compareSnapshots(whole, withPages([second, fresh, ...renamed]), 'ru');
    expect(pages.map(({ state, before, after }) => [state, before, after])).toEqual([
      ['same', 2, 1],
      ['added', null, 2],
      ...renamed.map((_, index) => ['same', index + 3, index + 3]),
      ['removed', 1, null],
    ]);
  });

  it('tells texts, titles and numbers that changed', () => {
    const pages = whole.pages.map((page, index) =>
      index !== 1
        ? page
        : {
            ...page,
            pieces: page.pieces.map((piece) => {
              if (piece.kind === 'text') return { ...piece, text: { ru: 'Иначе.', en: 'Else.' } };
              if (piece.id !== 'f1') return piece;
              const { ru, en } = piece.table;
              const rows = ru.rows.map((row, at) =>
                at === 0 ? [...row.slice(0, 2), 39, ...row.slice(3)] : row,
              );
              return {
                ...piece,
                title: { ru: 'Другое', en: 'Other' },
                table: { ru: { ...ru, rows }, en },
              };
            }),
          },
    );
    const { facts, pages: compared } = compareSnapshots(
      whole,
      { ...withPages(pages), dataDay: '2026-06-01' },
      'ru',
    );
    expect(facts).toEqual([{ name: 'dataDay', before: '2026-05-29', after: '2026-06-01' }]);
    const changed = compared.filter(({ state }) => state !== 'same');
    expect(changed).toHaveLength(1);
    expect(changed[0]?.texts).toEqual([
      { role: 'lead', before: expect.stringContaining('Охват блока II вырос'), after: 'Иначе.' },
    ]);
    expect(changed[0]?.figures).toEqual([
      {
        state: 'changed',
        title: { before: 'Охват блока II вырос за год на 9 п. п.', after: 'Другое' },
        words: [],
        cells: [
          { row: 'Блок I, I четверть 2024/25', column: 'Значение, %', before: 40, after: 39 },
        ],
      },
    ]);
  });
});
