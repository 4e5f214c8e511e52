import { isWithin } from './feature.ts';
import type { Sensitive } from './few.ts';
import { changeOfFew, type DeedWorld, type Few, type Register } from './register.ts';

/** A pupil who is the only one of some few and knows it. */
export interface Insider {
  readonly pupil: number;
  /** Those few of whom it is the only one. */
  readonly knows: readonly Few[];
}

/** Pupils who are alone in a small number and could use that to work out another one. */
export class Insiders {
  readonly #register: Register;
  readonly #byPupil = new Map<number, Insider>();
  /** By group: what insiders know of it. */
  readonly #byGroup = new Map<number, { readonly insider: Insider; readonly few: Few }[]>();
  /** Insiders who know a number by themselves, whatever is said: by few. */
  readonly #knowing = new Map<Few, Set<Insider>>();

  constructor(register: Register, sensitive: readonly Sensitive[]) {
    this.#register = register;
    const known = new Map<number, Few[]>();
    for (const { few, alone } of sensitive) {
      if (alone !== null) known.set(alone, [...(known.get(alone) ?? []), few]);
    }
    for (const [pupil, knows] of known) {
      const insider = { pupil, knows };
      this.#byPupil.set(pupil, insider);
      for (const few of knows) {
        for (const group of few.groups) {
          const own = this.#byGroup.get(group);
          if (own) own.push({ insider, few });
          else this.#byGroup.set(group, [{ insider, few }]);
        }
      }
    }
  }

  /** Those who could tell that these worlds are not true, when they look at the number of few. */
  seeing(few: Few, worlds: readonly DeedWorld[]): readonly Insider[] {
    const seeing = new Set<Insider>();
    for (const world of worlds) {
      const groups = new Set<number>();
      for (const pupil of world.keys()) {
        const insider = this.#byPupil.get(pupil);
        if (insider) seeing.add(insider);
        groups.add(this.#register.pupils[pupil]?.group ?? -1);
      }
      for (const group of groups) {
        for (const { insider, few: own } of this.#byGroup.get(group) ?? []) {
          if (seeing.has(insider) || changeOfFew(this.#register, world, own) === 0) continue;
          if (this.closedTo(insider, few).includes(own)) seeing.add(insider);
        }
      }
    }
    return [...seeing];
  }

  /** What an insider knows to be 1 when it looks at the number of few, unless that alone tells it. */
  closedTo(insider: Insider, few: Few): readonly Few[] {
    if (this.#knowing.get(few)?.has(insider)) return [];
    return insider.knows.filter((own) => !this.#isTold(own, few));
  }

  /** Notes that an insider knows the number of few by itself, even if nothing is said. */
  letKnow(insider: Insider, few: Few): void {
    this.#knowing.set(few, (this.#knowing.get(few) ?? new Set()).add(insider));
  }

  /** Whether who knows the number of some knows that of others in the same groups, too. */
  #isTold(known: Few, few: Few): boolean {
    const { features } = this.#register;
    const wide = new Set(known.groups);
    if (!few.groups.every((group) => wide.has(group))) return false;
    const asked = [...few.within, ...few.without];
    return [...known.within, ...known.without].some((own) =>
      asked.some(
        (one) => one === own || isWithin(features, one, own) || isWithin(features, own, one),
      ),
    );
  }
}
