import type { Interval } from '#lib/statistics/interval.ts';
import { funnelLimits } from '#lib/statistics/funnel.ts';
import { targetsOf } from '../annotations.ts';
import { axisTick } from '../axis-words.ts';
import type { ChartInput } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { filled } from '../filling.ts';
import type { Box } from '../hatch.ts';
import { niceScale, type Scale } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import { coverages, funnelGroups, isOutside, type FunnelGroup } from './funnel-groups.ts';

/** A run of points in pixels. */
export type Run = [number, number][];

/** Where everything of a funnel lies, in pixels. */
export interface FunnelLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly x: (n: number) => number;
  readonly y: (share: number) => number;
  /** Exact limits at each whole n, broken where they leave the picture. */
  readonly limits: Readonly<Record<keyof typeof coverages, readonly Run[]>>;
  /** Heights at which the upper limits end, null where they lie above the picture. */
  readonly ends: Readonly<Record<keyof typeof coverages, number | null>>;
  /** Names of the groups outside, kept off each other and off the dots outside. */
  readonly labels: readonly { readonly group: FunnelGroup; readonly box: Box }[];
}

const top = 12;
const axisHeight = 44;
const rightRoom = 62;

/** Exact limits at whole numbers of a range, at most one for every second pixel. */
function sampleLimits(
  overall: number,
  coverage: number,
  { min, max }: { min: number; max: number },
  pixels: number,
): { n: number; limits: Interval }[] {
  const first = Math.max(1, Math.ceil(min));
  const step = Math.max(1, Math.floor((max - first) / (pixels / 2)));
  const samples = [];
  for (let n = first; n <= max; n += step) {
    const limits = funnelLimits(overall, n, coverage);
    if (limits) samples.push({ n, limits });
  }
  return samples;
}

/** Lays a funnel out; only for groups that can make one. */
export function layFunnel(input: ChartInput, frame: Frame): FunnelLayout {
  const { overall, groups } = funnelGroups(input);
  const xScale = niceScale(
    groups.map(({ n }) => n),
    frame.width < 480 ? 4 : 7,
    false,
  );
  const reach = groups.flatMap(({ share, outer }) => [
    share,
    ...(outer ? [outer.lower, outer.upper] : []),
  ]);
  const aims = targetsOf(input).map(({ value }) => value);
  const yScale = niceScale([...reach, overall, ...aims], 5, false);
  const ticks = yScale.ticks.map((tick) => textWidth(axisTick(input.values, yScale)(tick), 11));
  const left = Math.max(0, ...ticks) + 12;
  const right = Math.max(left + 60, frame.width - rightRoom);
  const height = Math.round(filled(Math.min(360, Math.max(270, frame.width * 0.5)), frame));
  const bottom = height - axisHeight;
  const x = (n: number) => left + ((n - xScale.min) / (xScale.max - xScale.min)) * (right - left);
  const y = (share: number) =>
    bottom - ((share - yScale.min) / (yScale.max - yScale.min)) * (bottom - top);

  const smallest = groups[0]?.n ?? 1;
  const range = { min: Math.max(xScale.min, smallest * 0.75), max: xScale.max };
  const samples = {
    inner: sampleLimits(overall, coverages.inner, range, right - left),
    outer: sampleLimits(overall, coverages.outer, range, right - left),
  };
  const visible = (share: number) => share >= yScale.min && share <= yScale.max;
  const runs = (which: keyof typeof coverages): Run[] =>
    (['lower', 'upper'] as const).flatMap((end) => {
      const found: Run[] = [[]];
      for (const { n, limits } of samples[which]) {
        if (visible(limits[end])) found.at(-1)?.push([x(n), y(limits[end])]);
        else if (found.at(-1)?.length) found.push([]);
      }
      return found.filter((run) => run.length > 1);
    });
  const endOf = (which: keyof typeof coverages) => {
    const upper = samples[which].at(-1)?.limits.upper;
    return upper !== undefined && visible(upper) ? y(upper) : null;
  };
  return {
    height,
    left,
    right,
    top,
    bottom,
    xScale,
    yScale,
    x,
    y,
    limits: { inner: runs('inner'), outer: runs('outer') },
    ends: { inner: endOf('inner'), outer: endOf('outer') },
    labels: placeLabels(input, groups.filter(isOutside), x, y, { left, right, top, bottom }),
  };
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Puts each name right, left, above or below its dot, wherever it first meets no other name or dot outside. */
function placeLabels(
  input: ChartInput,
  outside: readonly FunnelGroup[],
  x: (n: number) => number,
  y: (share: number) => number,
  plot: { left: number; right: number; top: number; bottom: number },
) {
  const taken: Box[] = outside.map(({ n, share }) => ({
    x: x(n) - 6,
    y: y(share) - 6,
    width: 12,
    height: 12,
  }));
  return outside.flatMap((group) => {
    const width = textWidth(input.series[group.series]?.label ?? '', 12, true);
    const [cx, cy] = [x(group.n), y(group.share)];
    const box = (boxX: number, boxY: number): Box => ({ x: boxX, y: boxY, width, height: 14 });
    const candidates = [0, 14, -14, 28, -28, 42, -42].flatMap((shift) => [
      box(cx + 10, cy - 7 + shift),
      box(cx - 10 - width, cy - 7 + shift),
    ]);
    const inside = candidates.filter(
      (one) => one.x >= 0 && one.x + width <= plot.right && one.y >= 0,
    );
    const free = inside.find((one) => !taken.some((other) => overlaps(one, other)));
    if (!free) return [];
    taken.push(free);
    return [{ group, box: free }];
  });
}
