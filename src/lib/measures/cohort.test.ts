import type { Engine } from '#lib/engine/engine.ts';
import { dimensions, pupilSideDimensions, type Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { PlainCohort } from '../../../tests/engine/plain/plain-cohort.ts';
import {
  emptySchool,
  inQuarters,
  encodeSchool,
  noOwn,
  pupilsOf,
  quarterlyProgramme,
  smallProgramme,
  threeInOne,
} from '../../../tests/engine/small-school.ts';
import { anyClause } from '../../../tests/engine/any-slice.ts';
import { cohortQuery, judgeCohort, type CohortCounts } from './cohort.ts';
import { hasCohort, type CohortMeasure, type Measure } from './measure.ts';
import { measures, type MeasureId } from './registry.ts';

const ids = (Object.keys(measures) as MeasureId[]).filter((id) => hasCohort(measures[id]));
const nothing: CohortCounts = {
  a: null,
  b: null,
  c: null,
  d: null,
  n: null,
  before: null,
  after: null,
  total: null,
  squares: null,
};

const runs = Number(process.env['ORACLE_RUNS'] ?? 35);

const wish = fc.constantFrom(dimensions, pupilSideDimensions).chain((among) =>
  fc.record({
    grain: fc.constantFrom<Grain>('term', 'half', 'year'),
    by: fc.subarray([...among], { maxLength: 2 }),
    selection: fc.array(anyClause(among), { maxLength: 1 }),
  }),
);

/** The other rule compares with a year ago, which no two years of this calendar both have. */
const inTerms: Programme = {
  ...smallProgramme,
  overload: { ...smallProgramme.overload, rule: 'weekly' },
};

const inHalves: Programme = { ...inTerms, periods: quarterlyProgramme.periods };

const marks = [
  { schoolYear: 2023, wave: 'pre', scores: [10, 14, 20] },
  { schoolYear: 2023, wave: 'post', scores: [24, 15, 30] },
  { schoolYear: 2024, wave: 'pre', scores: [12, 13, 19] },
  { schoolYear: 2024, wave: 'post', scores: [14, 29, 21] },
];

/** Pupils assessed at both ends of two years, which a drawn school hardly ever has. */
const assessedTwice = {
  ...emptySchool,
  ...pupilsOf(['Ан', 'Бо', 'Ви'], [0, 1, 2, 3, 4, 5]),
  assessment: marks.flatMap(({ schoolYear, wave, scores }, index) =>
    scores.map((score, person) => ({
      ...noOwn,
      person,
      period: null,
      school_year: schoolYear,
      instrument: 'torrance',
      version: '1',
      wave,
      scale: 'total',
      score,
      date: 20_000 + index,
      class: '5А',
      grade: 5,
      import_id: 'a',
      sheet: 0,
      row: 0,
      col: null,
    })),
  ),
};

const pairs = {
  term: [
    { before: 0, after: 1 },
    { before: 1, after: 2 },
    { before: 0, after: 3 },
    { before: 2, after: 5 },
  ],
  half: [
    { before: 4046, after: 4047 },
    { before: 4047, after: 4048 },
    { before: 4046, after: 4048 },
  ],
  year: [{ before: 2023, after: 2024 }],
};

describe('a cohort', () => {
  it('are the measures that speak of pupils', () => {
    expect(ids).toEqual(
      'M01 M02 M03 M05 M06 M07 M08 M09 M10 M11 M12 M14 M17 M19 M26 M27 M28 M29 M30 M34 M39'.split(
        ' ',
      ),
    );
  });

  // [[59, 6], [16, 80]]: Fagerland, Lydersen & Laake 2017 ch. 8, as in the tests of R contingencytables.
  it('of a share is the paired interval with the mid-P of McNemar', () => {
    const { before, after, change } = judgeCohort(measures.M01, {
      ...nothing,
      a: 59,
      b: 6,
      c: 16,
      d: 80,
    });
    expect(before).toMatchObject({ x: 65, n: 161 });
    expect(after).toMatchObject({ x: 75, n: 161 });
    expect(change?.value).toBeCloseTo(0.0621118012, 9);
    expect(change?.lower).toBeCloseTo(0.0046251139, 9);
    expect(change?.upper).toBeCloseTo(0.1186211956, 9);
    expect(change?.p).toBeCloseTo(0.0346896648, 9);
  });

  // Student's sleep data (R, t.test(extra ~ group, paired = TRUE)): t = 4.0621, df = 9, p = 0.002833, 0.7001142–2.4598858.
  it('of a mean is the paired t test', () => {
    const differences = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const total = differences.reduce((sum, value) => sum + value, 0);
    const squares = differences.reduce((sum, value) => sum + value * value, 0);
    const { change, before } = judgeCohort(measures.M05, {
      ...nothing,
      n: 10,
      before: 0.75,
      after: 2.33,
      total,
      squares,
    });
    expect(before).toMatchObject({ kind: 'estimate', value: 0.75, n: 10 });
    expect(change?.value).toBeCloseTo(1.58, 10);
    expect(change?.lower).toBeCloseTo(0.7001142, 7);
    expect(change?.upper).toBeCloseTo(2.4598858, 7);
    expect(change?.p).toBeCloseTo(0.00283289, 7);
  });

  it('is never a number that is none, whatever was counted', () => {
    const count = fc.option(fc.nat(40), { nil: null });
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.record({ a: count, b: count, c: count, d: count, n: count }),
        fc.tuple(count, count, count, count),
        (id, counted, [before, after, total, squares]) => {
          const measure: Measure = measures[id];
          if (!hasCohort(measure)) throw new Error('no cohort');
          const outcome = judgeCohort(
            { ...measure, minimum: 0 },
            { ...counted, before, after, total, squares },
          );
          for (const side of [outcome.before, outcome.after]) {
            if (side.kind === 'estimate') expect(side.value).toBeTypeOf('number');
          }
          const numbers = JSON.stringify(outcome, (_, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'none' : value,
          );
          expect(numbers).not.toContain('none');
        },
      ),
    );
  });
});

