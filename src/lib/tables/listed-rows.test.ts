import { describe, expect, it } from 'vitest';
import { listedRows } from './listed-rows.ts';

const { compare } = new Intl.Collator('ru', { numeric: true });
const columns = [
  ['10А', null, '9Б', 'Ёж', '9А'],
  [3, 1, null, 3, -2],
  ['20000000000000000001', 5, null, '20000000000000000000', -1],
];

async function orderOf(...sorting: { id: string; descending: boolean }[]): Promise<number[]> {
  const rows = await listedRows(5, columns, compare).fetchRows(0, 5, sorting, null);
  return rows.map(({ at }) => at);
}

describe('rows in memory', () => {
  it('come in their own order, by the page', async () => {
    const source = listedRows(5, columns, compare);
    expect(await source.countRows(null)).toBe(5);
    expect(await source.fetchRows(3, 100, [], null)).toEqual([{ at: 3 }, { at: 4 }]);
  });

  it('come by value, with nothing last in either direction', async () => {
    expect(await orderOf({ id: '0', descending: false })).toEqual([4, 2, 0, 3, 1]);
    expect(await orderOf({ id: '0', descending: true })).toEqual([3, 0, 2, 4, 1]);
    expect(await orderOf({ id: '1', descending: true })).toEqual([0, 3, 1, 4, 2]);
    expect(await orderOf({ id: '1', descending: true }, { id: '0', descending: true })).toEqual([
      3, 0, 1, 4, 2,
    ]);
    expect((await orderOf({ id: '2', descending: false })).slice(0, 2)).toEqual([4, 1]);
  });

  it('come in their own order again when nothing sorts them', async () => {
    const source = listedRows(5, columns, compare);
    await source.fetchRows(0, 5, [{ id: '1', descending: false }], null);
    const rows = await source.fetchRows(0, 5, [], null);
    expect(rows.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
  });
});
