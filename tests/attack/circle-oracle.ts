import type { Table } from './table-register.ts';

/** What is asked for a table: counts under `least` are small; «none» and «all» are, too, with `zeros`. */
export interface Asked {
  readonly table: Table;
  readonly least: number;
  readonly width: number;
  readonly zeros: boolean;
}

/**
 * What everybody must be unsure of: how many pupils there are in a cell, within `width`, for whoever knows the rolls and
 * margins and, as an insider, that one pupil is in the cell `seat` and how many pupils there are in the cells of `fixed`.
 */
interface Demand {
  readonly cell: number;
  readonly width: number;
  readonly seat: number | null;
  readonly fixed: readonly number[];
}

/**
 * By how much a hidden count of a table with known margins can grow or shrink, up to a limit: units go round circles of
 * hidden cells, one after the other (a greatest flow by Ford and Fulkerson). No solver has a part in it.
 */
function canChange(
  columns: number,
  counts: readonly number[],
  hidden: readonly number[],
  cell: number,
  sign: 1 | -1,
  limit: number,
): number {
  const rest = [...counts];
  const rowOf = (one: number) => `row ${Math.floor(one / columns)}`;
  const columnOf = (one: number) => `column ${one % columns}`;
  const most = sign === 1 ? limit : Math.min(limit, counts[cell] ?? 0);
  // What the cell takes, another cell of its column gives, the row of which puts it into another of its cells, and so on.
  const [start, end] = sign === 1 ? [columnOf(cell), rowOf(cell)] : [rowOf(cell), columnOf(cell)];
  for (let changed = 0; ; changed += 1) {
    if (changed >= most) return changed;
    const ways = new Map<string, readonly number[]>([[start, []]]);
    for (const [line, way] of ways) {
      for (const other of hidden) {
        if (other === cell) continue;
        const gives = line === columnOf(other) && (rest[other] ?? 0) > 0;
        const next = gives ? rowOf(other) : columnOf(other);
        if ((gives || line === rowOf(other)) && !ways.has(next)) ways.set(next, [...way, other]);
      }
    }
    const way = ways.get(end);
    if (!way) return changed;
    let line = start;
    for (const other of way) {
      const gives = line === columnOf(other);
      rest[other] = (rest[other] ?? 0) + (gives ? -1 : 1);
      line = gives ? rowOf(other) : columnOf(other);
    }
  }
}

/** What is safe to say of small tables, and how few cells must be hidden for that, by trying all choices. */
export class CircleOracle {
  /** Cells that are hidden by themselves: they count few, or all of a row but a few. */
  readonly primary: readonly number[];
  /** Those of them that somebody is in, or could be. */
  readonly #sensitive: readonly number[];
  readonly #asked: Asked;
  readonly #rolls: readonly number[];
  #demands: readonly Demand[];

  constructor(asked: Asked) {
    const { rows, columns, counts } = asked.table;
    const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
    this.#asked = asked;
    this.#rolls = Array.from({ length: rows }, (_, row) =>
      sum(counts.slice(row * columns, (row + 1) * columns)),
    );
    const all = sum(counts);
    // Where nobody at all is in a column, or everybody, an empty cell tells of nobody.
    const isFew = (number: number, anywhere: number) =>
      number > 0 ? number < asked.least : asked.zeros && anywhere > 0;
    this.primary = counts.flatMap((count, cell) => {
      const inColumn = sum(counts.filter((_, other) => other % columns === cell % columns));
      const others = this.#rollOf(cell) - count;
      return isFew(count, inColumn) || isFew(others, all - inColumn) ? [cell] : [];
    });
    this.#sensitive = this.primary.filter((cell) => this.#rollOf(cell) > 0);
    this.#demands = [...this.#ofStrangers(), ...this.#ofInsiders()];
  }

  /** Whether nobody is given away where just these cells are hidden. */
  isSafe(hidden: readonly number[]): boolean {
    const open = this.#demands.find((demand) => !this.#isMet(hidden, demand));
    if (!open) return true;
    // What fails once fails often.
    this.#demands = [open, ...this.#demands.filter((demand) => demand !== open)];
    return false;
  }

  /** Whether so many further hidden cells could have been enough. */
  isEnough(further: number): boolean {
    const others = this.#asked.table.counts.flatMap((_, cell) =>
      this.primary.includes(cell) ? [] : [cell],
    );
    const choose = (from: number, left: number, chosen: readonly number[]): boolean => {
      if (left === 0) return this.isSafe([...this.primary, ...chosen]);
      for (let at = from; at <= others.length - left; at += 1) {
        if (choose(at + 1, left - 1, [...chosen, others[at] ?? 0])) return true;
      }
      return false;
    };
    return choose(0, further, []);
  }

  #rollOf(cell: number): number {
    return this.#rolls[Math.floor(cell / this.#asked.table.columns)] ?? 0;
  }

  /** Nobody knows a small number within the width, unless its row has no more pupils. */
  #ofStrangers(): Demand[] {
    return this.#sensitive.map((cell) => ({
      cell,
      width: Math.min(this.#asked.width, this.#rollOf(cell)),
      seat: null,
      fixed: [],
    }));
  }

  /**
   * Who is alone in a cell, or the only one of a row who is not in it, knows that; no small number may be certain for that
   * pupil. Where that is so even if nothing is said, the pupil knows of itself no more than where it is.
   */
  #ofInsiders(): Demand[] {
    const { columns, counts } = this.#asked.table;
    const knows = new Map<number, Set<number>>();
    const note = (seat: number, cell: number) =>
      knows.set(seat, (knows.get(seat) ?? new Set()).add(cell));
    for (const cell of this.#sensitive) {
      if (counts[cell] === 1) note(cell, cell);
      if (this.#rollOf(cell) - (counts[cell] ?? 0) !== 1) continue;
      const first = cell - (cell % columns);
      for (let seat = first; seat < first + columns; seat += 1) {
        if (seat !== cell && counts[seat] === 1) note(seat, cell);
      }
    }
    const all = [...counts.keys()];
    return [...knows].flatMap(([seat, cells]) =>
      this.#sensitive.map((cell) => {
        const fixed = [...cells].filter((one) => one !== cell);
        const demand = { cell, width: 1, seat, fixed };
        return this.#isMet(all, demand) ? demand : { ...demand, fixed: [] };
      }),
    );
  }

  #isMet(hidden: readonly number[], { cell, width, seat, fixed }: Demand): boolean {
    const { columns, counts } = this.#asked.table;
    const free = counts.map((count, at) => (at === seat ? count - 1 : count));
    const open = hidden.filter((one) => !fixed.includes(one));
    if (!open.includes(cell)) return false;
    const up = canChange(columns, free, open, cell, 1, width);
    return up >= width || up + canChange(columns, free, open, cell, -1, width - up) >= width;
  }
}
