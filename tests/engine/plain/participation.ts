import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, FlowDimension } from '#lib/model/dimension.ts';
import type { PlainCell } from './cell.ts';
import type { Deed, PlainOutcome } from './plain-school.ts';

function distinct(list: readonly Deed[], name: Exclude<Dimension, FlowDimension>): number {
  return new Set(list.map((deed) => deed[name]).filter((key) => key !== null)).size;
}

function sum(list: readonly Deed[], value: (deed: Deed) => number | null): number {
  return list.reduce((total, deed) => total + (value(deed) ?? 0), 0);
}

function negate(outcome: PlainOutcome): PlainOutcome {
  return typeof outcome === 'string' ? outcome : { ...outcome, value: 1 - outcome.value };
}

/** What a participant's deeds say of the participant, where a measure says something of each. */
export const ofDeeds: Partial<Record<MeasureId, (list: readonly Deed[]) => number | null>> = {
  M01: () => 1,
  M02: (list) => (list.some(({ block }) => block !== null) ? 1 : 0),
  M03: () => 1,
  M05: (list) => list.length,
  M06: (list) => sum(list, ({ hours }) => hours),
  M07: (list) => list.length,
  M08: (list) => (list.length >= 2 ? 1 : 0),
  M12: (list) => distinct(list, 'direction') || null,
  M14: (list) => (distinct(list, 'block') >= 2 ? 1 : 0),
  M17: (list) => sum(list, ({ points }) => points),
  M19: (list) => (list.some(({ award }) => award) ? 1 : 0),
  M29: (list) => (list.some(({ civic, volunteering }) => civic || volunteering) ? 1 : 0),
};

/** A measure of participations in one cell, or undefined for another measure. */
export function participationOutcome(
  cell: PlainCell,
  measure: MeasureId,
): PlainOutcome | undefined {
  const { plain, time, deeds, own, pupils } = cell;
  const value = ofDeeds[measure];
  switch (measure) {
    case 'M01':
    case 'M02':
    case 'M19':
    case 'M29':
      return cell.overRoll((deed) => value?.([deed]) === 1);
    case 'M03':
      return negate(cell.overRoll(() => true));
    case 'M04':
      return plain.recorded(time) ? { value: deeds.length, n: null } : 'no-records';
    case 'M05':
    case 'M08':
    case 'M12':
    case 'M14':
    case 'M17':
      return value && cell.overOwn(value);
    case 'M06': {
      if (pupils.length === 0) return 'no-roll';
      const known =
        plain.recorded(time) && plain.deeds(time, false).some(({ hours }) => hours !== null);
      return known && value ? cell.overOwn(value) : 'no-records';
    }
    case 'M07': {
      const missing = cell.missing();
      if (missing) return missing;
      return { value: own.flat().length / pupils.length, n: pupils.length };
    }
    case 'M16':
      if (!plain.recorded(time)) return 'no-records';
      return { value: sum(deeds, ({ points }) => points), n: null };
    case 'M18':
      return cell.overDeeds(
        ({ competitive }) => competitive,
        ({ award }) => award,
      );
    case 'M20':
      return cell.overDeeds(
        ({ level }) => level !== null,
        ({ level }) => level !== 'school',
      );
    case 'M40':
      return cell.overDeeds(
        () => true,
        ({ whole }) => whole,
      );
    default:
      return undefined;
  }
}
