import type { Outcome } from '#lib/model/result.ts';

/** The longest runs of neighbouring places at which something is known, each as the places and what is known there. */
export function runsOf<T, K>(
  items: readonly T[],
  known: (item: T) => K | null,
): { readonly at: number; readonly item: K }[][] {
  const runs: { at: number; item: K }[][] = [];
  let open: { at: number; item: K }[] | null = null;
  items.forEach((one, at) => {
    const item = known(one);
    if (item === null) open = null;
    else if (open) open.push({ at, item });
    else runs.push((open = [{ at, item }]));
  });
  return runs;
}

/** An outcome's value, or null where there is none. */
export function valueOf(outcome: Outcome | null): number | null {
  return outcome?.kind === 'estimate' ? outcome.value : null;
}

/** The ends of an outcome's interval, or null where there is none. */
export function reachOf(outcome: Outcome | null): readonly [number, number] | null {
  if (outcome?.kind !== 'estimate' || outcome.lower === null || outcome.upper === null) return null;
  return [outcome.lower, outcome.upper];
}
