import type { Engine } from '#lib/engine/engine.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { dimensions, pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyClause } from '../../../tests/engine/any-slice.ts';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  multiply,
  plainEvent,
  plainParticipation,
  pupilsOf,
  schools,
  smallProgramme,
} from '../../../tests/engine/small-school.ts';
import { askMeasure } from './answer.ts';
import { askDistribution, hasNumbers } from './distribution.ts';
import { askDayEvents, askEventDays } from './event-days.ts';
import { askPartnerLinks } from './partner-links.ts';
import type { Question } from './question.ts';
import type { Result } from './result.ts';

const told = (Object.keys(measures) as MeasureId[]).filter((id) => hasNumbers(measures[id]));
const seed = 20_251_123;

/** The number of one cell of a result by none or one dimension. */
function cellAt({ cells }: Result, time: number, key: unknown) {
  const cell = cells.find((one) => one.time === time && (one.members[0] ?? null) === key);
  return cell?.outcome.kind === 'estimate' ? cell.outcome : null;
}

describe('what views show beside measures', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  const ask = (question: Pick<Question, 'measure' | 'by' | 'selection'>) =>
    askMeasure(
      engine,
      { ...question, grain: 'term', times: 'all', compare: 'none' },
      smallProgramme,
    );

  it('spreads exactly the pupils whose mean is the measure', async () => {
    let met = 0;
    const wish = fc.record({
      measure: fc.constantFrom(...told),
      by: fc.option(fc.constantFrom<Dimension>('block', 'direction', 'grade', 'class')),
      selection: fc.array(anyClause(pupilSideDimensions), { maxLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(schools, wish, async (small, { measure, by: wanted, selection }) => {
        await engine.load(encodeSchool(multiply(small, 12)));
        const by = wanted !== null && measures[measure].by.includes(wanted) ? wanted : null;
        const result = await ask({ measure, by: by ? [by] : [], selection });
        for (const time of result.times) {
          const question = { measure, by, grain: 'term', time, selection } as const;
          for (const { member, values } of await askDistribution(
            engine,
            question,
            smallProgramme,
          )) {
            const outcome = cellAt(result, time, member.key);
            if (!outcome) continue;
            met += 1;
            const n = values.reduce((sum, { pupils }) => sum + pupils, 0);
            const total = values.reduce((sum, { value, pupils }) => sum + value * pupils, 0);
            expect(n).toBe(outcome.n);
            expect(total / n).toBeCloseTo(outcome.value, 9);
            expect([...values].sort((one, other) => one.value - other.value)).toEqual(values);
          }
        }
      }),
      { numRuns: 40, seed },
    );
    expect(met).toBeGreaterThan(20);
  }, 120_000);

  it('links partners by participations that add up to those of each partner', async () => {
    const wish = fc.record({
      side: fc.constantFrom<Dimension>('direction', 'block', 'class', 'level'),
      selection: fc.array(anyClause(dimensions), { maxLength: 1 }),
      time: fc.integer({ min: 0, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(schools, wish, async (school, { side, selection, time }) => {
        await engine.load(encodeSchool(school));
        const result = await ask({ measure: 'M04', by: ['partner'], selection });
        const question = {
          weighs: 'participations',
          side,
          grain: 'term',
          time,
          selection,
        } as const;
        const { links, partners } = await askPartnerLinks(engine, question, smallProgramme);
        for (const { key } of partners) {
          const own = links.filter(({ partner }) => partner === key);
          const sum = own.reduce((total, { weight }) => total + weight, 0);
          expect(cellAt(result, time, key)?.value).toBe(sum);
        }
      }),
      { numRuns: 40, seed },
    );
  }, 120_000);

  it('links as many partners by events as are active', async () => {
    await fc.assert(
      fc.asyncProperty(schools, fc.integer({ min: 0, max: 5 }), async (school, time) => {
        await engine.load(encodeSchool(school));
        const result = await ask({ measure: 'M21', by: [], selection: [] });
        const question = {
          weighs: 'events',
          side: 'direction',
          grain: 'term',
          time,
          selection: [],
        } as const;
        const { partners } = await askPartnerLinks(engine, question, smallProgramme);
        expect(partners).toHaveLength(cellAt(result, time, null)?.value ?? 0);
      }),
      { numRuns: 30, seed },
    );
  }, 120_000);

  it('lists for each day as many events as the day counts, and only of the pupils who are selected', async () => {
    const day = 19_700;
    const school = {
      ...emptySchool,
      ...pupilsOf(['Ёлкина Яна', 'Жуков Пётр'], [0]),
      event: [
        { ...plainEvent, starts: day },
        { ...plainEvent, event: 1, title: 'Музейный день', rank: 1, starts: day },
        {
          ...plainEvent,
          event: 2,
          title: 'План',
          rank: 2,
          starts: day + 1,
          planned: true,
          held: null,
        },
        { ...plainEvent, event: 3, title: 'Без даты', rank: 3, starts: null },
        { ...plainEvent, event: 4, title: 'Смена', rank: 4, starts: day, ends: day + 2 },
        { ...plainEvent, event: 5, title: 'Описка', rank: 5, starts: day + 2, ends: day - 9 },
        { ...plainEvent, event: 6, title: 'Кружок', rank: 6, starts: day + 1, ends: day + 15 },
      ],
      participation: [0, 1].map((person) => ({ ...plainParticipation, person, event: 0 })),
    };
    await engine.load(encodeSchool(school));
    const days = await askEventDays(engine, [], smallProgramme);
    expect(days).toEqual([
      { date: '2023-12-09', events: 3, began: 3, participations: 2 },
      { date: '2023-12-10', events: 2, began: 1, participations: 0 },
      { date: '2023-12-11', events: 2, began: 1, participations: 0 },
    ]);
    const listed = await askDayEvents(
      engine,
      { date: '2023-12-09', selection: [] },
      smallProgramme,
    );
    expect(listed.map(({ event, participations }) => [event, participations])).toEqual([
      [0, 2],
      [1, 0],
      [4, 0],
    ]);
    const last = { date: '2023-12-11', selection: [] };
    const ending = await askDayEvents(engine, last, smallProgramme);
    expect(ending.map(({ event, starts, ends }) => [event, starts, ends])).toEqual([
      [4, '2023-12-09', '2023-12-11'],
      [5, '2023-12-11', '2023-12-11'],
    ]);
    const nobody = [{ dimension: 'class', values: ['9Я'], excluded: false }] as const;
    expect(await askEventDays(engine, nobody, smallProgramme)).toEqual([]);
    const some = [{ dimension: 'class', values: ['5А'], excluded: false }] as const;
    expect(await askEventDays(engine, some, smallProgramme)).toEqual([
      { date: '2023-12-09', events: 1, began: 1, participations: 2 },
    ]);
  });
});
