import { describe, expect, test } from 'vitest';
import type { TableLayout } from '#lib/model/table.ts';
import { decideColumns, decideRows, edgesOf, limitsOf, placeOf } from './boundary.ts';

const layout: TableLayout = {
  range: { top: 2, left: 1, bottom: 20, right: 6 },
  titleRows: [0],
  unitRows: [],
  headerRows: [2, 3],
  numberingRows: [4],
  sectionRows: [5],
  totalRows: [20],
  noteRows: [22],
  blankRows: [1, 21],
  wide: null,
  evidence: [],
};
const edges = edgesOf(layout);
const attached = edgesOf({ ...layout, numberingRows: [] });
const headless = edgesOf({ ...layout, headerRows: [], numberingRows: [], titleRows: [] });

describe('edges of a table', () => {
  test('the data begin after the header and what belongs to it, with a section', () => {
    expect(edges).toEqual({ header: [2, 3], data: [5, 20], columns: [1, 6] });
    expect(headless).toEqual({ header: null, data: [2, 20], columns: [1, 6] });
  });

  test('an edge has no place where the table has no header, and stays between its neighbours', () => {
    expect(placeOf(headless, 'header-end')).toBeNull();
    expect(placeOf(edges, 'data-end')).toBe(20);
    const sheet = { rows: 30, columns: 9 };
    expect(limitsOf(edges, 'data-start', sheet)).toEqual([4, 20]);
    expect(limitsOf(edges, 'data-end', sheet)).toEqual([5, 29]);
    expect(limitsOf(edges, 'right', sheet)).toEqual([1, 8]);
  });

  test('data that begin right under the header move with its end', () => {
    expect(decideRows(attached, 'header-end', 2)).toEqual({ header: [2, 2], from: 3 });
    expect(decideRows(edges, 'header-end', 2)).toEqual({ header: [2, 2] });
    expect(decideRows(edges, 'header-end', 7)).toEqual({ header: [2, 7], from: 8 });
  });

  test('a header is given to a table without one, and given up when the data begin above it', () => {
    expect(decideRows(headless, 'header-start', 2)).toEqual({ header: [2, 2], from: 3 });
    expect(decideRows(edges, 'data-start', 3)).toEqual({ from: 3, header: [2, 2] });
    expect(decideRows(edges, 'data-start', 2)).toEqual({ from: 2, header: null });
    expect(decideRows(edges, 'data-start', 8)).toEqual({ from: 8 });
  });

  test('moving one side leaves the other in its place', () => {
    expect(decideColumns(edges, 'left', 3)).toEqual({ columns: [3, 6] });
    expect(decideColumns(edges, 'right', 2)).toEqual({ columns: [1, 2] });
  });
});
