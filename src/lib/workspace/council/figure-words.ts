import { lastPoint, type ChartInput } from '#lib/charts/chart-input.ts';
import { showsTime } from '#lib/charts/describe.ts';
import type { ChartType } from '#lib/charts/registry.ts';

/** On how many the last numbers rest: «n = 448» or «n = 24–31»; nothing where that is not told. */
function sizeOf(input: ChartInput): string {
  const { t, format } = input.locale;
  const sizes = input.series.flatMap((_, series) => {
    const outcome = lastPoint(input, series)?.outcome;
    return outcome?.kind === 'estimate' && outcome.n !== null ? [outcome.n] : [];
  });
  if (sizes.length === 0) return '';
  const ends = [Math.min(...sizes), Math.max(...sizes)].map((size) => format.number(size));
  return t.charts.nIs([...new Set(ends)].join('–'));
}

function shownOf({ series, locale: { t, format } }: ChartInput, leftOut: number): string {
  return t.charts.shownOf(format.number(series.length - leftOut), format.number(series.length));
}

/**
 * What a figure says of itself beyond its picture's head: on how many its last numbers rest, and what it has no room for.
 * @param leftOut How many series the picture has no room for.
 */
export function aboutNumbers(input: ChartInput, leftOut: number): string[] {
  return [sizeOf(input), leftOut > 0 ? shownOf(input, leftOut) : ''].filter(Boolean);
}

/** How many numbers a figure has, and how many of them are withheld. */
export function countNumbers(
  type: ChartType,
  input: ChartInput,
): { readonly numbers: number; readonly withheld: number } {
  const times = new Set(input.periods.map(({ time }) => time));
  const points = input.series.flatMap((one, series) =>
    showsTime(type)
      ? one.points.filter(({ time }) => times.has(time))
      : [lastPoint(input, series)].filter((point) => point !== null),
  );
  const outcomes = points.flatMap(({ outcome, before }) =>
    showsTime(type) || before === null ? [outcome] : [outcome, before],
  );
  const withheld = outcomes.filter(
    (outcome) => outcome.kind === 'absent' && outcome.reason === 'withheld',
  ).length;
  const known = outcomes.filter(({ kind }) => kind === 'estimate').length;
  return { numbers: known + withheld, withheld };
}
