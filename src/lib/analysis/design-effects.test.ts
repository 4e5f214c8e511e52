import type { Engine } from '#lib/engine/engine.ts';
import type { Question } from './question.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  noOwn,
  plainEvent,
  plainParticipation,
  pupilsOf,
  smallProgramme,
} from '../../../tests/engine/small-school.ts';
import { askMeasure } from './answer.ts';

const size = 20;
const classes = ['5А', '5Б', '5В', '6А', '6Б', '6В'];
const names = classes.flatMap((name) =>
  Array.from({ length: size }, (_, index) => `Ученик ${name} ${index}`),
);
const classOf = (person: number) => classes[Math.floor(person / size)] ?? '';

/** Six classes of twenty in the first terms of two years; `took` says who took part in which of the two. */
function schoolOf(took: (person: number, period: number) => boolean) {
  const { participant, roll } = pupilsOf(names, [0, 3]);
  const periods = [0, 3];
  return {
    ...emptySchool,
    participant,
    roll: roll.map((row) => {
      const name = classOf(row.person);
      return { ...row, class: name, grade: Number.parseInt(name, 10) };
    }),
    event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
    participation: periods.flatMap((period, event) =>
      names.flatMap((_, person) =>
        took(person, period)
          ? [{ ...plainParticipation, ...noOwn, event, period, person, class: classOf(person) }]
          : [],
      ),
    ),
  };
}

const question: Question = {
  measure: 'M01',
  by: [],
  grain: 'term',
  times: 'all',
  selection: [],
  compare: 'year-ago',
};

describe('a change where classes take part together', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  const lastChange = async (by: Question['by'] = []) => {
    const { cells } = await askMeasure(engine, { ...question, by }, smallProgramme);
    return cells.filter(({ time }) => time === 3).map(({ change }) => change);
  };

  it('says less the more alike the pupils of a class are', async () => {
    const whole = (person: number, period: number) =>
      (period === 0 ? ['5А', '6А'] : ['5А', '5Б', '6А', '6В']).includes(classOf(person));
    const spread = (person: number, period: number) => person % 6 < (period === 0 ? 2 : 4);
    await engine.load(encodeSchool(schoolOf(whole)));
    const [together] = await lastChange();
    await engine.load(encodeSchool(schoolOf(spread)));
    const [apart] = await lastChange();
    expect(together?.value).toBeCloseTo(1 / 3, 12);
    expect(apart?.value).toBeCloseTo(1 / 3, 12);
    const independent = newcombe({ x: 40, n: 120 }, { x: 80, n: 120 });
    expect(apart?.lower).toBeCloseTo(independent?.lower ?? 0, 12);
    expect(apart?.upper).toBeCloseTo(independent?.upper ?? 0, 12);
    // Classes of twenty, all or nobody, three in a grade: 20 × 3/2 times the variance of independent pupils.
    const effect = 30;
    const clustered = newcombe(
      { x: 40 / effect, n: 120 / effect },
      { x: 80 / effect, n: 120 / effect },
    );
    expect(together?.lower).toBeCloseTo(clustered?.lower ?? 0, 9);
    expect(together?.p).toBeGreaterThan(0.2);
    expect(apart?.p).toBeLessThan(0.001);
  });

  it('borrows the effect of all classes where a group has too few of its own', async () => {
    const whole = (person: number, period: number) =>
      (period === 0 ? ['5А', '6А'] : ['5А', '5Б', '6А', '6В']).includes(classOf(person));
    await engine.load(encodeSchool(schoolOf(whole)));
    const [grade5, grade6] = await lastChange(['grade']);
    const borrowed = newcombe({ x: 2 / 3, n: 2 }, { x: 4 / 3, n: 2 });
    expect(grade5?.lower).toBeCloseTo(borrowed?.lower ?? 0, 9);
    expect(grade6?.upper).toBeCloseTo(borrowed?.upper ?? 0, 9);
    const classesOf = await lastChange(['class']);
    expect(classesOf).toHaveLength(6);
    expect(classesOf[0]?.p).toBe(1);
  });
});
