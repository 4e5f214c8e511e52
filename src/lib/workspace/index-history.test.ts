import { describe, expect, it } from 'vitest';
import { addUp } from '#lib/journal/ledger.ts';
import type { Programme } from '#lib/model/programme.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { indexChanges, indexHistory, indexSettings } from './index-history.ts';

const base: Programme = {
  ...defaultProgramme,
  aggregation: { creative: 'arithmetic', civic: 'arithmetic' },
  indices: {
    creative: { M01: { low: 0.2, high: 0.9, weight: 1 } },
    civic: { M29: { low: 0, high: 0.6, weight: 1 }, M30: { low: 0, high: 5, weight: 2 } },
  },
};
const heavier: Programme = {
  ...base,
  indices: { ...base.indices, creative: { M01: { low: 0.3, high: 0.9, weight: 2 } } },
};
const geometric: Programme = {
  ...heavier,
  aggregation: { ...heavier.aggregation, civic: 'geometric' },
  indices: {
    ...heavier.indices,
    civic: { M29: { low: 0.6, high: 0, weight: 1 }, M32: { low: 0, high: 1, weight: 3 } },
  },
};

function historyOf(programmes: readonly (Programme | null)[]) {
  const entries = programmes.map(
    (programme, index) =>
      ({ kind: 'programme', programme, seq: index + 1, at: 10 * index }) as const,
  );
  return indexHistory(addUp(entries).programmes, base);
}

describe('the history of the indices', () => {
  it('tells field by field what each saving changed, the first against what the app starts from', () => {
    const [first, second] = historyOf([heavier, geometric]);
    expect(first).toMatchObject({ seq: 1, at: 0, settings: indexSettings(heavier) });
    expect(first?.changes).toEqual([
      { field: 'weight', index: 'creative', part: 'M01', before: 1, after: 2 },
      { field: 'low', index: 'creative', part: 'M01', before: 0.2, after: 0.3 },
    ]);
    expect(second?.changes).toEqual([
      { field: 'aggregation', index: 'civic', before: 'arithmetic', after: 'geometric' },
      { field: 'low', index: 'civic', part: 'M29', before: 0, after: 0.6 },
      { field: 'high', index: 'civic', part: 'M29', before: 0.6, after: 0 },
      {
        field: 'part',
        index: 'civic',
        part: 'M30',
        before: base.indices.civic['M30'],
        after: null,
      },
      {
        field: 'part',
        index: 'civic',
        part: 'M32',
        before: null,
        after: geometric.indices.civic['M32'],
      },
    ]);
  });

  it('leaves out savings that did not touch the indices', () => {
    const school = { ...heavier, school: 'Лицей' };
    expect(
      historyOf([{ ...base, school: 'Лицей' }, heavier, school, null]).map(({ seq }) => seq),
    ).toEqual([2, 4]);
  });

  it('takes the programme that the app starts from where it was brought back', () => {
    const [, back] = historyOf([heavier, null]);
    expect(back?.settings).toEqual(indexSettings(base));
    expect(back?.changes).toEqual(indexChanges(heavier, base));
  });
});
