import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedStatement } from '#lib/model/shared-release.ts';
import { buildRegister } from './build-register.ts';
import { readKnown, valuesOf } from './prepare-release.ts';
import { askDeeds, askRoll } from './rows.ts';
import type { CountSpec } from './spec.ts';

/** A count that a snapshot told, with what it was then and what the records say of it now. */
export interface Recount extends CountSpec {
  readonly then: number;
  readonly now: number;
}

/** Whether a count is now what it was, but for the last digits of a sum of fractions. */
export function comesOut({ then, now }: Recount): boolean {
  return Math.abs(now - then) <= 1e-6 * Math.max(1, Math.abs(then));
}

/**
 * Counts all that a snapshot told again, pupil by pupil, from the records that count now. Rejects as the engine does, and with
 * a SyntaxError where what was told is not written as this app writes it.
 */
export async function recountStatements(
  engine: Engine,
  programme: Programme,
  statements: readonly SharedStatement[],
  signal?: AbortSignal,
): Promise<Recount[]> {
  const known = statements.flatMap((one) => readKnown(one, programme));
  const facts = {
    programme,
    deeds: await askDeeds(engine, programme, signal),
    rolls: {
      term: await askRoll(engine, 'term', signal),
      year: await askRoll(engine, 'year', signal),
    },
    values: await valuesOf(engine, known, programme, signal),
  };
  // Only to be counted: no rule says of whom, and from how many on.
  const numbers = known.map(({ feature, where }) => ({
    counts: [{ feature, where, about: feature, among: null, assessed: false, expected: null }],
    cost: 1,
  }));
  const { told, register } = buildRegister(facts, numbers, [], {
    least: 0,
    leastAssessed: 0,
    width: 0,
  });
  return known.map(({ feature, where, value }, number) => {
    const [place = -1] = register.numbers[number] ?? [];
    return { feature, where, then: value, now: told[place]?.value ?? NaN };
  });
}
