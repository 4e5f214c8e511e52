import type { Frame } from '../chart-form.ts';
import {
  boxOf,
  pupilsIn,
  type BoxNumbers,
  type DistributionGroup,
  type DistributionInput,
} from '../distribution-input.ts';
import { niceScale, type Scale } from '../scale.ts';
import { textWidth } from '../text-width.ts';

/** Pupils whose values fall on the same few pixels, as a stack of dots. */
export interface DotStack {
  readonly x: number;
  readonly dots: number;
  readonly pupils: number;
  /** The least and the largest of their values. */
  readonly between: readonly [number, number];
}

/** One group: its dots and its box, in pixels. */
export interface DistributionRow {
  readonly group: number;
  readonly pupils: number;
  readonly top: number;
  /** The line on which the dots stand. */
  readonly floor: number;
  readonly boxY: number;
  readonly stacks: readonly DotStack[];
  readonly box: BoxNumbers | null;
}

/** Where everything of the spread of pupils lies, in pixels. */
export interface DistributionLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The words stand above the dots instead of beside them. */
  readonly stacked: boolean;
  readonly rows: readonly DistributionRow[];
  readonly scale: Scale;
  /** How many pupils a dot stands for at most. */
  readonly perDot: number;
  readonly x: (value: number) => number;
}

/** Distance of neighbouring dots, and the radius of one. */
export const dotStep = 5.5;
export const dotRadius = 2.25;

const mostDots = 9;
const boxHeight = 22;
const axisHeight = 26;
const noteHeight = 16;

interface Bin {
  readonly slot: number;
  readonly pupils: number;
  readonly between: readonly [number, number];
}

/** The pupils of a group by the few pixels on which their values fall. */
function binsOf({ values }: DistributionGroup, slotOf: (value: number) => number): Bin[] {
  const bins = new Map<number, Bin>();
  for (const { value, pupils } of values) {
    const slot = slotOf(value);
    const bin = bins.get(slot);
    bins.set(slot, {
      slot,
      pupils: (bin?.pupils ?? 0) + pupils,
      between: [bin?.between[0] ?? value, value],
    });
  }
  return [...bins.values()];
}

/** Lays groups out below each other, at most `frame.most` of them; the same values always stand in the same place. */
export function layDistribution(input: DistributionInput, frame: Frame): DistributionLayout {
  const groups = input.groups.slice(0, frame.most);
  const ends = groups.flatMap(({ values }) =>
    [values[0]?.value, values.at(-1)?.value].filter((value) => value !== undefined),
  );
  const scale = niceScale(ends, frame.width < 480 ? 4 : 7, false);
  const labels = Math.max(74, ...groups.map(({ label }) => textWidth(label, 13)));
  const stacked = labels > Math.max(130, frame.width * 0.3);
  const left = stacked ? 8 : labels + 18;
  const right = frame.width - 10;
  const slots = Math.max(1, Math.floor((right - left) / dotStep));
  const span = scale.max - scale.min;
  const slotOf = (value: number) => Math.round(((value - scale.min) / span) * slots);
  const x = (value: number) => left + ((value - scale.min) / span) * (right - left);
  const bins = groups.map((group) => binsOf(group, slotOf));
  const fullest = Math.max(1, ...bins.flat().map(({ pupils }) => pupils));
  const perDot = Math.ceil(fullest / mostDots);
  let y = 2;
  const rows = groups.map((group, index): DistributionRow => {
    const own = bins[index] ?? [];
    const tallest = Math.max(1, ...own.map(({ pupils }) => Math.ceil(pupils / perDot)));
    const dotsHeight = Math.max(stacked ? 10 : 26, tallest * dotStep + 4);
    const top = y;
    const floor = top + (stacked ? 20 : 0) + dotsHeight;
    y = floor + boxHeight + 8;
    return {
      group: index,
      pupils: pupilsIn(group),
      top,
      floor,
      boxY: floor + 11,
      box: boxOf(group),
      stacks: own.map(({ slot, pupils, between }) => ({
        x: left + (slot / slots) * (right - left),
        dots: Math.ceil(pupils / perDot),
        pupils,
        between,
      })),
    };
  });
  const height = y + axisHeight + (perDot > 1 ? noteHeight : 0);
  return { height, left, right, top: 2, bottom: y, stacked, rows, scale, perDot, x };
}
