import { stands, type Proof, type Prover } from './prove.ts';
import type { Search } from './search.ts';

/** Proofs that all hold while just these numbers are withheld. */
export interface Proven {
  readonly withheld: ReadonlySet<number>;
  readonly proofs: readonly Proof[];
}

/** The proofs that hold with just these numbers withheld, those that still do and others; null where some number has none. */
export function proveWith(
  withheld: ReadonlySet<number>,
  proofs: readonly Proof[],
  search: Search,
  prover: Prover,
): readonly Proof[] | null {
  search.withhold(withheld);
  const held: Proof[] = [];
  for (const proof of proofs) {
    const own = stands(proof, search) ? proof : prover.prove(proof.sensitive, 'nothing');
    if (!own) return null;
    held.push(own);
  }
  return held;
}

/** Says numbers again without which every small number still has its proof, in this order. */
export function sayAgain(
  { withheld, proofs }: Proven,
  further: readonly number[],
  search: Search,
  prover: Prover,
): Proven {
  let proven = { withheld, proofs };
  for (const number of further) {
    const fewer = new Set([...proven.withheld].filter((one) => one !== number));
    const held = proveWith(fewer, proven.proofs, search, prover);
    if (held) proven = { withheld: fewer, proofs: held };
  }
  search.withhold(proven.withheld);
  return proven;
}
