import type { Engine } from '#lib/engine/engine.ts';
import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
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
import { askContrast } from './contrast.ts';
import { askContrastTable, type ContrastTableQuestion } from './contrast-table.ts';

const names = Array.from({ length: 40 }, (_, index) => `Ученик ${index}`);
const pupils = pupilsOf(names, [0, 3]);
const took = (person: number, period: number) => (period === 0 ? person < 12 : person % 3 > 0);
const school = {
  ...emptySchool,
  ...pupils,
  event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
  participation: [0, 3].flatMap((period, event) =>
    names.flatMap((_, person) =>
      took(person, period) ? [{ ...plainParticipation, event, period, person }] : [],
    ),
  ),
};
const block = [{ dimension: 'block', values: ['I'], excluded: false }] as const;
const question: ContrastTableQuestion = {
  measures: ['M01', 'M42', 'M04', 'M31'],
  grain: 'term',
  first: { time: 0, selection: [] },
  second: { time: 3, selection: [] },
  matched: false,
};

describe('two selections compared by several measures', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await engine.load(encodeSchool(school));
  }, 60_000);

  afterAll(() => engine.close());

  it.each([false, true])('say what each says alone (the same pupils: %s)', async (matched) => {
    const lines = await askContrastTable(engine, { ...question, matched }, smallProgramme);
    expect(lines.map(({ measure }) => measure)).toEqual(question.measures);
    let tested = 0;
    for (const { measure, row } of lines) {
      const one = { ...question, matched, measure, by: null };
      const alone = await askContrast(engine, one, smallProgramme);
      if (row === null) continue;
      expect({ ...row, q: null }).toEqual(alone?.whole);
      tested += row.change?.p === null ? 0 : 1;
    }
    expect(tested).toBeGreaterThan(0);
    const ps = lines.flatMap(({ row }) => row?.change?.p ?? []);
    expect(lines.flatMap(({ row }) => row?.q ?? [])).toEqual(benjaminiHochberg(ps));
  });

  it('has no row for a measure that does not speak of a selection so', async () => {
    const { first, second } = question;
    const sides = {
      first: { ...first, selection: block },
      second: { ...second, selection: block },
    };
    const lines = await askContrastTable(engine, { ...question, ...sides }, smallProgramme);
    const rows = new Map(lines.map(({ measure, row }) => [measure, row]));
    expect(rows.get('M01')).not.toBeNull();
    expect(rows.get('M31')).toBeNull();
  });
});
