import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOf, timeFields, type PivotField } from '#lib/analysis/pivot.ts';
import { dimensions } from '#lib/model/dimension.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import {
  defaultPivot,
  isOpen,
  placeField,
  readPivot,
  shadings,
  turnFold,
  writePivot,
  type PivotChoices,
} from './pivot-choices.ts';

const fields = fc
  .shuffledSubarray<PivotField>([...dimensions, ...timeFields], { maxLength: 5 })
  .map((all) => ({ rows: all.slice(0, mostOf.rows), columns: all.slice(mostOf.rows) }));
const folding = fc.record({
  open: fc.boolean(),
  except: fc.uniqueArray(fc.constantFrom('["I"]', '["II"]', '[2024]', '["а,б&=+"]')),
});
const anyPivot: fc.Arbitrary<PivotChoices> = fc
  .record({
    fields,
    measures: fc.shuffledSubarray(Object.keys(measures) as MeasureId[], {
      minLength: 1,
      maxLength: mostOf.measures,
    }),
    selection: fc.array(
      fc.record({
        dimension: fc.constantFrom(...dimensions),
        values: fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.integer()), {
          minLength: 1,
          maxLength: 3,
        }),
        excluded: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    grain: fc.constantFrom('term' as const, 'half' as const, 'year' as const),
    period: fc.option(fc.constantFrom('2025-1', '2024-4')),
    year: fc.option(fc.integer({ min: 2000, max: 2100 })),
    n: fc.boolean(),
    interval: fc.boolean(),
    shading: fc.constantFrom(...shadings),
    order: fc.option(
      fc.record({
        column: fc.constantFrom('[[],"M01","value"]', '[["I",2024],"M04","n"]'),
        descending: fc.boolean(),
      }),
    ),
    openRows: folding,
    openColumns: folding,
  })
  .map(({ fields: both, ...rest }) => ({ ...rest, ...both }));

const read = (text: string) => readPivot(new URLSearchParams(text));

describe('choices of a pivot in an address', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyPivot, (choices) => {
        const reading = read(writePivot(choices).toString());
        expect(reading).toEqual({ choices, unknown: [] });
      }),
    );
    expect(writePivot(defaultPivot).toString()).toBe('');
  });

  it.each([
    'measures=M01,M99',
    'measures=',
    'measures=M01,M01',
    'rows=block,class,grade,sex',
    'rows=nobody',
    'columns=year,period,block',
    'grain=week',
    'year=last',
    'shading=rainbow',
    'order=c1',
    'open-rows=[1]',
    'open-rows={',
    'n=2',
    'only.block=II',
    '__proto__=1',
  ])('say what means nothing in %s, and show the rest', (part) => {
    const { choices, unknown } = read(`${part}&interval=1`);
    expect(unknown).toEqual([part]);
    expect(choices).toEqual({ ...defaultPivot, interval: true });
  });

  it('hold no field twice', () => {
    const { choices, unknown } = read('rows=class,year&columns=year,block');
    expect(choices).toMatchObject({ rows: ['class', 'year'], columns: ['block'] });
    expect(unknown).toEqual(['columns=year']);
    // The columns that nobody chose give way without a word.
    expect(read('rows=year')).toMatchObject({ choices: { columns: [] }, unknown: [] });
  });
});

describe('a field of a pivot', () => {
  const axes = { rows: ['block', 'class'] as const, columns: ['year'] as const };

  it('goes to a place, from wherever it stands, and away', () => {
    expect(placeField(axes, 'class', { axis: 'rows', at: 0 })).toEqual({
      rows: ['class', 'block'],
      columns: ['year'],
    });
    expect(placeField(axes, 'year', { axis: 'rows', at: 1 })).toEqual({
      rows: ['block', 'year', 'class'],
      columns: [],
    });
    expect(placeField(axes, 'sex', { axis: 'columns', at: 9 })).toEqual({
      rows: ['block', 'class'],
      columns: ['year', 'sex'],
    });
    expect(placeField(axes, 'block', null)).toEqual({ rows: ['class'], columns: ['year'] });
  });

  it('does not go to an axis that is full, but moves within it', () => {
    const full = { rows: ['block', 'class', 'sex'] as const, columns: [] };
    expect(placeField(full, 'year', { axis: 'rows', at: 0 })).toBeNull();
    expect(placeField(full, 'sex', { axis: 'rows', at: 0 })?.rows).toEqual([
      'sex',
      'block',
      'class',
    ]);
  });
});

describe('the folding of groups', () => {
  it('turns one group over and back', () => {
    fc.assert(
      fc.property(folding, fc.constantFrom('["I"]', '["III"]'), (before, id) => {
        const turned = turnFold(before, id);
        expect(isOpen(turned, id)).toBe(!isOpen(before, id));
        expect(isOpen(turned, 'other')).toBe(isOpen(before, 'other'));
        expect(new Set(turnFold(turned, id).except)).toEqual(new Set(before.except));
      }),
    );
  });
});
