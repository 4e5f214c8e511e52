import type { Answer } from '#lib/engine/engine.ts';
import { pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { MemberKey } from '../counts.ts';
import { meets } from './meets.ts';
import { addAll, addPerson, bitsFor, countPeople, emptySet, type PersonSet } from './person-set.ts';

/** Nobody's group: not on the roll, or left out. */
export const notListed = -1;

/** What divides pupils: the class, grade and sex of somebody on the roll, in the order of `pupilSideDimensions`. */
export type Group = readonly MemberKey[];

/** Who is on the roll of which term, and in which group. */
export interface RollTerms {
  /** How many people there are at all. */
  readonly people: number;
  readonly sets: ReadonlyMap<number, PersonSet>;
  readonly groups: readonly Group[];
  /** The number of each person's group, by term; empty where nobody asked to tell pupils apart. */
  readonly numbers: ReadonlyMap<number, Int32Array>;
}

/** Pupils of the roll who meet some clauses, by the members of some pupils' dimensions. */
export interface Listed {
  readonly people: PersonSet;
  readonly members: readonly (readonly MemberKey[])[];
  readonly sizes: Float64Array;
  /** The number of the members that each person belongs to, or `notListed`; null where there is one for all. */
  readonly memberOf: Int32Array | null;
  /** The pupils of each of the members, where these are few; else null. */
  readonly sets: readonly PersonSet[] | null;
}

/** With more members than this, each pupil is counted on its own. */
const fewMembers = 48;

/** More than there are ever groups, so that two of their numbers make one. */
const mostGroups = 2 ** 26;

/** Who is on the roll in which term and group, so that any span of terms can be told from it without asking again. */
export class RollBook {
  /** How many bits a set of all people has. */
  readonly bits: number;
  readonly #terms: RollTerms;
  readonly #groups: Group[];
  /** Whether a group says everything, so that no earlier term adds to it. */
  readonly #isWhole: boolean[];
  readonly #numbers = new Map<string, number>();
  /** The group of those who are in one and later in another, by both their numbers. */
  readonly #pairs = new Map<number, number>();
  readonly #spans = new Map<string, Int32Array>();
  readonly #listed = new Map<string, Listed>();

  constructor(terms: RollTerms) {
    this.bits = bitsFor(terms.people);
    this.#terms = terms;
    this.#groups = [...terms.groups];
    this.#isWhole = terms.groups.map((group) => !group.includes(null));
    for (const [number, group] of terms.groups.entries()) {
      this.#numbers.set(JSON.stringify(group), number);
    }
  }

  /** The pupils on the roll of some periods who meet the clauses on pupils; each belongs to the group of the last period that says it. */
  listed(periods: readonly number[], by: readonly Dimension[], selection: Selection): Listed {
    const ordered = [...periods].sort((a, b) => a - b);
    const clauses = selection.filter(({ dimension }) => pupilSideDimensions.includes(dimension));
    const name = JSON.stringify([ordered, by, clauses]);
    const known = this.#listed.get(name);
    if (known) return known;
    const listed =
      by.length + clauses.length === 0
        ? this.#everybody(ordered)
        : this.#some(ordered, by, clauses);
    this.#listed.set(name, listed);
    return listed;
  }

  #everybody(periods: readonly number[]): Listed {
    const people = emptySet(this.bits);
    for (const period of periods) {
      const set = this.#terms.sets.get(period);
      if (set) addAll(people, set);
    }
    const sizes = Float64Array.of(countPeople(people));
    return { people, members: [[]], sizes, memberOf: null, sets: null };
  }

  #some(periods: readonly number[], by: readonly Dimension[], clauses: Selection): Listed {
    const groups = this.#over(periods);
    const members: MemberKey[][] = by.length === 0 ? [[]] : [];
    const numbers = new Map(members.map((keys, number) => [JSON.stringify(keys), number]));
    const memberOfGroup = Int32Array.from(this.#groups, (group) => {
      const key = (dimension: Dimension) => group[pupilSideDimensions.indexOf(dimension)] ?? null;
      if (!clauses.every((clause) => meets(clause, key(clause.dimension)))) return notListed;
      const keys = by.map(key);
      const name = JSON.stringify(keys);
      const number = numbers.get(name) ?? members.push(keys) - 1;
      numbers.set(name, number);
      return number;
    });
    const sizes = new Float64Array(members.length);
    const people = emptySet(this.bits);
    const sets = members.length > fewMembers ? null : members.map(() => emptySet(this.bits));
    const memberOf = new Int32Array(groups.length).fill(notListed);
    for (let person = 0; person < groups.length; person += 1) {
      const group = groups[person] ?? notListed;
      const member = group === notListed ? notListed : (memberOfGroup[group] ?? notListed);
      if (member === notListed) continue;
      memberOf[person] = member;
      sizes[member] = (sizes[member] ?? 0) + 1;
      addPerson(people, person);
      const set = sets?.[member];
      if (set) addPerson(set, person);
    }
    if (members.length === 1) return { people, members, sizes, memberOf: null, sets: null };
    return { people, members, sizes, memberOf, sets };
  }

  /** The group of each person over some periods in order. */
  #over(periods: readonly number[]): Int32Array {
    const name = periods.join(' ');
    const known = this.#spans.get(name);
    if (known) return known;
    const groups = new Int32Array(this.bits).fill(notListed);
    // From the last term to the first, because most people are done with the last one; a plain loop, because a brush waits for it.
    for (const period of [...periods].reverse()) {
      const numbers = this.#terms.numbers.get(period);
      if (!numbers) continue;
      for (let person = 0; person < groups.length; person += 1) {
        const later = groups[person] ?? notListed;
        if (later !== notListed && this.#isWhole[later]) continue;
        const group = numbers[person] ?? notListed;
        if (group === notListed) continue;
        groups[person] = later === notListed ? group : this.#later(group, later);
      }
    }
    this.#spans.set(name, groups);
    return groups;
  }

  // What a later term leaves out is still what the earlier one said.
  #later(former: number, group: number): number {
    if (former === group || this.#isWhole[group]) return group;
    const pair = former * mostGroups + group;
    const known = this.#pairs.get(pair);
    if (known !== undefined) return known;
    const number = this.#both(former, group);
    this.#pairs.set(pair, number);
    return number;
  }

  #both(former: number, group: number): number {
    const said = this.#groups[group] ?? [];
    const before = this.#groups[former] ?? [];
    const both = said.map((key, index) => key ?? before[index] ?? null);
    const name = JSON.stringify(both);
    const number = this.#numbers.get(name) ?? this.#groups.push(both) - 1;
    this.#numbers.set(name, number);
    this.#isWhole[number] = !both.includes(null);
    return number;
  }
}

/** The numbers of groups by term, from rows of `time`, `person` and `number`. */
export function readNumbers({ columns, length }: Answer, bits: number): Map<number, Int32Array> {
  const found = new Map<number, Int32Array>();
  const { time = [], person = [], number = [] } = columns;
  for (let i = 0; i < length; i += 1) {
    const period = Number(time[i]);
    let groups = found.get(period);
    if (!groups) found.set(period, (groups = new Int32Array(bits).fill(notListed)));
    groups[Number(person[i])] = Number(number[i]);
  }
  return found;
}
