import { Exchanges, exchanged, type Exchange } from './exchanges.ts';
import { valueOf, type Deeds } from './feature.ts';
import type { Few, Pupil, Register } from './register.ts';

/** An exchange with the features and the statements that it changes, and by how much. */
export interface Move extends Exchange {
  readonly features: ReadonlyMap<number, number>;
  readonly statements: readonly number[];
  readonly changes: readonly number[];
  /** The same for moves of which nobody could tell one from the other: of pupils alike, with the same exchange. */
  readonly shape: number;
}

/** The deeds of a move's pupil after it. */
export function deedsAfter({ pupils }: Register, move: Exchange): Deeds {
  return exchanged(pupils[move.pupil]?.deeds ?? [], move);
}

/** By pupil: the first of those who are in the same group and did the same; null where nobody else did. */
function alikeOf(pupils: readonly Pupil[]): readonly (number | null)[] {
  const alike = new Map<string, number[]>();
  const names = pupils.map(
    ({ group, deeds }) => `${group} ${[...deeds].sort((one, other) => one - other).join()}`,
  );
  for (const [number, name] of names.entries()) {
    const own = alike.get(name);
    if (own) own.push(number);
    else alike.set(name, [number]);
  }
  return names.map((name) => {
    const [first = null, ...others] = alike.get(name) ?? [];
    return others.length === 0 ? null : first;
  });
}

/** The moves of a register, by what they change; they are worked out when they are first asked for. */
export class Moves {
  readonly #register: Register;
  readonly #exchanges: Exchanges;
  /** By group and feature. */
  readonly #statements = new Map<number, Map<number, number[]>>();
  readonly #byGroup = new Map<number, number[]>();
  /** By group and kind. */
  readonly #owners = new Map<number, Map<number, number[]>>();
  readonly #values: readonly Int32Array[];
  readonly #moves = new Map<string, Move>();
  readonly #shapes = new Map<string, number>();
  readonly #alike: readonly (number | null)[];
  #shaped = 0;
  readonly #groupsOf = new WeakMap<Few, ReadonlySet<number>>();
  readonly #turning = new WeakMap<Few, Map<1 | -1, readonly Move[]>>();
  readonly #changing = new Map<string, readonly Move[]>();

