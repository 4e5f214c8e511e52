import { askMeasure } from '#lib/analysis/answer.ts';
import { askBehind, behindCell } from '#lib/analysis/behind.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Grain } from '#lib/model/dimension.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from './node-duckdb.ts';
import {
  encodeSchool,
  inQuarters,
  multiply,
  quarterlyProgramme,
  schools,
  smallProgramme,
} from './small-school.ts';

const everything = { sort: [], filter: [], search: '', offset: 0, limit: 20_000 };

/** What of the records behind a cell makes its x, and what to break the measure down by. */
const counted = {
  M10: ['person', 'block'],
  M11: ['person', 'class'],
  M15: ['person', 'destination'],
  M25: ['event', 'block'],
  M27: ['person', 'class'],
  M34: ['person', 'class'],
  M39: ['person', 'class'],
  M44: ['answer', 'class'],
} as const satisfies Partial<Record<MeasureId, readonly [string, Question['by'][number]]>>;

describe('the records behind the other measures', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('add up to what is counted', async () => {
    const met: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        schools,
        fc.constantFrom(...(Object.keys(counted) as (keyof typeof counted)[])),
        fc.constantFrom<Grain>('term', 'half', 'year'),
        async (small, measure, grain) => {
          const drawn = multiply(small, 12);
          const school = grain === 'half' ? inQuarters(drawn) : drawn;
          const programme = grain === 'half' ? quarterlyProgramme : smallProgramme;
          await engine.load(encodeSchool(school));
          const [column, by] = counted[measure];
          const question: Question = {
            measure,
            by: [by],
            grain,
            times: 'all',
            selection: [],
            compare: 'none',
          };
          const { cells } = await askMeasure(engine, question, programme);
          for (const cell of cells) {
            if (cell.outcome.kind !== 'estimate') continue;
            const found = new Set<unknown>();
            for (const behind of behindCell(question, cell, programme)) {
              const page = await askBehind(engine, behind, everything);
              const key = page.columns[column] ?? page.columns['row'] ?? [];
              for (let i = 0; i < page.length; i += 1) found.add(key[i]);
            }
            expect(found.size, JSON.stringify({ measure, cell })).toBe(cell.outcome.x);
            met[measure] = (met[measure] ?? 0) + 1;
          }
        },
      ),
      { numRuns: 60, seed: 5, endOnFailure: true },
    );
    for (const measure of ['M10', 'M11', 'M15', 'M34', 'M39']) {
      expect(met[measure] ?? 0, measure).toBeGreaterThan(0);
    }
  });

  it('are asked for in every slice that a measure allows', async () => {
    const ids = (Object.keys(measures) as MeasureId[]).filter(
      (id) => measures[id].kind !== 'composite',
    );
    await engine.load(
      encodeSchool(multiply(fc.sample(schools, { numRuns: 1, seed: 9 })[0] ?? failed(), 4)),
    );
    for (const measure of ids) {
      const definition: Measure = measures[measure];
      for (const dimension of definition.by) {
        const question: Question = {
          measure,
          by: [dimension],
          grain: 'term',
          times: 'all',
          selection: [],
          compare: 'none',
        };
        const { cells } = await askMeasure(engine, question, smallProgramme);
        for (const cell of cells.slice(0, 1)) {
          const all = behindCell(question, cell, smallProgramme);
          expect(all.length, measure).toBeGreaterThan(0);
          for (const behind of all) {
            const page = await askBehind(engine, behind, { ...everything, limit: 1 });
            expect(page.length).toBeLessThanOrEqual(1);
          }
        }
      }
    }
  });
});

function failed(): never {
  throw new Error('No school was drawn');
}
