import type { Frame } from '../chart-form.ts';
import type { Box } from '../hatch.ts';
import type { IndexBar, IndexInput, IndexPart } from '../index-input.ts';
import { niceScale, type Scale } from '../scale.ts';
import { fitText, textWidth } from '../text-width.ts';

/** One part of a bar. */
export interface Segment {
  readonly part: IndexPart;
  /** Index of the part among all parts of the input. */
  readonly order: number;
  readonly box: Box;
}

/** The name of a segment on a stem above its bar. */
export interface Callout {
  readonly text: string;
  readonly order: number;
  readonly stem: number;
  readonly x: number;
  readonly align: 'left' | 'right';
  readonly y: number;
}

/** One bar with everything that belongs to it. */
export interface PartsRow {
  readonly bar: IndexBar;
  readonly labelY: number;
  readonly barTop: number;
  /** Where the index and its range are drawn. */
  readonly laneY: number;
  readonly noteY: number;
  readonly segments: readonly Segment[];
  readonly callouts: readonly Callout[];
}

/** Where everything of contribution bars lies, in pixels. */
export interface PartsLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly PartsRow[];
  readonly scale: Scale;
  readonly x: (value: number) => number;
}

export const barHeight = 26;
const left = 2;
const labelLine = 22;
const calloutLine = 16;
const lane = 18;
const noteLine = 17;
const rowGap = 12;
const axisHeight = 26;
const totalRoom = 58;

/** Every part of an input once, in the order in which the bars hold them. */
export function partOrder({ bars }: IndexInput): string[] {
  return [...new Set(bars.flatMap(({ parts }) => parts.map(({ id }) => id)))];
}

interface Named {
  readonly text: string;
  readonly order: number;
  readonly stem: number;
}

/** Names on stems: each as low as it can stand without touching the stems and names to its right. */
function layCallouts(named: readonly Named[], width: number): (Named & Lift)[] {
  const placed: (Named & Lift)[] = [];
  for (const one of [...named].reverse()) {
    const span = textWidth(one.text, 11);
    const isLast = one.stem + span > width;
    const text = isLast ? fitText(one.text, one.stem - 4, 11) : one.text;
    const [from, to] = isLast ? [one.stem - span, one.stem] : [one.stem, one.stem + span + 8];
    const meets = placed.filter((other) =>
      isLast ? other.from < to + 6 && other.to > from : other.from < to && other.to > from,
    );
    const line = Math.max(-1, ...meets.map((other) => other.line)) + 1;
    placed.push({ ...one, text, line, from, to, align: isLast ? 'right' : 'left' });
  }
  return placed;
}

interface Lift {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly align: 'left' | 'right';
}

/** Lays contribution bars out: each with its name above, its parts along a common axis and its range below. */
export function layParts(input: IndexInput, frame: Frame): PartsLayout {
  const scale = niceScale([0, input.limit], frame.width < 480 ? 4 : 10, true);
  const right = Math.max(left + 80, frame.width - totalRoom);
  const x = (value: number) => left + (value / scale.max) * (right - left);
  const order = partOrder(input);
  const named = new Set<string>();
  let y = 0;
  const rows = input.bars.map((bar): PartsRow => {
    let sum = 0;
    const spans = bar.parts.map((part) => {
      const from = sum;
      sum += part.contribution;
      return { part, order: order.indexOf(part.id), from: x(from), to: x(sum) };
    });
    const fresh = spans.filter(({ part, from, to }) => !named.has(part.id) && to - from > 2);
    for (const { part } of fresh) named.add(part.id);
    const lifted = layCallouts(
      fresh.map(({ part, order: at, from, to }) => ({
        text: part.label,
        order: at,
        stem: (from + to) / 2,
      })),
      frame.width,
    );
    const lines = Math.max(0, ...lifted.map(({ line }) => line + 1));
    const labelY = y + labelLine / 2;
    const barTop = y + labelLine + (lines > 0 ? lines * calloutLine + 6 : 0);
    const laneY = barTop + barHeight + lane / 2 + 1;
    const noteY = barTop + barHeight + lane + noteLine / 2;
    y = barTop + barHeight + lane + (bar.missing.length > 0 ? noteLine : 0) + rowGap;
    return {
      bar,
      labelY,
      barTop,
      laneY,
      noteY,
      segments: spans.map(({ part, order: at, from, to }) => ({
        part,
        order: at,
        box: { x: from, y: barTop, width: to - from, height: barHeight },
      })),
      callouts: lifted.map(({ text, order: at, stem, line, align }) => ({
        text,
        order: at,
        stem,
        align,
        x: align === 'left' ? stem + 4 : stem - 4,
        y: barTop - 6 - (line + 0.5) * calloutLine,
      })),
    };
  });
  const bottom = y - rowGap + 4;
  return { height: bottom + axisHeight, left, right, top: 0, bottom, rows, scale, x };
}
