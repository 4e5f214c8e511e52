import type { ChartInput } from './chart-input.ts';
import { shortNames } from './short-names.ts';

const known = new WeakMap<ChartInput, readonly string[]>();

/** What the series of a picture are called in it, in their order: without the words with which long names all begin. */
export function seriesNames(input: ChartInput): readonly string[] {
  const names = known.get(input) ?? shortNames(input.series.map(({ label }) => label));
  known.set(input, names);
  return names;
}
