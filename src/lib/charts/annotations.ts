import type { ChartInput } from './chart-input.ts';
import { lineElement, textElement } from './elements.ts';
import type { Ground } from './palette.ts';
import { fitText, textWidth } from './text-width.ts';

/** A note on a step of the time axis, as an index of the input. */
export interface ShownNote {
  readonly period: number;
  readonly text: string;
}

/** A value to reach with the words that stand at its line. */
export interface ShownTarget {
  readonly value: number;
  readonly name: string;
  readonly text: string;
}

/** A label with its place along a picture; row 0 stands nearest to the plot. */
export interface PlacedLabel {
  /** What the label belongs to. */
  readonly x: number;
  readonly start: number;
  readonly row: number;
  readonly text: string;
}

/** Labels in as many rows as they need to stand apart. */
export interface LabelRows {
  readonly rows: number;
  readonly labels: readonly PlacedLabel[];
}

/** Height of a row of labels in pixels. */
export const labelRow = 16;
const size = 11;
const apart = 10;
/** Space between the lowest row and what stands under it. */
export const labelGap = 5;

/** The notes of the steps that a picture shows, one a step. */
export function notesOf({ annotations = [], periods }: ChartInput): ShownNote[] {
  return periods.flatMap(({ time }, period) => {
    const texts = annotations.flatMap((one) =>
      one.kind === 'note' && one.time === time ? [one.text] : [],
    );
    return texts.length === 0 ? [] : [{ period, text: texts.join('; ') }];
  });
}

/** The values to reach, each once. */
export function targetsOf({ annotations = [], values, locale }: ChartInput): ShownTarget[] {
  const words = locale.t.saving.annotations;
  return annotations.flatMap((one) => {
    if (one.kind !== 'target') return [];
    const name = one.text || words.target;
    return [{ value: one.value, name, text: words.labelOfTarget(name, values.text(one.value)) }];
  });
}

/** Lays labels out above a plot, each over its own place, moved no further than the ends demand. */
export function layLabels(
  items: readonly { readonly x: number; readonly text: string }[],
  left: number,
  right: number,
): LabelRows {
  const rows: number[] = [];
  const labels = [...items]
    .sort((a, b) => b.x - a.x)
    .map(({ x, text: whole }): PlacedLabel => {
      const text = fitText(whole, right - left, size);
      const width = textWidth(text, size);
      const start = Math.max(left, Math.min(x - 3, right - width));
      const found = rows.findIndex((taken) => start + width + apart <= taken);
      const row = found < 0 ? rows.length : found;
      rows[row] = start;
      return { x, start, row, text };
    });
  return { rows: rows.length, labels };
}

function labelTexts({ labels }: LabelRows, top: number, ground: Ground) {
  return labels.map(({ start, row, text }) =>
    textElement(text, start, top - (row + 0.5) * labelRow - labelGap, {
      size,
      fill: ground.ink,
      halo: ground.card,
    }),
  );
}

/** Where a line begins that leads down from a label. */
function lineTop({ row }: PlacedLabel, top: number): number {
  return top - row * labelRow - labelGap - 1;
}

/** Notes above a plot, each led by a thin line down to the plot's foot, under the data. */
export function labelElements(notes: LabelRows, top: number, bottom: number, ground: Ground) {
  const look = { stroke: ground.second, lineWidth: 1, lineDash: [2, 2] };
  return [
    ...notes.labels.map((label) =>
      lineElement([label.x, lineTop(label, top)], [label.x, bottom], look),
    ),
    ...labelTexts(notes, top, ground),
  ];
}

/** Values to reach above bars, each with its line down through them. */
export function targetElements(targets: LabelRows, top: number, bottom: number, ground: Ground) {
  return [
    ...targets.labels.map((label) =>
      targetLine([label.x, lineTop(label, top)], [label.x, bottom], ground),
    ),
    ...labelTexts(targets, top, ground),
  ];
}

/** Values to reach as level lines across a plot, each with its words above its left end. */
export function levelTargets(
  input: ChartInput,
  [left, right]: readonly [number, number],
  y: (value: number) => number,
  ground: Ground,
) {
  return targetsOf(input).flatMap(({ value, text }) => [
    targetLine([left, y(value)], [right, y(value)], ground),
    textElement(fitText(text, right - left - 8, size), left + 4, y(value) - 8, {
      size,
      fill: ground.ink,
      halo: ground.card,
    }),
  ]);
}

/** The line of a value to reach between two points. */
export function targetLine(
  from: readonly [number, number],
  to: readonly [number, number],
  ground: Ground,
) {
  return lineElement(from, to, { stroke: ground.ink, lineWidth: 1.25, lineDash: [9, 4] });
}

/** Notes above the heads of columns, each with a small triangle that points down to its column. */
export function noteMarkers(notes: LabelRows, headTop: number, ground: Ground) {
  const y = headTop + 17;
  return [
    ...labelTexts(notes, headTop, ground),
    ...notes.labels.map(({ x }) => ({
      type: 'polygon' as const,
      silent: true,
      shape: {
        points: [
          [x - 4, y],
          [x + 4, y],
          [x, y + 5],
        ] as [number, number][],
      },
      style: { fill: ground.ink },
    })),
  ];
}
