import { proveWith, type Proven } from './say-again.ts';
import { stands, type Proof, type Prover } from './prove.ts';
import type { Search } from './search.ts';

/** A number that may be withheld, and what that costs. */
export interface Choice {
  readonly number: number;
  readonly cost: number;
}

/** How many sets of numbers are tried at most. */
const mostTried = 200;

/** The cheapest choices under a bound of which each demand has one, or null where there are none so cheap. */
function cheapest(
  choices: ReadonlyMap<number, number>,
  demands: readonly ReadonlySet<number>[],
  bound: number,
): ReadonlySet<number> | null {
  let best: ReadonlySet<number> | null = null;
  let least = bound;
  const choose = (chosen: ReadonlySet<number>, cost: number, barred: ReadonlySet<number>): void => {
    if (cost >= least) return;
    const open = demands
      .filter((demand) => ![...demand].some((one) => chosen.has(one)))
      .map((demand) => [...demand].filter((one) => !barred.has(one)))
      .sort((one, other) => one.length - other.length);
    const [first] = open;
    if (!first) {
      [best, least] = [chosen, cost];
      return;
    }
    const without = new Set(barred);
    for (const one of first) {
      choose(new Set([...chosen, one]), cost + (choices.get(one) ?? 0), without);
      without.add(one);
    }
  };
  choose(new Set(), 0, new Set());
  return best;
}

/**
 * Looks for a cheaper set of further numbers to withhold, by the sets that do not do: such a set grows as long as one small
 * number stays without a proof, and then one of the rest must be withheld; the cheapest choice that meets all these demands
 * is tried next. The first that does is the cheapest of all, as far as proofs are found where there are any.
 */
export function chooseFewest(
  proven: Proven,
  primary: ReadonlySet<number>,
  choices: readonly Choice[],
  search: Search,
  prover: Prover,
): Proven {
  const costs = new Map(choices.map(({ number, cost }) => [number, cost]));
  const costOf = (numbers: Iterable<number>) =>
    [...numbers].reduce((sum, one) => sum + (costs.get(one) ?? 0), 0);
  const demands: ReadonlySet<number>[] = [];
  let proofs = proven.proofs;
  for (let tried = 0; tried < mostTried; tried += 1) {
    const chosen = cheapest(costs, demands, costOf(proven.withheld));
    if (!chosen) break;
    const held = proveWith(new Set([...primary, ...chosen]), proofs, search, prover);
    if (held) return { withheld: new Set([...primary, ...chosen]), proofs: held };
    const failed = failing(new Set([...primary, ...chosen]), proofs, search, prover);
    if (!failed) break;
    let grown = new Set([...primary, ...chosen]);
    for (const { number } of choices) {
      if (grown.has(number)) continue;
      const larger = new Set([...grown, number]);
      search.withhold(larger);
      if (!prover.prove(failed.sensitive, 'nothing')) grown = larger;
    }
    const demand = new Set(choices.flatMap(({ number }) => (grown.has(number) ? [] : [number])));
    if (demand.size === 0) break;
    demands.push(demand);
    // What could not be proven is asked first the next time.
    proofs = [failed, ...proofs.filter((proof) => proof !== failed)];
  }
  search.withhold(proven.withheld);
  return proven;
}

/** The first small number that has no proof with just these numbers withheld. */
function failing(
  withheld: ReadonlySet<number>,
  proofs: readonly Proof[],
  search: Search,
  prover: Prover,
): Proof | null {
  search.withhold(withheld);
  return (
    proofs.find((proof) => !stands(proof, search) && !prover.prove(proof.sensitive, 'nothing')) ??
    null
  );
}
