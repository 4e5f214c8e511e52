import type { Answer, Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { askBehind, behindCell, countBehind } from './behind.ts';
import { recordTables, type RecordTable } from './record-tables.ts';
import { askRecords, countRecords, type RecordRequest } from './records.ts';
import type { Question } from './question.ts';

const names = ['Ёлкина Яна', 'Жуков Пётр', 'Ежова Анна', 'Абрамов Лев'];
const school = {
  ...emptySchool,
  ...pupilsOf(names, [0]),
  event: [plainEvent, { ...plainEvent, event: 1, title: 'Музейный день', rank: 1, starts: 19_700 }],
  participation: names.map((_, person) => ({
    ...plainParticipation,
    person,
    event: person % 2,
    row: 10 + person,
    result: person === 0 ? null : 1,
  })),
};

const request: RecordRequest = {
  table: 'participation',
  sort: [],
  filter: [],
  search: '',
  offset: 0,
  limit: 100,
};

function texts(answer: Answer, column: string): unknown[] {
  return Array.from(answer.columns[column] ?? []);
}

describe('records', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await engine.load(encodeSchool(school));
  }, 60_000);

  afterAll(() => engine.close());

  it('of every table can be read with all columns, sorted by each', async () => {
    for (const table of Object.keys(recordTables) as RecordTable[]) {
      const columns = Object.keys(recordTables[table].columns);
      const sort = columns.map((column) => ({ column, descending: true }));
      const answer = await askRecords(engine, { ...request, table, sort });
      expect(Object.keys(answer.columns)).toEqual(columns);
    }
  });

  it('sort by the order of the language, with the place in the source', async () => {
    const sort = [{ column: 'name', descending: false }];
    const answer = await askRecords(engine, { ...request, sort, columns: ['name', 'row'] });
    expect(texts(answer, 'name')).toEqual([
      'Абрамов Лев',
      'Ежова Анна',
      'Ёлкина Яна',
      'Жуков Пётр',
    ]);
    expect(texts(answer, 'row')).toEqual([13, 12, 10, 11]);
  });

  it.each([
    ['елкина', ['Ёлкина Яна']],
    ['чтецов анна', ['Ежова Анна']],
    ['МУЗЕЙ', ['Жуков Пётр', 'Абрамов Лев']],
    ["%' OR 1=1", []],
  ])('hold each word of the search «%s»', async (search, found) => {
    const answer = await askRecords(engine, { ...request, search });
    expect(texts(answer, 'name')).toEqual(found);
    expect(await countRecords(engine, { ...request, search })).toBe(found.length);
  });

  it('filter by values, unknown, ranges and texts', async () => {
    const count = (filter: RecordRequest['filter']) => countRecords(engine, { ...request, filter });
    expect(await count([{ column: 'result', among: [null] }])).toBe(1);
    expect(await count([{ column: 'result', among: ['prize', null] }])).toBe(4);
    expect(await count([{ column: 'result', among: [] }])).toBe(0);
    expect(await count([{ column: 'starts', from: '2023-09-06', to: null }])).toBe(2);
    expect(await count([{ column: 'row', from: 11, to: 12 }])).toBe(2);
    expect(await count([{ column: 'title', holding: 'чтец' }])).toBe(2);
    await expect(count([{ column: 'toString', among: ['x'] }])).rejects.toThrow(RangeError);
  });

  it('come by pages without overlap', async () => {
    const pages = await Promise.all(
      [0, 3].map((offset) => askRecords(engine, { ...request, offset, limit: 3 })),
    );
    expect(pages.flatMap((page) => texts(page, 'row'))).toEqual([10, 11, 12, 13]);
  });
});

describe('the records behind a number', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  /** What of the records behind a cell makes its x: rows, or distinct values of a column. */
  const counted: Partial<Record<MeasureId, string>> = {
    M01: 'person',
    M02: 'person',
    M03: 'person',
    M08: 'person',
    M09: 'person',
    M14: 'person',
    M18: 'rows',
    M19: 'person',
    M20: 'rows',
    M24: 'partner',
    M29: 'person',
    M40: 'rows',
  };

  it('add up to it', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(
        schools,
        fc.constantFrom(...(Object.keys(counted) as MeasureId[])),
        fc.constantFrom<Question['by'][number]>('block', 'direction', 'class'),
        fc.constantFrom<Question['grain']>('term', 'year'),
        async (small, measure, dimension, grain) => {
          await engine.load(encodeSchool(multiply(small, 8)));
          const question: Question = {
            measure,
            by: measure === 'M24' ? ['block'] : measure === 'M14' ? ['class'] : [dimension],
            grain,
            times: 'all',
            selection: [],
            compare: 'none',
          };
          const { cells } = await askMeasure(engine, question, smallProgramme);
          for (const cell of cells) {
            if (cell.outcome.kind !== 'estimate') continue;
            const [behind] = behindCell(question, cell, smallProgramme);
            if (!behind) throw new Error('Nothing lies behind');
            const page = await askBehind(engine, behind, { ...request, limit: 10_000 });
            const way = counted[measure] ?? '';
            const number = way === 'rows' ? page.length : new Set(texts(page, way)).size;
            expect(number, JSON.stringify({ measure, cell })).toBe(cell.outcome.x);
            expect(await countBehind(engine, behind)).toBe(page.length);
            checked += 1;
          }
        },
      ),
      { numRuns: 40, seed: 11 },
    );
    expect(checked).toBeGreaterThan(30);
  });

  it('lie in all the tables that a number is made of', async () => {
    await engine.load(encodeSchool(school));
    const tables = (measure: MeasureId) =>
      behindCell(
        { measure, by: [], grain: 'term', times: 'all', selection: [], compare: 'none' },
        { time: 0, members: [] },
        smallProgramme,
      );
    for (const [measure, expected] of [
      ['M04', ['participation']],
      ['M43', ['headcount']],
      ['M30', ['participation', 'volunteering']],
      ['M21', ['event']],
      ['M26', ['assessment']],
      ['M28', ['assessment']],
      ['M32', ['survey']],
      ['M16', ['participation']],
      ['M42', []],
    ] as const) {
      const behind = tables(measure);
      expect(behind.map(({ table }) => table)).toEqual(expected);
      for (const one of behind)
        await expect(countBehind(engine, one)).resolves.toBeGreaterThanOrEqual(0);
    }
  });
});
