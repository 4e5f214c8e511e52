import type { Subject } from './chart-input.ts';
import type { Tone } from './palette.ts';

/** One end of links: a partner, or a member of what it is linked with. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  /** The label without what it shares with others, for the picture. */
  readonly short: string;
  readonly tone: Tone;
}

/** What links two nodes, both as indices of the input. */
export interface NetworkLink {
  readonly partner: number;
  readonly other: number;
  readonly weight: number;
}

/** Partners and what they are linked with, by how many events or participations. */
export interface NetworkInput extends Subject {
  readonly weighs: 'events' | 'participations';
  /** The time as it is read. */
  readonly period: string;
  /** What partners are linked with, in one word: «направление». */
  readonly otherName: string;
  readonly partners: readonly NetworkNode[];
  readonly others: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
}

/** A partner, something that it is linked with, or a link of the two: an index of the input, null where there is none. */
export interface NetworkMark {
  readonly series: number;
  readonly partner: number | null;
  readonly other: number | null;
}

/** The weight of all links of a node. */
export function weightOf(
  { links }: NetworkInput,
  { partner, other }: Pick<NetworkMark, 'partner' | 'other'>,
): number {
  return links
    .filter((link) => partner === null || link.partner === partner)
    .filter((link) => other === null || link.other === other)
    .reduce((sum, { weight }) => sum + weight, 0);
}
