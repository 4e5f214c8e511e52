import { valueOf, type Deeds } from '#lib/disclosure/feature.ts';
import { isOneOf, type Few, type Register } from '#lib/disclosure/register.ts';
import type { Solver, SolverRow } from './solver.ts';

/** Somebody who knows how many pupils there are in each group and what a register says, and that pupils do nothing but some patterns of deeds. */
export class PatternAttacker {
  readonly #solver: Solver;
  readonly #register: Register;
  /** What there could be some of: a pattern in a group. */
  readonly #unknowns: readonly { readonly group: number; readonly deeds: Deeds }[];
  readonly #rows: readonly SolverRow[];

  constructor(
    solver: Solver,
    register: Register,
    patterns: readonly Deeds[],
    hidden: ReadonlySet<number>,
  ) {
    const { pupils, features, statements, numbers } = register;
    this.#solver = solver;
    this.#register = register;
    const groups = [...new Set(pupils.map(({ group }) => group))];
    this.#unknowns = groups.flatMap((group) => patterns.map((deeds) => ({ group, deeds })));
    const said = new Set(numbers.flatMap((own, number) => (hidden.has(number) ? [] : own)));
    const told = statements.filter(({ cost }, at) => said.has(at) || cost === Infinity);
    const row = (weightOf: (group: number, deeds: Deeds) => number): SolverRow => {
      const total = pupils.reduce((sum, { group, deeds }) => sum + weightOf(group, deeds), 0);
      const weights = this.#unknowns.map(({ group, deeds }) => weightOf(group, deeds));
      return { lower: total, upper: total, columns: [...weights.keys()], weights };
    };
    this.#rows = [
      ...groups.map((one) => row((group) => Number(group === one))),
      ...told.map(({ feature, groups: own }) =>
        row((group, deeds) => (own.includes(group) ? valueOf(features, feature, deeds) : 0)),
      ),
    ];
  }

  /** The least and the greatest number of the few for all that is known, and what an insider knows of others besides. */
  rangeOf(few: Few, known: readonly Few[] = []): readonly [number, number] {
    const weightsOf = (one: Few) =>
      this.#unknowns.map(({ group, deeds }) =>
        Number(one.groups.includes(group) && isOneOf(one, this.#register.features, deeds)),
      );
    const counts = weightsOf(few);
    const columns = counts.map((cost) => ({ cost, lower: 0, upper: Infinity, whole: true }));
    const rows = [
      ...this.#rows,
      ...known.map((one) => {
        const weights = weightsOf(one);
        return { lower: 1, upper: 1, columns: [...weights.keys()], weights };
      }),
    ];
    const end = (sense: 'least' | 'greatest'): number => {
      const found = this.#solver.solve({ sense, columns, rows }, 20);
      if (found.kind !== 'found') throw new Error(`The attacker found the register ${found.kind}`);
      return Math.round(found.cost);
    };
    return [end('least'), end('greatest')];
  }
}
