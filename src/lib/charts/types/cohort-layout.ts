import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { changeWords } from '../describe.ts';
import { restsOn } from '../outcome-words.ts';
import { seriesNames } from '../series-names.ts';
import { textWidth } from '../text-width.ts';
import { layPairs, type PairedLayout } from './paired-layout.ts';
import { rowGap } from './paired-rows.ts';

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
export interface CohortLayout extends PairedLayout {
  readonly rows: readonly CohortRow[];
}

function endsOf(point: ChartPoint | null) {
  const before = point?.before?.kind === 'estimate' ? point.before.value : null;
  const after = point?.outcome.kind === 'estimate' ? point.outcome.value : null;
  const { lower = null, upper = null } = point?.change ?? {};
  const reach =
    before === null || after === null || lower === null || upper === null
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
  const plot = layPairs(input, frame, {
    values,
    changes: shown.map(({ change }) => change),
    least: 220,
    heights: { beside: 38, above: 46 },
  });
  const { top, rowHeight, stacked, x } = plot;
  const crowded =
    stacked &&
    shown.some(({ series, point, change }) => {
      const note = restsOn(input, point?.outcome ?? null);
      const label = seriesNames(input)[series] ?? '';
      const width = textWidth(label, 13) + textWidth(note, 11) + textWidth(change, 12, true);
      return width + rowGap > frame.width;
    });
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
  return { ...plot, rows };
}
