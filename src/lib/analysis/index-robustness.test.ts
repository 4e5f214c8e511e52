import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goalpost } from '#lib/model/programme.ts';
import { indexRobustness } from './index-robustness.ts';
import { goalpostScores, spreadScores, targetScores } from './index-scores.ts';
import type { IndexSample } from './index-sample.ts';

const unit: Goalpost = { low: 0, high: 1, weight: 1 };

function sampleOf(
  cells: IndexSample['cells'],
  goalposts: readonly Goalpost[] = (cells[0] ?? []).map(() => unit),
): IndexSample {
  const others = cells.slice(1).map((_, index) => index + 1);
  return { aggregation: 'arithmetic', goalposts, cells, about: 0, others };
}

function robustnessOf(sample: IndexSample) {
  const robustness = indexRobustness(sample);
  if (!robustness) throw new Error('no robustness');
  return robustness;
}

const aboveOf = (cells: IndexSample['cells']) =>
  robustnessOf(sampleOf(cells)).others.map(({ above }) => above);

const value = fc.double({ min: 0, max: 1, noNaN: true });
const row = fc.tuple(value, value, value, value);

describe('scores', () => {
  it('by deviation have the mean and the spread of the goalpost scores, part by part', () => {
    // Scores 10, 20, 30 and 40, 60, 80: means 20 and 60, deviations 10 and 20; weighed 3 to 1: 30 and 12.5.
    const own = goalpostScores(
      sampleOf([
        [0.1, 0.4],
        [0.2, 0.6],
        [0.3, 0.8],
      ]),
    );
    const spread = spreadScores(own, [3, 1]);
    expect(spread.map((cell) => cell.map((score) => Number(score?.toFixed(9))))).toEqual([
      [17.5, 17.5],
      [30, 30],
      [42.5, 42.5],
    ]);
  });

  it('by deviation keep a part that does not vary, and what is missing', () => {
    expect(
      spreadScores(
        [
          [50, null],
          [50, 10],
          [50, 30],
        ],
        [1, 1],
      ),
    ).toEqual([
      [50, null],
      [50, expect.closeTo(10, 9)],
      [50, expect.closeTo(30, 9)],
    ]);
  });

  it('by distance to the target begin at nothing, or at the low end where less is better', () => {
    const goalposts = [
      { low: 0.2, high: 0.8, weight: 1 },
      { low: 50, high: 0, weight: 1 },
    ];
    expect(
      targetScores(
        sampleOf(
          [
            [0.4, 10],
            [0.9, 60],
          ],
          goalposts,
        ),
      ),
    ).toEqual([
      [expect.closeTo(50, 9), expect.closeTo(80, 9)],
      [100, 0],
    ]);
  });
});

