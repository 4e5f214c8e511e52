import { hatchOf } from '../absence.ts';
import type { FlowInput, FlowLink } from '../flow-input.ts';
import type { Frame } from '../chart-form.ts';
import type { Box, Hatch } from '../hatch.ts';
import { textWidth } from '../text-width.ts';

/** A place at one side, in pixels. */
export interface FlowBar {
  readonly index: number;
  readonly box: Box;
}

/** A band from one side to the other; `size` is its height in pixels, the others where its upper edge begins and ends. */
export interface FlowBand {
  readonly link: number;
  readonly size: number;
  readonly startY: number;
  readonly endY: number;
  /** How many pupils it stands for. */
  readonly pupils: number;
}

/** Where everything of a picture of flows lies, in pixels. */
export interface FlowsLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly origins: readonly FlowBar[];
  readonly destinations: readonly FlowBar[];
  readonly bands: readonly FlowBand[];
  /** Links whose number is not shown, each with its hatched stub. */
  readonly withheld: readonly { readonly link: number; readonly box: Box; readonly hatch: Hatch }[];
}

/** Width of the bars at both sides. */
export const barWidth = 9;

const top = 30;
const gap = 16;
const leastBar = 3;
const stub = { width: 26, height: 9 };

/** How many pupils a link stands for; none where nothing is known. */
export function pupilsOf({ outcome }: FlowLink): number {
  return outcome.kind === 'estimate' ? (outcome.x ?? 0) : 0;
}

/** Lays bands out between bars whose heights are the pupils who leave and arrive. */
export function layFlows(input: FlowInput, frame: Frame): FlowsLayout {
  const { origins, destinations, links } = input;
  const room = (labels: readonly { label: string }[]) =>
    Math.min(
      frame.width * 0.3,
      Math.max(56, ...labels.map(({ label }) => textWidth(label, 12, true))),
    );
  const left = room(origins) + 12;
  const right = frame.width - room(destinations) - 12;
  const hatches = links.map(({ outcome }) => hatchOf(outcome));
  const at = (side: 'origin' | 'destination', index: number) =>
    links.flatMap((link, order) => (link[side] === index ? [{ link, order }] : []));
  const sums = (side: 'origin' | 'destination', count: number) =>
    Array.from({ length: count }, (_, index) =>
      at(side, index).reduce((sum, { link }) => sum + pupilsOf(link), 0),
    );
  const leaving = sums('origin', origins.length);
  const arriving = sums('destination', destinations.length);
  const most = Math.max(origins.length, destinations.length);
  const body = Math.max(240, Math.min(380, frame.width * 0.5), most * 54);
  const all = Math.max(
    1,
    leaving.reduce((a, b) => a + b, 0),
  );
  const scale = (body - (most - 1) * gap) / all;

  const place = (sizes: readonly number[], x: number): FlowBar[] => {
    const heights = sizes.map((size) => Math.max(leastBar, size * scale));
    const used = heights.reduce((a, b) => a + b, 0) + gap * Math.max(0, sizes.length - 1);
    let y = top + Math.max(0, (body - used) / 2);
    return heights.map((height, index) => {
      const box = { x, y, width: barWidth, height };
      y += height + gap;
      return { index, box };
    });
  };
  const starts = place(leaving, left);
  const ends = place(arriving, right - barWidth);

  const begun = starts.map(({ box }) => box.y);
  const ended = ends.map(({ box }) => box.y);
  const bands: FlowBand[] = [];
  const withheld: { link: number; box: Box; hatch: Hatch }[] = [];
  origins.forEach((_, origin) => {
    const own = at('origin', origin).sort((a, b) => a.link.destination - b.link.destination);
    for (const { link, order } of own) {
      const pupils = pupilsOf(link);
      if (pupils <= 0) continue;
      const size = pupils * scale;
      const startY = begun[origin] ?? top;
      const endY = ended[link.destination] ?? top;
      begun[origin] = startY + size;
      ended[link.destination] = endY + size;
      bands.push({ link: order, size, startY, endY, pupils });
    }
    const after = (begun[origin] ?? top) + 2;
    const hatched = own.flatMap(({ order }) => {
      const hatch = hatches[order] ?? null;
      return hatch ? [{ order, hatch }] : [];
    });
    hatched.forEach(({ order, hatch }, index) => {
      const y = after + index * (stub.height + 2);
      withheld.push({ link: order, box: { x: left + barWidth + 4, y, ...stub }, hatch });
    });
  });
  const lowest = Math.max(
    top + body,
    ...[...starts, ...ends].map(({ box }) => box.y + box.height),
    ...withheld.map(({ box }) => box.y + box.height),
  );
  return {
    height: lowest + 8,
    left,
    right,
    origins: starts,
    destinations: ends,
    bands,
    withheld,
  };
}

/** The share of the way from left to right at which a band has come the given share of the way down. */
function eased(share: number): number {
  return share ** 2 * (3 - 2 * share);
}

/** Boxes along a band, a few from side to side. */
export function alongBand({ left, right }: FlowsLayout, { startY, endY, size }: FlowBand): Box[] {
  const steps = 8;
  const from = left + barWidth;
  const width = (right - barWidth - from) / steps;
  return Array.from({ length: steps }, (_, step) => ({
    x: from + step * width,
    y: startY + (endY - startY) * eased((step + 0.5) / steps),
    width,
    height: size,
  }));
}
