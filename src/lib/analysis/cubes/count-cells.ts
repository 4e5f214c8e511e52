import type { PupilValues } from './cube.ts';
import {
  addAll,
  countShared,
  emptySet,
  forEachShared,
  hasPerson,
  type PersonSet,
} from './person-set.ts';
import { notListed, type Listed } from './roll-book.ts';

/** What some cells come to, one number for each of the members of the pupils' dimensions. */
export interface Counted {
  readonly x?: Float64Array;
  readonly n?: Float64Array;
  readonly total?: Float64Array;
  readonly squares?: Float64Array;
  /** Whether any value was there at all. */
  readonly known: boolean;
}

function unite(sets: readonly PersonSet[], cells: readonly number[]): PersonSet | null {
  let united: PersonSet | null = null;
  let isOwn = false;
  for (const cell of cells) {
    const set = sets[cell];
    if (!set) continue;
    if (!united) united = set;
    else {
      if (!isOwn) {
        const first: PersonSet = united;
        united = emptySet(set.length * 32);
        addAll(united, first);
        isOwn = true;
      }
      addAll(united, set);
    }
  }
  return united;
}

/** The pupils on the roll who are in the set of any of some cells. */
export function countPeople(
  sets: readonly PersonSet[],
  cells: readonly number[],
  { people, members, memberOf, sets: pupils }: Listed,
): Counted {
  const x = new Float64Array(members.length);
  const taken = unite(sets, cells);
  if (!taken) return { x, known: true };
  if (memberOf === null) x[0] = countShared(taken, people);
  else if (pupils) {
    for (const [member, set] of pupils.entries()) x[member] = countShared(taken, set);
  } else {
    forEachShared(taken, people, (person) => {
      const member = memberOf[person] ?? notListed;
      x[member] = (x[member] ?? 0) + 1;
    });
  }
  return { x, known: true };
}

/** Room for one number a person, with who was touched, so that it is emptied without looking at everybody. */
export class Scratch {
  readonly #values: Float64Array;
  readonly #met: Uint8Array;
  readonly #people: Int32Array;
  #count = 0;

  constructor(bits: number) {
    this.#values = new Float64Array(bits);
    this.#met = new Uint8Array(bits);
    this.#people = new Int32Array(bits);
  }

  /** Adds to the numbers of people what some rows say of them; whether any row says a number at all. */
  add({ people, values }: PupilValues, from: number, to: number): boolean {
    const [sums, met, touched] = [this.#values, this.#met, this.#people];
    let count = this.#count;
    let known = false;
    for (let row = from; row < to; row += 1) {
      const person = people[row] ?? 0;
      const worth = values[row] ?? 0;
      if (met[person] === 0) {
        met[person] = 1;
        touched[count] = person;
        count += 1;
      }
      // NaN is the only number that is not itself.
      if (worth === worth) {
        known = true;
        sums[person] = (sums[person] ?? 0) + worth;
      }
    }
    this.#count = count;
    return known;
  }

  /** Gives the number of everybody who was touched and forgets it. */
  empty(visit: (person: number, value: number) => void): void {
    const [sums, met, touched] = [this.#values, this.#met, this.#people];
    for (let i = 0; i < this.#count; i += 1) {
      const person = touched[i] ?? 0;
      visit(person, sums[person] ?? 0);
      sums[person] = 0;
      met[person] = 0;
    }
    this.#count = 0;
  }
}

/** n, Σ and Σ² over the pupils on the roll with rows in any of some cells, each with the sum of its values there. */
export function countPupils(
  rows: PupilValues | undefined,
  cells: readonly number[],
  { people: listed, members, memberOf }: Listed,
  scratch: Scratch,
): Counted {
  const n = new Float64Array(members.length);
  const total = new Float64Array(members.length);
  const squares = new Float64Array(members.length);
  if (!rows) return { n, total, squares, known: false };
  let known = false;
  for (const cell of cells) {
    const isKnown = scratch.add(rows, rows.starts[cell] ?? 0, rows.starts[cell + 1] ?? 0);
    known ||= isKnown;
  }
  scratch.empty((person, sum) => {
    const member = memberOf
      ? (memberOf[person] ?? notListed)
      : hasPerson(listed, person)
        ? 0
        : notListed;
    if (member === notListed) return;
    n[member] = (n[member] ?? 0) + 1;
    total[member] = (total[member] ?? 0) + sum;
    squares[member] = (squares[member] ?? 0) + sum * sum;
  });
  return { n, total, squares, known };
}

/** The sums of deeds over some cells; pupils are not told apart. */
export function addUpDeeds(
  columns: ReadonlyMap<string, Float64Array>,
  names: Readonly<Partial<Record<'x' | 'n', string>>>,
  cells: readonly number[],
): Counted {
  const sum = (name: string) => {
    const column = columns.get(name);
    return Float64Array.of(cells.reduce((all, cell) => all + (column?.[cell] ?? 0), 0));
  };
  return {
    ...(names.x === undefined ? {} : { x: sum(names.x) }),
    ...(names.n === undefined ? {} : { n: sum(names.n) }),
    known: true,
  };
}
