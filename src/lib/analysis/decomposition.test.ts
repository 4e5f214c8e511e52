import type { Engine } from '#lib/engine/engine.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  plainEvent,
  plainParticipation,
  pupilsOf,
  smallProgramme,
} from '../../../tests/engine/small-school.ts';
import { askCohort } from './cohort.ts';
import {
  askDecomposition,
  splittingDimensions,
  type DecompositionQuestion,
} from './decomposition.ts';
import type { Question } from './question.ts';

/** So many pupils of a grade in a year, of whom so many take part. */
interface GradeYear {
  readonly grade: number;
  readonly n: number;
  readonly x: number;
}

/** A school whose pupils are others in each of the two years. */
function schoolOf(before: readonly GradeYear[], after: readonly GradeYear[]) {
  const years = [
    { period: 0, event: 0, grades: before },
    { period: 3, event: 1, grades: after },
  ];
  const pupils = years.flatMap(({ period, event, grades }) =>
    grades.flatMap(({ grade, n, x }) =>
      Array.from({ length: n }, (_, index) => ({ period, event, grade, took: index < x })),
    ),
  );
  const names = pupils.map((_, person) => `Ученик ${person}`);
  const { participant } = pupilsOf(names, []);
  const [row] = pupilsOf(['Ученик'], [0]).roll;
  if (!row) throw new Error('There is no pupil');
  return {
    ...emptySchool,
    participant,
    roll: pupils.map(({ period, grade }, person) => ({
      ...row,
      person,
      period,
      grade,
      class: `${grade}А`,
    })),
    event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
    participation: pupils.flatMap(({ period, event, took }, person) =>
      took ? [{ ...plainParticipation, period, event, person }] : [],
    ),
  };
}

const change: DecompositionQuestion = {
  measure: 'M01',
  over: 'grade',
  grain: 'term',
  before: 0,
  after: 3,
  selection: [],
};

describe('a change taken apart', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('gives the kidney stones their paradox: both groups fall, the total rises', async () => {
    const before = [
      { grade: 5, n: 87, x: 81 },
      { grade: 6, n: 263, x: 192 },
    ];
    const after = [
      { grade: 5, n: 270, x: 234 },
      { grade: 6, n: 80, x: 55 },
    ];
    await engine.load(encodeSchool(schoolOf(before, after)));
    const found = await askDecomposition(engine, change, smallProgramme);
    expect(found?.before.value).toBeCloseTo(0.78, 12);
    expect(found?.after.value).toBeCloseTo(0.8257142857, 10);
    expect(found?.rate.value).toBeCloseTo(-0.0536712174, 10);
    expect(found?.mix.value).toBeCloseTo(0.0993855031, 10);
    expect(found?.isReversed).toBe(true);
    const parts = found?.groups.map(({ rate, mix }) => rate + mix) ?? [];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0.8257142857 - 0.78, 10);
    expect(found?.rate.lower).toBeLessThan(found?.rate.value ?? 0);
    expect(found?.mix.upper).toBeGreaterThan(found?.mix.value ?? 0);
  });

  it('names a group that was there at one of the times only', async () => {
    const before = [{ grade: 5, n: 40, x: 10 }];
    const after = [
      { grade: 5, n: 40, x: 10 },
      { grade: 7, n: 40, x: 30 },
    ];
    await engine.load(encodeSchool(schoolOf(before, after)));
    const found = await askDecomposition(engine, change, smallProgramme);
    expect(found?.groups.map(({ member, absent }) => [member.key, absent])).toEqual([
      [5, null],
      [7, 'before'],
    ]);
    expect(found?.rate.value).toBe(0);
    expect(found?.mix.value).toBeCloseTo(0.25, 12);
  });

  it('is refused where a time has no number or the groups are no groups of pupils', async () => {
    await engine.load(encodeSchool(schoolOf([{ grade: 5, n: 40, x: 10 }], [])));
    expect(await askDecomposition(engine, change, smallProgramme)).toBeNull();
    const byBlock = { ...change, over: 'block' as const };
    expect(await askDecomposition(engine, byBlock, smallProgramme)).toBeNull();
    expect(splittingDimensions('M01')).toEqual(['grade', 'class', 'sex']);
    expect(splittingDimensions('M04')).toEqual([]);
    expect(splittingDimensions('M42')).toEqual([]);
  });

  it('is seen apart from those who came and left in the cohort of the same pupils', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Ученик ${index}`);
    const all = pupilsOf(names, [0, 3]);
    const stayed = all.roll.filter(({ person, period }) =>
      period === 0 ? person < 20 : person >= 8,
    );
    const took = (period: number) => (period === 0 ? [8, 9, 10, 11, 0, 1] : [8, 9, 12, 13, 14, 25]);
    await engine.load(
      encodeSchool({
        ...emptySchool,
        ...all,
        roll: stayed,
        event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
        participation: [0, 3].flatMap((period, event) =>
          took(period).map((person) => ({ ...plainParticipation, event, period, person })),
        ),
      }),
    );
    const question: Question = {
      measure: 'M01',
      by: [],
      grain: 'term',
      times: 'all',
      selection: [],
      compare: 'year-ago',
    };
    const { cells, times } = await askCohort(engine, question, smallProgramme);
    expect(times).toEqual([3]);
    // Pupils 8 to 19 stayed; of them 8–11 took part before and 8, 9, 12–14 after.
    expect(cells[0]?.before).toMatchObject({ x: 4, n: 12 });
    expect(cells[0]?.outcome).toMatchObject({ x: 5, n: 12 });
    expect(cells[0]?.change?.value).toBeCloseTo(1 / 12, 12);
    expect(cells[0]?.change?.p).toBe(0.6875);
    const refused = await askCohort(engine, { ...question, measure: 'M21' }, smallProgramme);
    expect(refused.refusal).toBe('not-divisible');
  });
});
