import type { Decision } from '../decision.ts';
import { pairKey, pairOf } from '../decision.ts';
import { isPartialKey } from '../person-name.ts';
import type { RecordSet } from '../record.ts';
import { listRollBearers, type Bearer } from './bearers.ts';
import type { Calendar } from './calendar.ts';
import { Clusters } from './matches/clusters.ts';
import { likelihoodOf, matchOf, type Match } from './matches/match.ts';
import { judgePeople, type Together } from './matches/person-matches.ts';
import { personPrior, personSide, weighPeople } from './matches/person-evidence.ts';
import type { Place } from './places.ts';
import { Register } from './register.ts';
import { findRollPeople, listSpells } from './roll-people.ts';

/** One person of the star. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly matched: boolean;
}

/** All persons: those of the rolls with their places, and those whom only other records name. */
export interface People {
  readonly people: readonly Person[];
  /** Places by person and period; persons unknown to rolls have none. */
  readonly places: readonly ReadonlyMap<number, Place>[];
  /** The person of each record that names one (−1: none), by the columns of the records. */
  readonly personOf: ReadonlyMap<object, Int32Array>;
  readonly matches: readonly Match[];
  /** Mentions that several persons of the rolls could be. */
  readonly ambiguous: number;
}

/** The place of a person on the roll of a period. */
export function placeAt(people: People, person: number, period: number | null): Place | null {
  return period === null ? null : (people.places[person]?.get(period) ?? null);
}

/** Records that name a person, as far as finding them goes: their columns and the period of each. */
export interface Naming {
  readonly importId: string;
  readonly columns: NonNullable<
    RecordSet['participation'] | RecordSet['assessment'] | RecordSet['volunteering']
  >;
  /** Index of the period of a record, and its school year where no period says it. */
  readonly when: (at: number) => {
    readonly period: number | null;
    readonly schoolYear: number | null;
  };
  /** The event of a record in its import, where there is one; -1 for none. */
  readonly eventOf: (at: number) => number;
}

/**
 * Tells who is who over all imports: rows of rolls first, then the rolls' spellings among each other, then every record by
 * the rolls, then the spellings that no roll explains. Answers of people come before evidence.
 */
export function identifyPeople(
  imports: readonly { readonly id: string; readonly records: RecordSet }[],
  calendar: Calendar,
  listNamings: () => readonly Naming[],
  decisions: readonly Decision[],
): People {
  const roll = listRollBearers(findRollPeople(listSpells(imports)));
  const clusters = new Clusters(roll.bearers.length);
  const ofRolls = judgePeople({
    bearers: roll.bearers,
    clusters,
    decisions,
    resolve: roll.resolve,
    together: (pairs) => pairs.map(() => 0),
    since: 0,
  });

  const answers = new Map(
    decisions.flatMap((decision) =>
      decision.about === 'person' ? [[pairKey(decision), decision.answer] as const] : [],
    ),
  );
  const answerTo = (one: string, other: string) =>
    answers.get(pairKey(pairOf('person', one, other))) ?? null;
  const spelledApart = new Set(
    decisions.flatMap(({ about, answer, a, b }) =>
      about === 'person' && answer === 'different' ? [a, b] : [],
    ),
  );
  const register = new Register(
    roll.bearers,
    clusters,
    calendar,
    (own, key) => spelledApart.has(own) && answerTo(own, key) === 'different',
  );
  const namings = listNamings();
  const bearerOf = new Map<object, Int32Array>(
    namings.map((naming) => [naming.columns, findBearers(register, naming)]),
  );
  const { bearers } = register;
  const ownKeys = new Map(
    bearers.slice(roll.bearers.length).map(({ key }, at) => [key, roll.bearers.length + at]),
  );
  const judged = judgePeople({
    bearers,
    clusters,
    decisions,
    resolve: (key) => ownKeys.get(key) ?? roll.resolve(key),
    together: (pairs) => countTogether(pairs, namings, bearerOf),
    since: roll.bearers.length,
  });
  const listed = new Set(judged.map(({ a, b }) => pairKey(pairOf('person', a.key, b.key))));
  const short = listShort(register, answerTo).filter(
    ({ a, b }) => !listed.has(pairKey(pairOf('person', a.key, b.key))),
  );

  const people: Person[] = [];
  const places: ReadonlyMap<number, Place>[] = [];
  const indexOf = new Int32Array(bearers.length);
  for (const members of clusters.groups()) {
    for (const member of members) indexOf[member] = people.length;
    const group = members.flatMap((member) => bearers[member] ?? []);
    people.push(composePerson(group));
    places.push(register.placesOf(members));
  }
  const personOf = new Map(
    [...bearerOf].map(([columns, found]) => [
      columns,
      found.map((bearer) => (bearer < 0 ? -1 : (indexOf[bearer] ?? -1))),
    ]),
  );
  return {
    people,
    places,
    personOf,
    matches: [...ofRolls, ...judged, ...short],
    ambiguous: register.ambiguous,
  };
}

