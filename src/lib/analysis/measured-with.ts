import type { AnsweredCell } from './result.ts';

/**
 * What the number of a cell was measured with: an instrument, or the parts that its index rests on; null where nothing else
 * could have been used. Numbers of different ones are never joined or tested together.
 */
export function measuredWith({ line, parts }: AnsweredCell): string | null {
  if (parts.length === 0) return line;
  const present = parts.filter(
    ({ goalpost, outcome }) => goalpost.weight > 0 && outcome?.kind === 'estimate',
  );
  return JSON.stringify(present.map(({ name }) => name).sort());
}
