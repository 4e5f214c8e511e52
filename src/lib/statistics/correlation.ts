import { meanOf } from './moments.ts';

/**
 * Pearson's correlation of two columns over the rows where both have a value, −1 to 1; null for unlike lengths, fewer
 * than three such rows, a number that is not finite, or a column that does not vary. Pearson 1896, Phil Trans A 187:253–318.
 */
export function correlation(
  xs: readonly (number | null)[],
  ys: readonly (number | null)[],
): number | null {
  if (xs.length !== ys.length) return null;
  const pairs = xs.flatMap((x, i) => {
    const y = ys[i] ?? null;
    return x === null || y === null ? [] : [[x, y] as const];
  });
  if (pairs.length < 3) return null;
  const centreX = meanOf(pairs.map(([x]) => x));
  const centreY = meanOf(pairs.map(([, y]) => y));
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + of(x - centreX, y - centreY), 0);
  const spreadX = Math.sqrt(sum((x) => x * x));
  const spreadY = Math.sqrt(sum((_, y) => y * y));
  const isVaried = (spread: number, centre: number) => spread > Math.abs(centre) * 1e-13;
  if (!isVaried(spreadX, centreX) || !isVaried(spreadY, centreY)) return null;
  const r = sum((x, y) => (x / spreadX) * (y / spreadY));
  return Number.isFinite(r) ? Math.min(1, Math.max(-1, r)) : null;
}

/** Correlations of every column with every other, 1 on the diagonal; null as for a single one. */
export function correlationTable(
  columns: readonly (readonly (number | null)[])[],
): (number | null)[][] {
  return columns.map((xs, i) =>
    columns.map((ys, j) => {
      const r = correlation(xs, ys);
      return i === j && r !== null ? 1 : r;
    }),
  );
}
