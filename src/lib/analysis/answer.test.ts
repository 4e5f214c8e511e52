import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import { newcombe } from '#lib/statistics/newcombe.ts';
import { wilson } from '#lib/statistics/wilson.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  multiply,
  noOwn,
  plainEvent,
  plainParticipation,
  pupilsOf,
  schools,
  smallProgramme,
} from '../../../tests/engine/small-school.ts';
import { askMeasure, askMeasures } from './answer.ts';
import type { Result } from './result.ts';
import type { Question } from './question.ts';

function about(measure: MeasureId, more: Partial<Question> = {}): Question {
  return {
    measure,
    by: [],
    grain: 'term',
    times: 'all',
    selection: [],
    compare: 'year-ago',
    ...more,
  };
}

const names = Array.from({ length: 24 }, (_, index) => `Ученик ${index}`);

/** 24 pupils in two years; 6 take part in the first term of 2023, 12 in the first of 2024. */
const growing = {
  ...emptySchool,
  ...pupilsOf(names, [0, 3]),
  event: [plainEvent, { ...plainEvent, event: 1, period: 3 }],
  participation: names.slice(0, 18).map((_, index) => ({
    ...plainParticipation,
    event: index < 6 ? 0 : 1,
    period: index < 6 ? 0 : 3,
    person: index,
  })),
};

function estimates(result: Result | undefined): Map<string, number> {
  return new Map(
    (result?.cells ?? []).flatMap(({ time, members, outcome }) =>
      outcome.kind === 'estimate' ? [[JSON.stringify([time, ...members]), outcome.value]] : [],
    ),
  );
}

