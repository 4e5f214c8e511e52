import { beforeAll, describe, expect, it } from 'vitest';
import { createSolver } from '../../../tests/attack/highs-solver.ts';
import { PatternAttacker } from '../../../tests/attack/pattern-attacker.ts';
import type { Solver } from '../../../tests/attack/solver.ts';
import {
  doing,
  known,
  oneDeedEach,
  patternsOf,
  tableRegister,
  type Table,
} from '../../../tests/attack/table-register.ts';
import type { Deeds } from './feature.ts';
import { protect } from './protect.ts';
import type { Few, Pupil, Register, Statement } from './register.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

function tableOf(rows: readonly (readonly number[])[]): Table {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, counts: rows.flat() };
}

function cellOf({ columns }: Table, cell: number): Few {
  return { within: [cell % columns], without: [], groups: [Math.floor(cell / columns)] };
}

/** The intervals of cells of a table, some of which are hidden. */
function intervalsOf(table: Table, hidden: readonly number[], cells: readonly number[] = hidden) {
  const register = tableRegister(table, () => ({ least: 0, cost: 1, counterpart: false }));
  const attacker = new PatternAttacker(solver, register, patternsOf(table), new Set(hidden));
  return cells.map((cell) => attacker.rangeOf(cellOf(table, cell)));
}

/** What is hidden in a register beside what the rules hide; the attacker must not come nearer to any small number than asked. */
function furtherHidden(register: Register, patterns: readonly Deeds[], width: number) {
  const found = protect(register, { width, zeros: false });
  if (found.kind === 'refused') throw new Error('Nothing can be said');
  const attacker = new PatternAttacker(solver, register, patterns, found.hidden);
  for (const { few, closed, implied } of found.witnesses) {
    const roll = register.pupils.filter(({ group }) => few.groups.includes(group)).length;
    const [least, greatest] = attacker.rangeOf(few, closed);
    expect(greatest - least).toBeGreaterThanOrEqual(implied ? 1 : Math.min(width, roll));
  }
  expect(found.witnesses.length).toBeGreaterThan(0);
  return [...found.hidden].filter((one) => !found.primary.has(one)).sort((a, b) => a - b);
}

describe('single tables', () => {
  it('hide the fourth cell of the circle of Geurts (1992), whose interval is 3 to 6', () => {
    const table = tableOf([
      [5, 2],
      [1, 2],
      [3, 3],
    ]);
    expect(intervalsOf(table, [0, 1, 2, 3])).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
    const register = tableRegister(table, (_, cell) => ({
      least: 3,
      cost: cell < 4 ? 1 : Infinity,
      counterpart: false,
    }));
    expect(furtherHidden(register, patternsOf(table), 3)).toEqual([0]);
  });

  it('hide one more where a cell falls although every line hides two (sdcTable)', () => {
    const table = tableOf([
      [30, 47, 64, 89],
      [90, 124, 5, 31],
      [92, 100, 59, 85],
      [800, 991, 651, 685],
    ]);
    const hidden = [0, 1, 2, 4, 6, 9, 11, 13, 15];
    expect(intervalsOf(table, hidden)).toEqual([
      [25, 94],
      [47, 47],
      [0, 69],
      [26, 95],
      [0, 69],
      [0, 185],
      [0, 185],
      [906, 1091],
      [585, 770],
    ]);
    expect(intervalsOf(table, [...hidden, 5], [0, 1, 5])).toEqual([
      [0, 120],
      [0, 141],
      [30, 171],
    ]);
    const register = tableRegister(table, (count, cell) => ({
      least: hidden.includes(cell) ? count + 1 : 0,
      cost: 1,
      counterpart: false,
    }));
    expect(furtherHidden(register, patternsOf(table), 1)).toHaveLength(1);
  });

  it('hide the circle of the investment table (Willenborg and de Waal 1996)', () => {
    const table = tableOf([
      [20, 50, 10],
      [8, 19, 22],
      [17, 32, 12],
    ]);
    expect(intervalsOf(table, [3, 5, 6, 8])).toEqual([
      [0, 25],
      [5, 30],
      [0, 25],
      [4, 29],
    ]);
    const register = tableRegister(table, (count) => ({
      least: count === 22 ? 23 : 0,
      cost: count,
      counterpart: false,
    }));
    expect(furtherHidden(register, patternsOf(table), 25)).toEqual([3, 6, 8]);
  });
});

/** Places with so many pupils each, few of them where they are under a threshold, and sums of places that everybody knows. */
function placesOf(
  counts: readonly number[],
  least: number,
  sums: readonly (readonly number[])[],
): Register {
  const kinds = [...counts.keys()];
  const each = oneDeedEach(kinds, [0], counts.length);
  const singles = kinds.map((kind) => doing([kind]));
  const features = [...singles, ...each.features, ...sums.map(doing)];
  const margins = sums.map((_, at) => known(counts.length + each.features.length + at, [0]));
  const places = kinds.map((kind): Statement => ({
    ...known(kind, [0]),
    cost: 1,
    least,
    among: kind,
  }));
  return {
    pupils: counts.flatMap((count, kind) =>
      Array.from({ length: count }, (): Pupil => ({ group: 0, deeds: [kind] })),
    ),
    features,
    statements: [...places, ...each.statements, ...margins],
    numbers: kinds.map((kind) => [kind]),
  };
}

