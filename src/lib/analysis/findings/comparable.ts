import { totalOf, type Evidence, type PartReach } from './evidence.ts';

/** A group of fewer pupils is neither compared nor placed. */
export const smallestGroup = 10;

/**
 * Parts that were recorded in both periods: the absence of records is not a fall. The whole is left out too where a
 * block was recorded in one of the periods only; nothing is left without a roll or participations in both.
 */
export function comparableParts(evidence: Evidence): PartReach[] {
  const { parts, period, yearAgo } = evidence;
  if (!isRecorded(evidence, period) || !isRecorded(evidence, yearAgo)) return [];
  const blocksAlike = blocksOf(parts).every(
    (part) => isReached(part, 'before') === isReached(part, 'after'),
  );
  return parts.filter((part) => {
    if (part.block === null && part.direction === null && !blocksAlike) return false;
    return isReached(part, 'before') && isReached(part, 'after');
  });
}

/** Ids of the blocks that reached somebody a year ago and nobody now, although other records of the period exist. */
export function blocksMissing(evidence: Evidence): string[] {
  const { parts, period } = evidence;
  if (!isRecorded(evidence, period)) return [];
  return blocksOf(parts).flatMap((part) =>
    part.block !== null && isReached(part, 'before') && !isReached(part, 'after')
      ? [part.block]
      : [],
  );
}

function isRecorded({ records }: Evidence, period: number | null): boolean {
  return records.some((each) => each.period === period && each.roll > 0 && each.participations > 0);
}

function blocksOf(parts: readonly PartReach[]): PartReach[] {
  return parts.filter(({ block, direction }) => block !== null && direction === null);
}

function isReached(part: PartReach, when: 'before' | 'after'): boolean {
  return totalOf(part, when).x > 0;
}
