import type { Solver } from './solver.ts';
import type { Attacker, PublishedTable } from './attacker.ts';
import { classes, directions, randomOf, type AttackedPupil } from './attacked-school.ts';

const sexes = ['f', 'm'] as const;

/**
 * Pupils of the same classes of whom the tables of one term say the same, and who are otherwise as far from the true ones as
 * the solver finds them in a direction that follows from a seed.
 */
export function otherPupils(
  solver: Solver,
  attacker: Attacker,
  tables: readonly PublishedTable[],
  seed: number,
): AttackedPupil[] {
  const random = randomOf(seed);
  const unknowns = classes.flatMap(([name]) =>
    sexes.flatMap((sex) =>
      [...Array(1 << directions.length).keys()].map((bits) => ({
        class: name,
        sex,
        bits,
      })),
    ),
  );
  const sum = (isOne: (one: (typeof unknowns)[number]) => boolean, count: number) => {
    const columns = unknowns.flatMap((one, at) => (isOne(one) ? [at] : []));
    return { columns, weights: columns.map(() => 1), lower: count, upper: count };
  };
  const rolls = classes.flatMap(([name, size]) =>
    sexes.map((sex) =>
      sum(
        (one) => one.class === name && one.sex === sex,
        sex === 'f' ? Math.ceil(size / 2) : Math.floor(size / 2),
      ),
    ),
  );
  const said = tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      if (row.x === null) return [];
      const isMet = attacker.meets(table, row);
      return [sum((one) => attacker.isOf(table, row, one) && isMet(one), row.x)];
    }),
  );
  const found = solver.solve(
    {
      sense: 'greatest',
      columns: unknowns.map(() => ({
        cost: random() - 0.5,
        lower: 0,
        upper: Infinity,
        whole: true,
      })),
      rows: [...rolls, ...said],
    },
    20,
  );
  if (found.kind !== 'found') throw new Error(`Another world is ${found.kind}`);
  return unknowns.flatMap(({ class: name, sex, bits }, at) =>
    Array.from({ length: Math.round(found.values[at] ?? 0) }, (): AttackedPupil => ({
      class: name,
      sex,
      patterns: [bits],
    })),
  );
}
