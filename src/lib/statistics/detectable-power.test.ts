import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectablePairedWithPower,
  detectableWithPower,
  twoProportionsPower,
} from './detectable-power.ts';

describe('twoProportionsPower', () => {
  it('R’s power.prop.test: 50 and 50, 0.50 against 0.75 has power 0.7401659', () => {
    expect(twoProportionsPower(0.5, 0.75, 50, 50)).toBeCloseTo(0.7401659, 6);
  });

  it('R’s power.prop.test: 0.50 against 0.75 needs 76.7 a side for power 0.90', () => {
    expect(twoProportionsPower(0.5, 0.75, 76.7, 76.7)).toBeCloseTo(0.9, 3);
  });

  it('is nothing without sizes or proportions', () => {
    expect(twoProportionsPower(0.5, 0.75, 0, 50)).toBeNull();
    expect(twoProportionsPower(0.5, 1.75, 50, 50)).toBeNull();
    expect(twoProportionsPower(NaN, 0.75, 50, 50)).toBeNull();
  });
});

describe('detectableWithPower', () => {
  it('finds the change whose power is the wished one', () => {
    const size = fc.integer({ min: 40, max: 2000 });
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 0.7, noNaN: true }), size, size, (p, n1, n2) => {
        const found = detectableWithPower(p, n1, n2);
        const power = (p2: number) => twoProportionsPower(p, p2, n1, n2);
        if (!found) throw new Error('nothing to find');
        const { rise, fall } = found;
        if (rise !== null) expect(power(p + rise)).toBeCloseTo(0.8, 9);
        if (fall !== null) expect(power(p - fall)).toBeCloseTo(0.8, 9);
        const mirror = detectableWithPower(1 - p, n1, n2);
        expect(mirror?.fall ?? null).toEqual(rise === null ? null : expect.closeTo(rise, 9));
      }),
    );
  });

  it('has no fall from nothing, and nothing to find in groups that are too small', () => {
    expect(detectableWithPower(0, 30, 30)?.fall).toBeNull();
    expect(detectableWithPower(0, 30, 30)?.rise).toBeGreaterThan(0.1);
    expect(detectableWithPower(0.5, 3, 3)).toEqual({ rise: null, fall: null });
    expect(detectableWithPower(0.5, 0, 30)).toBeNull();
    expect(detectableWithPower(0.5, 30, 30, { power: 1 })).toBeNull();
  });
});

describe('detectablePairedWithPower', () => {
  it('Connor’s formula: 0.45 against 0.05 needs 22.8 pairs for power 0.80, so that 23 find 0.40', () => {
    expect(detectablePairedWithPower(23, 0.5)).toBeLessThan(0.4);
    expect(detectablePairedWithPower(22, 0.5)).toBeGreaterThan(0.4);
  });

  it('is the change at which the formula’s power is the wished one', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    const power = fc.constantFrom(0.3, 0.8, 0.95);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), share, power, (n, discordant, wished) => {
        const change = detectablePairedWithPower(n, discordant, { power: wished });
        if (change === null) return;
        const left = Math.sqrt(n) * change;
        const quantiles = { 0.3: -0.5244005127, 0.8: 0.8416212336, 0.95: 1.644853627 };
        const beta = quantiles[wished as keyof typeof quantiles];
        const right =
          1.959963984540054 * Math.sqrt(discordant) + beta * Math.sqrt(discordant - change ** 2);
        expect(left).toBeCloseTo(right, 7);
      }),
    );
  });

  it('is nothing without pairs or discordance, or where even all of it would not show', () => {
    expect(detectablePairedWithPower(0, 0.3)).toBeNull();
    expect(detectablePairedWithPower(50, 0)).toBeNull();
    expect(detectablePairedWithPower(50, 1.2)).toBeNull();
    expect(detectablePairedWithPower(10, 0.05)).toBeNull();
    expect(detectablePairedWithPower(NaN, 0.3)).toBeNull();
  });
});
