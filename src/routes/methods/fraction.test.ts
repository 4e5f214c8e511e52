import { describe, expect, it } from 'vitest';
import { fractionOf } from './fraction.ts';

describe('a formula as a fraction', () => {
  it('is taken apart at its one division', () => {
    expect(fractionOf('ученики с участием ÷ ученики по спискам')).toEqual({
      over: 'ученики с участием',
      under: 'ученики по спискам',
    });
    expect(fractionOf('Σ (b − a) ÷ pupils')).toEqual({ over: 'Σ (b − a)', under: 'pupils' });
  });

  it.each(['1 − охват', 'Σ (события партнёра ÷ все события)²', 'a ÷ b − c ÷ d', 'a ÷ b ÷ c', ''])(
    'is none in «%s»',
    (formula) => {
      expect(fractionOf(formula)).toBeNull();
    },
  );
});
