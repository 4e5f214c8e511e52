import type { Answer, Engine } from '#lib/engine/engine.ts';
import { factTables } from '#lib/measures/facts.ts';
import type { Slice } from '#lib/measures/measure.ts';
import { pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { and, column, from, isNotDistinct, join, Query, sql } from '@uwdata/mosaic-sql';
import type { MemberKey } from '../counts.ts';
import { addPerson, bitsFor, emptySet, type PersonSet } from './person-set.ts';

/** Nobody's group: not on the roll. */
export const notListed = -1;

/** What divides pupils: a class, grade and sex that occur together on the roll. */
type Group = readonly MemberKey[];

/** Who is on the roll over some periods, and in which group. */
export interface Roll {
  readonly people: PersonSet;
  /** The group of each person by number; `notListed` where the person is on no roll of these periods. */
  readonly groups: Int32Array;
}

function groupsQuery(): Query {
  return Query.from('pupils')
    .select(...pupilSideDimensions)
    .distinct();
}

/** Numbers of the groups in an order that every query of the same tables gives. */
function numbered(): Query {
  return Query.from({ groups: groupsQuery() }).select(...pupilSideDimensions, {
    number: sql`(row_number() OVER (ORDER BY ${pupilSideDimensions.join(', ')})) - 1`,
  });
}

function memberKey(value: unknown): MemberKey {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Who is on the roll in which term and group, so that any span of terms can be told from it without asking again. */
export class RollBook {
  /** How many bits a set of all people has. */
  readonly bits: number;
  readonly #groups: Group[];
  readonly #numbers = new Map<string, number>();
  /** The group of each person on the roll, by period. */
  readonly #terms: ReadonlyMap<number, Int32Array>;
  readonly #rolls = new Map<string, Roll>();

  constructor(people: number, groups: readonly Group[], terms: ReadonlyMap<number, Int32Array>) {
    this.bits = bitsFor(people);
    this.#groups = [...groups];
    for (const [number, group] of groups.entries()) {
      this.#numbers.set(JSON.stringify(group), number);
    }
    this.#terms = terms;
  }

  /** The keys of a group in the dimensions asked for. */
  membersOf(group: number, by: readonly Dimension[]): MemberKey[] {
    return by.map((name) => this.#groups[group]?.[pupilSideDimensions.indexOf(name)] ?? null);
  }

  /** How many groups there are by now; new ones come where a pupil's term leaves out what an earlier one says. */
  get size(): number {
    return this.#groups.length;
  }

  /** The roll over some periods: a pupil belongs to the group of the last of them that says it. */
  over(periods: readonly number[]): Roll {
    const ordered = [...periods].sort((a, b) => a - b);
    const name = ordered.join(' ');
    const known = this.#rolls.get(name);
    if (known) return known;
    const groups = new Int32Array(this.bits).fill(notListed);
    for (const period of ordered) {
      this.#terms.get(period)?.forEach((group, person) => {
        if (group === notListed) return;
        const former = groups[person] ?? notListed;
        groups[person] = former === notListed ? group : this.#later(former, group);
      });
    }
    const people = emptySet(this.bits);
    groups.forEach((group, person) => {
      if (group !== notListed) addPerson(people, person);
    });
    const roll = { people, groups };
    this.#rolls.set(name, roll);
    return roll;
  }

  // What a later term leaves out is still what the earlier one said.
  #later(former: number, group: number): number {
    const said = this.#groups[group] ?? [];
    if (!said.includes(null)) return group;
    const before = this.#groups[former] ?? [];
    const both = said.map((key, index) => key ?? before[index] ?? null);
    const name = JSON.stringify(both);
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#groups.push(both) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}

function readTerms({ columns, length }: Answer, bits: number): Map<number, Int32Array> {
  const found = new Map<number, Int32Array>();
  const { time, person, number } = columns;
  for (let i = 0; i < length; i += 1) {
    const period = Number(time?.[i]);
    const groups = found.get(period) ?? new Int32Array(bits).fill(notListed);
    found.set(period, groups);
    groups[Number(person?.[i])] = Number(number?.[i]);
  }
  return found;
}

/** Reads who is on the roll when. Rejects with `QueryError` where the engine refuses. */
export async function readRollBook(
  engine: Engine,
  programme: Programme,
  signal?: AbortSignal,
): Promise<RollBook> {
  const slice: Slice = { grain: 'term', by: [], selection: [], programme, score: null };
  const ask = (query: Query) => engine.ask(String(query), signal);
  const withGroups = Query.with(factTables(slice), { numbered: numbered() });
  const counted = await ask(
    Query.from('participant').select({ people: sql`coalesce(max(person) + 1, 0)` }),
  );
  const people = Number(counted.columns['people']?.[0] ?? 0);
  const groups = await ask(withGroups.from('numbered').select('*').orderby('number'));
  const same = pupilSideDimensions.map((name) =>
    isNotDistinct(column(name, 'p'), column(name, 'g')),
  );
  const rows = join(from('pupils', 'p'), from('numbered', 'g'), { on: and(...same) });
  const listed = await ask(
    withGroups
      .from(rows)
      .select({ time: sql`p.time`, person: sql`p.person`, number: sql`g.number::INTEGER` }),
  );
  return new RollBook(
    people,
    Array.from({ length: groups.length }, (_, i) =>
      pupilSideDimensions.map((name) => memberKey(groups.columns[name]?.[i])),
    ),
    readTerms(listed, bitsFor(people)),
  );
}
