import type { Engine } from '#lib/engine/engine.ts';
import { spanTimes } from '#lib/measures/facts.ts';
import { judge } from '#lib/measures/outcome.ts';
import { measuresQuery } from '#lib/measures/query.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions } from '#lib/model/dimension.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyClause } from '../../../tests/engine/any-slice.ts';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { PlainMeasures } from '../../../tests/engine/plain/plain-measures.ts';
import { encodeSchool, schools, smallProgramme } from '../../../tests/engine/small-school.ts';
import { readCounts } from './counts.ts';

const ids = Object.keys(measures) as MeasureId[];

const slicing = fc.record({
  by: fc.subarray([...dimensions], { maxLength: 2 }),
  selection: fc.array(anyClause(dimensions), { maxLength: 2 }),
});

const runs = Number(process.env['ORACLE_RUNS'] ?? 25);

describe('measures that can be put together', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it(
    'count over terms taken together, and over those of a year before, what a plain loop counts',
    async () => {
      // Up to a year, so that no term belongs to both.
      const spans = fc.subarray([3, 4, 5], { minLength: 1 });
      await fc.assert(
        fc.asyncProperty(schools, spans, slicing, async (school, span, { by, selection }) => {
          await engine.load(encodeSchool(school));
          const times = new Map(
            spanTimes(span, smallProgramme).flatMap(({ time, periods }) =>
              periods.map((period) => [period, time] as const),
            ),
          );
          const plain = new PlainMeasures(school, smallProgramme, 'term', selection, times);
          const used = [...by, ...selection.map(({ dimension }) => dimension)];
          const slice = { grain: 'term' as const, span, by, selection, programme: smallProgramme };
          const asked = Object.fromEntries(
            ids.flatMap((id) => {
              const measure = measures[id];
              const fits = used.every((dimension) => measure.by.includes(dimension));
              if (measure.kind === 'composite' || !fits) return [];
              const { assembly } = measure.tally({ ...slice, score: null });
              return assembly ? [[id, { ...measure, minimum: 0 }]] : [];
            }),
          );
          if (Object.keys(asked).length === 0) return;
          const query = measuresQuery(asked, { ...slice, score: null });
          const cells = readCounts(await engine.ask(String(query)), by);
          for (const [id, measure] of Object.entries(asked)) {
            for (const { time, members, counts } of cells.get(id)?.values() ?? []) {
              const named = Object.fromEntries(by.map((name, index) => [name, members[index]]));
              const expected = plain.outcome(id as MeasureId, time, named as never);
              const outcome = judge(measure, counts);
              const where = `${id} at ${time} ${JSON.stringify(named)}`;
              if (typeof expected === 'string') {
                expect(outcome, where).toMatchObject({ kind: 'absent', reason: expected });
              } else {
                expect(outcome.kind === 'estimate' && outcome.value, where).toBeCloseTo(
                  expected?.value ?? NaN,
                  9,
                );
              }
            }
          }
        }),
        { numRuns: runs, seed: 20_261_123, endOnFailure: true },
      );
    },
    60_000 + runs * 4_000,
  );
});
