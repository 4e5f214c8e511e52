import type { CellCounts } from '#lib/measures/counts.ts';
import type { Assembly } from '#lib/measures/measure.ts';
import { pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Clause, Selection } from '#lib/model/selection.ts';
import { cellName, type CountedCell, type CountedCells, type MemberKey } from '../counts.ts';
import type { Cube } from './cube.ts';
import { addAll, countPeople, countShared, emptySet, forEachShared } from './person-set.ts';
import { notListed, type Roll, type RollBook } from './roll-book.ts';

/** Some periods taken together as one time. */
export interface TimeGroup {
  readonly time: number;
  readonly periods: readonly number[];
}

/** What is put together from a cube. */
export interface AssemblyWish {
  readonly by: readonly Dimension[];
  /** The clauses on pupils and on the cube's dimensions. */
  readonly selection: Selection;
  readonly times: readonly TimeGroup[];
  readonly assembly: Assembly;
  /** The names of the counts of deeds and their SQL; for the other kinds they are fixed. */
  readonly sums: Readonly<Partial<Record<'x' | 'n', string>>>;
  /** Terms of which any participation is recorded. */
  readonly recorded: ReadonlySet<number>;
}

const numbered: readonly Dimension[] = ['grade', 'partner'];

function isPupilSide(dimension: Dimension): boolean {
  return pupilSideDimensions.includes(dimension);
}

/** Whether a member meets a clause, as `clauseCondition` says it in SQL. */
function meets({ dimension, values, excluded }: Clause, key: MemberKey): boolean {
  const wanted = numbered.includes(dimension)
    ? values.map(Number).filter(Number.isInteger)
    : values.map(String);
  if (wanted.length === 0) return excluded;
  return key !== null && (wanted as MemberKey[]).includes(key) ? !excluded : excluded;
}

/** The cells of a cube that the clauses on events let through. */
function passing(cube: Cube, selection: Selection): number[] {
  const clauses = selection.flatMap((clause) => {
    const dimension = cube.dimensions.get(clause.dimension);
    return dimension
      ? [{ codes: dimension.codes, lets: dimension.keys.map((key) => meets(clause, key)) }]
      : [];
  });
  const kept: number[] = [];
  for (let cell = 0; cell < cube.length; cell += 1) {
    if (clauses.every(({ codes, lets }) => lets[codes[cell] ?? 0])) kept.push(cell);
  }
  return kept;
}

interface Kind {
  readonly members: readonly MemberKey[];
  readonly cells: number[];
}

/** The cells by the members of the events' dimensions asked for; without such a dimension, all of them together. */
function kindsOf(cube: Cube, by: readonly Dimension[], cells: readonly number[]): Kind[] {
  if (by.length === 0) return [{ members: [], cells: [...cells] }];
  const kinds = new Map<string, Kind>();
  for (const cell of cells) {
    const members = by.map((name) => {
      const dimension = cube.dimensions.get(name);
      return dimension?.keys[dimension.codes[cell] ?? 0] ?? null;
    });
    const name = JSON.stringify(members);
    const kind = kinds.get(name) ?? { members, cells: [] };
    kind.cells.push(cell);
    kinds.set(name, kind);
  }
  return [...kinds.values()];
}

/** Pupils of the roll who meet the clauses, by the members of the pupils' dimensions asked for. */
interface Listed {
  readonly roll: Roll;
  /** The number of the members of each group; `notListed` where the clauses leave the group out. */
  readonly memberOf: Int32Array;
  readonly members: readonly (readonly MemberKey[])[];
  readonly sizes: Float64Array;
  /** Nothing tells the pupils of this roll apart, nor leaves any out. */
  readonly isWhole: boolean;
}

