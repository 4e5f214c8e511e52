import { varianceOf } from './moments.ts';
import { seeded, type RandomStream } from './seeded.ts';

/** Share of the variance of a result that a factor explains alone (first), and with all it acts together with (total). */
export interface SobolIndex {
  readonly first: number;
  readonly total: number;
}

/**
 * Sensitivity of a model to independent factors, each drawn by its own sampler; one index a factor, as estimated: a small
 * one may fall a little below 0. First order S = V(E(Y|X))/V(Y) after Saltelli et al. 2010, Comput Phys Commun
 * 181:259–270; total after Jansen 1999, Comput Phys Commun 117:35–43. Costs draws × (factors + 2) runs.
 * Null where the model gives a number that is not finite, or does not vary.
 */
export function sobolIndices<Factor>(
  model: (factors: readonly Factor[]) => number,
  samplers: readonly ((random: RandomStream) => Factor)[],
  { draws = 2000, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): SobolIndex[] | null {
  const random = seeded(seed);
  const sample = () => samplers.map((sampler) => sampler(random));
  const rows = Array.from({ length: draws }, () => ({ a: sample(), b: sample() }));
  const atA = rows.map(({ a }) => model(a));
  const atB = rows.map(({ b }) => model(b));
  const all = [...atA, ...atB];
  const variance = varianceOf(all);
  const scale = Math.max(...all.map(Math.abs));
  if (!(variance > (scale * 1e-12) ** 2 && variance < Infinity)) return null;
  const centre = all.reduce((sum, value) => sum + value, 0) / all.length;
  const indices = samplers.map((_, factor): SobolIndex => {
    let shared = 0;
    let moved = 0;
    rows.forEach(({ a, b }, row) => {
      const mixed = model(a.map((value, i) => (i === factor ? (b[i] ?? value) : value)));
      const step = mixed - (atA[row] ?? NaN);
      shared += ((atB[row] ?? NaN) - centre) * step;
      moved += step ** 2;
    });
    return { first: shared / draws / variance, total: moved / (2 * draws) / variance };
  });
  return indices.every(({ first, total }) => Number.isFinite(first + total)) ? indices : null;
}
