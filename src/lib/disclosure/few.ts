import { isWithin, valueOf } from './feature.ts';
import { isOneOf, type Few, type Register, type Statement } from './register.ts';

/** What may be said of small numbers. */
export interface Rules {
  /** How far apart the possible numbers of the few must lie. */
  readonly width: number;
  /** Whether «none» and «all» are small numbers, too. */
  readonly zeros: boolean;
}

/** A number that nobody may find out. */
export interface Sensitive {
  readonly few: Few;
  /** How many they could be. */
  readonly most: number;
  /** The pupil who is the only one of them, if one is. */
  readonly alone: number | null;
  /** Whether no statement is about pupils of just these groups: the number must not be told, however near it is known. */
  readonly implied: boolean;
}

/** Counts pupils of a register by what they meet. */
class Counter {
  readonly #register: Register;
  readonly #byGroup = new Map<number, number[]>();

  constructor(register: Register) {
    this.#register = register;
    for (const [number, { group }] of register.pupils.entries()) {
      this.#byGroup.set(group, [...(this.#byGroup.get(group) ?? []), number]);
    }
  }

  all(groups: readonly number[]): number {
    return groups.reduce((sum, group) => sum + (this.#byGroup.get(group)?.length ?? 0), 0);
  }

  /** Whether they are few; «none» only where zeros are asked for, and there is somebody elsewhere: what nobody did tells of nobody. */
  isFew(few: Few, least: number, zeros: boolean): boolean {
    const number = this.of(few);
    if (number > 0 || !zeros) return number > 0 && number < least;
    return least > 0 && this.of({ ...few, groups: [...this.#byGroup.keys()] }) > 0;
  }

  of(few: Few): number {
    return few.groups.reduce((sum, group) => sum + this.#in(group, few).length, 0);
  }

  /** The only one of the few, or null where there are others or none. */
  alone(few: Few): number | null {
    const members = few.groups.flatMap((group) => this.#in(group, few));
    return members.length === 1 ? (members[0] ?? null) : null;
  }

  #in(group: number, few: Few): readonly number[] {
    const { pupils, features } = this.#register;
    return (this.#byGroup.get(group) ?? []).filter((number) =>
      isOneOf(few, features, pupils[number]?.deeds ?? []),
    );
  }
}

/** Those whom a statement is about, and those of the wider ones whom it leaves out. */
function sidesOf({ about, among, groups }: Statement): readonly Few[] {
  const wider = among === null ? [] : [among];
  return [
    { within: [about], without: [], groups },
    { within: wider, without: [about], groups },
  ];
}

/** The statements that the rules hide by themselves: they speak of few pupils, or of all but a few. */
export function primaryOf(register: Register, rules: Rules): ReadonlySet<number> {
  const counter = new Counter(register);
  return new Set(
    register.statements.flatMap((statement, number) =>
      statement.cost < Infinity &&
      (statement.barred ||
        sidesOf(statement).some((few) => counter.isFew(few, statement.least, rules.zeros)))
        ? [number]
        : [],
    ),
  );
}

/** The smallest groups of groups that statements of the same pupils tell apart. */
function partsOf(wholes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const parts = new Map<string, number[]>();
  const sets = wholes.map((groups) => new Set(groups));
  for (const group of new Set(wholes.flat())) {
    const name = sets.map((whole) => Number(whole.has(group))).join('');
    parts.set(name, [...(parts.get(name) ?? []), group]);
  }
  return [...parts.values()];
}

/**
 * The small numbers that somebody could try to work out: of those whom each statement is about and leaves out; in the
 * smallest groups that statements about the same pupils tell apart; of pupils of a wider count who are not in a narrower one;
 * and, where two counts and that of those in either are said, of those in both.
 */
export function sensitiveOf(register: Register, rules: Rules): readonly Sensitive[] {
  const { statements, features } = register;
  const counter = new Counter(register);
  const asked = new Map<string, Sensitive>();
  const note = (few: Few, least: number, zeros: boolean, implied: boolean) => {
    const name = JSON.stringify(few);
    if (asked.has(name)) return;
    const most = counter.all(few.groups);
    if (most > 0 && counter.isFew(few, least, zeros)) {
      asked.set(name, { few, most, alone: counter.alone(few), implied });
    }
  };
  const places = new Map<number, Map<string, Statement>>();
  for (const statement of statements) {
    const own = places.get(statement.about) ?? new Map<string, Statement>();
    places.set(statement.about, own.set(statement.groups.join(), statement));
  }
  const abouts = [...places.keys()];
  const wider = new Map(
    abouts.map((part) => [part, abouts.filter((whole) => isWithin(features, part, whole))]),
  );
  for (const [about, own] of places) {
    const told = [...own.values()];
    const first = told[0];
    if (!first) continue;
    const parts = partsOf(told.map(({ groups }) => groups));
    for (const statement of told) {
      for (const few of sidesOf(statement)) note(few, statement.least, rules.zeros, false);
    }
    const within = [
      ...told.map((statement) => ({ statement, implied: false })),
      ...parts.map((groups) => ({ statement: { ...first, groups }, implied: true })),
    ];
    for (const { statement, implied } of within) {
      for (const few of sidesOf(statement)) note(few, statement.least, false, implied);
      for (const whole of wider.get(about) ?? []) {
        const without = { within: [whole], without: [about], groups: statement.groups };
        note(without, statement.least, false, implied);
      }
    }
  }
  for (const [either, one, other] of unionsOf(register, abouts)) {
    for (const { groups, least } of places.get(either)?.values() ?? []) {
      note({ within: [one, other], without: [], groups }, least, false, false);
    }
  }
  return [...asked.values()];
}

/** Three counts of which the first is of those who are in either of the others. */
function unionsOf(
  { features, pupils }: Register,
  abouts: readonly number[],
): (readonly [number, number, number])[] {
  const members = new Map(
    abouts.map((about) => [about, pupils.map(({ deeds }) => valueOf(features, about, deeds) > 0)]),
  );
  return abouts.flatMap((either) => {
    const parts = abouts.filter((part) => isWithin(features, part, either));
    const whole = members.get(either) ?? [];
    return parts.flatMap((one, at) =>
      parts.slice(at + 1).flatMap((other) => {
        const [first, second] = [members.get(one) ?? [], members.get(other) ?? []];
        const isUnion = whole.every((is, pupil) => is === (first[pupil] || second[pupil]));
        return isUnion ? [[either, one, other] as const] : [];
      }),
    );
  });
}