describe('answers', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('compare with the same term of the year before, by the interval for shares', async () => {
    await engine.load(encodeSchool(growing));
    const result = await askMeasure(engine, about('M01'), smallProgramme);
    expect(result.times).toEqual([0, 1, 2, 3]);
    const [first, second, , last] = result.cells;
    expect(first?.outcome).toEqual({
      kind: 'estimate',
      value: 0.25,
      x: 6,
      n: 24,
      ...wilson(6, 24),
    });
    expect(first?.before).toBeNull();
    expect(second?.outcome).toEqual({ kind: 'absent', reason: 'no-roll', n: null });
    expect(last?.outcome).toMatchObject({ value: 0.5, x: 12, n: 24 });
    expect(last?.before).toEqual(first?.outcome);
    expect(last?.change).toMatchObject({ ...newcombe({ x: 6, n: 24 }, { x: 12, n: 24 }) });
  });

  it('unite the terms of a school year and keep to the times asked for', async () => {
    await engine.load(encodeSchool(growing));
    const years = await askMeasure(
      engine,
      about('M01', { grain: 'year', times: [2024] }),
      smallProgramme,
    );
    expect(years.cells.map(({ time }) => time)).toEqual([2024]);
    expect(years.cells[0]?.before).toMatchObject({ x: 6, n: 24 });
  });

  it('list members in the order of the programme, with zeros for those who did nothing', async () => {
    await engine.load(
      encodeSchool({
        ...growing,
        event: [
          { ...plainEvent, direction: 2 },
          { ...plainEvent, event: 1, period: 3 },
        ],
      }),
    );
    const result = await askMeasure(engine, about('M01', { by: ['direction'] }), smallProgramme);
    expect(result.members).toEqual([
      [
        { key: 'science', name: null },
        { key: 'moral', name: null },
      ],
    ]);
    const first = result.cells.find(({ time, members }) => time === 0 && members[0] === 'science');
    expect(first?.outcome).toMatchObject({ value: 0, x: 0, n: 24 });
  });

  it('are absent with a reason where a selection leaves nothing', async () => {
    await engine.load(encodeSchool(growing));
    const nobody = [{ dimension: 'class', values: ['9Я'], excluded: false }] as const;
    const nothing = [{ dimension: 'direction', values: ['none'], excluded: false }] as const;
    const [roll, events, divided] = await askMeasures(
      engine,
      [
        about('M01', { selection: nobody }),
        about('M01', { selection: nothing }),
        about('M26', { by: ['direction'] }),
      ],
      smallProgramme,
    );
    expect(
      new Set(roll?.cells.map(({ outcome }) => outcome.kind === 'absent' && outcome.reason)),
    ).toEqual(new Set(['no-roll']));
    expect(events?.cells[0]?.outcome).toMatchObject({ kind: 'absent', reason: 'no-records' });
    expect(divided).toMatchObject({ cells: [], refusal: 'not-divisible' });
  });

  it('give no number below the smallest n', async () => {
    const few = pupilsOf(names.slice(0, 9), [0]);
    await engine.load(encodeSchool({ ...growing, ...few }));
    const result = await askMeasure(engine, about('M01', { times: [0] }), smallProgramme);
    expect(result.cells[0]?.outcome).toEqual({ kind: 'absent', reason: 'too-few', n: 9 });
  });

  it('count counts without names only where there are none, and never as people', async () => {
    const [one] = growing.participation;
    const head = {
      event: 0,
      period: 0,
      class: null,
      grade: null,
      n: 30,
      n_winners: null,
      n_prizes: null,
    };
    const place = { ...noOwn, import_id: 'a', sheet: 0, row: 0, col: null };
    await engine.load(
      encodeSchool({
        ...growing,
        participation: one ? [one] : [],
        headcount: [
          { ...head, named: true, ...place },
          { ...head, event: 1, period: 3, named: false, ...place },
        ],
      }),
    );
    const [all, reach] = await askMeasures(
      engine,
      [about('M43'), about('M01', { times: [0] })],
      smallProgramme,
    );
    const values = all?.cells.map(({ outcome }) => outcome.kind === 'estimate' && outcome.value);
    expect(values).toEqual([false, false, false, 30]);
    expect(reach?.cells[0]?.outcome).toMatchObject({ x: 1, n: 24 });
  });

  it('keep the identities between measures', async () => {
    await fc.assert(
      fc.asyncProperty(schools, async (school) => {
        await engine.load(encodeSchool(multiply(school, 10)));
        const [m01, m03, m04, m05, m07, parts] = (
          await askMeasures(
            engine,
            [
              about('M01'),
              about('M03'),
              about('M04'),
              about('M05'),
              about('M07'),
              about('M04', { by: ['direction'] }),
            ],
            smallProgramme,
          )
        ).map(estimates);
        for (const [cell, value] of m01 ?? []) {
          expect(value + (m03?.get(cell) ?? NaN)).toBeCloseTo(1, 12);
          const each = m05?.get(cell);
          expect(m07?.get(cell)).toBeCloseTo(each === undefined ? 0 : value * each, 9);
        }
        for (const [cell, value] of m04 ?? []) {
          const time = String(JSON.parse(cell)[0]);
          const sum = [...(parts ?? [])]
            .filter(([part]) => String(JSON.parse(part)[0]) === time)
            .reduce((total, [, part]) => total + part, 0);
          if ((parts?.size ?? 0) > 0) expect(sum).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  it('make an index of the parts that are there, if they are enough', async () => {
    await engine.load(encodeSchool(growing));
    const programme: Programme = {
      ...smallProgramme,
      indices: {
        creative: {
          M01: { low: 0, high: 0.5, weight: 2 },
          M05: { low: 0, high: 2, weight: 1 },
          M26: { low: 0, high: 10, weight: 1 },
        },
        civic: { M29: { low: 0, high: 1, weight: 1 }, M32: { low: 0, high: 1, weight: 1 } },
      },
    };
    const [creative, civic] = await askMeasures(engine, [about('M42'), about('M31')], programme);
    const last = creative?.cells.find(({ time }) => time === 3);
    expect(last?.outcome).toMatchObject({ kind: 'estimate', x: 2, n: 3 });
    expect(last?.outcome.kind === 'estimate' && last.outcome.value).toBeCloseTo((200 + 50) / 3, 9);
    expect(last?.parts.map(({ name, outcome }) => [name, outcome?.kind])).toEqual([
      ['M01', 'estimate'],
      ['M05', 'estimate'],
      ['M26', 'absent'],
    ]);
    expect(civic?.cells.find(({ time }) => time === 3)?.outcome).toEqual({
      kind: 'absent',
      reason: 'incomplete-index',
      n: 1,
    });
  });

  it('compare an index only with one of the same parts', async () => {
    const posts = { low: 0, high: 1, weight: 2 };
    const programme: Programme = {
      ...smallProgramme,
      indices: { creative: { M01: posts, M09: { ...posts, weight: 1 } }, civic: {} },
    };
    await engine.load(
      encodeSchool({
        ...growing,
        ...pupilsOf(names, [0, 1, 2, 3, 4]),
        event: [0, 1, 2, 3, 4].map((period, event) => ({ ...plainEvent, event, period })),
        participation: [0, 1, 2, 3, 4].flatMap((period, event) =>
          names.slice(0, 12).map((_, person) => ({ ...plainParticipation, event, period, person })),
        ),
      }),
    );
    const { cells } = await askMeasure(engine, about('M42'), programme);
    const at = (wanted: number) => cells.find(({ time }) => time === wanted);
    expect([at(0)?.outcome, at(1)?.outcome]).toMatchObject([{ x: 1 }, { x: 2 }]);
    expect([at(3)?.change, at(4)?.change?.value]).toEqual([null, 0]);
  });

  it('stop when the wish is withdrawn', async () => {
    const reason = new Error('a later wish');
    await expect(
      askMeasure(engine, about('M01'), smallProgramme, AbortSignal.abort(reason)),
    ).rejects.toBe(reason);
  });
});