function listedOf(
  book: RollBook,
  by: readonly Dimension[],
  selection: Selection,
  periods: readonly number[],
): Listed {
  const roll = book.over(periods);
  const clauses = selection.filter(({ dimension }) => isPupilSide(dimension));
  const isWhole = by.length + clauses.length === 0;
  if (isWhole) {
    const sizes = Float64Array.of(countPeople(roll.people));
    return { roll, memberOf: new Int32Array(book.size), members: [[]], sizes, isWhole };
  }
  const members: MemberKey[][] = by.length === 0 ? [[]] : [];
  const names = new Map(members.map((keys, number) => [JSON.stringify(keys), number]));
  const memberOf = Int32Array.from({ length: book.size }, (_, group) => {
    const lets = clauses.every((clause) =>
      meets(clause, book.membersOf(group, [clause.dimension])[0] ?? null),
    );
    if (!lets) return notListed;
    const keys = book.membersOf(group, by);
    const name = JSON.stringify(keys);
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, members.length);
    return members.push(keys) - 1;
  });
  const sizes = new Float64Array(members.length);
  for (const group of roll.groups) {
    const member = group === notListed ? notListed : (memberOf[group] ?? notListed);
    if (member !== notListed) sizes[member] = (sizes[member] ?? 0) + 1;
  }
  return { roll, memberOf, members, sizes, isWhole };
}

/** Counts of one kind and time, one number for each member of the pupils' dimensions. */
interface Counted {
  readonly x?: Float64Array;
  readonly n?: Float64Array;
  readonly total?: Float64Array;
  readonly squares?: Float64Array;
  /** Whether anything but a want of records stands behind a 0. */
  readonly known: boolean;
}

function countPeopleOf(
  cube: Cube,
  condition: string,
  cells: readonly number[],
  { roll, memberOf, members, isWhole }: Listed,
): Counted {
  const sets = cube.sets.get(condition) ?? [];
  const own = cells.flatMap((cell) => sets[cell] ?? []);
  const x = new Float64Array(members.length);
  const [first, ...others] = own;
  if (!first) return { x, known: true };
  let taken = first;
  if (others.length > 0) {
    taken = emptySet(first.length * 32);
    for (const set of own) addAll(taken, set);
  }
  if (isWhole) x[0] = countShared(taken, roll.people);
  else {
    forEachShared(taken, roll.people, (person) => {
      const member = memberOf[roll.groups[person] ?? 0] ?? notListed;
      if (member !== notListed) x[member] = (x[member] ?? 0) + 1;
    });
  }
  return { x, known: true };
}

/** Room for one number a person, with who was touched, so that it is emptied without looking at everybody. */
class Scratch {
  readonly #values: Float64Array;
  readonly #met: Uint8Array;
  readonly #people: Int32Array;
  #count = 0;

  constructor(bits: number) {
    this.#values = new Float64Array(bits);
    this.#met = new Uint8Array(bits);
    this.#people = new Int32Array(bits);
  }

  add(person: number, value: number): void {
    if (this.#met[person] === 0) {
      this.#met[person] = 1;
      this.#people[this.#count] = person;
      this.#count += 1;
    }
    this.#values[person] = (this.#values[person] ?? 0) + value;
  }

