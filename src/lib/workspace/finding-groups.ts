import type { Finding, FindingKind } from '#lib/analysis/findings/finding.ts';

/** What findings are told apart by in a list, in the order in which it is offered. */
export const findingGroups = ['rise', 'fall', 'steady', 'groups', 'partners', 'data'] as const;

/** One group of findings. */
export type FindingGroup = (typeof findingGroups)[number];

const groupOfKind: Readonly<Record<FindingKind, FindingGroup | 'direction'>> = {
  change: 'direction',
  measure: 'direction',
  retention: 'direction',
  trend: 'direction',
  masked: 'direction',
  steady: 'steady',
  level: 'groups',
  mix: 'groups',
  'outlier-class': 'groups',
  'silent-partner': 'partners',
  'new-partner': 'partners',
  'white-spot': 'data',
  'data-gap': 'data',
};

/** The group of a finding: where it speaks of a movement, the way that the number went. */
export function groupOf({ kind, estimate }: Finding): FindingGroup {
  const group = groupOfKind[kind];
  if (group !== 'direction') return group;
  return estimate && estimate.value < 0 ? 'fall' : 'rise';
}
