import type { Spot } from './chart.ts';
import type { Box } from './hatch.ts';

/** Steps of the time axis that were brushed, both ends included. */
export interface BrushedSteps {
  readonly from: number;
  readonly to: number;
}

/** What a person does with a brush: it moves, it is let go, or it is given up. */
export type BrushPhase = 'move' | 'end' | 'cancel';

function middle({ x, width }: Box): number {
  return x + width / 2;
}

/** The steps of a row whose marks lie between two places across the picture, in pixels; the nearest one where none does. */
export function stepsBetween(row: readonly Spot[], a: number, b: number): BrushedSteps | null {
  const marks = row.filter(({ step }) => step !== null);
  const [left, right] = a < b ? [a, b] : [b, a];
  const within = marks.filter(({ box }) => middle(box) >= left && middle(box) <= right);
  const away = ({ box }: Spot) => Math.abs(middle(box) - b);
  const nearest = marks.reduce<Spot | null>(
    (best, spot) => (best && away(best) <= away(spot) ? best : spot),
    null,
  );
  const steps = (within.length > 0 ? within : nearest ? [nearest] : []).flatMap(({ step }) =>
    step === null ? [] : [step],
  );
  return steps.length === 0 ? null : { from: Math.min(...steps), to: Math.max(...steps) };
}

/** Where brushed steps lie across the picture: one stretch for each different row of steps, in pixels. */
export function stretchesOf(
  spots: readonly (readonly Spot[])[],
  { from, to }: BrushedSteps,
): { readonly x: number; readonly width: number }[] {
  const found = new Map<string, { x: number; width: number }>();
  for (const row of spots) {
    const marks = row.filter(({ step }) => step !== null);
    const within = marks.filter(({ step }) => step !== null && step >= from && step <= to);
    const [first] = within;
    const last = within.at(-1);
    if (!first || !last) continue;
    const [one, two] = marks;
    const half = one && two ? Math.abs(middle(two.box) - middle(one.box)) / 2 : 8;
    const x = middle(first.box) - half;
    const width = middle(last.box) + half - x;
    found.set(`${x} ${width}`, { x, width });
  }
  return [...found.values()];
}
