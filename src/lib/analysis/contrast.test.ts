import type { Engine } from '#lib/engine/engine.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { newcombePaired } from '#lib/statistics/newcombe-paired.ts';
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
import { askContrast, isMatchable, type ContrastQuestion } from './contrast.ts';

const names = Array.from({ length: 60 }, (_, index) => `Ученик ${index}`);
const pupils = pupilsOf(names, [0, 3]);
/** Girls are the even ones; in the first year pupils 0–23 take part, in the second 12–47; those from 50 on are new then. */
const took = (person: number, period: number) =>
  period === 0 ? person < 24 : person >= 12 && person < 48;
const school = {
  ...emptySchool,
  ...pupils,
  roll: pupils.roll.filter(({ person, period }) => period === 3 || person < 50),
  event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
  participation: [0, 3].flatMap((period, event) =>
    names.flatMap((_, person) =>
      took(person, period) ? [{ ...plainParticipation, event, period, person }] : [],
    ),
  ),
};

const sex = (value: string) => [{ dimension: 'sex', values: [value], excluded: false }] as const;
const years: ContrastQuestion = {
  measure: 'M01',
  by: null,
  grain: 'term',
  first: { time: 0, selection: [] },
  second: { time: 3, selection: [] },
  matched: false,
};
const sexes: ContrastQuestion = {
  ...years,
  first: { time: 3, selection: sex('f') },
  second: { time: 3, selection: sex('m') },
};

describe('two selections compared', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await engine.load(encodeSchool(school));
  }, 60_000);

  afterAll(() => engine.close());

  const ask = async (question: ContrastQuestion) => {
    const found = await askContrast(engine, question, smallProgramme);
    if (!found) throw new Error('There is no contrast');
    return found;
  };

  it('are tested as independent where no pupil is in both', async () => {
    const { footing, shared, whole } = await ask(sexes);
    expect([footing, shared]).toEqual(['apart', 0]);
    expect(whole.first).toMatchObject({ x: 18, n: 30 });
    expect(whole.second).toMatchObject({ x: 18, n: 30 });
    const { value, lower, upper } = newcombe({ x: 18, n: 30 }, { x: 18, n: 30 }) ?? {};
    expect(whole.change).toMatchObject({ value, lower, upper, p: 1 });
  });

  it('say how many pupils are in both, and are tested only where it is one selection at two times', async () => {
    const times = await ask(years);
    expect([times.footing, times.shared]).toEqual(['times', 50]);
    expect(times.whole.change?.value).toBeCloseTo(36 / 60 - 24 / 50, 12);
    expect(times.whole.change?.p).not.toBeNull();
    const part = await ask({ ...sexes, first: { time: 3, selection: [] } });
    expect([part.footing, part.shared]).toEqual(['overlap', 30]);
    expect(part.whole.change).toMatchObject({ value: 0, lower: null, upper: null, p: null });
  });

  it('are paired for the same pupils', async () => {
    const { footing, whole, rows } = await ask({ ...years, by: 'sex', matched: true });
    expect(footing).toBe('matched');
    // Of pupils 0–49: 12–23 both times, 0–11 only before, 24–47 only after, 48 and 49 never.
    const paired = newcombePaired({ both: 12, onlyBefore: 12, onlyAfter: 24, neither: 2 });
    expect(whole.first).toMatchObject({ x: 24, n: 50 });
    expect(whole.second).toMatchObject({ x: 36, n: 50 });
    expect(whole.change).toMatchObject({ ...paired });
    expect(rows.map(({ member }) => member?.key)).toEqual(['f', 'm']);
    for (const { q, change } of rows) expect(q).toBeGreaterThanOrEqual(change?.p ?? NaN);
  });

  it('swapped give the same difference with the other sign', async () => {
    for (const question of [
      years,
      sexes,
      { ...years, matched: true },
      { ...years, by: 'sex' },
    ] as const) {
      const forth = await ask(question);
      const back = await ask({ ...question, first: question.second, second: question.first });
      expect(back.footing).toBe(forth.footing);
      for (const [index, row] of [forth.whole, ...forth.rows].entries()) {
        const other = [back.whole, ...back.rows][index];
        expect(other?.first).toEqual(row.second);
        expect(other?.second).toEqual(row.first);
        expect(other?.change?.value).toBeCloseTo(-(row.change?.value ?? NaN), 12);
        expect(other?.change?.lower).toBeCloseTo(-(row.change?.upper ?? NaN), 12);
        expect(other?.change?.p).toBeCloseTo(row.change?.p ?? NaN, 12);
      }
    }
  });

  it('can follow pupils only where one selection is looked at at two times', () => {
    expect(isMatchable(years)).toBe(true);
    expect(isMatchable(sexes)).toBe(false);
    expect(isMatchable({ ...years, second: { time: 3, selection: sex('f') } })).toBe(false);
    expect(isMatchable({ ...years, measure: 'M21' })).toBe(false);
  });
});
