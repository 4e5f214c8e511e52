import { Moves, type Move } from './moves.ts';
import { reachOne, worldOfMoves, type HiddenFlags } from './reach.ts';
import { changeOfFew, type DeedWorld, type Few, type Register } from './register.ts';

/** A world with the statements that it changes, and by how much. */
export interface FoundWorld {
  readonly deeds: DeedWorld;
  readonly changes: ReadonlyMap<number, number>;
}

/** What two worlds must show: the number of few lies so far apart in them. */
export interface Wanted {
  readonly few: Few;
  readonly width: number;
  /** Pupils who stay as they are in both. */
  readonly still: ReadonlySet<number>;
  /** Others whose number stays as it is. */
  readonly closed: readonly Few[];
}

/** Two worlds that show what was wanted. */
export interface Found extends Wanted {
  readonly least: FoundWorld;
  readonly most: FoundWorld;
}

/** What may be hidden for a witness: nothing more, what costs least, or, where that does not do, all that is said nearby. */
export type Hiding = 'nothing' | 'least' | 'nearby';

/** How many states are looked at in one step: where nothing may be hidden, where it may, and before it is given up. */
const patience = { looking: 40, hiding: 60, last: 600 };

const truth: FoundWorld = { deeds: new Map(), changes: new Map() };

/** The numbers of a register that make any of these statements. */
export function numbersOf({ numbers }: Register, statements: ReadonlySet<number>): Set<number> {
  return new Set(
    numbers.flatMap((own, number) => (own.some((one) => statements.has(one)) ? [number] : [])),
  );
}

/** The statements that are not said where these numbers are withheld. */
function unsaid({ numbers, statements }: Register, withheld: ReadonlySet<number>): Set<number> {
  const said = new Set(numbers.flatMap((own, number) => (withheld.has(number) ? [] : own)));
  return new Set(
    statements.flatMap(({ cost }, one) => (said.has(one) || cost === Infinity ? [] : [one])),
  );
}

function isTouched({ deeds }: FoundWorld, still: ReadonlySet<number>): boolean {
  for (const pupil of deeds.keys()) if (still.has(pupil)) return true;
  return false;
}

/** Looks for worlds that agree with what is said; what it withholds for that, it keeps withheld. */
export class Search {
  readonly #register: Register;
  readonly #moves: Moves;
  /** The worlds that were found, by the groups of the pupils who differ in them. */
  readonly #worlds = new Map<number, FoundWorld[]>();
  #withheld: ReadonlySet<number> = new Set();
  #flags: HiddenFlags = new Uint8Array();

  constructor(register: Register, withheld: ReadonlySet<number>) {
    this.#register = register;
    this.#moves = new Moves(register);
    this.withhold(withheld);
  }

  /** The numbers that are withheld. */
  get withheld(): ReadonlySet<number> {
    return this.#withheld;
  }

