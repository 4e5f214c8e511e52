import { labelRow, layLabels, targetsOf, type LabelRows } from '../annotations.ts';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { niceScale, type Scale } from '../scale.ts';
import { seriesNames } from '../series-names.ts';
import { textWidth } from '../text-width.ts';

/** Where rows of pairs lie, in pixels. */
export interface PairedLayout {
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** The words stand above the dots instead of beside them. */
  readonly stacked: boolean;
  readonly rowHeight: number;
  readonly scale: Scale;
  /** The values to reach, above the rows. */
  readonly targets: LabelRows;
  readonly x: (value: number) => number;
}

/** What rows of pairs are laid out from. */
export interface PairedPlan {
  readonly values: readonly number[];
  /** The changes as they are written, one a row. */
  readonly changes: readonly string[];
  /** Width of the plot below which the words stand above the dots. */
  readonly least: number;
  /** Height of a row with its words beside the dots, and above them. */
  readonly heights: { readonly beside: number; readonly above: number };
}

const above = 6;
const axisHeight = 26;

/** Lays the plot of rows of pairs out, without what is in the rows. */
export function layPairs(
  input: ChartInput,
  frame: Frame,
  { values, changes, least, heights }: PairedPlan,
): PairedLayout {
  const aims = targetsOf(input);
  const scale = niceScale(
    [...values, ...aims.map(({ value }) => value)],
    frame.width < 480 ? 4 : 6,
    false,
  );
  const names = Math.max(74, ...seriesNames(input).map((name) => textWidth(name, 13)));
  const room = Math.max(0, ...changes.map((change) => textWidth(change, 12, true)));
  const stacked = frame.width - names - room - 40 < least;
  const left = stacked ? 8 : Math.min(names, frame.width * 0.34) + 20;
  const width = Math.max(60, frame.width - left - (stacked ? 12 : room + 26));
  const x = (value: number) => left + ((value - scale.min) / (scale.max - scale.min)) * width;
  const targets = layLabels(
    aims.map(({ value, text }) => ({ x: x(value), text })),
    0,
    frame.width,
  );
  const top = above + (targets.rows > 0 ? targets.rows * labelRow + 4 : 0);
  const rowHeight = stacked ? heights.above : heights.beside;
  const bottom = top + changes.length * rowHeight;
  return { height: bottom + axisHeight, left, top, bottom, stacked, rowHeight, scale, targets, x };
}