describe('cohorts', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it(
    'are the pupils that a person finds on both rolls',
    async () => {
      const met: Record<string, number> = {};
      await fc.assert(
        fc.asyncProperty(threeInOne, wish, async (drawn, { grain, by, selection }) => {
          const school = grain === 'half' ? inQuarters(drawn) : drawn;
          const programme = grain === 'half' ? inHalves : inTerms;
          await engine.load(encodeSchool(school));
          const plain = new PlainCohort(school, programme, grain, selection);
          const used = [...by, ...selection.map(({ dimension }) => dimension)];
          const asked: Record<string, CohortMeasure> = {};
          for (const id of ids) {
            const measure: Measure = measures[id];
            if (hasCohort(measure) && used.every((name) => measure.by.includes(name))) {
              asked[id] = { ...measure, minimum: 0 };
            }
          }
          const slice = { grain, by, selection, programme, score: null };
          const answer = await engine.ask(String(cohortQuery(asked, slice, pairs[grain])));
          for (let i = 0; i < answer.length; i += 1) {
            const cell = (name: string) => answer.columns[name]?.[i] ?? null;
            const id = String(cell('measure')) as MeasureId;
            const measure = asked[id];
            if (!measure) throw new Error(`${id} was not asked`);
            const members = Object.fromEntries(by.map((name) => [name, cell(name)]));
            const [since, time] = [Number(cell('since')), Number(cell('time'))];
            const expected = plain.pairs(id, since, time, members as never);
            const where = `${id} ${since}–${time} ${JSON.stringify(members)}`;
            expect(expected, where).not.toBeNull();
            if (!expected) continue;
            const counts = Object.fromEntries(
              Object.keys(nothing).map((name) => [name, cell(name)]),
            ) as unknown as CohortCounts;
            const sum = (value: (pair: readonly [number, number]) => number) =>
              expected.reduce((total, pair) => total + value(pair), 0);
            const both = (first: number, last: number) =>
              expected.filter(([a, b]) => a === first && b === last).length;
            if (measure.kind === 'proportion') {
              const { a, b, c, d } = counts;
              const wanted = [both(1, 1), both(1, 0), both(0, 1), both(0, 0)];
              expect([a, b, c, d], where).toEqual(wanted);
            } else {
              expect(counts.n, where).toBe(expected.length);
              expect(counts.total ?? 0, where).toBeCloseTo(
                sum(([a, b]) => b - a),
                9,
              );
              expect(counts.squares ?? 0, where).toBeCloseTo(
                sum(([a, b]) => (b - a) ** 2),
                9,
              );
              if (expected.length > 0) {
                expect(counts.before ?? 0, where).toBeCloseTo(sum(([a]) => a) / expected.length, 9);
                expect(counts.after ?? 0, where).toBeCloseTo(
                  sum(([, b]) => b) / expected.length,
                  9,
                );
              }
            }
            if (expected.length > 0) met[id] = (met[id] ?? 0) + 1;
          }
        }),
        {
          numRuns: runs,
          seed: 8,
          endOnFailure: true,
          examples: [[assessedTwice, { grain: 'year', by: [], selection: [] }]],
        },
      );
      for (const id of ids) expect(met[id] ?? 0, `cohorts of ${id}`).toBeGreaterThan(0);
    },
    60_000 + runs * 4_000,
  );
});
