import type { Frame } from '../chart-form.ts';
import { weightOf, type NetworkInput, type NetworkLink } from '../network-input.ts';
import { spread } from '../spread.ts';
import { textWidth } from '../text-width.ts';

/** A node, in pixels. */
export interface PlacedNode {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly weight: number;
}

/** A link between two placed nodes. */
export interface PlacedLink {
  readonly order: number;
  readonly link: NetworkLink;
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  readonly width: number;
}

/** Where everything of a picture of links lies, in pixels. */
export interface NetworkLayout {
  readonly height: number;
  /** Size of the names in pixels. */
  readonly textSize: number;
  /** Where the names of partners end and those of the others begin. */
  readonly left: number;
  readonly right: number;
  readonly partners: readonly PlacedNode[];
  readonly others: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Partners that are not shown. */
  readonly unshown: number;
}

/** How many nodes are readable at once. */
const mostNodes = 60;
const top = 8;
const rowHeight = 24;
const otherHeight = 44;
const noteHeight = 22;
const mostWidth = 9;

/** How many partners a picture can hold at all. */
function mostPartners({ partners, others }: NetworkInput): number {
  return Math.min(partners.length, Math.max(1, mostNodes - others.length));
}

/** How many partners that there is room for stay folded away in a frame. */
export function foldedPartners(input: NetworkInput, { most }: Frame): number {
  return Math.max(0, mostPartners(input) - most);
}

function radiusOf(weight: number, largest: number): number {
  return largest > 0 ? 2.5 + 5.5 * Math.sqrt(weight / largest) : 2.5;
}

/** Lays partners out on the left, the heaviest first, and what they are linked with on the right, near its links. */
export function layNetwork(input: NetworkInput, frame: Frame): NetworkLayout {
  const weights = input.partners.map((_, partner) => weightOf(input, { partner, other: null }));
  const otherWeights = input.others.map((_, other) => weightOf(input, { partner: null, other }));
  const ranked = input.partners
    .map((_, index) => index)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, Math.min(frame.most, mostPartners(input)));
  const isNarrow = frame.width < 480;
  const textSize = isNarrow ? 11 : 12;
  const widest = (nodes: readonly { short: string }[], bold: boolean) =>
    Math.max(40, ...nodes.map(({ short }) => textWidth(short, textSize, bold)));
  const leftMost = frame.width * (isNarrow ? 0.38 : 0.36);
  const rightMost = frame.width * (isNarrow ? 0.36 : 0.3);
  const left = Math.min(leftMost, widest(input.partners, false) + 8) + 14;
  const right = frame.width - Math.min(rightMost, widest(input.others, true) + 4) - 12;

  const largest = Math.max(0, ...ranked.map((index) => weights[index] ?? 0));
  const largestOther = Math.max(0, ...otherWeights);
  const body = Math.max(ranked.length * rowHeight, input.others.length * otherHeight);
  const start = top + (body - ranked.length * rowHeight) / 2;
  const partners = ranked.map((index, order): PlacedNode => ({
    index,
    x: left,
    y: start + (order + 0.5) * rowHeight,
    radius: radiusOf(weights[index] ?? 0, largest),
    weight: weights[index] ?? 0,
  }));
  const rows = new Map(partners.map((node) => [node.index, node]));
  // Where there is room the others keep their order; it is the same whatever the data are.
  const step = body / Math.max(1, input.others.length);
  const centres = spread(
    input.others.map((_, index) => top + (index + 0.5) * step),
    input.others.map(() => otherHeight),
    top,
    top + body,
  );
  const others = input.others.map((_, index): PlacedNode => ({
    index,
    x: right,
    y: centres[index] ?? top,
    radius: radiusOf(otherWeights[index] ?? 0, largestOther),
    weight: otherWeights[index] ?? 0,
  }));
  const heaviest = Math.max(1, ...input.links.map(({ weight }) => weight));
  const links = input.links.flatMap((link, order): PlacedLink[] => {
    const [from, to] = [rows.get(link.partner), others[link.other]];
    if (!from || !to || link.weight <= 0) return [];
    return [{ order, link, from, to, width: 0.75 + (mostWidth - 0.75) * (link.weight / heaviest) }];
  });
  const unshown = input.partners.length - ranked.length;
  return {
    textSize,
    height: top + body + 8 + (unshown > 0 ? noteHeight : 0),
    left,
    right,
    partners,
    others,
    links,
    unshown,
  };
}

/** The point of a link at a share of its way, the same curve that is drawn. */
export function pointOfLink({ from, to }: PlacedLink, share: number): { x: number; y: number } {
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share ** 2 * (3 - 2 * share),
  };
}
