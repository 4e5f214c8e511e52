import { valueOf, type Deeds, type Feature } from './feature.ts';

/** One pupil: its group is what everybody knows of it, such as class and sex; its deeds are what the numbers count. */
export interface Pupil {
  readonly group: number;
  readonly deeds: Deeds;
}

/** A count that a snapshot could say: a feature, by its number, added up over the pupils of some groups. */
export interface Statement {
  readonly feature: number;
  readonly groups: readonly number[];
  /** What it costs not to say it, above 0; Infinity where everybody knows it already. */
  readonly cost: number;
  /** The feature of the kind `met` whose pupils the count speaks of: they must not be few. */
  readonly about: number;
  /** Of whom those are: the feature of the wider ones, null for everybody in the groups, who are known. */
  readonly among: number | null;
  /** From how many pupils on it may be said. */
  readonly least: number;
  /** Whether it must not be said whatever it counts, since an earlier snapshot said nearly the same. */
  readonly barred: boolean;
}

/** The pupils behind a snapshot and the counts that it could say of them. */
export interface Register {
  readonly pupils: readonly Pupil[];
  readonly features: readonly Feature[];
  readonly statements: readonly Statement[];
  /** The statements that each number of the snapshot makes, such as so many of so many: they are said together or not at all. */
  readonly numbers: readonly (readonly number[])[];
}

/** Pupils whose number nobody may find out: those of some groups who meet all of these features and none of those. */
export interface Few {
  readonly within: readonly number[];
  readonly without: readonly number[];
  readonly groups: readonly number[];
}

/** A world that may be the true one: the deeds of the pupils, by number, who have others than in truth. */
export type DeedWorld = ReadonlyMap<number, Deeds>;

/** Whether deeds make a pupil one of few. */
export function isOneOf(
  { within, without }: Few,
  features: readonly Feature[],
  deeds: Deeds,
): boolean {
  const meets = (feature: number) => valueOf(features, feature, deeds) > 0;
  return within.every(meets) && !without.some(meets);
}

/** By how much each statement of a register differs in a world from the truth: counted anew, pupil by pupil. */
export function changesOf(
  { pupils, features, statements }: Register,
  world: DeedWorld,
): Float64Array {
  const changes = new Float64Array(statements.length);
  for (const [number, deeds] of world) {
    const pupil = pupils[number];
    if (!pupil) continue;
    const moved = features.map(
      (_, feature) => valueOf(features, feature, deeds) - valueOf(features, feature, pupil.deeds),
    );
    for (const [at, { feature, groups }] of statements.entries()) {
      const change = moved[feature] ?? 0;
      if (change !== 0 && groups.includes(pupil.group)) changes[at] = (changes[at] ?? 0) + change;
    }
  }
  return changes;
}

/** By how much the number of few differs in a world from the truth. */
export function changeOfFew({ pupils, features }: Register, world: DeedWorld, few: Few): number {
  let change = 0;
  for (const [number, deeds] of world) {
    const pupil = pupils[number];
    if (!pupil || !few.groups.includes(pupil.group)) continue;
    change += Number(isOneOf(few, features, deeds)) - Number(isOneOf(few, features, pupil.deeds));
  }
  return change;
}
