import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedSample, standardisedMeanChange, type PairedSample } from './mean-change.ts';

describe('standardisedMeanChange', () => {
  it('Borenstein et al. 2009, example 4.3: by the deviation within, out of S_diff 5.5 and r 0.7', () => {
    const within = 5.5 / Math.sqrt(0.6);
    const sample: PairedSample = {
      n: 50,
      before: 100,
      after: 103,
      sdBefore: within,
      sdAfter: within,
      correlation: 0.7,
    };
    const effect = standardisedMeanChange(sample, 'within', 'approximate');
    expect(effect?.d).toBeCloseTo(0.422507274132, 11);
    expect(effect?.varianceD).toBeCloseTo(0.0130710743802, 11);
    expect(effect?.g).toBeCloseTo(0.416007162222, 11);
    expect(effect?.varianceG).toBeCloseTo(0.0126719812216, 11);
  });

  it.each([
    [20, 30.6, 38.5, 15, 11.6, 0.47, 0.5056, 0.0594],
    [50, 23.5, 26.8, 3.1, 4.1, 0.64, 1.0481, 0.0254],
    [9, 0.5, 0.7, 0.1, 0.1, 0.77, 1.8054, 0.2322],
    [10, 53.4, 75.9, 14.5, 4.4, 0.89, 1.4181, 0.1225],
    [14, 35.6, 36, 4.7, 4.6, 0.44, 0.0801, 0.0802],
  ])(
    'Morris 2008 as metafor computes it, by the deviation before: n = %i',
    (n, before, after, sdBefore, sdAfter, correlation, g, variance) => {
      const sample = { n, before, after, sdBefore, sdAfter, correlation };
      const effect = standardisedMeanChange(sample, 'before');
      expect(effect?.g).toBeCloseTo(g, 4);
      expect(effect?.varianceG).toBeCloseTo(variance, 4);
    },
  );

  it('by the deviation of the changes it is t/√n: Student’s sleep (1908), t = 4.0621', () => {
    const sample = pairedSample([
      [0.7, 1.9],
      [-1.6, 0.8],
      [-0.2, 1.1],
      [-1.2, 0.1],
      [-0.1, -0.1],
      [3.4, 4.4],
      [3.7, 5.5],
      [0.8, 1.6],
      [0, 4.6],
      [2, 3.4],
    ]);
    if (!sample) throw new Error('no sample');
    expect(sample.correlation).toBeCloseTo(0.7951702, 6);
    const effect = standardisedMeanChange(sample, 'change');
    expect((effect?.d ?? NaN) * Math.sqrt(10)).toBeCloseTo(4.0621, 4);
  });

  it('turns round with time where both times vary alike, and within is before where r is ½', () => {
    const sample = fc.record({
      n: fc.integer({ min: 3, max: 100 }),
      before: fc.double({ min: -50, max: 50, noNaN: true }),
      after: fc.double({ min: -50, max: 50, noNaN: true }),
      sd: fc.double({ min: 0.5, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(sample, ({ n, before, after, sd }) => {
        const pair = { n, before, after, sdBefore: sd, sdAfter: sd, correlation: 0.5 };
        for (const by of ['before', 'change', 'within'] as const) {
          const there = standardisedMeanChange(pair, by);
          const back = standardisedMeanChange({ ...pair, before: after, after: before }, by);
          expect(back?.g).toBeCloseTo(-(there?.g ?? NaN), 9);
        }
        const own = standardisedMeanChange(pair, 'before')?.d ?? NaN;
        expect(standardisedMeanChange(pair, 'within')?.d).toBeCloseTo(own, 9);
      }),
    );
  });

  it('is nothing for two members, without spread, or with a correlation that is none', () => {
    const pair = { n: 10, before: 1, after: 2, sdBefore: 1, sdAfter: 1, correlation: 0.5 };
    expect(standardisedMeanChange({ ...pair, n: 2 })).toBeNull();
    expect(standardisedMeanChange({ ...pair, sdBefore: 0 })).toBeNull();
    expect(standardisedMeanChange({ ...pair, correlation: 1 }, 'within')).toBeNull();
    expect(standardisedMeanChange({ ...pair, correlation: 1.2 })).toBeNull();
    expect(standardisedMeanChange({ ...pair, after: NaN })).toBeNull();
    expect(pairedSample([])).toBeNull();
    expect(
      pairedSample([
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ).toBeNull();
  });
});
