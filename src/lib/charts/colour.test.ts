import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, lightness, luminance, mix, readable } from './colour.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colour', () => {
  it('agrees with the published contrasts of WCAG and lightness of CIE', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(luminance('#ff0000')).toBeCloseTo(0.2126, 4);
    expect(lightness('#777777')).toBeCloseTo(50.03, 2);
    expect(lightness('#0000ff')).toBeCloseTo(32.3, 1);
  });

  it('mixes from one end to the other', () => {
    expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
    expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
    expect(mix('#102030', '#304050', 0.5)).toBe('#203040');
  });

  it('always finds words that read, whatever the ground', () => {
    fc.assert(
      fc.property(colour, (ground) => {
        expect(contrast(readable(ground, ['#1c2129', '#ffffff']), ground)).toBeGreaterThanOrEqual(
          4.5,
        );
      }),
    );
  });
});
