import { findChanges } from './change.ts';
import { findDataGaps } from './data-gap.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, FindingKind } from './finding.ts';
import { groundOf, type Finder } from './ground.ts';
import { findLevels } from './level.ts';
import { findMasked } from './masked.ts';
import { findMeasureChanges, findRetention } from './measure-change.ts';
import { findMix } from './mix.ts';
import { findNewPartners } from './new-partner.ts';
import { findOutlierClasses } from './outlier-class.ts';
import { findSilentPartners } from './silent-partner.ts';
import { findSteady } from './steady.ts';
import { findTrends } from './trend.ts';
import { findWhiteSpots } from './white-spot.ts';

const finders: Readonly<Record<FindingKind, Finder>> = {
  change: findChanges,
  measure: findMeasureChanges,
  retention: findRetention,
  trend: findTrends,
  level: findLevels,
  mix: findMix,
  masked: findMasked,
  'outlier-class': findOutlierClasses,
  'silent-partner': findSilentPartners,
  'new-partner': findNewPartners,
  'white-spot': findWhiteSpots,
  'data-gap': findDataGaps,
  steady: findSteady,
};

/** All findings about one period, the strongest first. */
export function findAll(evidence: Evidence): Finding[] {
  const ground = groundOf(evidence);
  return Object.values(finders)
    .flatMap((find) => find(ground))
    .sort((a, b) => b.strength - a.strength);
}

/**
 * The finding that leads a page: what is missing now, else the strongest about reach, else the strongest; null when there
 * is none but what stayed the same.
 */
export function headline(findings: readonly Finding[]): Finding | null {
  const ranked = findings
    .filter(({ kind }) => kind !== 'steady')
    .sort((a, b) => b.strength - a.strength);
  const isMissing = ({ kind, strength }: Finding) => kind === 'data-gap' && strength >= 1;
  const isReach = ({ kind }: Finding) => kind === 'change' || kind === 'mix' || kind === 'masked';
  return ranked.find(isMissing) ?? ranked.find(isReach) ?? ranked[0] ?? null;
}
