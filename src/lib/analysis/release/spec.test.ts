import type { Grain } from '#lib/model/dimension.ts';
import { describe, expect, it } from 'vitest';
import { readCount, tellCount, type CountSpec } from './spec.ts';

const times = { term: 1, half: 4049, year: 2024 } as const;
const periods = ['2024-1', '2024-2', '2025-1'].map((id) => ({ id }));

function countAt(grain: Grain): CountSpec {
  const of = JSON.stringify({ name: 'gain', grain, score: null });
  const time = times[grain];
  return {
    feature: {
      kind: 'met',
      least: 2,
      often: 1,
      of: [
        { kind: 'deed', periods: [0, 1], mark: 'any', only: [] },
        { kind: 'value', of, time, from: null, to: null },
      ],
    },
    where: {
      of: null,
      grain,
      time,
      span: grain === 'term' ? [0, 1] : null,
      only: [{ dimension: 'grade', keys: [5], excluded: false }],
      listed: true,
      alsoListed: null,
    },
  };
}

describe('a count that is written down', () => {
  it.each(['term', 'half', 'year'] as const)('comes back as it was, by the %s', (grain) => {
    expect(readCount(tellCount(countAt(grain), periods), periods)).toEqual(countAt(grain));
  });

  it('means the same periods where the calendar has others before them', () => {
    const told = tellCount(countAt('term'), periods);
    const count = readCount(told, [{ id: '2023-4' }, ...periods]);
    expect(count?.where).toMatchObject({ time: 2, span: [1, 2] });
    expect(count?.feature).toMatchObject({ of: [{ periods: [1, 2] }, { time: 2 }] });
  });

  it('is not read where the calendar has lost a period', () => {
    expect(readCount(tellCount(countAt('term'), periods), periods.slice(1))).toBeNull();
  });
});
