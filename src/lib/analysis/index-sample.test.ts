import { describe, expect, it } from 'vitest';
import type { Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { AnsweredCell, Result } from './result.ts';
import { sampleIndex } from './index-sample.ts';

const goalpost = { low: 0, high: 1, weight: 1 };
const names = ['M01', 'M14', 'M08'];

const share = (value: number | null): Outcome =>
  value === null
    ? { kind: 'absent', reason: 'no-records', n: null }
    : { kind: 'estimate', value, x: null, n: 50, lower: value, upper: value };

/** An index cell by the values of its three parts; its own outcome is their mean. */
function cell(
  time: number,
  member: string | null,
  values: readonly (number | null)[],
  roll = 50,
): AnsweredCell {
  const present = values.filter((value) => value !== null);
  const mean = (100 * present.reduce((sum, value) => sum + value, 0)) / present.length;
  return {
    time,
    members: member === null ? [] : [member],
    outcome: share(mean),
    before: null,
    change: null,
    line: null,
    roll,
    parts: values.map((value, place) => ({
      name: names[place] ?? '',
      goalpost,
      outcome: share(value),
    })),
  };
}

function resultOf(cells: readonly AnsweredCell[], grain: 'term' | 'year' = 'term'): Result {
  const by = cells[0]?.members.length ? (['grade'] as const) : [];
  return {
    question: { measure: 'M42', by, grain, times: 'all', selection: [], compare: 'year-ago' },
    cells,
    members: [],
    times: [...new Set(cells.map(({ time }) => time))],
    refusal: null,
  };
}

const sampled = (result: Result, about: AnsweredCell) =>
  sampleIndex(result, about, defaultProgramme, 'arithmetic');

describe('the sample of an index', () => {
  it('compares with the time before and with the same term a year ago', () => {
    const cells = [7, 10, 11].map((time) => cell(time, null, [time / 20, 0.5, 0.4]));
    const [yearAgo, before, now] = cells;
    if (!now) throw new Error('no cell');
    const found = sampled(resultOf(cells), now);
    expect(found?.compared).toEqual([
      { kind: 'previous', time: 10, cell: before },
      { kind: 'year-ago', time: 7, cell: yearAgo },
    ]);
    expect(found?.sample).toMatchObject({ about: 2, others: [1, 0] });
    expect(found?.sample.cells[1]).toEqual([0.5, 0.5, 0.4]);
  });

  it('names a time but compares nothing where there is no index of the same parts', () => {
    const cells = [cell(7, null, [0.5, null, 0.4]), cell(11, null, [0.5, 0.5, 0.4])];
    const [, now] = cells;
    if (!now) throw new Error('no cell');
    const found = sampled(resultOf(cells), now);
    expect(found?.compared).toEqual([
      { kind: 'previous', time: 10, cell: null },
      { kind: 'year-ago', time: 7, cell: null },
    ]);
    expect(found?.sample.others).toEqual([]);
    expect(found?.sample.cells[0]).toEqual([0.5, null, 0.4]);
  });

  it('compares with the neighbours by size, and leaves out groups under ten', () => {
    const peers = [
      cell(2023, '5', [0.1, 0.1, 0.1]),
      cell(2023, '6', [0.3, 0.3, 0.3]),
      cell(2023, '7', [0.9, 0.9, 0.9]),
      cell(2023, '8', [0.6, 0.6, 0.6]),
      cell(2023, '9', [0.4, 0.4, 0.4], 9),
    ];
    const about = peers[1];
    if (!about) throw new Error('no cell');
    const found = sampled(resultOf(peers, 'year'), about);
    expect(found?.compared.filter(({ kind }) => kind === 'rival').map((one) => one.cell)).toEqual([
      peers[3],
      peers[0],
    ]);
    expect(found?.sample.cells).toHaveLength(4);
  });

  it('is none for a cell without an index', () => {
    const small = cell(11, null, [0.5, 0.5, 0.4], 9);
    expect(sampled(resultOf([small]), small)).toBeNull();
    const half = cell(11, null, [0.5, null, null]);
    expect(sampled(resultOf([half]), half)).toBeNull();
  });
});
