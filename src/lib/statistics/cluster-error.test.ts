import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterChange, clusterDifference, clusterProportion } from './cluster-error.ts';
import { clusterVariance } from './design-effect.ts';
import { meanInterval } from './mean-interval.ts';
import { meanOf, varianceOf } from './moments.ts';

const classes = [
  { n: 25, x: 10 },
  { n: 24, x: 18 },
  { n: 27, x: 9 },
  { n: 22, x: 11 },
];
/** Student's sleep data (1908), hours gained as shares of ten after adding two: clusters of one size. */
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2].map((x) => ({ x: x + 2, n: 10 }));
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4].map((x) => ({
  x: x + 2,
  n: 10,
}));
const nobody = { x: 0, n: 0 };
const cluster = fc
  .integer({ min: 1, max: 30 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('clusterProportion', () => {
  it('four classes: error, design effect and t interval', () => {
    const found = clusterProportion(classes, { fewest: 2 });
    expect(found?.value).toBeCloseTo(48 / 98, 12);
    expect(found?.standardError).toBeCloseTo(0.09272812077887205, 12);
    expect(found?.deff).toBeCloseTo(3.3720181405895704, 10);
    expect(found?.interval?.lower).toBeCloseTo(0.194693653, 9);
    expect(found?.interval?.upper).toBeCloseTo(0.7848981837, 9);
    expect(clusterProportion(classes)).toMatchObject({ clusters: 4, freedom: 3, interval: null });
  });

  it('is Student’s interval of the classes’ proportions where all classes have one size', () => {
    const found = clusterProportion(drug2);
    const shares = drug2.map(({ x, n }) => x / n);
    const sd = Math.sqrt(varianceOf(shares));
    const interval = meanInterval({ n: 10, mean: meanOf(shares), sd });
    expect(found?.interval?.lower).toBeCloseTo(interval?.lower ?? NaN, 12);
    expect(found?.interval?.upper).toBeCloseTo(interval?.upper ?? NaN, 12);
  });

  it('agrees with the variance from sums, and does not count classes without members', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 5, maxLength: 20 }), (all) => {
        const found = clusterProportion(all);
        const sum = (of: (one: (typeof all)[number]) => number): number =>
          all.reduce((total, one) => total + of(one), 0);
        const sums = clusterVariance([
          {
            clusters: all.length,
            y: sum(({ x }) => x),
            n: sum(({ n }) => n),
            yy: sum(({ x }) => x * x),
            yn: sum(({ x, n }) => x * n),
            nn: sum(({ n }) => n * n),
          },
        ]);
        expect(found?.standardError).toBeCloseTo(Math.sqrt(sums?.variance ?? NaN), 6);
        const more = clusterProportion([nobody, ...all, nobody]);
        expect(more?.standardError).toBeCloseTo(found?.standardError ?? NaN, 12);
        expect(more?.clusters).toBe(all.length);
      }),
    );
  });

  it('is nothing for a single class, none, or what is no count', () => {
    expect(clusterProportion([])).toBeNull();
    expect(clusterProportion([{ x: 1, n: 5 }, nobody])).toBeNull();
    expect(clusterProportion([...classes, { x: 6, n: 5 }])).toBeNull();
    expect(clusterProportion([...classes, { x: NaN, n: 5 }])).toBeNull();
    expect(clusterProportion([...classes, { x: 0, n: -1 }])).toBeNull();
    expect(
      clusterProportion([
        { x: 0, n: 5 },
        { x: 0, n: 7 },
      ]),
    ).toMatchObject({ deff: null });
  });
});

describe('clusterChange', () => {
  it('is the paired t test where all classes have one size: sleep, t = 4.0621, p = 0.002833', () => {
    const pairs = drug1.map((before, i) => ({ before, after: drug2[i] ?? nobody }));
    const change = clusterChange(pairs);
    expect(change?.value).toBeCloseTo(0.158, 12);
    expect((change?.value ?? NaN) / (change?.standardError ?? NaN)).toBeCloseTo(4.062127683, 8);
    expect(change?.p).toBeCloseTo(0.002832890197, 10);
    expect(change?.interval?.lower).toBeCloseTo(0.07001142, 7);
    expect(change?.interval?.upper).toBeCloseTo(0.24598858, 7);
  });

  it('takes a class that was there once, and cancels what a class keeps', () => {
    const kept = classes.map((before) => ({ before, after: before }));
    expect(clusterChange(kept)).toMatchObject({ value: 0, standardError: 0, p: 1 });
    const grown = clusterChange([...kept, { before: nobody, after: { x: 20, n: 20 } }]);
    expect(grown?.clusters).toBe(5);
    expect(grown?.p).toBeGreaterThan(0.05);
  });

  it('has no p where every class changed by the very same', () => {
    const pairs = [1, 2, 3, 4, 5, 6].map((k) => ({
      before: { x: 3 * k, n: 10 * k },
      after: { x: 7 * k, n: 10 * k },
    }));
    expect(clusterChange(pairs)).toMatchObject({ standardError: 0, p: null });
  });

  it('turns round with time', () => {
    const pairs = fc.array(fc.record({ before: cluster, after: cluster }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const there = clusterChange(all, { fewest: 2 });
        const back = clusterChange(
          all.map(({ before, after }) => ({ before: after, after: before })),
          { fewest: 2 },
        );
        expect(back?.value).toBeCloseTo(-(there?.value ?? NaN), 12);
        expect(back?.interval?.lower).toBeCloseTo(-(there?.interval?.upper ?? NaN), 9);
        const p = there?.p ?? null;
        expect(back?.p ?? null).toEqual(p === null ? null : expect.closeTo(p, 9));
      }),
    );
  });

  it('is nothing without members at a time', () => {
    expect(clusterChange([])).toBeNull();
    expect(clusterChange(classes.map((before) => ({ before, after: nobody })))).toBeNull();
    const broken = { before: { x: 9, n: 5 }, after: { x: 1, n: 5 } };
    expect(clusterChange([broken, broken])).toBeNull();
  });
});

describe('clusterDifference', () => {
  it('is Welch’s test where all classes have one size: sleep, t = 1.8608, df = 17.776, p = 0.07939', () => {
    const change = clusterDifference(drug1, drug2);
    expect(change?.freedom).toBeCloseTo(17.7764735, 6);
    expect(change?.p).toBeCloseTo(0.07939414019, 10);
    expect(change?.interval?.lower).toBeCloseTo(-0.02054832, 7);
    expect(change?.interval?.upper).toBeCloseTo(0.33654832, 7);
  });

  it('prints no interval where either side has too few classes', () => {
    expect(clusterDifference(classes, drug2)?.interval).toBeNull();
    expect(clusterDifference(classes, drug2)?.p).toBeGreaterThan(0);
    expect(clusterDifference([], drug2)).toBeNull();
  });
});
