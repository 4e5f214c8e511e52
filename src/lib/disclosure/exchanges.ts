import { kindsOf, type Deeds } from './feature.ts';
import type { Register } from './register.ts';

/** One pupil without some of its deeds and with others: mostly one more, one fewer, or another one instead. */
export interface Exchange {
  readonly pupil: number;
  readonly drop: readonly number[];
  readonly add: readonly number[];
}

/** Deeds after some of them are dropped, each once, and others added. */
export function exchanged(deeds: Deeds, { drop, add }: Pick<Exchange, 'drop' | 'add'>): Deeds {
  const kept = [...deeds];
  for (const deed of drop) {
    const at = kept.indexOf(deed);
    if (at >= 0) kept.splice(at, 1);
  }
  return [...kept, ...add];
}

/** How many of the kinds that are read most like another are tried in its place. */
const nearest = 4;
/** How many deeds of a pupil are dropped at once at most. */
const mostDropped = 6;

/** What the pupils of a register could have done instead of what they did. */
export class Exchanges {
  readonly #register: Register;
  readonly #kinds: readonly number[];
  /** By kind: the features that read it. */
  readonly #readers = new Map<number, number[]>();
  /** By feature: the kinds that it reads. */
  readonly #read: readonly (readonly number[])[];
  readonly #near = new Map<number, readonly number[]>();

  constructor(register: Register) {
    const { features } = register;
    this.#register = register;
    this.#read = features.map((_, feature) => [...kindsOf(features, feature)]);
    for (const [feature, kinds] of this.#read.entries()) {
      for (const kind of kinds) {
        const own = this.#readers.get(kind);
        if (own) own.push(feature);
        else this.#readers.set(kind, [feature]);
      }
    }
    this.#kinds = [...this.#readers.keys()];
  }

  /** The features that read a kind of deeds. */
  readersOf(kind: number): readonly number[] {
    return this.#readers.get(kind) ?? [];
  }

  /** The exchanges of a pupil by which features could change. */
  of(pupil: number, features: readonly number[]): readonly Exchange[] {
    const kinds = new Set(features.flatMap((one) => this.#read[one] ?? []));
    const { deeds = [] } = this.#register.pupils[pupil] ?? {};
    const own = new Set(deeds);
    const exchanges: Exchange[] = [];
    for (const add of kinds) {
      exchanges.push({ pupil, drop: [], add: [add] });
      for (const drop of this.#nearestOf(add)) {
        if (own.has(drop)) exchanges.push({ pupil, drop: [drop], add: [add] });
      }
    }
    for (const drop of own) {
      if (!kinds.has(drop)) continue;
      exchanges.push({ pupil, drop: [drop], add: [] });
      for (const add of this.#nearestOf(drop)) {
        if (!kinds.has(add)) exchanges.push({ pupil, drop: [drop], add: [add] });
      }
    }
    const lacking = features.map((feature) => this.#lackingOf(feature, deeds));
    for (const add of [...lacking, [...new Set(lacking.flat())]]) {
      if (add.length > 1) exchanges.push({ pupil, drop: [], add });
    }
    const inside = deeds.filter((deed) => kinds.has(deed));
    if (inside.length > 1 && inside.length <= mostDropped) {
      exchanges.push({ pupil, drop: inside, add: [] });
    }
    return exchanges;
  }

  /** The kinds that most features read in the same way as another. */
  #nearestOf(kind: number): readonly number[] {
    const former = this.#near.get(kind);
    if (former) return former;
    const own = new Set(this.readersOf(kind));
    const apart = (other: number) => {
      const readers = this.readersOf(other);
      const shared = readers.filter((feature) => own.has(feature)).length;
      return own.size + readers.length - 2 * shared;
    };
    const near = this.#kinds
      .filter((other) => other !== kind)
      .map((other) => [other, apart(other)] as const)
      .sort((a, b) => a[1] - b[1])
      .slice(0, nearest)
      .map(([other]) => other);
    this.#near.set(kind, near);
    return near;
  }

  /** Kinds of deeds that a pupil lacks to meet a feature that asks for several. */
  #lackingOf(feature: number, deeds: Deeds): readonly number[] {
    const asked = this.#register.features[feature];
    if (asked?.kind !== 'met') return [];
    const lacking = asked.of.map((kinds) => {
      const [first] = kinds;
      const missing = asked.often - deeds.filter((deed) => kinds.has(deed)).length;
      return first === undefined || missing <= 0
        ? []
        : Array.from({ length: missing }, () => first);
    });
    const open = lacking.filter((kinds) => kinds.length > 0);
    const met = lacking.length - open.length;
    return open.slice(0, Math.max(0, asked.least - met)).flat();
  }
}
