import type { NativeChart, NativeSeries } from '../document.ts';

/** How far the intervals of a series reach from its values, down and up; null where one has none. */
export interface Reaches {
  readonly down: readonly (number | null)[];
  readonly up: readonly (number | null)[];
}

/** The reaches of a series in the decimals of its chart, so that its ends come out just as they are told; null without any. */
export function reachesOf(
  { values, ends }: NativeSeries,
  { decimals }: Pick<NativeChart, 'decimals'>,
): Reaches | null {
  if (!ends?.some((one, at) => one !== null && (values[at] ?? null) !== null)) return null;
  const reach = (side: 0 | 1) =>
    values.map((value, at) => {
      const end = ends[at]?.[side];
      return value === null || end === undefined
        ? null
        : Number(Math.abs(end - value).toFixed(decimals));
    });
  return { down: reach(0), up: reach(1) };
}

/** Where the interval of a value ends; the value itself where it has none. */
export function endOf({ values, ends }: NativeSeries, at: number, side: 0 | 1): number | null {
  const value = values[at] ?? null;
  return value === null ? null : (ends?.[at]?.[side] ?? value);
}
