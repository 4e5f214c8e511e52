import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '#lib/model/dimension.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { defaultChoices, readChoices, writeChoices, type Choices } from './choices.ts';
import { views } from './views.ts';

const anyChoices: fc.Arbitrary<Choices> = fc.record({
  measure: fc.constantFrom(...(Object.keys(measures) as MeasureId[])),
  by: fc.option(fc.constantFrom(...dimensions)),
  across: fc.option(fc.constantFrom(...dimensions)),
  scales: fc.constantFrom('shared' as const, 'own' as const),
  stacking: fc.constantFrom('amounts' as const, 'shares' as const),
  chart: fc.constantFrom(...views),
  compare: fc.constantFrom('none' as const, 'year-ago' as const),
  grain: fc.constantFrom('term' as const, 'half' as const, 'year' as const),
  pupils: fc.constantFrom('all' as const, 'same' as const),
  period: fc.option(fc.constantFrom('2025-1', '2024-4')),
  selection: fc.array(
    fc.record({
      dimension: fc.constantFrom(...dimensions),
      values: fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.integer()), {
        minLength: 1,
        maxLength: 4,
      }),
      excluded: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

describe('choices in an address', () => {
  it('come back as they were written, through the text of the address', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const address = writeChoices(choices).toString();
        expect(readChoices(new URLSearchParams(address))).toEqual({ choices, unknown: [] });
      }),
    );
  });

  it('are not written where they are the default', () => {
    expect(writeChoices(defaultChoices).toString()).toBe('');
  });

  it('keep what is known of a hand-made address and name the rest', () => {
    const address = new URLSearchParams(
      'measure=M99&by=class&only.block=["II"]&only.moon=[1]&only.grade=[{}]',
    );
    const { choices, unknown } = readChoices(address);
    expect(choices.by).toBe('class');
    expect(choices.measure).toBe('M01');
    expect(choices.selection).toEqual([{ dimension: 'block', values: ['II'], excluded: false }]);
    expect(unknown).toEqual(['measure=M99', 'only.moon=[1]', 'only.grade=[{}]']);
  });
});
