import { mannKendall } from './mann-kendall.ts';
import { senSlope, type Point, type SenSlope } from './sen-slope.ts';

/** A trend that may be called one, or none; slopes in units of y per unit of x. */
export interface Trend extends SenSlope {
  readonly n: number;
  readonly direction: 'rising' | 'falling' | 'none';
  /** Two-sided p value by the exact distribution up to ten values, ties included, beyond by the normal one. */
  readonly p: number;
  readonly tau: number;
}

/** Under this many values no order of them could be told from chance, so that there is no trend to speak of. */
export const fewestForTrend = 5;

/**
 * Decides whether a series has a monotone trend: Mann–Kendall's test in the order of x, with Sen's slope. Null for under
 * five values, two at one x, or a number that is not finite; `alpha` is the p value below which there is a direction.
 * Mann 1945; Kendall 1975; Sen 1968; Gilbert 1987, ch. 16.
 */
export function trendOf(points: readonly Point[], alpha = 0.05): Trend | null {
  if (points.length < fewestForTrend || !points.every(({ x }) => Number.isFinite(x))) return null;
  if (new Set(points.map(({ x }) => x)).size < points.length) return null;
  const inOrder = points.toSorted((a, b) => a.x - b.x);
  const test = mannKendall(inOrder.map(({ y }) => y));
  const slope = senSlope(inOrder);
  if (!test || !slope) return null;
  const p = test.exactP ?? test.p;
  const direction = p >= alpha ? 'none' : test.s > 0 ? 'rising' : 'falling';
  return { ...slope, n: test.n, direction, p, tau: test.tau };
}
