import { labelGap, labelRow, layLabels, notesOf, type LabelRows } from '../annotations.ts';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import type { Box } from '../hatch.ts';
import { periodGroups } from '../period-axis.ts';
import { seriesNames } from '../series-names.ts';
import { textWidth } from '../text-width.ts';

/** Where everything of a matrix lies, in pixels. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** The label stands above its cells instead of before them. */
  readonly stacked: boolean;
  readonly labelWidth: number;
  readonly groupX: number;
  readonly rowHeight: number;
  readonly fontSize: number;
  /** What is noted on columns, above their heads. */
  readonly notes: LabelRows;
  /** Top of the heads of columns. */
  readonly headTop: number;
  readonly cell: (row: number, column: number) => Box;
  /** Top of the row with its label. */
  readonly rowTop: (row: number) => number;
}

const header = 40;
const cellHeight = 26;
const labelLine = 18;
const gap = 2;
const rowGroupGap = 8;
const leastCell = 25;
const mostCell = 96;

/** Lays a matrix out: rows with a gap between groups of series, columns with a gap between groups of periods. */
export function layMatrix(input: ChartInput, frame: Frame): MatrixLayout {
  const columns = Math.max(1, input.periods.length);
  const yearGap = frame.width < 560 ? 5 : 10;
  const starts = new Set(periodGroups(input.periods).map((group) => group.first));
  const labels = Math.max(0, ...seriesNames(input).map((name) => textWidth(name, 13)));
  const groups = Math.max(
    0,
    ...input.series.map((series) => textWidth(series.group ?? '', 12, true)),
  );
  const beside = 12 + labels + 12 + (groups > 0 ? groups + 14 : 0);
  const stacked = frame.width - beside < columns * (leastCell + 6);
  const labelWidth = stacked ? 12 : beside;
  const gaps = (starts.size > 0 ? starts.size - 1 : 0) * yearGap;
  const room = (frame.width - labelWidth - gaps) / columns;
  const cellWidth = Math.max(leastCell, Math.min(mostCell, room));
  const rowHeight = cellHeight + (stacked ? labelLine : 0) + gap;

  const lefts: number[] = [];
  let x = labelWidth;
  input.periods.forEach((_, i) => {
    if (i > 0 && starts.has(i)) x += yearGap;
    lefts.push(x);
    x += cellWidth;
  });
  const width = Math.max(frame.width, Math.ceil(x));
  const notes = layLabels(
    notesOf(input).map(({ period, text }) => ({
      x: (lefts[period] ?? 0) + (cellWidth - gap) / 2,
      text: [input.periods[period]?.label, text].join(': '),
    })),
    0,
    width,
  );
  const headTop = notes.rows > 0 ? notes.rows * labelRow + labelGap : 0;
  const tops: number[] = [];
  let y = headTop + header;
  input.series.forEach((series, i) => {
    if (i > 0 && series.group !== input.series[i - 1]?.group) y += rowGroupGap;
    tops.push(y);
    y += rowHeight;
  });
  return {
    width,
    height: y + 2,
    stacked,
    notes,
    headTop,
    labelWidth,
    groupX: labelWidth - 14,
    rowHeight,
    fontSize: cellWidth < 32 ? 11 : 12,
    rowTop: (row) => tops[row] ?? 0,
    cell: (row, column) => ({
      x: lefts[column] ?? 0,
      y: (tops[row] ?? 0) + (stacked ? labelLine : 0),
      width: cellWidth - gap,
      height: cellHeight,
    }),
  };
}
