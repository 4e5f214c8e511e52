import { expect, it } from 'vitest';
import type { Count } from '#lib/statistics/interval.ts';
import type { Evidence, PartReach } from './evidence.ts';
import type { FindingKind } from './finding.ts';
import { findAll } from './findings.ts';

const gradeSizes = [96, 178, 176, 177, 160, 150, 126];
const blockRates = { I: 0.39, II: 0.33, III: 0.13 };
const directionRates = {
  I: [0.22, 0.2, 0.18],
  II: [0.12, 0.15, 0.14, 0.11],
  III: [0.05, 0.07, 0.08],
};
const runs = 300;

/** Kinds that say that something changed. */
const claims: readonly FindingKind[] = ['change', 'measure', 'retention', 'trend', 'mix', 'masked'];

/** Uniform numbers of one seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pupils of two years who are equally likely to be reached in both: the order of the years means nothing. */
function shuffled(random: () => number): Evidence {
  const draw = (n: number, p: number): Count => {
    let x = 0;
    for (let i = 0; i < n; i += 1) x += random() < p ? 1 : 0;
    return { x, n };
  };
  const part = (block: string | null, direction: string | null, p: number): PartReach => ({
    block,
    direction,
    effect: 1,
    grades: gradeSizes.map((n, index) => ({
      grade: 5 + index,
      before: draw(n, p),
      after: draw(n, p),
    })),
  });
  const blocks = Object.entries(blockRates).map(([block, p]) => part(block, null, p));
  const directions = Object.entries(directionRates).flatMap(([block, rates]) =>
    rates.map((p, index) => part(block, `${block}-${index}`, p)),
  );
  return {
    period: 1,
    yearAgo: 0,
    parts: [part(null, null, 0.65), ...blocks, ...directions],
    classes: Array.from({ length: 45 }, (_, index) => ({ name: `${index}`, ...draw(25, 0.65) })),
    directions: [],
    partners: [],
    measures: [],
    series: [],
    records: [0, 1].map((period) => ({ period, roll: 1063, participations: 2000, unmatched: 0 })),
  };
}

it('where nothing changed, runs with any finding are no more than q promises', () => {
  const random = seeded(20260901);
  let changed = 0;
  let placed = 0;
  for (let run = 0; run < runs; run += 1) {
    const findings = findAll(shuffled(random));
    if (findings.some(({ kind }) => claims.includes(kind))) changed += 1;
    if (findings.some(({ kind }) => kind === 'outlier-class')) placed += 1;
  }
  const most = runs * 0.05 + 2 * Math.sqrt(runs * 0.05 * 0.95);
  expect(changed).toBeLessThanOrEqual(most);
  expect(placed).toBeLessThanOrEqual(most);
});

it('where a block really rose by ten points, it is nearly always found', () => {
  const random = seeded(7);
  let found = 0;
  for (let run = 0; run < 100; run += 1) {
    const evidence = shuffled(random);
    const parts = evidence.parts.map((each) =>
      each.block !== 'II' || each.direction !== null
        ? each
        : {
            ...each,
            grades: each.grades.map((grade) => ({
              ...grade,
              after: { n: grade.after.n, x: grade.before.x + Math.round(grade.after.n * 0.1) },
            })),
          },
    );
    const rises = findAll({ ...evidence, parts }).filter(
      ({ kind, slice }) => kind === 'change' && slice[0]?.values[0] === 'II',
    );
    found += rises.length;
  }
  expect(found).toBeGreaterThanOrEqual(95);
});
