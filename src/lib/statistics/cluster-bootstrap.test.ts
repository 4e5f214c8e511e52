import { describe, expect, it } from 'vitest';
import { clusterBootstrap, clusterBootstrapChange } from './cluster-bootstrap.ts';
import { clusterChange } from './cluster-error.ts';

const classes = [
  { n: 25, x: 10 },
  { n: 24, x: 18 },
  { n: 27, x: 9 },
  { n: 22, x: 11 },
];
const nobody = { x: 0, n: 0 };

describe('clusterBootstrap', () => {
  it('comes to what all 256 resamples of four classes give', () => {
    const found = clusterBootstrap(classes, { draws: 60_000, seed: 4, fewest: 2 });
    expect(found?.value).toBeCloseTo(48 / 98, 12);
    expect(Math.abs((found?.mean ?? NaN) - 0.4913760119655407)).toBeLessThan(0.0015);
    expect(Math.abs((found?.sd ?? NaN) - 0.08013811957145756)).toBeLessThan(0.001);
    expect(found?.interval?.lower).toBeCloseTo(0.36538461538, 8);
    expect(found?.interval?.upper).toBeCloseTo(0.65979381443, 8);
  });

  it('repeats itself for a seed, and prints no interval of four classes', () => {
    const options = { draws: 200, seed: 9 };
    expect(clusterBootstrap(classes, options)).toEqual(clusterBootstrap(classes, options));
    expect(clusterBootstrap(classes, options)?.interval).toBeNull();
  });

  it('does not vary where all classes have one rate', () => {
    const alike = [1, 2, 3, 4, 5].map((k) => ({ x: k, n: 4 * k }));
    const found = clusterBootstrap(alike, { draws: 100 });
    expect(found?.sd).toBeCloseTo(0, 12);
    expect(found?.interval).toEqual({ lower: 0.25, upper: 0.25 });
  });

  it('is nothing for a single class, none, what is no count, or no draws', () => {
    expect(clusterBootstrap([])).toBeNull();
    expect(clusterBootstrap([{ x: 1, n: 5 }, nobody])).toBeNull();
    expect(clusterBootstrap([...classes, { x: 9, n: 5 }])).toBeNull();
    expect(clusterBootstrap(classes, { draws: 0 })).toBeNull();
  });
});

describe('clusterBootstrapChange', () => {
  const pairs = [
    [10, 25, 14, 25],
    [18, 24, 19, 23],
    [9, 27, 15, 27],
    [11, 22, 12, 24],
    [6, 26, 13, 25],
    [20, 28, 21, 28],
    [4, 20, 9, 21],
    [15, 25, 17, 25],
  ].map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => ({
    before: { x: x1, n: n1 },
    after: { x: x2, n: n2 },
  }));

  it('draws both times of a class together: its spread is that of the linearised change', () => {
    const found = clusterBootstrapChange(pairs, { draws: 20_000 });
    const linear = clusterChange(pairs);
    expect(found?.value).toBeCloseTo(linear?.value ?? NaN, 12);
    // The bootstrap's variance has k in the denominator where the linearised one has k − 1.
    const expected = (linear?.standardError ?? NaN) * Math.sqrt(7 / 8);
    expect((found?.sd ?? NaN) / expected).toBeCloseTo(1, 1);
    expect(found?.interval?.lower).toBeGreaterThan(0);
  });

  it('is exactly nothing where no class changed', () => {
    const kept = pairs.map(({ before }) => ({ before, after: before }));
    const found = clusterBootstrapChange(kept, { draws: 100 });
    expect(found).toMatchObject({ value: 0, mean: 0, sd: 0, interval: { lower: 0, upper: 0 } });
  });

  it('draws again what has nobody at a time, and is nothing where nobody ever is', () => {
    const apart = [
      { before: { x: 2, n: 9 }, after: nobody },
      { before: nobody, after: { x: 8, n: 9 } },
    ];
    expect(clusterBootstrapChange(apart, { draws: 50 })?.mean).toBeCloseTo(6 / 9, 12);
    expect(clusterBootstrapChange(apart.slice(0, 1))).toBeNull();
    expect(clusterBootstrapChange([])).toBeNull();
  });
});
