import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Period } from '#lib/model/programme.ts';
import type { MemberKey } from '../counts.ts';

/** One condition on a dimension: the value is, or is not, among these; null is «unknown». */
export interface Condition {
  readonly dimension: Dimension;
  readonly keys: readonly MemberKey[];
  readonly excluded: boolean;
}

/** What a deed may be beside what its dimensions say. */
export const deedMarks = [
  'any',
  'block',
  'direction',
  'level',
  'high',
  'civic',
  'award',
  'governed',
  'competitive',
  'competitive-award',
  'whole',
] as const;

/** What a deed may be beside what its dimensions say. */
export type DeedMark = (typeof deedMarks)[number];

/** Deeds of some periods that meet conditions. */
export interface DeedSpec {
  readonly kind: 'deed';
  readonly periods: readonly number[];
  readonly mark: DeedMark;
  readonly only: readonly Condition[];
}

/** Values that something says of a pupil, or of an anonymous form, at a time: all, or those from a value to another. */
export interface ValueSpec {
  readonly kind: 'value';
  /** Name of the values: see `ValueSource`. */
  readonly of: string;
  readonly time: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** Deeds or values. */
export type AtomSpec = DeedSpec | ValueSpec;

/** What is added up over pupils: see `Feature`. */
export type FeatureSpec =
  | {
      readonly kind: 'met';
      readonly least: number;
      readonly often: number;
      readonly of: readonly AtomSpec[];
    }
  | { readonly kind: 'sets'; readonly of: readonly AtomSpec[] }
  | {
      readonly kind: 'sum';
      readonly of: AtomSpec;
      readonly weight: 'one' | 'hours' | 'points' | 'value';
    }
  | { readonly kind: 'square'; readonly root: FeatureSpec };

/** Pupils who meet conditions at a time, on its roll or counted all the same. */
export interface GroupSpec {
  /** Name of the values, or null for pupils with their deeds. */
  readonly of: string | null;
  readonly grain: Grain;
  readonly time: number;
  /** Terms that are taken together as that time. */
  readonly span: readonly number[] | null;
  readonly only: readonly Condition[];
  /** Whether they are on the roll. */
  readonly listed: boolean;
  /** Another time on whose roll they must be, too. */
  readonly alsoListed: number | null;
}

/** A count that a snapshot says: a feature, added up over pupils. */
export interface CountSpec {
  readonly feature: FeatureSpec;
  readonly where: GroupSpec;
}

/** A count with what the rules need to know of it. */
export interface SaidCount extends CountSpec {
  /** The pupils whom it speaks of, and those among whom they are; null for everybody of the groups. */
  readonly about: FeatureSpec;
  readonly among: FeatureSpec | null;
  /** Whether it speaks of what was found out about pupils by tests and questionnaires. */
  readonly assessed: boolean;
  /** What was counted, where the query counted it. */
  readonly expected: number | null;
}

type Periods = readonly Pick<Period, 'id'>[];

/** Where numbers of periods stand in a count: a calendar that is edited gives them others. */
const ofPeriods: readonly string[] = ['periods', 'span'];
const ofTimes: readonly string[] = ['time', 'alsoListed'];
/** Lengths of time whose times keep their numbers whatever calendar there is. */
const lastingGrains: readonly Grain[] = ['half', 'year'];

/** A part of a count in which each period was replaced; `grain` is that of the part around it. */
function replacePeriods(
  part: unknown,
  grain: Grain,
  replace: (period: unknown) => unknown,
): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => replacePeriods(one, grain, replace));
  if (typeof part !== 'object' || part === null) return part;
  const own = { grain, ...(part as { grain?: Grain; of?: unknown }) };
  const grains = [own.grain, typeof own.of === 'string' ? own.of : ''];
  const isLasting = lastingGrains.some((one) =>
    grains.some((text) => text === one || text.includes(`"${one}"`)),
  );
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (ofPeriods.includes(key) && Array.isArray(value)) return [key, value.map(replace)];
      if (ofTimes.includes(key) && value !== null) return [key, isLasting ? value : replace(value)];
      return [key, replacePeriods(value, own.grain, replace)];
    }),
  );
}

/** A count as it is written down for later: the same count is always the same text, with periods by their ids. */
export function tellCount({ feature, where }: CountSpec, periods: Periods): string {
  const idOf = (period: unknown) => periods[Number(period)]?.id ?? null;
  return JSON.stringify(replacePeriods({ feature, where }, where.grain, idOf));
}

/**
 * Reads a count that was written down; null where the calendar has lost one of its periods. Throws a SyntaxError where it is
 * not written as `tellCount` writes.
 */
export function readCount(told: string, periods: Periods): CountSpec | null {
  let isLost = false;
  const numberOf = (id: unknown) => {
    const at = periods.findIndex((period) => period.id === id);
    isLost ||= at < 0;
    return at;
  };
  const read = replacePeriods(JSON.parse(told), 'term', numberOf) as CountSpec;
  return isLost ? null : read;
}
