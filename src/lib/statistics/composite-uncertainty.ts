import { aggregate, type AggregationMethod } from './aggregate.ts';
import { presentShare } from './composite.ts';
import { drawDirichlet } from './dirichlet.ts';
import { quantileOfSorted } from './quantile.ts';
import { seeded } from './seeded.ts';

/**
 * Choices of which a composite index is one: the first normalisation, the first mean, the weights as they stand.
 * `scores` are by normalisation, cell and part, all on one scale, null where missing.
 */
export interface CompositeVariants {
  readonly scores: readonly (readonly (readonly (number | null)[])[])[];
  readonly weights: readonly number[];
  readonly methods: readonly AggregationMethod[];
  /** Sum of the Dirichlet parameters of the weights: the larger, the nearer they stay to what was said. */
  readonly concentration: number;
  /** Leaves out one part, or none, each as likely as the other. */
  readonly dropsOne: boolean;
  readonly floor?: number;
  readonly minimumShare?: number;
}

/** The index of each cell as it stands, and in each draw (the same choices for all cells); NaN where it has none. */
export interface CompositeDraws {
  readonly nominal: readonly (number | null)[];
  readonly draws: readonly Float64Array[];
}

/** The middle of a cell's draws and the ends that 5 % of them lie beyond on either side, in units of the index. */
export interface DrawnRange {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Monte-Carlo uncertainty of an index over normalisations, means, weights (Dirichlet around the stated ones) and parts
 * left out; the same seed gives the same draws. Null without a normalisation, a mean or a weight.
 * Saisana, Saltelli & Tarantola 2005, JRSS A 168:307–323; OECD & JRC 2008, step 7.
 */
export function drawComposites(
  variants: CompositeVariants,
  { draws = 2000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): CompositeDraws | null {
  const { scores, weights, methods, concentration, dropsOne, floor = 0 } = variants;
  const { minimumShare = 2 / 3 } = variants;
  const [own] = scores;
  const [ownMethod] = methods;
  if (!own || !ownMethod || !Number.isInteger(draws) || draws < 1) return null;
  const isIndexed = own.map((cell) => (presentShare(cell, weights) ?? 0) >= minimumShare - 1e-9);
  const random = seeded(seed);
  const drawn = own.map(() => new Float64Array(draws).fill(NaN));
  for (let draw = 0; draw < draws; draw += 1) {
    const cells = pick(scores, random()) ?? own;
    const method = pick(methods, random()) ?? ownMethod;
    const dropped = dropsOne ? Math.floor(random() * (weights.length + 1)) : weights.length;
    const shares = drawDirichlet(weights, concentration, random);
    if (!shares) return null;
    if (dropped < shares.length) shares[dropped] = 0;
    drawn.forEach((values, cell) => {
      if (!isIndexed[cell]) return;
      values[draw] = aggregate(cells[cell] ?? [], shares, method, floor) ?? NaN;
    });
  }
  const nominal = own.map((cell, i) =>
    isIndexed[i] ? aggregate(cell, weights, ownMethod, floor) : null,
  );
  return { nominal, draws: drawn };
}

/** Median and 5 % and 95 % quantiles (type 7) of the draws that have an index; null where none has. */
export function rangeOf(draws: Float64Array): DrawnRange | null {
  const sorted = draws.filter((value) => !Number.isNaN(value)).sort();
  const median = quantileOfSorted(sorted, 0.5);
  const lower = quantileOfSorted(sorted, 0.05);
  const upper = quantileOfSorted(sorted, 0.95);
  if (median === null || lower === null || upper === null) return null;
  return { median, lower, upper };
}

/** Share of draws in which the later of two cells is above the earlier, ties by half; null where they are never both there. */
export function probabilityAbove(earlier: Float64Array, later: Float64Array): number | null {
  let above = 0;
  let both = 0;
  later.forEach((value, draw) => {
    const difference = value - (earlier[draw] ?? NaN);
    if (Number.isNaN(difference)) return;
    both += 1;
    above += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
  });
  return both === 0 ? null : above / both;
}

/** Share of draws in which two cells stand the other way round than they do as published; null where either has no index. */
export function reversalProbability(
  { nominal, draws }: CompositeDraws,
  earlier: number,
  later: number,
): number | null {
  const [from, to] = [nominal[earlier] ?? null, nominal[later] ?? null];
  const [first, second] = [draws[earlier], draws[later]];
  if (from === null || to === null || !first || !second) return null;
  return to >= from ? probabilityAbove(second, first) : probabilityAbove(first, second);
}

function pick<Item>(items: readonly Item[], u: number): Item | undefined {
  return items[Math.floor(u * items.length)];
}