function findBearers(register: Register, { importId, columns, when }: Naming): Int32Array {
  const sexes = 'sex' in columns ? columns.sex : [];
  return Int32Array.from(columns.key, (key, at) => {
    const name = columns.name[at] ?? null;
    if (name === null || key === null) return -1;
    const mention = {
      name,
      key,
      patronymic: columns.patronymic[at] ?? null,
      sex: sexes[at] ?? null,
      class: columns.class[at] ?? null,
      grade: columns.grade[at] ?? null,
      ...when(at),
    };
    return register.find(mention, importId, columns.sheet[at] ?? 0, columns.row[at] ?? 0);
  });
}

/** How many events name both of each pair in one file. */
function countTogether(
  pairs: Parameters<Together>[0],
  namings: readonly Naming[],
  bearerOf: ReadonlyMap<object, Int32Array>,
): number[] {
  const eventsOf = new Map<number, Set<string>>();
  for (const pair of pairs) for (const bearer of pair) eventsOf.set(bearer, new Set());
  if (pairs.length > 0) {
    for (const { importId, columns, eventOf } of namings) {
      for (const [at, bearer] of (bearerOf.get(columns) ?? new Int32Array()).entries()) {
        const event = eventOf(at);
        if (event >= 0) eventsOf.get(bearer)?.add(`${importId}|${event}`);
      }
    }
  }
  return pairs.map(([a, b]) => {
    const others = eventsOf.get(b);
    return others ? [...(eventsOf.get(a) ?? [])].filter((event) => others.has(event)).length : 0;
  });
}

/** Short spellings that were found on a roll, as matches. */
function listShort(
  { short, bearers }: Register,
  answerTo: (one: string, other: string) => Decision['answer'] | null,
): Match[] {
  return [...short.values()].flatMap(({ spelled, bearer }) => {
    const full = bearers[bearer];
    if (!full) return [];
    const reasons = [
      ...(weighPeople(spelled, full) ?? []),
      { code: 'only-candidate' as const, params: {}, weight: 2 },
    ];
    const likelihood = likelihoodOf(personPrior, reasons);
    const state = answerTo(spelled.key, full.key) ?? 'made';
    return [matchOf('person', personSide(spelled), personSide(full), state, likelihood, reasons)];
  });
}

/** One person of all their spellings: those of the rolls first, the longest full name shown. */
function composePerson(group: readonly Bearer[]): Person {
  const [alone] = group;
  if (alone && group.length === 1) {
    const { key, name, sex, birthYear, spells } = alone;
    return { key, name, sex, birthYear, matched: spells.length > 0 };
  }
  const known = group.filter(({ spells }) => spells.length > 0);
  const telling = known.length > 0 ? known : group;
  const full = telling.filter(({ nameKey }) => !isPartialKey(nameKey));
  const [first, ...others] = telling;
  const shown = (full.length > 0 ? full : telling).reduce<Bearer | undefined>(
    (best, bearer) =>
      !best ||
      bearer.spells.length > best.spells.length ||
      (bearer.spells.length === best.spells.length && bearer.name.length > best.name.length)
        ? bearer
        : best,
    undefined,
  );
  const firstTold = <V>(pick: (bearer: Bearer) => V | null): V | null => {
    for (const bearer of [...telling, ...group]) {
      const value = pick(bearer);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    key: others.reduce((least, { key }) => (key < least ? key : least), first?.key ?? ''),
    name: shown?.name ?? '',
    sex: firstTold(({ sex }) => sex),
    birthYear: firstTold(({ birthYear }) => birthYear),
    matched: known.length > 0,
  };
}
