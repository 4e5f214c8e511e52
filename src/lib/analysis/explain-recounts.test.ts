import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Clause } from '#lib/model/selection.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../tests/engine/samples.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { cellName } from './counts.ts';
import { askOutcomes } from './explain-outcomes.ts';
import { Recounts } from './explain-recounts.ts';

const lastQuarter = (year: number): number =>
  defaultProgramme.periods.findIndex(({ schoolYear, term }) => schoolYear === year && term === 4);
const [before, after] = [lastQuarter(2024), lastQuarter(2025)];
const blocks: Clause = { dimension: 'block', values: ['I', 'II'], excluded: false };
const girls: Clause = { dimension: 'sex', values: ['f'], excluded: false };

describe('a change counted anew without a member', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await loadSamples(engine);
  }, 120_000);

  afterAll(() => engine.close());

  it.each([
    // Shares, a mean over pupils and one over deeds, from cubes; what has no cube by queries.
    ['M01', []],
    ['M01', [blocks, girls]],
    ['M05', [blocks]],
    ['M17', []],
    ['M12', [girls]],
  ] as const satisfies readonly (readonly [MeasureId, readonly Clause[]])[])(
    'is what the records without it say: %s, %#',
    async (measure, selection) => {
      const keys = ['I', 'III'];
      const question = { measure, grain: 'term', before, after, selection } as const;
      const recounts = new Recounts(engine, defaultProgramme);
      const found = await recounts.without(question, 'block', keys);
      for (const key of keys) {
        const rest = [...selection, { dimension: 'block', values: [key], excluded: true } as const];
        const asked = { measure, by: [], grain: 'term', selection: rest, tested: false } as const;
        const outcomes = await askOutcomes(engine, asked, defaultProgramme);
        const names = [cellName(before, []), cellName(after, [])] as const;
        const direct = outcomes?.change(...names)?.value;
        expect(direct).toBeDefined();
        expect(found.get(key)).toBeCloseTo(direct ?? NaN, 10);
      }
    },
  );
});
