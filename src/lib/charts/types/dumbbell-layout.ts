import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { reachOf, valueOf } from '../runs.ts';
import { layPairs, type PairedLayout } from './paired-layout.ts';

/** One of the two values of a row, in pixels, with the ends of its interval. */
export interface DumbbellEnd {
  readonly x: number;
  readonly y: number;
  readonly reach: readonly [number, number] | null;
}

/** One series with both of its values. */
export interface DumbbellRow {
  readonly series: number;
  readonly point: ChartPoint | null;
  readonly top: number;
  readonly before: DumbbellEnd | null;
  readonly after: DumbbellEnd | null;
  /** The change as it is written, or nothing. */
  readonly change: string;
}

/** Where everything of a chart of two dots lies, in pixels. */
export interface DumbbellLayout extends PairedLayout {
  readonly rows: readonly DumbbellRow[];
}

/** How far the two values stand from the middle of their row. */
const track = 6;

/** Series from the largest rise to the largest fall, then those without a change, then those without a number. */
function inOrder(input: ChartInput) {
  const rank = (point: ChartPoint | null) =>
    point?.change ? 0 : valueOf(point?.outcome ?? null) === null ? 2 : 1;
  return input.series
    .map((_, series) => ({ series, point: lastPoint(input, series) }))
    .sort(
      (a, b) =>
        rank(a.point) - rank(b.point) ||
        (b.point?.change?.value ?? 0) - (a.point?.change?.value ?? 0) ||
        a.series - b.series,
    );
}

/** Lays two dots a series out, sorted by change, at most `frame.most` of them. */
export function layDumbbell(input: ChartInput, frame: Frame): DumbbellLayout {
  const shown = inOrder(input).slice(0, frame.most);
  const values = shown.flatMap(({ point }) =>
    [point?.before ?? null, point?.outcome ?? null].flatMap((outcome) => {
      const value = valueOf(outcome);
      return value === null ? [] : [value, ...(reachOf(outcome) ?? [])];
    }),
  );
  const changeOf = (point: ChartPoint | null) =>
    point?.change ? input.values.change(point.change.value) : '';
  const plot = layPairs(input, frame, {
    values,
    changes: shown.map(({ point }) => changeOf(point)),
    least: 240,
    heights: { beside: 42, above: 52 },
  });
  const { top, rowHeight, stacked, x } = plot;
  const endOf = (outcome: ChartPoint['outcome'] | null, y: number): DumbbellEnd | null => {
    const value = valueOf(outcome);
    if (value === null) return null;
    const reach = reachOf(outcome);
    return { x: x(value), y, reach: reach && [x(reach[0]), x(reach[1])] };
  };
  const rows = shown.map(({ series, point }, i): DumbbellRow => {
    const rowTop = top + i * rowHeight;
    const middle = rowTop + (stacked ? 35 : rowHeight / 2);
    return {
      series,
      point,
      top: rowTop,
      before: endOf(point?.before ?? null, middle - track),
      after: endOf(point?.outcome ?? null, middle + track),
      change: changeOf(point),
    };
  });
  return { ...plot, rows };
}