  empty(visit: (person: number, value: number) => void): void {
    for (let i = 0; i < this.#count; i += 1) {
      const person = this.#people[i] ?? 0;
      visit(person, this.#values[person] ?? 0);
      this.#values[person] = 0;
      this.#met[person] = 0;
    }
    this.#count = 0;
  }
}

function countPupilValues(
  cube: Cube,
  value: string,
  cells: readonly number[],
  { roll, memberOf, members }: Listed,
  scratch: Scratch,
): Counted {
  const n = new Float64Array(members.length);
  const total = new Float64Array(members.length);
  const squares = new Float64Array(members.length);
  const rows = cube.pupils.get(value);
  if (!rows) return { n, total, squares, known: false };
  let known = false;
  for (const cell of cells) {
    const end = rows.starts[cell + 1] ?? 0;
    for (let row = rows.starts[cell] ?? 0; row < end; row += 1) {
      const worth = rows.values[row] ?? 0;
      const isKnown = !Number.isNaN(worth);
      known ||= isKnown;
      scratch.add(rows.people[row] ?? 0, isKnown ? worth : 0);
    }
  }
  scratch.empty((person, sum) => {
    const group = roll.groups[person] ?? notListed;
    const member = group === notListed ? notListed : (memberOf[group] ?? notListed);
    if (member === notListed) return;
    n[member] = (n[member] ?? 0) + 1;
    total[member] = (total[member] ?? 0) + sum;
    squares[member] = (squares[member] ?? 0) + sum * sum;
  });
  return { n, total, squares, known };
}

function addUpDeeds(cube: Cube, names: AssemblyWish['sums'], cells: readonly number[]): Counted {
  const sum = (name: string | undefined) => {
    const column = name === undefined ? undefined : cube.sums.get(name);
    return column
      ? Float64Array.of(cells.reduce((all, cell) => all + (column[cell] ?? 0), 0))
      : null;
  };
  const x = sum(names.x);
  const n = sum(names.n);
  return { ...(x ? { x } : {}), ...(n ? { n } : {}), known: true };
}

/**
 * The cells of one measure put together from a cube: what `measuresQuery` counts over the same records, but for the counts
 * that a 0 and nothing share.
 */
export function assemble(cube: Cube, book: RollBook, wish: AssemblyWish): CountedCells {
  const { by, selection, times, assembly, sums, recorded } = wish;
  const ofEvents = by.filter((name) => !isPupilSide(name));
  const ofPupils = by.filter(isPupilSide);
  const clocked = new Set(times.flatMap(({ periods }) => periods));
  const passed = passing(cube, selection).filter((cell) => clocked.has(cube.periods[cell] ?? -1));
  const kinds = kindsOf(cube, ofEvents, passed);
  const scratch = new Scratch(book.bits);
  const rolls = times.map(({ periods }) => listedOf(book, ofPupils, selection, periods));
  const found = new Map<string, CountedCell>();
  for (const [place, { time, periods }] of times.entries()) {
    const listed = rolls[place];
    if (!listed) continue;
    const within = new Set(periods);
    // Where nobody is on the roll, that is the reason, whatever is recorded.
    const isRecorded = passed.length > 0 && periods.some((one) => recorded.has(one));
    const now = (kind: Kind) => kind.cells.filter((cell) => within.has(cube.periods[cell] ?? -1));
    const counts = kinds.map((kind): Counted => {
      if (assembly.kind === 'people') {
        return countPeopleOf(cube, String(assembly.condition), now(kind), listed);
      }
      if (assembly.kind === 'deeds') return addUpDeeds(cube, sums, now(kind));
      return countPupilValues(cube, String(assembly.value), now(kind), listed, scratch);
    });
    const byValue = assembly.kind === 'pupils' && assembly.knownByValue;
    const known = isRecorded && (!byValue || counts.some((counted) => counted.known));
    for (const [number, keys] of listed.members.entries()) {
      if (ofPupils.length > 0 && listed.sizes[number] === 0) continue;
      for (const [index, kind] of kinds.entries()) {
        const members = by.map((name) =>
          isPupilSide(name)
            ? (keys[ofPupils.indexOf(name)] ?? null)
            : (kind.members[ofEvents.indexOf(name)] ?? null),
        );
        const { x, n, total, squares } = counts[index] ?? {};
        const cell: CellCounts = {
          x: x?.[number] ?? null,
          n: n?.[number] ?? null,
          total: total?.[number] ?? null,
          squares: squares?.[number] ?? null,
          x2: null,
          n2: null,
          line: null,
          roll: listed.sizes[number] ?? 0,
          known,
        };
        found.set(cellName(time, members), { time, members, counts: cell });
      }
    }
  }
  return found;
}
