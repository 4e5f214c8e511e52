import type { CellCounts } from '#lib/measures/counts.ts';
import type { Assembly } from '#lib/measures/measure.ts';
import { pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import type { Selection } from '#lib/model/selection.ts';
import { cellName, type CountedCell, type CountedCells, type MemberKey } from '../counts.ts';
import { addUpDeeds, countPeople, countPupils, Scratch, type Counted } from './count-cells.ts';
import type { Cube } from './cube.ts';
import { meets } from './meets.ts';
import type { RollBook } from './roll-book.ts';

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
  /** Every time that there is; members that occur at any of them have a cell at each. */
  readonly times: readonly TimeGroup[];
  /** Of these, those of which the cells are wanted. */
  readonly wanted: (time: number) => boolean;
  readonly assembly: Assembly;
  /** The names of the counts of deeds and their SQL; for the other kinds they are fixed. */
  readonly sums: Readonly<Partial<Record<'x' | 'n', string>>>;
  /** Terms of which any participation is recorded. */
  readonly recorded: ReadonlySet<number>;
}

function isPupilSide(dimension: Dimension): boolean {
  return pupilSideDimensions.includes(dimension);
}

/** The members of some dimensions of events, and which of them each cell of a cube belongs to. */
interface Kinds {
  readonly members: readonly (readonly MemberKey[])[];
  readonly codes: Int32Array;
}

const kindsOfCubes = new WeakMap<Cube, Map<string, Kinds>>();

function kindsOf(cube: Cube, by: readonly Dimension[]): Kinds {
  const known = kindsOfCubes.get(cube) ?? new Map<string, Kinds>();
  kindsOfCubes.set(cube, known);
  const found = known.get(by.join());
  if (found) return found;
  const members: MemberKey[][] = by.length === 0 ? [[]] : [];
  const numbers = new Map(members.map((keys, number) => [JSON.stringify(keys), number]));
  const codes = Int32Array.from({ length: cube.length }, (_, cell) => {
    const keys = by.map((name) => {
      const dimension = cube.dimensions.get(name);
      return dimension?.keys[dimension.codes[cell] ?? 0] ?? null;
    });
    const name = JSON.stringify(keys);
    const number = numbers.get(name) ?? members.push(keys) - 1;
    numbers.set(name, number);
    return number;
  });
  const kinds = { members, codes };
  known.set(by.join(), kinds);
  return kinds;
}

/** The cells of a cube that the clauses on events let through, by time and kind. */
interface Passed {
  /** The kinds that occur at any time. */
  readonly occurring: readonly number[];
  readonly cells: (time: number, kind: number) => readonly number[];
}

const nothing: readonly number[] = [];

function pass(
  cube: Cube,
  { members, codes }: Kinds,
  selection: Selection,
  times: readonly TimeGroup[],
): Passed {
  const clauses = selection.flatMap((clause) => {
    const dimension = cube.dimensions.get(clause.dimension);
    return dimension
      ? [{ codes: dimension.codes, lets: dimension.keys.map((key) => meets(clause, key)) }]
      : [];
  });
  const timesOf = new Map<number, number[]>();
  for (const { time, periods } of times) {
    for (const period of periods) timesOf.set(period, [...(timesOf.get(period) ?? []), time]);
  }
  const occurs = new Uint8Array(members.length);
  const cells = new Map<number, number[][]>(times.map(({ time }) => [time, []]));
  for (let cell = 0; cell < cube.length; cell += 1) {
    const own = timesOf.get(cube.periods[cell] ?? -1);
    if (!own || !clauses.every(({ codes: all, lets }) => lets[all[cell] ?? 0])) continue;
    const kind = codes[cell] ?? 0;
    occurs[kind] = 1;
    for (const time of own) {
      const kinds = cells.get(time) ?? [];
      const list = kinds[kind];
      if (list) list.push(cell);
      else kinds[kind] = [cell];
    }
  }
  const occurring = Array.from(members.keys()).filter((kind) => occurs[kind] === 1);
  return { occurring, cells: (time, kind) => cells.get(time)?.[kind] ?? nothing };
}

/**
 * The cells of one measure put together from a cube: what `measuresQuery` counts over the same records, but for the counts
 * that a 0 and nothing share.
 */
export function assemble(cube: Cube, book: RollBook, wish: AssemblyWish): CountedCells {
  const { by, selection, times, wanted, assembly, sums, recorded } = wish;
  const ofEvents = by.filter((name) => !isPupilSide(name));
  const ofPupils = by.filter(isPupilSide);
  const kinds = kindsOf(cube, ofEvents);
  const { occurring, cells } = pass(cube, kinds, selection, times);
  const shown = ofEvents.length === 0 ? [0] : occurring;
  const scratch = new Scratch(book.bits);
  const found = new Map<string, CountedCell>();
  for (const { time, periods } of times) {
    if (!wanted(time)) continue;
    const listed = book.listed(periods, ofPupils, selection);
    const count = (kind: number): Counted => {
      const own = cells(time, kind);
      if (assembly.kind === 'people') {
        return countPeople(cube.sets.get(String(assembly.condition)) ?? [], own, listed);
      }
      if (assembly.kind === 'deeds') return addUpDeeds(cube.sums, sums, own);
      return countPupils(cube.pupils.get(String(assembly.value)), own, listed, scratch);
    };
    const counts = shown.map(count);
    const isKnown =
      assembly.kind !== 'pupils' || !assembly.knownByValue || counts.some(({ known }) => known);
    // Where nobody is on the roll, that is the reason, whatever is recorded.
    const known = isKnown && occurring.length > 0 && periods.some((one) => recorded.has(one));
    for (const [number, keys] of listed.members.entries()) {
      if (ofPupils.length > 0 && listed.sizes[number] === 0) continue;
      for (const [index, kind] of shown.entries()) {
        const ofKind = kinds.members[kind] ?? [];
        const members = by.map((name) =>
          isPupilSide(name)
            ? (keys[ofPupils.indexOf(name)] ?? null)
            : (ofKind[ofEvents.indexOf(name)] ?? null),
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
