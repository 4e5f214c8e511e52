import { isProportion, z95, type Interval } from './interval.ts';

/**
 * Wilson's score interval of the proportion `x` of `n`, as shares of one; null where there is no proportion (n = 0, x > n).
 * Wilson 1927, JASA 22:209–212; method 3 of Newcombe 1998, Stat Med 17:857–872.
 */
export function wilson(x: number, n: number, z = z95): Interval | null {
  if (!isProportion(x, n)) return null;
  const p = x / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return {
    lower: x === 0 ? 0 : Math.max(0, centre - half),
    upper: x === n ? 1 : Math.min(1, centre + half),
  };
}
