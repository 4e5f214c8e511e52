import { z95 } from './interval.ts';
import { kendallVariance, tieSizes } from './mann-kendall.ts';

/** Median slope with its interval, in units of y per unit of x; a limit is null where so few points cannot set one. */
export interface SenSlope {
  readonly slope: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A value `y` at the time `x`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Median of the slopes between all pairs of points, with a limit at ranks (N' ∓ C)/2 of the sorted slopes,
 * C = z·√Var(S); null where no two points differ in x. Sen 1968, JASA 63:1379–1389; Gilbert 1987, p. 218.
 */
export function senSlope(points: readonly Point[], z = z95): SenSlope | null {
  return medianSlope(
    pairwiseSlopes(points),
    z * Math.sqrt(kendallVariance(points.length, tieSizes(points.map(({ y }) => y)))),
  );
}

/** Slopes between all pairs of points that differ in x. */
export function pairwiseSlopes(points: readonly Point[]): number[] {
  const slopes: number[] = [];
  points.forEach((later, j) => {
    for (const earlier of points.slice(0, j)) {
      if (later.x !== earlier.x) slopes.push((later.y - earlier.y) / (later.x - earlier.x));
    }
  });
  return slopes;
}

/** Median of slopes with limits `reach` ranks apart around it; null for none or where one is not finite. */
export function medianSlope(slopes: readonly number[], reach: number): SenSlope | null {
  if (slopes.length === 0 || !slopes.every(Number.isFinite)) return null;
  const sorted = slopes.toSorted((a, b) => a - b);
  const slope = atRank(sorted, (sorted.length + 1) / 2);
  if (slope === null) return null;
  return {
    slope,
    lower: atRank(sorted, (sorted.length - reach) / 2),
    upper: atRank(sorted, (sorted.length + reach) / 2 + 1),
  };
}

function atRank(sorted: readonly number[], rank: number): number | null {
  const below = sorted[Math.floor(rank) - 1];
  const above = sorted[Math.ceil(rank) - 1];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}
