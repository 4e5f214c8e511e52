import type { GridSort, GridSource } from './grid-source.ts';

/** One row of columns that are all in memory: its place in them. */
export interface ListedRow {
  readonly at: number;
}

type Value = number | string | boolean | null;

/** Numbers before texts, numbers by size also where they are too long for a number and stand as text; null last. */
function compareValues(a: Value, b: Value, compare: (a: string, b: string) => number): number {
  const [x, y] = [Number(a), Number(b)];
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y;
}

/** The rows of columns that are all in memory, for a grid whose columns have the numbers of these as ids. */
export function listedRows(
  length: number,
  columns: readonly ArrayLike<Value>[],
  compare: (a: string, b: string) => number,
): GridSource<ListedRow, null> {
  const inOrder = Array.from({ length }, (_, at) => at);
  let sorted: { readonly key: string; readonly order: readonly number[] } = {
    key: '[]',
    order: inOrder,
  };

  const orderBy = (sorting: readonly GridSort[]): readonly number[] => {
    const key = JSON.stringify(sorting);
    if (key === sorted.key) return sorted.order;
    const by = sorting.map(({ id, descending }) => ({
      values: columns[Number(id)] ?? [],
      sign: descending ? -1 : 1,
    }));
    const order = inOrder.toSorted((first, second) => {
      for (const { values, sign } of by) {
        const [a, b] = [values[first] ?? null, values[second] ?? null];
        const difference =
          a === null || b === null
            ? Number(a === null) - Number(b === null)
            : sign * compareValues(a, b, compare);
        if (difference !== 0) return difference;
      }
      return first - second;
    });
    sorted = { key, order };
    return order;
  };

  return {
    countRows: () => Promise.resolve(length),
    fetchRows: (offset, limit, sorting) =>
      Promise.resolve(
        orderBy(sorting)
          .slice(offset, offset + limit)
          .map((at) => ({ at })),
      ),
  };
}
