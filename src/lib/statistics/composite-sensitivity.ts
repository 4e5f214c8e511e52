import { aggregate, type AggregationMethod } from './aggregate.ts';
import { presentShare } from './composite.ts';
import type { CompositeVariants } from './composite-uncertainty.ts';
import { drawGamma } from './dirichlet.ts';
import { sobolIndices, type SobolIndex } from './sobol.ts';

/** What the index of a cell, or its distance from another cell, owes its uncertainty to. */
export interface CompositeSensitivity {
  /** One a part: its weight. */
  readonly weights: readonly SobolIndex[];
  readonly normalisation: SobolIndex;
  readonly method: SobolIndex;
  readonly dropped: SobolIndex;
}

const none: SobolIndex = { first: 0, total: 0 };

/**
 * First-order and total sensitivity of the index of `cell` (less that of `minus`, where given) to its choices. Weights are
 * gamma variates, which normalised are the Dirichlet draws of the uncertainty, so that each part's weight is a factor of
 * its own. Null where a cell has no index in some draw, or nothing varies. Saisana, Saltelli & Tarantola 2005,
 * JRSS A 168:307–323.
 */
export function compositeSensitivity(
  variants: CompositeVariants,
  cell: number,
  minus: number | null = null,
  options: { readonly draws?: number; readonly seed?: number } = {},
): CompositeSensitivity | null {
  const { scores, weights, methods, concentration, dropsOne, floor = 0 } = variants;
  const { minimumShare = 2 / 3 } = variants;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = minus === null ? [cell] : [cell, minus];
  const isIndexed = cells.every(
    (one) => (presentShare(scores[0]?.[one] ?? [], weights) ?? 0) >= minimumShare - 1e-9,
  );
  if (!isIndexed || methods.length === 0 || !(concentration > 0)) return null;
  const count = weights.length;
  const model = (factors: readonly number[]): number => {
    const drawn = factors.slice(0, count);
    const [scheme = 0, way = 0, dropped = 0] = factors.slice(count);
    const left = Math.floor(dropped * (count + 1));
    if (dropsOne && left < count) drawn[left] = 0;
    const values = scores[Math.floor(scheme * scores.length)] ?? [];
    const method = methods[Math.floor(way * methods.length)] ?? 'arithmetic';
    const [first, second] = cells.map((one) => aggregate(values[one] ?? [], drawn, method, floor));
    return (first ?? NaN) - (minus === null ? 0 : (second ?? NaN));
  };
  const samplers = [
    ...weights.map((weight) => (random: () => number) => {
      return weight === 0 ? 0 : drawGamma((weight / whole) * concentration, random);
    }),
    ...Array.from({ length: 3 }, () => (random: () => number) => random()),
  ];
  const indices = sobolIndices(model, samplers, options);
  if (!indices) return null;
  const [normalisation = none, method = none, dropped = none] = indices.slice(count);
  return { weights: indices.slice(0, count), normalisation, method, dropped };
}

/**
 * How far an index moves when a part is left out, |I − I without it|, in its units; null for a part that is missing or
 * weighs nothing, or without which there is no index. OECD & JRC 2008, step 7.
 */
export function dropOneEffects(
  scores: readonly (number | null)[],
  weights: readonly number[],
  method: AggregationMethod,
  floor = 0,
): (number | null)[] {
  const whole = aggregate(scores, weights, method, floor);
  return scores.map((score, part) => {
    if (whole === null || score === null || weights[part] === 0) return null;
    const without = aggregate(
      scores.map((own, i) => (i === part ? null : own)),
      weights,
      method,
      floor,
    );
    return without === null ? null : Math.abs(whole - without);
  });
}
