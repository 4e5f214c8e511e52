import type { Engine } from '#lib/engine/engine.ts';
import type { CellCounts } from '#lib/measures/counts.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import {
  dimensions,
  flowDimensions,
  isOwnDimension,
  type Dimension,
  type Grain,
} from '#lib/model/dimension.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../tests/engine/samples.ts';
import { askMeasures } from './answer.ts';
import { countBehind } from './behind.ts';
import {
  askExampleCells,
  askWorkedExample,
  chooseCell,
  exampleQuestion,
  type WorkedExample,
} from './worked-example.ts';
import type { Calculation, IntervalWorking } from './working.ts';

/** The dimensions of any measure; a school's own have no column in the samples. */
const dividing = [...dimensions, ...flowDimensions].filter((name) => !isOwnDimension(name));
const all = Object.entries(measures) as [MeasureId, Measure][];

/** What a reader with a pocket calculator makes of the steps. */
function reckon(calculation: Calculation, measure: Measure): number {
  switch (calculation.kind) {
    case 'share':
    case 'ratio':
      return calculation.x / calculation.n;
    case 'mean':
      return calculation.total / calculation.n;
    case 'difference':
      return calculation.x / calculation.n - calculation.x2 / calculation.n2;
    case 'count':
      return calculation.value;
    case 'statistic': {
      if (measure.kind !== 'statistic') throw new Error('a statistic of another kind');
      const { roll, ...counted } = calculation.counted;
      const others = { x2: null, n2: null, line: null, known: true };
      const counts: CellCounts = { ...counted, ...others, roll: roll ?? 0 };
      return Number(measure.value(counts));
    }
    case 'index': {
      const terms = calculation.terms.filter(({ score }) => score !== null);
      const whole = terms.reduce((sum, { share }) => sum + share, 0);
      const mean = (of: (score: number) => number) =>
        terms.reduce((sum, { share, score }) => sum + (share / whole) * of(score ?? 0), 0);
      return calculation.aggregation === 'arithmetic'
        ? mean((score) => score)
        : Math.exp(mean((score) => Math.log(Math.max(1, score))));
    }
  }
}

function ends(interval: IntervalWorking): [number, number] {
  switch (interval.method) {
    case 'wilson':
      return [interval.centre - interval.half, interval.centre + interval.half];
    case 'student': {
      const half = (interval.t * interval.sd) / Math.sqrt(interval.n);
      return [interval.mean - half, interval.mean + half];
    }
    case 'newcombe': {
      const { first, second } = interval;
      const value = first.share - second.share;
      return [
        value - Math.hypot(first.share - first.lower, second.upper - second.share),
        value + Math.hypot(first.upper - first.share, second.share - second.lower),
      ];
    }
  }
}

describe('worked examples on the sample data', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await loadSamples(engine);
  }, 120_000);

  afterAll(() => engine.close());

  /** The examples of some measures in one slice, each of the latest cell with a number. */
  async function workOut(
    ids: readonly MeasureId[],
    by: readonly Dimension[] = [],
    grain: Grain = 'term',
  ): Promise<[MeasureId, WorkedExample | null][]> {
    const questions = ids.map((measure) => exampleQuestion({ measure, by, grain }));
    const results = await askMeasures(engine, questions, defaultProgramme);
    const told: [MeasureId, WorkedExample | null][] = [];
    for (const result of results) {
      const cell = chooseCell(result, null, null);
      const { question } = result;
      const example = cell && (await askWorkedExample(engine, question, cell, defaultProgramme));
      told.push([question.measure, example]);
    }
    return told;
  }

  async function expectTold(id: MeasureId, example: WorkedExample): Promise<void> {
    const { cell, working, records, roll } = example;
    const { outcome, before, change } = cell;
    if (outcome.kind !== 'estimate' || working.kind !== 'value') {
      expect(working).toEqual(outcome);
      return;
    }
    const { calculation, interval } = working;
    expect(calculation.value).toBe(outcome.value);
    expect(reckon(calculation, measures[id])).toBeCloseTo(outcome.value, 9);
    expect(interval === null).toBe(outcome.lower === null);
    if (interval) {
      const [lower, upper] = ends(interval);
      expect(lower).toBeCloseTo(outcome.lower ?? NaN, 9);
      expect(upper).toBeCloseTo(outcome.upper ?? NaN, 9);
    }
    if (change && before?.kind === 'estimate') {
      expect(outcome.value - before.value).toBeCloseTo(change.value, 9);
      expect(example.comparedTime).not.toBeNull();
    }
    if (roll && example.question.grain === 'term') {
      expect(await countBehind(engine, roll.behind)).toBe(roll.count);
    }
    for (const { behind, counted, of, left, people } of records) {
      expect(counted).toBe(await countBehind(engine, behind));
      expect(left.reduce((sum, { count }) => sum + count, counted)).toBe(of);
      expect(people ?? 0).toBeLessThanOrEqual(counted);
    }
  }

  it('give the number that is shown, for every measure', async () => {
    for (const [id, example] of await workOut(all.map(([id]) => id))) {
      if (!example) throw new Error(`${id} has no cell`);
      await expectTold(id, example);
    }
  });

  it('give the number of a school year, for every measure that has one', async () => {
    const yearly = all.filter(([, { grains }]) => grains.includes('year')).map(([id]) => id);
    for (const [id, example] of await workOut(yearly, [], 'year')) {
      if (!example) throw new Error(`${id} has no cell`);
      await expectTold(id, example);
    }
  });

  it.each(dividing)('give the number of one member, by %s', async (dimension) => {
    const ids = all.filter(([, { by }]) => by.includes(dimension)).map(([id]) => id);
    const chosen = ids.filter((_, index) => index % 3 === dividing.indexOf(dimension) % 3);
    const examples = await workOut(chosen.length > 0 ? chosen : ids, [dimension]);
    expect(examples.some(([, example]) => example?.working.kind === 'value')).toBe(true);
    for (const [id, example] of examples) if (example) await expectTold(id, example);
  });

  it('tells the pupils of a share of the roll from its records', async () => {
    const [[, example] = []] = await workOut(['M01'], ['class']);
    const { calculation } = example?.working as { calculation: Calculation };
    expect(example?.records.map(({ people }) => people)).toEqual([
      calculation.kind === 'share' ? calculation.x : null,
    ]);
    expect(example?.records[0]?.left.map(({ reason }) => reason)).toContain('other-member');
  });

  it('says why a number is missing instead of working it out', async () => {
    const asked = { measure: 'M01', by: ['class'], grain: 'term' } as const;
    const result = await askExampleCells(engine, asked, defaultProgramme);
    const cell = result.cells.find(({ outcome }) => outcome.kind === 'absent');
    const wanted = cell && chooseCell(result, cell.time, cell.members);
    expect(wanted).toBe(cell);
    if (!cell) return;
    const example = await askWorkedExample(engine, result.question, cell, defaultProgramme);
    expect(example.working).toEqual(cell.outcome);
  });

  it('chooses the latest time with a number, and nothing where nothing is asked for', async () => {
    const asked = { measure: 'M26', by: [], grain: 'term' } as const;
    const result = await askExampleCells(engine, asked, defaultProgramme);
    const numbers = result.cells.filter(({ outcome }) => outcome.kind === 'estimate');
    expect(chooseCell(result, null, null)).toBe(numbers.at(-1));
    expect(chooseCell(result, -1, null)).toBeNull();
    expect(chooseCell(result, null, ['6А'])).toBeNull();
  });
});
