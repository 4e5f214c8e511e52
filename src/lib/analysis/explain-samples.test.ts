import expected from '../../../data-samples/expected.json' with { type: 'json' };
import type { Engine } from '#lib/engine/engine.ts';
import { dimensions } from '#lib/model/dimension.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../tests/engine/samples.ts';
import { askExplanation, explainingDimensions } from './explain.ts';

/** The fourth quarter of a school year in the programme's calendar. */
function lastQuarter(year: number): number {
  return defaultProgramme.periods.findIndex(
    ({ schoolYear, term }) => schoolYear === year && term === 4,
  );
}

describe('the changes planted in the sample files', { timeout: 120_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await loadSamples(engine);
  }, 120_000);

  afterAll(() => engine.close());

  function explain(block: string) {
    const selection = [{ dimension: 'block', values: [block], excluded: false }] as const;
    const over = explainingDimensions('M01', selection, dimensions).filter(
      (dimension) => dimension === 'grade' || dimension === 'direction',
    );
    const [before, after] = [lastQuarter(2024), lastQuarter(2025)];
    const question = { measure: 'M01', grain: 'term', before, after, selection, over } as const;
    return askExplanation(engine, question, defaultProgramme);
  }

  it('hold a rise of block III that is mix: the grades themselves stay', async () => {
    const { total, kitagawaByGradeGroup } = expected.truths.mixOnly;
    const { change, dimensions: found } = await explain('III');
    expect(change?.value).toBeCloseTo(total.difference, 6);
    const grades = found.find(({ over }) => over === 'grade');
    expect(grades?.mix?.value).toBeCloseTo(kitagawaByGradeGroup.mix, 3);
    expect(grades?.rate?.value).toBeCloseTo(kitagawaByGradeGroup.rate, 3);
    expect(grades?.mix?.lower).toBeGreaterThan(0);
    expect(grades?.parts.slice(0, 3).map(({ effect }) => effect)).toEqual(['mix', 'mix', 'mix']);
    expect(grades?.parts.every(({ effect, q }) => effect === 'mix' || (q ?? 1) > 0.05)).toBe(true);
  });

  it('hold a fall of grade 7 in block I that the other grades outweigh', async () => {
    const { grades: truth } = expected.truths.maskedFall;
    const { change, dimensions: found } = await explain('I');
    expect(Math.abs(change?.value ?? NaN)).toBeLessThan(0.001);
    const [largest] = found.find(({ over }) => over === 'grade')?.parts ?? [];
    expect(largest).toMatchObject({ effect: 'rate', member: { key: 7 } });
    expect(largest?.own?.value).toBeCloseTo(truth['7'].difference, 6);
    expect(largest?.q).toBeLessThan(0.05);
    expect(largest?.upper).toBeLessThan(0);
  });
});
