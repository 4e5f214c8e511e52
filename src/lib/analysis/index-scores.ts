import { meanOf, varianceOf } from '#lib/statistics/moments.ts';
import { goalpostsScore, targetScore, zScores } from '#lib/statistics/normalise.ts';
import type { IndexSample } from './index-sample.ts';

/** Scores by cell and part, 0 to 100; null where a part does not count. */
export type Scores = readonly (readonly (number | null)[])[];

function within(score: number | null): number | null {
  return score === null ? null : Math.min(100, Math.max(0, score));
}

/** Each value on its way between the part's goalposts: the scale of the index itself. */
export function goalpostScores({ cells, goalposts }: IndexSample): Scores {
  return cells.map((values) =>
    goalposts.map((goalpost, part) => {
      const value = values[part] ?? null;
      return value === null ? null : goalpostsScore(value, goalpost);
    }),
  );
}

/**
 * Each value as its part of the way to the goalpost of 100 from nothing, or from the goalpost of 0 where less is better or
 * the target is not above nothing.
 */
export function targetScores({ cells, goalposts }: IndexSample): Scores {
  return cells.map((values) =>
    goalposts.map(({ low, high }, part) => {
      const value = values[part] ?? null;
      const base = low < high && high > 0 ? Math.min(0, low) : low;
      return value === null ? null : within(targetScore(value, high, base));
    }),
  );
}

/**
 * Scores by their deviation from the part's own mean over all cells, every part with the same mean and spread, which are the
 * weighted means of those of the parts, so that the index stays where it was on the whole. A part that does not vary keeps
 * its scores.
 */
export function spreadScores(scores: Scores, weights: readonly number[]): Scores {
  const columns = weights.map((weight, part) => {
    const values = scores.flatMap((cell) => cell[part] ?? []);
    const spread = zScores(values);
    return { weight, values, spread };
  });
  const varied = columns.filter(({ weight, spread }) => weight > 0 && spread);
  const whole = varied.reduce((sum, { weight }) => sum + weight, 0);
  const weighted = (of: (values: readonly number[]) => number): number =>
    varied.reduce((sum, { weight, values }) => sum + (weight / whole) * of(values), 0);
  const mean = weighted(meanOf);
  const sd = weighted((values) => Math.sqrt(varianceOf(values)));
  const placed = columns.map(({ values }) => (whole > 0 ? zScores(values, { mean, sd }) : null));
  const next = columns.map(() => 0);
  return scores.map((cell) =>
    cell.map((score, part) => {
      if (score === null) return null;
      const place = next[part] ?? 0;
      next[part] = place + 1;
      return within(placed[part]?.[place] ?? score);
    }),
  );
}
