import type { Outcome } from '#lib/model/result.ts';
import type { Subject } from './chart-input.ts';
import type { Tone } from './palette.ts';

/** Where pupils were or are: a block, or none. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
}

/** Pupils who went from one place to another; `x` of the outcome are they, `n` all who were at the origin. */
export interface FlowLink {
  /** Indices of the input's origins and destinations. */
  readonly origin: number;
  readonly destination: number;
  readonly outcome: Outcome;
}

/** Pupils of two neighbouring times by where they were and where they are. */
export interface FlowInput extends Subject {
  /** The two times as they are read. */
  readonly before: string;
  readonly after: string;
  readonly origins: readonly FlowNode[];
  readonly destinations: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** One band of flows. */
export interface FlowMark {
  /** Index of the link. */
  readonly series: number;
}
