import { readCounts, type CountedCell } from '#lib/analysis/counts.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { CountedMeasure } from '#lib/measures/measure.ts';
import { judge } from '#lib/measures/outcome.ts';
import { measuresQuery } from '#lib/measures/query.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import {
  dimensions,
  noBlock,
  pupilSideDimensions,
  type Dimension,
  type Grain,
} from '#lib/model/dimension.ts';
import type { Selection } from '#lib/model/selection.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyClause } from './any-slice.ts';
import { openNodeDuckDB } from './node-duckdb.ts';
import {
  emptySchool,
  encodeSchool,
  plainEvent,
  plainParticipation,
  pupilsOf,
  schools,
  smallProgramme,
} from './small-school.ts';

type Counted = Exclude<MeasureId, 'M31' | 'M42'>;

/** What one measure says in the cells of a slice. */
class Table {
  readonly #cells: readonly CountedCell[];
  readonly #measure: CountedMeasure;

  constructor(measure: CountedMeasure, cells: readonly CountedCell[]) {
    this.#measure = { ...measure, minimum: 0 };
    this.#cells = cells;
  }

  get times(): number[] {
    return [...new Set(this.#cells.map(({ time }) => time))];
  }

  /** Members of the first dimension. */
  get members(): (string | number | null)[] {
    return [...new Set(this.#cells.map(({ members }) => members[0] ?? null))];
  }

  /** The value, or null where there is none. */
  at(time: number, ...members: (string | number | null)[]): number | null {
    const cell = this.#cells.find(
      (one) => one.time === time && members.every((key, index) => one.members[index] === key),
    );
    if (!cell) return null;
    const outcome = judge(this.#measure, cell.counts);
    return outcome.kind === 'estimate' ? outcome.value : null;
  }

  counts(time: number, ...members: (string | number | null)[]) {
    return this.#cells.find(
      (one) => one.time === time && members.every((key, index) => one.members[index] === key),
    )?.counts;
  }
}

const eventSlices = fc.record({
  grain: fc.constantFrom<Grain>('term', 'year'),
  selection: fc.array(anyClause(dimensions), { maxLength: 2 }),
});
const pupilSlices = fc.record({
  grain: fc.constantFrom<Grain>('term', 'year'),
  selection: fc.array(anyClause(pupilSideDimensions), { maxLength: 2 }),
});
const settings = { numRuns: 25, seed: 3, endOnFailure: true };

describe('identities of the catalogue', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  async function ask<M extends Counted>(
    ids: readonly M[],
    grain: Grain,
    selection: Selection,
    by: readonly Dimension[] = [],
  ): Promise<Record<M, Table>> {
    const asked = Object.fromEntries(ids.map((id) => [id, measures[id]]));
    const slice = { grain, by, selection, programme: smallProgramme, score: null };
    const cells = readCounts(await engine.ask(String(measuresQuery(asked, slice))), by);
    return Object.fromEntries(
      ids.map((id) => [id, new Table(measures[id], [...(cells.get(id)?.values() ?? [])])]),
    ) as Record<M, Table>;
  }

  it('of load, reach and the unreached hold under any filter', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(schools, eventSlices, async (school, { grain, selection }) => {
        await engine.load(encodeSchool(school));
        const { M01, M03, M05, M07 } = await ask(['M01', 'M03', 'M05', 'M07'], grain, selection);
        for (const time of M01.times) {
          const reach = M01.at(time);
          if (reach === null) {
            expect([M03.at(time), M05.at(time), M07.at(time)]).toEqual([null, null, null]);
            continue;
          }
          expect(reach + (M03.at(time) ?? NaN)).toBeCloseTo(1, 12);
          expect(reach * (M05.at(time) ?? 0)).toBeCloseTo(M07.at(time) ?? NaN, 12);
          checked += 1;
        }
      }),
      settings,
    );
    expect(checked).toBeGreaterThan(20);
  });

  it('of participations: directions, with the unknown one, add up, and «any block» is their sum less the overlaps', async () => {
    await fc.assert(
      fc.asyncProperty(schools, eventSlices, async (school, { grain, selection }) => {
        await engine.load(encodeSchool(school));
        const whole = await ask(['M04', 'M01'], grain, selection);
        const parts = await ask(['M04', 'M01'], grain, selection, ['direction']);
        for (const time of whole.M04.times) {
          const all = whole.M04.at(time);
          const sum = parts.M04.members.reduce<number>(
            (s, key) => s + (parts.M04.at(time, key) ?? 0),
            0,
          );
          if (all !== null) expect(sum).toBe(all);
          // Two members overlap in those who are in both; more overlap in more ways, so the sum only bounds the union.
          const reached = parts.M01.members.map((key) => parts.M01.counts(time, key)?.x ?? 0);
          const any = whole.M01.counts(time)?.x ?? 0;
          expect(any).toBeLessThanOrEqual(reached.reduce((s, x) => s + x, 0));
          expect(any).toBeGreaterThanOrEqual(Math.max(0, ...reached));
        }
      }),
      settings,
    );
  });

  it('of reach over two blocks: their sum less those in both', async () => {
    await fc.assert(
      fc.asyncProperty(schools, fc.constantFrom<Grain>('term', 'year'), async (school, grain) => {
        const known = school.event.map((event) => ({ ...event, block: event.block ?? 0 }));
        await engine.load(encodeSchool({ ...school, event: known }));
        const { M01 } = await ask(['M01'], grain, []);
        const blocks = (await ask(['M01'], grain, [], ['block'])).M01;
        const { M14 } = await ask(['M14'], grain, []);
        for (const time of M01.times) {
          const sum = blocks.members.reduce<number>(
            (s, key) => s + (blocks.counts(time, key)?.x ?? 0),
            0,
          );
          const overlaps = M14.counts(time)?.x ?? 0;
          expect(M01.counts(time)?.x ?? 0).toBe(sum - overlaps);
        }
      }),
      settings,
    );
  });

  it('of retention, drop-out and the flow between blocks hold under any filter of pupils', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(schools, pupilSlices, async (school, { grain, selection }) => {
        await engine.load(encodeSchool(school));
        const { M09, M11, M15 } = await ask(['M09', 'M11', 'M15'], grain, selection);
        const ofBlocks = await ask(['M09', 'M11'], grain, selection, ['block']);
        const ends = (await ask(['M15'], grain, selection, ['destination'])).M15;
        const flows = (await ask(['M15'], grain, selection, ['origin', 'destination'])).M15;
        for (const time of M09.times) {
          const kept = M09.at(time);
          expect(M15.at(time)).toEqual(kept);
          if (kept === null) continue;
          expect(M11.at(time)).toBeCloseTo(1 - kept, 12);
          expect(ends.at(time, noBlock) ?? 0).toBeCloseTo(1 - kept, 12);
          for (const block of ofBlocks.M09.members) {
            const same = ofBlocks.M09.at(time, block);
            if (same === null) continue;
            expect(flows.at(time, block, block) ?? 0).toBeCloseTo(same, 12);
            expect(flows.at(time, block, noBlock) ?? 0).toBeLessThanOrEqual(
              (ofBlocks.M11.at(time, block) ?? NaN) + 1e-12,
            );
          }
          checked += 1;
        }
      }),
      settings,
    );
    expect(checked).toBeGreaterThan(5);
  });

  it('leave no number, least of all 0, where a filter excludes everything', async () => {
    const ids = (Object.keys(measures) as MeasureId[]).filter(
      (id): id is Counted => measures[id].kind !== 'composite',
    );
    const nobody = new Map<Dimension, string>([
      ['class', '11Я'],
      ['block', 'IX'],
    ]);
    await fc.assert(
      fc.asyncProperty(schools, fc.constantFrom(...nobody.keys()), async (school, dimension) => {
        await engine.load(encodeSchool(school));
        const selection = [{ dimension, values: [nobody.get(dimension) ?? ''], excluded: false }];
        const asked = ids.filter((id) => measures[id].by.includes(dimension));
        const tables = await ask(asked, 'term', selection);
        for (const id of asked) {
          for (const time of tables[id].times) expect(tables[id].at(time), id).toBeNull();
        }
      }),
      { ...settings, numRuns: 15 },
    );
  });

  it('of one pupil who changed class, and of one who left', async () => {
    const two = pupilsOf(['Иванов Иван', 'Петров Пётр'], [0, 1]);
    const moved = two.roll.map((row) =>
      row.person === 0 && row.period === 1 ? { ...row, class: '5Б' } : row,
    );
    const left = moved.filter((row) => row.person !== 1 || row.period === 0);
    await engine.load(
      encodeSchool({
        ...emptySchool,
        ...two,
        roll: left,
        event: [plainEvent, { ...plainEvent, event: 1, period: 1 }],
        participation: [
          { ...plainParticipation, person: 0 },
          { ...plainParticipation, person: 1 },
          { ...plainParticipation, event: 1, person: 0, period: 1 },
        ],
      }),
    );
    const { M01 } = await ask(['M01'], 'year', []);
    expect(M01.counts(2023)).toMatchObject({ x: 2, roll: 2 });
    const classes = (await ask(['M01'], 'year', [], ['class'])).M01;
    expect(classes.counts(2023, '5Б')).toMatchObject({ x: 1, roll: 1 });
    expect(classes.counts(2023, '5А')).toMatchObject({ x: 1, roll: 1 });
    const { M09, M11 } = await ask(['M09', 'M11'], 'term', []);
    expect(M09.counts(1)).toMatchObject({ x: 1, n: 1 });
    expect([M09.at(1), M11.at(1)]).toEqual([1, 0]);
  });
});
