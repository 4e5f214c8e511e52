import type { Clause, Selection } from '#lib/model/selection.ts';
import { compareParts, type Comparison } from './comparisons.ts';
import type { Evidence, PartReach } from './evidence.ts';
import type { Finding } from './finding.ts';
import { splitParts, type Split } from './splits.ts';

/** What every kind of finding looks at: the counts, all comparisons with a year ago, and their splits over grades. */
export interface Ground {
  readonly evidence: Evidence;
  readonly comparisons: readonly Comparison[];
  readonly splits: readonly Split[];
}

/** A function that finds all findings of one kind. */
export type Finder = (ground: Ground) => Finding[];

/** Compares and splits once for all kinds. */
export function groundOf(evidence: Evidence): Ground {
  return { evidence, comparisons: compareParts(evidence), splits: splitParts(evidence) };
}

/** The selection that a part of the programme, in all grades or in one, stands for. */
export function sliceOf({ block, direction }: PartReach, grade: number | null = null): Selection {
  return [
    ...(direction === null
      ? block === null
        ? []
        : [clause('block', [block])]
      : [clause('direction', [direction])]),
    ...(grade === null ? [] : [clause('grade', [grade])]),
  ];
}

/** A clause that keeps these values. */
export function clause(
  dimension: Clause['dimension'],
  values: readonly (string | number)[],
): Clause {
  return { dimension, values, excluded: false };
}
