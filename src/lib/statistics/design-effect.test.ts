import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addClusters, clusterVariance, designEffect, type ClusterSums } from './design-effect.ts';

type Cluster = readonly [n: number, y: number];

function sumsOf(clusters: readonly Cluster[]): ClusterSums {
  return clusters
    .map(([n, y]) => ({ clusters: 1, y, n, yy: y * y, yn: y * n, nn: n * n }))
    .reduce(addClusters, { clusters: 0, y: 0, n: 0, yy: 0, yn: 0, nn: 0 });
}

const four: readonly Cluster[] = [
  [25, 10],
  [24, 18],
  [27, 9],
  [22, 11],
];

const cluster = fc
  .integer({ min: 1, max: 40 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));

describe('the variance over clusters', () => {
  it('is the square of the linearised error that was enumerated for four classes', () => {
    const fifth: Cluster = [0, 0];
    const found = clusterVariance([sumsOf([...four, fifth])]);
    const amongFour = 0.0927281208 ** 2;
    expect(found?.variance).toBeCloseTo(amongFour * (3 / 4) * (5 / 4), 10);
    expect(found?.freedom).toBe(4);
  });

  it('is what a plain loop over the classes of each grade gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cluster, { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 5 }),
        (grades) => {
          const all = grades.flat();
          const n = all.reduce((sum, one) => sum + one[0], 0);
          const ratio = all.reduce((sum, one) => sum + one[1], 0) / n;
          let variance = 0;
          for (const classes of grades) {
            const scores = classes.map(([size, y]) => (y - ratio * size) / n);
            const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
            const spread = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
            variance += (scores.length / (scores.length - 1)) * spread;
          }
          expect(clusterVariance(grades.map(sumsOf))?.variance).toBeCloseTo(variance, 10);
        },
      ),
    );
  });

  it('takes grades of a single class together', () => {
    const classes: readonly Cluster[] = [...four, [30, 3], [21, 20]];
    const apart = clusterVariance(classes.map((one) => sumsOf([one])));
    expect(apart).toEqual(clusterVariance([sumsOf(classes)]));
  });

  it('is not told of fewer than five classes, nor of nobody', () => {
    expect(clusterVariance([sumsOf(four)])).toBeNull();
    expect(clusterVariance([])).toBeNull();
    expect(clusterVariance([sumsOf(Array.from({ length: 6 }, (): Cluster => [0, 0]))])).toBeNull();
  });
});

describe('the design effect', () => {
  it('is the ratio of the variances, and never less than one', () => {
    expect(designEffect(0.0927281208 ** 2, 0.0504971081 ** 2)).toBeCloseTo(3.372018, 5);
    expect(designEffect(0.001, 0.002)).toBe(1);
    expect(designEffect(0, 0)).toBe(1);
  });
});
