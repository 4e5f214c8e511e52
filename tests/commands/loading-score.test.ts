import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldValue } from '../../src/commands/corpus/fold-value.ts';
import { measureLoading, scoreOf } from '../../src/commands/corpus/loading-score.ts';
import { parsePlainCsv } from '../../src/commands/corpus/plain-csv.ts';

const cells = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1 });

describe('score of a loading', () => {
  test('is ten for what was loaded as it is', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(scoreOf(measureLoading(rows, rows))).toBeCloseTo(10, 9);
      }),
    );
  });

  test('does not ask for the order of records', () => {
    const source = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    expect(
      scoreOf(
        measureLoading(source, [
          ['a', 'b'],
          ['3', '4'],
          ['1', '2'],
        ]),
      ),
    ).toBe(10);
  });

  test('counts by hand: a header taken for a record', () => {
    const source = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    const loaded = [
      ['x', 'y'],
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    const [success, ...measures] = measureLoading(source, loaded);
    expect(success).toBe(1);
    expect(measures).toEqual([
      0,
      0,
      0, // header
      2 / 3,
      1,
      expect.closeTo(0.8), // records
      6 / 8,
      1,
      expect.closeTo(6 / 7), // cells
    ]);
  });

  test('a repeated record counts as often as it is there', () => {
    const source = [['a'], ['1'], ['1'], ['2']];
    const [, , , , precision, recall] = measureLoading(source, [['a'], ['1'], ['2'], ['2']]);
    expect([precision, recall]).toEqual([2 / 3, 2 / 3]);
  });

  test('nothing to load is loaded perfectly, and nothing loaded gives success alone', () => {
    expect(scoreOf(measureLoading([], []))).toBe(10);
    expect(scoreOf(measureLoading([['a'], ['1']], []))).toBe(1);
  });
});

test.each([
  ['TRUE', '1'],
  ['007', '7'],
  ['1.50', '1.5'],
  ['5:07', '05:07:00'],
  ['28/01/2018', '2018-01-28'],
  ['3-Feb-19', '2019-02-03'],
  ['February 3, 2019', '2019-02-03'],
  ['2/3/2019 4:05 PM', '2019-02-03T16:05:00'],
  ['$1,234.50', '$1234.5'],
  ['1 234,50 €', '€1234.5'],
  ['£2,000', '£2000'],
])('%s and %s are one value', (a, b) => {
  expect(foldValue(a)).toBe(foldValue(b));
});

test.each([
  ['1', '1.0'],
  ['5', '5а'],
  ['32/13/2018', '2018-01-28'],
  ['$5', '€5'],
])('%s and %s are different values', (a, b) => {
  expect(foldValue(a)).not.toBe(foldValue(b));
});

describe('plain CSV', () => {
  test('gives back what was written by its rules', () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(cells, fc.constantFrom('\n', '\r\n', '\r'), (rows, newline) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(newline);
        expect(parsePlainCsv(text)).toEqual(rows);
      }),
    );
  });

  test('an unquoted file with blank cells and lines', () => {
    expect(parsePlainCsv('a,,c\r\n\r\n,2,\r\n')).toEqual([['a', '', 'c'], [], ['', '2', '']]);
    expect(parsePlainCsv('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
});
