import { primaryOf, sensitiveOf, type Rules } from './few.ts';
import { chooseFewest } from './choose-fewest.ts';
import { Prover, type Proof } from './prove.ts';
import { sayAgain } from './say-again.ts';
import { numbersOf, Search, type Found } from './search.ts';
import { changeOfFew, changesOf, type DeedWorld, type Few, type Register } from './register.ts';

/** Two worlds that agree with every said number, and in which there are fewest and most of the few. */
export interface Witness {
  readonly few: Few;
  readonly least: DeedWorld;
  readonly most: DeedWorld;
  /** How far apart the numbers of the few lie in them. */
  readonly width: number;
  /** Pupils who stay as they are in both: for themselves, too, the number is not told. */
  readonly still: ReadonlySet<number>;
  /** Others whose number stays as it is: who is alone in them knows that. */
  readonly closed: readonly Few[];
  /** Whether the few are only implied: see `Sensitive`. */
  readonly implied: boolean;
}

/** What a snapshot may say of its register with the witnesses of each small number, or whom it would give away. */
export type Protected =
  | {
      readonly kind: 'protected';
      /** Numbers of the snapshot that are withheld, and those of them that the rules withhold by themselves. */
      readonly hidden: ReadonlySet<number>;
      readonly primary: ReadonlySet<number>;
      readonly witnesses: readonly Witness[];
    }
  | { readonly kind: 'refused'; readonly few: Few };

/** How far the protection of a snapshot has come: small numbers done, of all. */
export type OnProtecting = (done: number, all: number) => void;

/** Up to so many numbers that could be withheld, the cheapest choice among them is looked for. */
const mostChoices = 20;

function costOf({ numbers, statements }: Register, number: number): number {
  return (numbers[number] ?? []).reduce((sum, one) => sum + (statements[one]?.cost ?? 0), 0);
}

/** A witness counted anew, pupil by pupil; throws where it does not show what was wanted. */
function witnessOf(register: Register, found: Found, implied: boolean): Witness {
  const { few, still, closed } = found;
  const [least, most] = [found.least.deeds, found.most.deeds];
  const width = changeOfFew(register, most, few) - changeOfFew(register, least, few);
  const isKept = [least, most].every(
    (world) =>
      ![...still].some((pupil) => world.has(pupil)) &&
      closed.every((own) => changeOfFew(register, world, own) === 0),
  );
  if (width < found.width || !isKept) throw new Error('A witness does not show what was wanted');
  return { few, least, most, width, still, closed, implied };
}

function witnessesOf(register: Register, proofs: readonly Proof[]): readonly Witness[] {
  const own = proofs.map(({ sensitive, found }) => witnessOf(register, found, sensitive.implied));
  const inside = proofs.flatMap((proof) =>
    proof.inside.map((found) => witnessOf(register, found, true)),
  );
  return [...own, ...inside];
}

/**
 * Withholds what the rules withhold and, at a low cost, what would tell it, until two worlds stand for each small number in
 * which it lies as far apart as the rules ask; and, of each number that a pupil alone in another one could look at, two worlds
 * that differ and leave that pupil as it is, and alone. What no witness needs is said again. Every witness is counted anew at
 * the end.
 */
export function protect(
  register: Register,
  rules: Rules,
  onProtecting: OnProtecting = () => undefined,
): Protected {
  const primary = numbersOf(register, primaryOf(register, rules));
  const choices = register.numbers.flatMap((_, number) => {
    const cost = costOf(register, number);
    return primary.has(number) || cost === Infinity ? [] : [{ number, cost }];
  });
  const search = new Search(register, primary);
  const sensitive = sensitiveOf(register, rules);
  const prover = new Prover(register, sensitive, search, rules);
  const toStrangers: Proof[] = [];
  for (const [done, one] of sensitive.entries()) {
    onProtecting(done, sensitive.length);
    const proof = prover.proveToStrangers(one, 'nearby');
    if (!proof) return { kind: 'refused', few: one.few };
    toStrangers.push(proof);
  }
  const proofs: Proof[] = [];
  for (const one of toStrangers) {
    const proof = prover.proveToInsiders(one, 'nearby');
    if (!proof) return { kind: 'refused', few: one.sensitive.few };
    proofs.push(proof);
  }
  const dearest = choices
    .filter(({ number }) => search.withheld.has(number))
    .sort((one, other) => other.cost - one.cost);
  const further = dearest.map(({ number }) => number);
  let proven = sayAgain({ withheld: search.withheld, proofs }, further, search, prover);
  if (choices.length <= mostChoices)
    proven = chooseFewest(proven, primary, choices, search, prover);
  return checked(register, primary, witnessesOf(register, proven.proofs), search);
}

/** What witnesses show, each counted anew. */
function checked(
  register: Register,
  primary: ReadonlySet<number>,
  witnesses: readonly Witness[],
  search: Search,
): Protected {
  const hidden = new Set(primary);
  for (const world of new Set(witnesses.flatMap(({ least, most }) => [least, most]))) {
    const moved = new Set<number>();
    for (const [statement, change] of changesOf(register, world).entries()) {
      if (change === 0) continue;
      if (!search.isHidden(statement)) throw new Error('A world changes a number that is said');
      moved.add(statement);
    }
    for (const number of numbersOf(register, moved)) hidden.add(number);
  }
  return { kind: 'protected', hidden, primary, witnesses };
}