  /** Withholds just these numbers. */
  withhold(numbers: ReadonlySet<number>): void {
    const hidden = unsaid(this.#register, numbers);
    this.#withheld = numbersOf(this.#register, hidden);
    this.#flags = Uint8Array.from(this.#register.statements, (_, one) => Number(hidden.has(one)));
  }

  /** Whether a statement is not said. */
  isHidden(statement: number): boolean {
    return this.#flags[statement] === 1;
  }

  /** Whether a world agrees with all that is said. */
  isOpen({ changes }: FoundWorld): boolean {
    for (const statement of changes.keys()) if (this.#flags[statement] !== 1) return false;
    return true;
  }

  /** Two worlds that show what is wanted, or null where none were found; then no more is withheld than before. */
  find(wanted: Wanted, hiding: Hiding): Found | null {
    const before = this.#withheld;
    const found = this.#find(wanted, hiding);
    if (this.#withheld === before) return found;
    const used = found ? [...found.least.changes.keys(), ...found.most.changes.keys()] : [];
    this.withhold(new Set([...before, ...numbersOf(this.#register, new Set(used))]));
    return found;
  }

  #find(wanted: Wanted, hiding: Hiding): Found | null {
    const found = this.#lookFor(wanted, hiding === 'nothing' ? null : patience.hiding);
    if (found || hiding !== 'nearby') return found;
    const groups = new Set(wanted.few.groups);
    const features = new Set([...wanted.few.within, ...wanted.few.without]);
    const near = [...this.#register.statements.entries()].filter(
      ([, one]) => one.cost < Infinity && one.groups.some((group) => groups.has(group)),
    );
    const alike = near.filter(([, { about }]) => features.has(about));
    for (const more of [[], alike, near]) {
      if (more.length > 0) this.#hide(more.map(([number]) => number));
      const late = this.#lookFor(wanted, patience.last);
      if (late) return late;
    }
    return null;
  }

  #lookFor(wanted: Wanted, hiding: number | null): Found | null {
    const { few, width, still } = wanted;
    let [least, most] = [truth, truth];
    let [lowest, highest] = [0, 0];
    const note = (world: FoundWorld): void => {
      const change = changeOfFew(this.#register, world.deeds, few);
      if (change < lowest) [least, lowest] = [world, change];
      if (change > highest) [most, highest] = [world, change];
    };
    const isEnough = () => highest - lowest >= width;
    for (const group of few.groups) {
      for (const world of this.#worlds.get(group) ?? []) {
        const change = changeOfFew(this.#register, world.deeds, few);
        if (change >= lowest && change <= highest) continue;
        if (isTouched(world, still) || !this.isOpen(world) || this.#opens(world, wanted)) continue;
        note(world);
        if (isEnough()) break;
      }
    }
    for (const allowed of hiding === null ? [null] : [null, hiding]) {
      for (const by of [1, -1] as const) {
        for (const from of new Set([by === 1 ? most : least, truth])) {
          if (isEnough()) return { ...wanted, least, most };
          const best = by === 1 ? highest : -lowest;
          const own = by * changeOfFew(this.#register, from.deeds, few);
          const steps = width - (highest - lowest) + best - own;
          note(this.#push(wanted, by, from, steps, allowed));
        }
      }
      if (isEnough()) return { ...wanted, least, most };
    }
    return null;
  }

  /** Whether a world changes the number of those that must stay. */
  #opens({ deeds }: FoundWorld, { closed }: Wanted): boolean {
    return closed.some((few) => changeOfFew(this.#register, deeds, few) !== 0);
  }

  /** Goes from a world as far as it can, up to so many steps; null where nothing may be hidden for it. */
  #push(
    { few, still, closed }: Wanted,
    by: 1 | -1,
    from: FoundWorld,
    steps: number,
    hiding: number | null,
  ): FoundWorld {
    let world = from;
    for (let step = 0; step < steps; step += 1) {
      const reached = reachOne(this.#register, this.#moves, few, by, {
        hidden: this.#flags,
        kept: new Set([...world.deeds.keys(), ...still]),
        closed,
        mayHide: hiding !== null,
        patience: hiding ?? patience.looking,
      });
      if (!reached) break;
      if (reached.hides.length > 0) this.#hide(reached.hides);
      world = this.#extend(world, reached.moves);
    }
    if (world !== from) this.#keep(world);
    return world;
  }

  #keep(world: FoundWorld): void {
    const { pupils } = this.#register;
    const groups = [...world.deeds.keys()].map((pupil) => pupils[pupil]?.group ?? -1);
    for (const group of new Set(groups)) {
      const own = this.#worlds.get(group);
      if (own) own.push(world);
      else this.#worlds.set(group, [world]);
    }
  }

  /** Hides statements, and with them what only the same numbers say. */
  #hide(statements: readonly number[]): void {
    const further = numbersOf(this.#register, new Set(statements));
    this.withhold(new Set([...this.#withheld, ...further]));
  }

  #extend({ deeds, changes }: FoundWorld, moves: readonly Move[]): FoundWorld {
    const changed = new Map(changes);
    for (const move of moves) {
      for (const [at, statement] of move.statements.entries()) {
        const change = (changed.get(statement) ?? 0) + (move.changes[at] ?? 0);
        if (change === 0) changed.delete(statement);
        else changed.set(statement, change);
      }
    }
    return {
      deeds: new Map([...deeds, ...worldOfMoves(this.#register, moves)]),
      changes: changed,
    };
  }
}
