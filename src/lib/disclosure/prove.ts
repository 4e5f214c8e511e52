import type { Rules, Sensitive } from './few.ts';
import { Insiders, type Insider } from './insiders.ts';
import type { Found, Hiding, Search } from './search.ts';
import type { Few, Register } from './register.ts';

/** What shows that nobody finds a small number out: two worlds for everybody, and further ones for insiders. */
export interface Proof {
  readonly sensitive: Sensitive;
  readonly found: Found;
  readonly inside: readonly Found[];
}

/** How far apart the possible numbers of the few must lie: no farther than there are pupils. */
function widthOf({ most, implied }: Sensitive, { width }: Rules): number {
  return implied ? 1 : Math.min(width, most);
}

/** Whether a proof agrees with all that is said. */
export function stands({ found, inside }: Proof, search: Search): boolean {
  return [found, ...inside].every(({ least, most }) => search.isOpen(least) && search.isOpen(most));
}

/** Shows of small numbers, one after the other, that nobody finds them out. */
export class Prover {
  readonly #search: Search;
  readonly #rules: Rules;
  readonly #insiders: Insiders;

  constructor(register: Register, sensitive: readonly Sensitive[], search: Search, rules: Rules) {
    this.#search = search;
    this.#rules = rules;
    this.#insiders = new Insiders(register, sensitive);
  }

  /** What shows that strangers do not find a number out, or null where nothing was found. */
  proveToStrangers(sensitive: Sensitive, hiding: Hiding): Proof | null {
    const width = widthOf(sensitive, this.#rules);
    const wanted = { few: sensitive.few, width, still: new Set<number>(), closed: [] };
    const found = this.#search.find(wanted, hiding);
    return found && { sensitive, found, inside: [] };
  }

  /** A proof that holds for insiders, too, or null where none was found. */
  proveToInsiders({ sensitive, found }: Proof, hiding: Hiding): Proof | null {
    const { few } = sensitive;
    const seeing = this.#insiders.seeing(few, [found.least.deeds, found.most.deeds]);
    if (seeing.length === 0) return { sensitive, found, inside: [] };
    const all = this.#search.find(
      this.#wanted(few, seeing),
      hiding === 'nothing' ? hiding : 'least',
    );
    if (all) return { sensitive, found, inside: [all] };
    const inside: Found[] = [];
    for (const insider of seeing) {
      const own = this.#proveTo(insider, few, hiding);
      if (!own) return null;
      inside.push(own);
    }
    return { sensitive, found, inside };
  }

  /** Both of the former. */
  prove(sensitive: Sensitive, hiding: Hiding): Proof | null {
    const proof = this.proveToStrangers(sensitive, hiding);
    return proof && this.proveToInsiders(proof, hiding);
  }

  #wanted(few: Few, insiders: readonly Insider[]) {
    const closed = new Set(insiders.flatMap((one) => this.#insiders.closedTo(one, few)));
    const still = new Set(insiders.map(({ pupil }) => pupil));
    return { few, width: 1, still, closed: [...closed] };
  }

  #proveTo(insider: Insider, few: Few, hiding: Hiding): Found | null {
    const wanted = this.#wanted(few, [insider]);
    const found = this.#search.find(wanted, hiding);
    if (found || hiding !== 'nearby' || wanted.closed.length === 0) return found;
    this.#insiders.letKnow(insider, few);
    return this.#search.find(this.#wanted(few, [insider]), hiding);
  }
}
