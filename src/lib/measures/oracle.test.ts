import type { Engine } from '#lib/engine/engine.ts';
import { dimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Clause } from '#lib/model/selection.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { PlainMeasures } from '../../../tests/engine/plain-measures.ts';
import { encodeSchool, schools, smallProgramme } from '../../../tests/engine/small-school.ts';
import { judge, type CellCounts } from './outcome.ts';
import { measuresQuery } from './query.ts';
import { measures, type MeasureId } from './registry.ts';

const ids = (Object.keys(measures) as MeasureId[]).filter(
  (id) => measures[id].kind !== 'composite',
);

const values: Readonly<Record<Dimension, readonly (string | number)[]>> = {
  block: ['I', 'II'],
  direction: ['science', 'letters', 'moral'],
  partner: [0, 1, 2],
  level: ['school', 'regional'],
  grade: [5, 6, 7],
  class: ['5А', '6Б', '7А'],
  sex: ['f', 'm'],
  own1: ['кружок', 'секция'],
  own2: ['секция'],
  own3: ['кружок'],
  own4: ['кружок'],
};

const clause: fc.Arbitrary<Clause> = fc.constantFrom(...dimensions).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    values: fc.subarray([...values[dimension]], { minLength: 1 }),
    excluded: fc.boolean(),
  }),
);

const wish = fc.record({
  grain: fc.constantFrom<Grain>('term', 'year'),
  by: fc.subarray([...dimensions], { maxLength: 2 }),
  selection: fc.array(clause, { maxLength: 2 }),
});

describe('measures', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('count what a plain loop over the rows counts', async () => {
    const met: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(schools, wish, async (school, { grain, by, selection }) => {
        await engine.load(encodeSchool(school));
        const plain = new PlainMeasures(school, smallProgramme, grain, selection);
        const used = [...by, ...selection.map(({ dimension }) => dimension)];
        const asked = Object.fromEntries(
          ids.flatMap((id) => {
            const measure = measures[id];
            const fits = used.every((dimension) => measure.by.includes(dimension));
            return measure.kind !== 'composite' && fits ? [[id, { ...measure, minimum: 0 }]] : [];
          }),
        );
        const slice = { grain, by, selection, programme: smallProgramme, score: null };
        const answer = await engine.ask(String(measuresQuery(asked, slice)));
        const seen = new Set<string>();
        for (let i = 0; i < answer.length; i += 1) {
          const cell = (name: string) => answer.columns[name]?.[i] ?? null;
          const id = String(cell('measure')) as MeasureId;
          const measure = asked[id];
          if (!measure) throw new Error(`${id} was not asked`);
          const members = Object.fromEntries(by.map((name) => [name, cell(name)]));
          const outcome = judge(measure, {
            x: cell('x'),
            n: cell('n'),
            total: cell('total'),
            squares: cell('squares'),
            line: cell('line'),
            roll: cell('roll'),
            known: cell('known'),
          } as CellCounts);
          const expected = plain.outcome(id, Number(cell('time')), members as never);
          const where = `${id} at ${String(cell('time'))} ${JSON.stringify(members)}`;
          if (typeof expected === 'string') {
            expect(outcome, where).toMatchObject({ kind: 'absent', reason: expected });
          } else {
            expect(outcome, where).toMatchObject({ kind: 'estimate', n: expected?.n });
            expect(outcome.kind === 'estimate' && outcome.value, where).toBeCloseTo(
              expected?.value ?? NaN,
              9,
            );
          }
          expect(seen.has(where), where).toBe(false);
          seen.add(where);
          const kind = typeof expected === 'string' ? expected : 'number';
          met[`${id} ${kind}`] = (met[`${id} ${kind}`] ?? 0) + 1;
        }
      }),
      { numRuns: 40, seed: 20_251_123 },
    );
    for (const id of ids) {
      expect(met[`${id} number`] ?? 0, `numbers of ${id}`).toBeGreaterThan(0);
      expect(met[`${id} no-records`] ?? 0, `absences of ${id}`).toBeGreaterThan(0);
    }
  }, 120_000);
});