function placeOf(kind: number): Few {
  return { within: [kind], without: [], groups: [0] };
}

describe('linked tables', () => {
  const names = 'ABIJKLMN';
  const counts = [2, 2, 8, 8, 3, 3, 3, 7];
  const patterns = patternsOf({ columns: counts.length });
  const numbersIn = (letters: string) => [...letters].map((one) => names.indexOf(one));
  const districtOf = (sums: readonly string[]) => placesOf(counts, 4, sums.map(numbersIn));
  const counties = ['ABIJ', 'KLMN'];
  const sizes = ['ABIJKN', 'LM'];
  const intervalsIn = (sums: readonly string[], hidden: string, asked = hidden) => {
    const withheld = new Set(numbersIn(hidden));
    const attacker = new PatternAttacker(solver, districtOf(sums), patterns, withheld);
    return numbersIn(asked).map((kind) => attacker.rangeOf(placeOf(kind)));
  };

  it('are safe apart and tell a count together', () => {
    const [four, six, seven, nine] = [4, 6, 7, 9].map((most) => [0, most]);
    expect(intervalsIn(counties, 'ABKLM')).toEqual([four, four, nine, nine, nine]);
    expect(intervalsIn(sizes, 'ABKLM')).toEqual([seven, seven, seven, six, six]);
    expect(intervalsIn([...counties, ...sizes], 'ABKLM', 'K')).toEqual([[3, 3]]);
    expect(intervalsIn([...counties, ...sizes], 'ABKLMN', 'KN')).toEqual([
      [0, 10],
      [0, 10],
    ]);
  });

  it('hide nothing more apart, and together the one cell that both share', () => {
    expect(furtherHidden(districtOf(counties), patterns, 2)).toEqual([]);
    expect(furtherHidden(districtOf(sizes), patterns, 2)).toEqual([]);
    expect(furtherHidden(districtOf([...counties, ...sizes]), patterns, 2)).toEqual(numbersIn('N'));
  });
});

describe('pupils who are alone in a count', () => {
  const counts = [1, 2, 1, 0];
  const patterns = patternsOf({ columns: counts.length });

  it('find out each other where only they are hidden, so one number more is', () => {
    const hidden = new Set([0, 2]);
    const attacker = new PatternAttacker(solver, placesOf(counts, 0, []), patterns, hidden);
    expect(attacker.rangeOf(placeOf(2))).toEqual([0, 2]);
    expect(attacker.rangeOf(placeOf(2), [placeOf(0)])).toEqual([1, 1]);
    expect(furtherHidden(placesOf(counts, 2, []), patterns, 1)).toHaveLength(1);
  });
});

describe('distinct pupils', () => {
  const patterns = [...Array(8).keys()].map((pattern) =>
    [0, 1, 2].filter((deed) => (pattern >> deed) % 2 === 1),
  );
  // By who took part in which of the three blocks.
  const truth = [7, 9, 5, 3, 1, 1, 0, 1];
  const told = {
    I: doing([0]),
    II: doing([1]),
    III: doing([2]),
    any: doing([0, 1, 2]),
    two: { ...doing([]), least: 2, of: [new Set([0]), new Set([1]), new Set([2])] },
    three: { ...doing([]), least: 3, of: [new Set([0]), new Set([1]), new Set([2])] },
    'I or II': doing([0, 1]),
  } as const;
  const names = Object.keys(told) as (keyof typeof told)[];
  const third: Few = { within: [2], without: [], groups: [0] };
  const registerOf = (...said: readonly (keyof typeof told)[]): Register => {
    const statements = said.map((name): Statement => ({
      ...known(names.indexOf(name), [0]),
      cost: 1,
      least: 5,
    }));
    return {
      pupils: truth.flatMap((count, pattern) =>
        Array.from({ length: count }, () => ({ group: 0, deeds: patterns[pattern] ?? [] })),
      ),
      features: Object.values(told),
      statements,
      numbers: statements.map((_, at) => [at]),
    };
  };

  it('are not hidden by hiding their own count', () => {
    const rangeOf = (few: Few, ...said: readonly (keyof typeof told)[]) =>
      new PatternAttacker(solver, registerOf(...said), patterns, new Set()).rangeOf(few);
    expect(rangeOf(third, 'I', 'II', 'any')).toEqual([0, 20]);
    expect(rangeOf(third, 'I', 'II', 'any', 'two')).toEqual([2, 7]);
    expect(rangeOf(third, 'I', 'II', 'any', 'two', 'three')).toEqual([3, 3]);
    expect(rangeOf({ ...third, without: [0, 1] }, 'I', 'II', 'any', 'I or II')).toEqual([1, 1]);
  });

  it('cost further numbers only where those that are said tell them', () => {
    const further = (...said: readonly (keyof typeof told)[]) =>
      furtherHidden(registerOf(...said), patterns, 5).length;
    expect(further('I', 'II', 'III', 'any')).toBe(0);
    expect(further('I', 'II', 'III', 'any', 'two')).toBe(0);
    expect(further('I', 'II', 'III', 'any', 'two', 'three')).toBe(1);
    expect(further('I', 'II', 'III', 'any', 'I or II')).toBe(1);
  });
});