describe('the robustness of an index', () => {
  const sample = sampleOf([
    [0.5, 0.6, 0.4, 0.7],
    [0.4, 0.5, 0.4, 0.6],
    [0.6, 0.2, 0.5, 0.6],
    [0.2, 0.9, 0.3, 0.4],
    [0.3, 0.3, 0.6, 0.5],
  ]);

  it('is the same each time, with the index between its ends', () => {
    const first = robustnessOf(sample);
    expect(indexRobustness(sample)).toEqual(first);
    expect(first.draws).toBe(2000);
    expect(first.range.lower).toBeLessThan(55);
    expect(first.range.upper).toBeGreaterThan(55);
    expect(first.range.lower).toBeLessThanOrEqual(first.range.median);
    expect(first.range.median).toBeLessThanOrEqual(first.range.upper);
  });

  it('never turns the order round where every part is higher', () => {
    expect(
      aboveOf([
        [0.5, 0.6],
        [0.4, 0.5],
        [0.1, 0.2],
      ]),
    ).toEqual([1, 1]);
  });

  it('finds the order of unlike cells uncertain, and the other way round alike', () => {
    const [one] = aboveOf([
      [0.9, 0.1, 0.5],
      [0.1, 0.88, 0.5],
    ]);
    const [two] = aboveOf([
      [0.1, 0.88, 0.5],
      [0.9, 0.1, 0.5],
    ]);
    expect(one).toBeGreaterThan(0.2);
    expect(one).toBeLessThan(0.8);
    expect((one ?? 0) + (two ?? 0)).toBeCloseTo(1, 9);
  });

  it('says what the index would be without each part, and that a part without weight decides nothing', () => {
    const { parts } = robustnessOf(
      sampleOf([[0.2, 0.4, 0.9]], [unit, { ...unit, weight: 3 }, { ...unit, weight: 0 }]),
    );
    expect(parts.map(({ without }) => without)).toEqual([
      expect.closeTo(40, 9),
      expect.closeTo(20, 9),
      null,
    ]);
    expect(parts[2]?.share).toBeNull();
  });

  it('flags parts that go opposite ways and gives α of parts that go together', () => {
    const together = robustnessOf(
      sampleOf([0.1, 0.2, 0.3, 0.4, 0.5].map((x) => [x, x + 0.1, x + 0.2])),
    );
    expect(together.alpha).toEqual({ value: expect.closeTo(1, 9), count: 5 });
    expect(together.opposed).toEqual([]);
    const apart = robustnessOf(sampleOf([0.1, 0.2, 0.3, 0.4, 0.5].map((x) => [x, 0.5, 1 - x])));
    expect(apart.opposed).toEqual([{ a: 0, b: 2, r: expect.closeTo(-1, 9) }]);
    expect(apart.correlations).toEqual([
      [1, null, expect.closeTo(-1, 9)],
      [null, null, null],
      [expect.closeTo(-1, 9), null, 1],
    ]);
  });

  it('correlates no part without weight, and none in fewer than five common cells', () => {
    const cells = [0.1, 0.2, 0.3, 0.4, 0.5].map((x, i) => [x, i === 0 ? null : 1 - x, x]);
    const { correlations, opposed } = robustnessOf(
      sampleOf(cells.toReversed(), [unit, unit, { ...unit, weight: 0 }]),
    );
    expect(correlations).toEqual([
      [1, null, null],
      [null, null, null],
      [null, null, null],
    ]);
    expect(opposed).toEqual([]);
  });

  it('of parts at nothing stays between nothing and the floor of the geometric mean', () => {
    for (const aggregation of ['arithmetic', 'geometric'] as const) {
      const cells = [1, 2, 3].map(() => [0, 0, 0]);
      const { range, parts, others } = robustnessOf({ ...sampleOf(cells), aggregation });
      expect(range.lower).toBeGreaterThanOrEqual(0);
      expect(range.upper).toBeLessThanOrEqual(1);
      expect(others.map(({ above }) => above)).toEqual([0.5, 0.5]);
      const without = aggregation === 'geometric' ? 1 : 0;
      for (const part of parts) expect(part.without).toBeCloseTo(without, 12);
    }
  });

  it('of a reversed scale rises where the value falls', () => {
    const reversed = { low: 1, high: 0, weight: 1 };
    const cells = [
      [0.2, 0.3],
      [0.6, 0.7],
    ];
    const { others } = robustnessOf(sampleOf(cells, [reversed, reversed]));
    expect(others.map(({ above }) => above)).toEqual([1]);
  });

  it('of a part that is missing everywhere rests on the others, and of a single one on itself', () => {
    const cells = [
      [0.4, 0.6, null],
      [0.5, 0.5, null],
    ];
    const light = [unit, unit, { ...unit, weight: 0.5 }];
    const { range, parts, correlations } = robustnessOf(sampleOf(cells, light));
    expect(Number.isFinite(range.median)).toBe(true);
    expect(parts[2]).toEqual({ share: null, without: null });
    expect(correlations[2]).toEqual([null, null, null]);
    const single = robustnessOf(sampleOf([[0.4]]));
    expect(single.parts).toEqual([{ share: single.parts[0]?.share, without: null }]);
    expect(single.others).toEqual([]);
    expect(indexRobustness(sampleOf([[0.4, null, null]]))).toBeNull();
  });

  it('says nothing of coherence with fewer than five whole cells', () => {
    const cells = [0.1, 0.2, 0.3, 0.4].map((x) => [x, 1 - x]);
    expect(robustnessOf(sampleOf([...cells, [0.5, null]]))).toMatchObject({
      alpha: null,
      opposed: [],
    });
  });

  it.each([
    [
      'weights that sum to nothing',
      [
        { ...unit, weight: 0 },
        { ...unit, weight: Number.NaN },
      ],
    ],
    [
      'goalposts that do not differ',
      [
        { low: 1, high: 1, weight: 1 },
        { low: 1, high: 1, weight: 1 },
      ],
    ],
  ])('is not to be had from %s', (_, goalposts) => {
    expect(indexRobustness(sampleOf([[0.5, 0.5]], goalposts))).toBeNull();
  });

  it('is finite and within the scale, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (cells) => {
        const { range, others, parts, choices } = robustnessOf(sampleOf(cells));
        const { lower, upper } = range;
        const above = others.map((other) => other.above);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(100 + 1e-9);
        const shares = [...parts.map(({ share }) => share), ...Object.values(choices), ...above];
        for (const share of shares) {
          expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
