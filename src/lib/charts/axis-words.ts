import type { ValueFormat } from './chart-input.ts';
import type { Scale } from './scale.ts';

/** The number that a short text of an axis says, whichever sign it has before its decimals. */
function saidBy(text: string): number {
  return Number(
    text
      .replace('−', '-')
      .replace(/[^\d.,-]/g, '')
      .replace(',', '.'),
  );
}

/**
 * How the numbers of an axis are written: as short as they can be, and longer only where the shortest would round its steps
 * and so tell a wrong place.
 */
export function axisTick(values: ValueFormat, { step }: Scale): (value: number) => string {
  const shown = step * (values.scale ?? 1);
  const isWhole = Math.abs(shown - Math.round(shown)) < 1e-9;
  const isExact = isWhole || Math.abs(saidBy(values.tick(step)) - shown) < shown * 1e-6;
  return isExact ? values.tick : values.bare;
}