  constructor(register: Register) {
    const { pupils, features, statements } = register;
    this.#register = register;
    this.#exchanges = new Exchanges(register);
    for (const [number, { feature, groups }] of statements.entries()) {
      for (const group of groups) {
        const own = this.#statements.get(group) ?? new Map<number, number[]>();
        this.#statements.set(group, own);
        own.set(feature, [...(own.get(feature) ?? []), number]);
      }
    }
    for (const [number, { group, deeds }] of pupils.entries()) {
      const own = this.#byGroup.get(group);
      if (own) own.push(number);
      else this.#byGroup.set(group, [number]);
      const owners = this.#owners.get(group) ?? new Map<number, number[]>();
      this.#owners.set(group, owners);
      for (const kind of new Set(deeds)) owners.set(kind, [...(owners.get(kind) ?? []), number]);
    }
    this.#alike = alikeOf(pupils);
    this.#values = features.map((_, feature) =>
      Int32Array.from(pupils, ({ deeds }) => valueOf(features, feature, deeds)),
    );
  }

  /** By how much a move changes the number of few. */
  effectOn(few: Few, { pupil, features }: Move): number {
    const { within, without } = few;
    const isTouched = (feature: number) => features.has(feature);
    if (!within.some(isTouched) && !without.some(isTouched)) return 0;
    const groups = this.#groupsOf.get(few) ?? new Set(few.groups);
    this.#groupsOf.set(few, groups);
    if (!groups.has(this.#register.pupils[pupil]?.group ?? -1)) return 0;
    const before = (feature: number) => this.#values[feature]?.[pupil] ?? 0;
    const after = (feature: number) => before(feature) + (features.get(feature) ?? 0);
    const isOne = (value: (feature: number) => number) =>
      within.every((feature) => value(feature) > 0) &&
      !without.some((feature) => value(feature) > 0);
    return Number(isOne(after)) - Number(isOne(before));
  }

  /** The moves that change the number of few by so much. */
  turning(few: Few, by: 1 | -1): readonly Move[] {
    const own = this.#turning.get(few) ?? new Map<1 | -1, readonly Move[]>();
    this.#turning.set(few, own);
    const former = own.get(by);
    if (former) return former;
    const found = this.#movesOf(few.groups, [...few.within, ...few.without]);
    for (const way of [1, -1] as const) {
      own.set(
        way,
        found.filter((move) => this.effectOn(few, move) === way),
      );
    }
    return own.get(by) ?? [];
  }

  /** The moves that change a statement in a direction, those that change least beside it first. */
  changing(statement: number, by: 1 | -1): readonly Move[] {
    const name = `${statement} ${by}`;
    const former = this.#changing.get(name);
    if (former) return former;
    const { feature = -1, groups = [] } = this.#register.statements[statement] ?? {};
    const found = this.#movesOf(groups, [feature]).filter(
      ({ features }) => Math.sign(features.get(feature) ?? 0) === by,
    );
    this.#changing.set(name, found);
    return found;
  }

  /**
   * What takes moves back by another pupil of the groups of a statement: it gives up what was added and adds what was given up.
   * Of pupils alike, one is enough.
   */
  *inverses(
    statement: number,
    moves: readonly Move[],
    by: 1 | -1,
    isFree: (pupil: number) => boolean,
  ): Generator<Move> {
    const { feature = -1, groups = [] } = this.#register.statements[statement] ?? {};
    for (const { drop, add } of moves) {
      const [first, ...others] = add;
      const met = new Set<number>();
      for (const group of groups) {
        const owners =
          first === undefined ? this.#byGroup.get(group) : this.#owners.get(group)?.get(first);
        for (const pupil of owners ?? []) {
          const alike = this.#alike[pupil] ?? pupil;
          if (met.has(alike) || !isFree(pupil)) continue;
          met.add(alike);
          const { deeds = [] } = this.#register.pupils[pupil] ?? {};
          if (!others.every((kind) => deeds.includes(kind))) continue;
          const move = this.#moveOf({ pupil, drop: add, add: drop });
          if (Math.sign(move.features.get(feature) ?? 0) === by) yield move;
        }
      }
    }
  }

  #pupilsOf(groups: readonly number[]): readonly number[] {
    return groups.flatMap((group) => this.#byGroup.get(group) ?? []);
  }

  #movesOf(groups: readonly number[], features: readonly number[]): Move[] {
    return this.#pupilsOf(groups)
      .flatMap((pupil) => this.#exchanges.of(pupil, features).map((one) => this.#moveOf(one)))
      .sort((a, b) => a.statements.length - b.statements.length);
  }

  #moveOf(exchange: Exchange): Move {
    const { pupil, drop, add } = exchange;
    const name = `${pupil} ${drop.join()} ${add.join()}`;
    const former = this.#moves.get(name);
    if (former) return former;
    const { pupils, features } = this.#register;
    const { deeds = [], group = -1 } = pupils[pupil] ?? {};
    const after = exchanged(deeds, exchange);
    const touched = new Set([...drop, ...add].flatMap((kind) => this.#exchanges.readersOf(kind)));
    const changed = new Map<number, number>();
    const statements: number[] = [];
    const changes: number[] = [];
    const bySource = this.#statements.get(group);
    for (const feature of touched) {
      const change = valueOf(features, feature, after) - (this.#values[feature]?.[pupil] ?? 0);
      if (change === 0) continue;
      changed.set(feature, change);
      for (const statement of bySource?.get(feature) ?? []) {
        statements.push(statement);
        changes.push(change);
      }
    }
    const move = {
      ...exchange,
      features: changed,
      statements,
      changes,
      shape: this.#shapeOf(exchange),
    };
    this.#moves.set(name, move);
    return move;
  }

  #shapeOf({ pupil, drop, add }: Exchange): number {
    const first = this.#alike[pupil] ?? null;
    const name = first === null ? null : `${first} ${drop.join()} ${add.join()}`;
    const former = name === null ? undefined : this.#shapes.get(name);
    if (former !== undefined) return former;
    this.#shaped += 1;
    if (name !== null) this.#shapes.set(name, this.#shaped);
    return this.#shaped;
  }
}
