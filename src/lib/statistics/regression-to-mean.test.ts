import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regressionToMean, selectionFactor, type Selection } from './regression-to-mean.ts';

const below40: Selection = { mean: 60, sd: 15, cut: 40, correlation: 0, selected: 'below' };

describe('regressionToMean', () => {
  it.each([
    [0, 26.9720230421],
    [0.2, 21.5776184336],
    [0.4, 16.1832138252],
    [0.5, 13.486011521],
    [0.6, 10.7888092168],
    [0.8, 5.3944046084],
    [1, 0],
  ])('μ 60, σ 15, cut 40 (Barnett, van der Pols & Dobson 2005): ρ = %d', (correlation, rise) => {
    expect(regressionToMean({ ...below40, correlation })).toBeCloseTo(rise, 9);
  });

  it('is what truncation does: without correlation the selected come back to the mean', () => {
    // Mean of a normal variable below a cut: μ − σ·φ(z)/Φ(−z).
    const meanBelow = 60 - 15 * 1.79813486947;
    expect(meanBelow + (regressionToMean(below40) ?? NaN)).toBeCloseTo(60, 9);
  });

  it('falls for those above as it rises for those below, whatever the unit', () => {
    const number = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0, max: 1, noNaN: true }), (cut, correlation) => {
        const above = regressionToMean({ mean: 0, sd: 20, cut, correlation, selected: 'above' });
        const below = regressionToMean({
          mean: 0,
          sd: 40,
          cut: -2 * cut,
          correlation,
          selected: 'below',
        });
        expect(below).toBeCloseTo(-2 * (above ?? NaN), 8);
        expect(above).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is nothing without spread or with numbers out of range', () => {
    expect(regressionToMean({ ...below40, sd: 0 })).toBeNull();
    expect(regressionToMean({ ...below40, correlation: 1.1 })).toBeNull();
    expect(regressionToMean({ ...below40, correlation: NaN })).toBeNull();
    expect(regressionToMean({ ...below40, cut: NaN })).toBeNull();
  });
});

describe('selectionFactor', () => {
  it.each([
    [0, 0.7978845608],
    [1, 1.5251352762],
    [2, 2.3732155328],
    [1.3333333333333333, 1.79813486947],
  ])('inverse Mills ratio at %d', (z, factor) => {
    expect(selectionFactor(z)).toBeCloseTo(factor, 9);
  });

  it('passes smoothly to its limit in the far tail', () => {
    expect(selectionFactor(30.0001) - selectionFactor(29.9999)).toBeCloseTo(0.0002, 6);
    expect(selectionFactor(60)).toBeCloseTo(60 + 1 / 60, 4);
    expect(selectionFactor(-40)).toBeCloseTo(0, 12);
  });
});
