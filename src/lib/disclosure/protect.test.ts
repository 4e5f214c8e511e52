import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSolver } from '../../../tests/attack/highs-solver.ts';
import { PatternAttacker } from '../../../tests/attack/pattern-attacker.ts';
import type { Solver } from '../../../tests/attack/solver.ts';
import type { Deeds, Feature } from './feature.ts';
import { protect } from './protect.ts';
import { changeOfFew, changesOf, type Pupil, type Register, type Statement } from './register.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

function met(least: number, ...of: readonly (readonly number[])[]): Feature {
  return { kind: 'met', least, often: 1, of: of.map((kinds) => new Set(kinds)) };
}

/** Three blocks of one kind of deeds each: each block, any of them, two of them, all of them, the first or the second. */
const blocks: readonly Feature[] = [
  met(1, [0]),
  met(1, [1]),
  met(1, [2]),
  met(1, [0, 1, 2]),
  met(2, [0], [1], [2]),
  met(3, [0], [1], [2]),
  met(1, [0, 1]),
];
const patterns: readonly Deeds[] = [...Array(8).keys()].map((pattern) =>
  [0, 1, 2].filter((deed) => (pattern >> deed) % 2 === 1),
);

function saying(feature: number, groups: readonly number[], cost: number): Statement {
  return { feature, groups, cost, about: feature, among: null, least: 5, barred: false };
}

function registerOf(pupils: readonly Pupil[], statements: readonly Statement[]): Register {
  return { pupils, features: blocks, statements, numbers: statements.map((_, at) => [at]) };
}

function pupilsOf(group: number, numbers: readonly number[]): Pupil[] {
  return numbers.flatMap((number, pattern) =>
    Array.from({ length: number }, () => ({ group, deeds: patterns[pattern] ?? [] })),
  );
}

function expectSafe(register: Register, width: number) {
  const protectedSnapshot = protect(register, { width, zeros: false });
  if (protectedSnapshot.kind === 'refused') return null;
  const { hidden, witnesses } = protectedSnapshot;
  const attacker = new PatternAttacker(solver, register, patterns, hidden);
  for (const { few, least, most, still, closed, implied } of witnesses) {
    const own = register.pupils.filter(({ group }) => few.groups.includes(group));
    const asked = implied ? 1 : Math.min(width, own.length);
    expect([...least.keys(), ...most.keys()].some((pupil) => still.has(pupil))).toBe(false);
    for (const world of [least, most]) {
      for (const [cell, change] of changesOf(register, world).entries()) {
        expect(change === 0 || hidden.has(cell)).toBe(true);
      }
      for (const own of closed) expect(changeOfFew(register, world, own)).toBe(0);
    }
    const shown = changeOfFew(register, most, few) - changeOfFew(register, least, few);
    expect(shown).toBeGreaterThanOrEqual(asked);
    const [lowest, highest] = attacker.rangeOf(few, closed);
    expect(highest - lowest).toBeGreaterThanOrEqual(asked);
  }
  return hidden;
}

describe('distinct pupils', () => {
  it('does not let the sum over blocks, any, two and all give a small block away', () => {
    const pupils = [
      ...pupilsOf(0, [7, 9, 5, 3, 1, 1, 0, 1]),
      ...pupilsOf(1, [9, 4, 6, 2, 6, 2, 1, 0]),
    ];
    const statements = [0, 1].flatMap((group) =>
      blocks.map((_, feature) => saying(feature, [group], 1)),
    );
    expect(expectSafe(registerOf(pupils, statements), 5)?.size).toBeGreaterThan(2);
  });

  it('gives nobody away in any classes, whatever is said of classes and of all together', () => {
    const classOf = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 8, maxLength: 8 });
    const some = fc.uniqueArray(fc.constantFrom(...blocks.keys()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(classOf, { minLength: 2, maxLength: 4 }), some, (classes, said) => {
        const groups = [...classes.keys()];
        const pupils = classes.flatMap((numbers, group) => pupilsOf(group, numbers));
        const present = groups.filter((group) => pupils.some((pupil) => pupil.group === group));
        const statements = said.flatMap((feature) => [
          saying(feature, present, 4),
          ...present.map((group) => saying(feature, [group], 1)),
        ]);
        expectSafe(registerOf(pupils, statements), 5);
      }),
      { numRuns: 20 },
    );
  });
});
