import type { MeasureId } from '#lib/measures/registry.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { IntervalEstimate } from '#lib/statistics/interval.ts';
import type { Question } from '../question.ts';

/** Kinds of findings. */
export const findingKinds = [
  'change',
  'measure',
  'retention',
  'trend',
  'level',
  'mix',
  'masked',
  'outlier-class',
  'silent-partner',
  'new-partner',
  'white-spot',
  'data-gap',
  'steady',
] as const;

/** One kind of finding. */
export type FindingKind = (typeof findingKinds)[number];

/** The picture that shows a finding best. */
export type FindingView = 'trend' | 'bars' | 'matrix' | 'slope' | 'funnel' | 'waterfall' | 'cohort';

/**
 * Something worth saying, without words. `strength` ranks: for reach it is the share of the roll that the finding speaks
 * of at least, and other kinds are put on that scale; `params` are the numbers its sentence needs (shares of one).
 */
export interface Finding {
  readonly kind: FindingKind;
  readonly strength: number;
  readonly measure: MeasureId;
  readonly slice: Selection;
  readonly period: number;
  readonly yearAgo: number | null;
  readonly params: Readonly<Record<string, number>>;
  readonly estimate: IntervalEstimate | null;
  readonly q: number | null;
  readonly n: number | null;
  readonly names: readonly string[];
  readonly view: FindingView;
  /** The question that shows the evidence in the analysis screen. */
  readonly link: Question;
}
