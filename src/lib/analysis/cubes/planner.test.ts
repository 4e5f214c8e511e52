import type { Engine } from '#lib/engine/engine.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions, type Dimension, type Grain } from '#lib/model/dimension.ts';
import type { Clause } from '#lib/model/selection.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyClause } from '../../../../tests/engine/any-slice.ts';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import {
  encodeSchool,
  inQuarters,
  multiply,
  quarterlyProgramme,
  schools,
  smallProgramme,
} from '../../../../tests/engine/small-school.ts';
import { askMeasures } from '../answer.ts';
import type { Question } from '../question.ts';
import type { Result } from '../result.ts';
import { cubeQuestion } from './cube-plan.ts';
import { Planner } from './planner.ts';

const ids = Object.keys(measures) as MeasureId[];

const questions = fc
  .record({
    grain: fc.constantFrom<Grain>('term', 'half', 'year'),
    by: fc.subarray([...dimensions], { maxLength: 2 }),
    selection: fc.array(anyClause(dimensions), { maxLength: 3 }),
    touched: fc.subarray([...dimensions], { maxLength: 2 }),
    compare: fc.constantFrom('none', 'year-ago', 'previous'),
    copies: fc.constantFrom(1, 4),
    last: fc.boolean(),
    span: fc.option(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 })),
  })
  .map(({ selection, ...rest }) => ({
    ...rest,
    // One clause a dimension, as the screens write them.
    selection: [...new Map(selection.map((clause) => [clause.dimension, clause])).values()],
  }));

/** What a result says, in an order of its own, with numbers to the precision of sums taken in another order. */
function said({ cells, members, times, refusal }: Result, tested: boolean) {
  const rounded = (value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value;
  return {
    cells: cells.map((cell) => {
      const { change, parts, ...rest } = cell;
      const kept = tested ? { ...rest, change, parts } : rest;
      return JSON.parse(JSON.stringify(kept, (_, value) => rounded(value))) as unknown;
    }),
    members,
    times,
    refusal,
  };
}

function moved({ dimension, values, excluded }: Clause): Clause {
  return { dimension, values: values.slice(0, 1), excluded: !excluded };
}

const lasts = { term: 5, half: 4048, year: 2024 } as const;

const runs = Number(process.env['CUBE_RUNS'] ?? 30);

describe('what is put together from cubes', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it(
    'is what the records say, also when clauses on touched dimensions move',
    async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(schools, questions, async (small, drawn) => {
          const { copies, touched, grain, by, selection, compare, last } = drawn;
          const span = grain === 'term' ? drawn.span : null;
          const isHalf = grain === 'half';
          const programme = isHalf ? quarterlyProgramme : smallProgramme;
          const drawnSchool = copies === 1 ? small : multiply(small, copies);
          const school = isHalf ? inQuarters(drawnSchool) : drawnSchool;
          await engine.load(encodeSchool(school));
          const planner = new Planner(engine, programme);
          const ask = (measure: MeasureId, chosen: Question['selection']): Question => ({
            measure,
            by,
            grain,
            times: last && !span ? [lasts[grain]] : 'all',
            ...(span ? { span } : {}),
            selection: chosen,
            compare: compare as Question['compare'],
          });
          const cubable = ids.filter((id) => cubeQuestion(ask(id, selection), programme));
          await planner.prepare(
            cubable.map((id) => ask(id, selection)),
            touched,
          );
          const isTouched = (dimension: Dimension) => (touched as Dimension[]).includes(dimension);
          const other = selection.map((clause) =>
            isTouched(clause.dimension) ? moved(clause) : clause,
          );
          for (const chosen of [selection, other]) {
            const asked = cubable.map((id) => ask(id, chosen));
            const direct = await askMeasures(engine, asked, programme);
            for (const [index, question] of asked.entries()) {
              const now = planner.answerNow(question);
              expect(now, `${question.measure} at hand`).not.toBeNull();
              const expected = direct[index];
              if (!now || !expected) throw new Error('No answer');
              expect(said(now, false), question.measure).toEqual(said(expected, false));
              answered += now.cells.length;
            }
          }
        }),
        { numRuns: runs, seed: 20_261_123, endOnFailure: true },
      );
      expect(answered).toBeGreaterThan(runs);
    },
    60_000 + runs * 2_000,
  );
});
