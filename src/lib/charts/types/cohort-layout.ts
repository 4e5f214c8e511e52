import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { changeWords } from '../describe.ts';
import { restsOn } from '../outcome-words.ts';
import { niceScale, type Scale } from '../scale.ts';
import { textWidth } from '../text-width.ts';

/** One series with both of its values, in pixels. */
export interface CohortRow {
  readonly series: number;
  readonly point: ChartPoint | null;
  /** Middle of the dots. */
  readonly y: number;
  readonly top: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Where the interval of the change lies when it is laid off from the value before. */
  readonly reach: readonly [number, number] | null;
  readonly note: string;
  /** The change as it is written, with its interval where there is room. */
  readonly change: string;
}

/** Where everything of a chart of pairs lies, in pixels. */
export interface CohortLayout {
  readonly height: number;
  readonly left: number;
  readonly plotWidth: number;
  readonly top: number;
  readonly bottom: number;
  /** The words stand above the dots instead of beside them. */
  readonly stacked: boolean;
  readonly rowHeight: number;
  readonly rows: readonly CohortRow[];
  readonly scale: Scale;
  readonly x: (value: number) => number;
}

const top = 6;
const axisHeight = 26;

/** Between the words of one line. */
export const rowGap = 26;

function endsOf(point: ChartPoint | null) {
  const before = point?.before?.kind === 'estimate' ? point.before.value : null;
  const after = point?.outcome.kind === 'estimate' ? point.outcome.value : null;
  const { lower = null, upper = null } = point?.change ?? {};
  const reach =
    before === null || lower === null || upper === null
      ? null
      : ([before + lower, before + upper] as const);
  return { before, after, reach };
}

/** Lays pairs out in the order given, at most `frame.most` of them. */
export function layCohort(input: ChartInput, frame: Frame): CohortLayout {
  const period = input.periods.length - 1;
  const shown = input.series.slice(0, frame.most).map((_, series) => {
    const point = lastPoint(input, series);
    return { series, point, ...endsOf(point), change: changeWords(input, { series, period }) };
  });
  const values = shown.flatMap(({ before, after, reach }) =>
    [before, after, ...(reach ?? [])].filter((value) => value !== null),
  );
  const scale = niceScale(values, frame.width < 480 ? 4 : 6, false);
  const labels = Math.max(74, ...input.series.map(({ label }) => textWidth(label, 13)));
  const changes = Math.max(0, ...shown.map(({ change }) => textWidth(change, 12, true)));
  const stacked = frame.width - labels - changes - 40 < 220;
  const left = stacked ? 8 : Math.min(labels, frame.width * 0.34) + 20;
  const plotWidth = Math.max(60, frame.width - left - (stacked ? 12 : changes + 26));
  const rowHeight = stacked ? 46 : 38;
  const crowded =
    stacked &&
    shown.some(({ series, point, change }) => {
      const note = restsOn(input, point?.outcome ?? null);
      const label = input.series[series]?.label ?? '';
      const width = textWidth(label, 13) + textWidth(note, 11) + textWidth(change, 12, true);
      return width + rowGap > frame.width;
    });
  const bottom = top + shown.length * rowHeight;
  const x = (value: number) => left + ((value - scale.min) / (scale.max - scale.min)) * plotWidth;
  const at = (value: number | null) => (value === null ? null : x(value));
  const rows = shown.map(({ series, point, before, after, reach, change }, i): CohortRow => {
    const rowTop = top + i * rowHeight;
    return {
      series,
      point,
      top: rowTop,
      y: rowTop + (stacked ? 31 : rowHeight / 2),
      before: at(before),
      after: at(after),
      reach: reach && [x(reach[0]), x(reach[1])],
      note: restsOn(input, point?.outcome ?? null),
      change: crowded && point?.change ? input.values.change(point.change.value) : change,
    };
  });
  return {
    height: bottom + axisHeight,
    left,
    plotWidth,
    top,
    bottom,
    stacked,
    rowHeight,
    rows,
    scale,
    x,
  };
}
