import type { Engine } from '#lib/engine/engine.ts';
import type { NumberedCell } from '#lib/disclosure/published.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { SharedStatement } from '#lib/model/shared-release.ts';
import { askCountings, askPartnerNames, resultOf, type Counting } from '../answer.ts';
import { cellName } from '../counts.ts';
import type { DesignEffects } from '../design-effects.ts';
import type { Question } from '../question.ts';
import type { AnsweredCell, Result } from '../result.ts';
import { comparedTime } from '../times.ts';
import {
  buildRegister,
  type BuiltRegister,
  type KnownCount,
  type Thresholds,
} from './build-register.ts';
import { canBeTold, countsOf, partsOf } from './counts-of.ts';
import { groupBy } from './group-by.ts';
import { askDeeds, askRoll, askValues, type PersonRow, type ValueRow } from './rows.ts';
import { readCount, type CountSpec, type SaidCount } from './spec.ts';
import { readValuesName, valuesQuery } from './value-sources.ts';

/** A question, and what a snapshot shows of its result. */
export interface ReleaseWish {
  readonly question: Question;
  readonly shownOf: (result: Result) => readonly AnsweredCell[];
}

/** What a snapshot could say to a wish, with the numbers under which its shown cells are audited; or that nobody could audit it. */
export type WishedResult =
  | {
      readonly kind: 'cells';
      readonly result: Result;
      readonly cells: readonly NumberedCell<AnsweredCell>[];
    }
  | { readonly kind: 'no-sum' };

/** All that a snapshot could say, and the register by which it is audited. */
export interface PreparedRelease extends BuiltRegister {
  readonly wishes: readonly WishedResult[];
}

/** What the settings say of a release. */
export interface ReleaseSettings extends Thresholds {
  /** Correlation of pupils of one class, from 0 to 1, by which changes are taken to be less sure. */
  readonly classCorrelation: number;
}

interface Numbered {
  readonly counts: readonly SaidCount[];
  readonly cost: number;
}

/** Counts the cells of all wishes and gives each that is shown, or compared with one that is, a number. */
class Numbering {
  readonly numbers: Numbered[] = [];
  readonly #programme: Programme;
  readonly #places = new Map<string, number | null>();

  constructor(programme: Programme) {
    this.#programme = programme;
  }

  /** The number of a cell with an outcome; null where it says nothing of pupils. */
  of(
    question: Question,
    counting: Counting,
    { time, members, outcome }: Pick<AnsweredCell, 'time' | 'members' | 'outcome'>,
  ): number | null {
    if (isUncounted(outcome)) return null;
    const { measure, by, grain, span, selection, score } = question;
    const cell = cellName(time, members);
    const place = JSON.stringify([measure, by, grain, span, selection, score, cell]);
    const own = this.#places.get(place);
    if (own !== undefined) return own;
    const counts = partsOf(measure, this.#programme).flatMap((part) => {
      const counted = counting.counted.get(part)?.get(cell);
      return counted ? countsOf(part, question, this.#programme, counted) : [];
    });
    const cost = members.length === 0 ? 4 : 1;
    const saysNothing = counts.length === 0 || areUntested(outcome, counts);
    const number = saysNothing ? null : this.numbers.push({ counts, cost }) - 1;
    this.#places.set(place, number);
    return number;
  }
}

/** Whether nothing was recorded or could be counted: that it was, and came to nobody, says so of each. */
function isUncounted(outcome: Outcome): boolean {
  return outcome.kind === 'absent' && outcome.reason !== 'too-few' && outcome.n !== 0;
}

/** Whether it is said that nobody was tested or asked, which is up to the school. */
function areUntested(outcome: Outcome, counts: readonly SaidCount[]): boolean {
  const isNone = outcome.kind === 'absent' && outcome.n === 0;
  return isNone && counts.some(({ where }) => where.of !== null);
}

/** How much less counts say where classes of the usual size take part together, whatever these classes did. */
function publicEffects(roll: readonly PersonRow[], correlation: number): DesignEffects {
  const classes = groupBy(roll, ({ time, members }) => `${time} ${members.get('class') ?? ''}`);
  const size = roll.length / Math.max(1, classes.size);
  const effect = 1 + Math.max(0, size - 1) * correlation;
  return { effect: () => effect };
}

/** A count that an earlier snapshot told, as it was written down. */
export function readKnown({ told, value }: SharedStatement, { periods }: Programme): KnownCount[] {
  const count = readCount(told, periods);
  return count ? [{ ...count, value }] : [];
}

/** The values of pupils and forms that counts read, by the names of the values. Rejects as the engine does. */
export async function valuesOf(
  engine: Engine,
  counts: readonly CountSpec[],
  programme: Programme,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly ValueRow[]>> {
  const found = new Map<string, readonly ValueRow[]>();
  for (const of of new Set(counts.flatMap(({ where }) => where.of ?? []))) {
    const values = readValuesName(of);
    if (values) found.set(of, await askValues(engine, valuesQuery(values, programme), signal));
  }
  return found;
}

/**
 * Counts all that a snapshot could say, with the register of the pupils behind it. Changes carry intervals that follow from
 * the said numbers and from what everybody knows of classes. Rejects as `askMeasures` does.
 */
export async function prepareRelease(
  engine: Engine,
  wishes: readonly ReleaseWish[],
  programme: Programme,
  earlier: readonly SharedStatement[],
  settings: ReleaseSettings,
  signal?: AbortSignal,
): Promise<PreparedRelease> {
  const questions = wishes.map(({ question }) => question);
  const partners = await askPartnerNames(engine, questions, signal);
  const rolls = {
    term: await askRoll(engine, 'term', signal),
    year: await askRoll(engine, 'year', signal),
  };
  const effects = publicEffects(rolls.term, settings.classCorrelation);
  const countings = await askCountings(engine, questions, programme, signal);
  const numbering = new Numbering(programme);
  const results = wishes.map(({ question, shownOf }, index): WishedResult => {
    const counting = countings[index];
    if (!counting || !canBeTold(question.measure, programme)) return { kind: 'no-sum' };
    const result = resultOf(question, programme, { ...counting, effects }, partners);
    const cells = shownOf(result).map((cell) => {
      const { time, members, before } = cell;
      const then = comparedTime(programme, question.grain, question.compare, time);
      return {
        cell,
        now: numbering.of(question, counting, cell),
        before:
          before === null || then === null
            ? null
            : numbering.of(question, counting, { time: then, members, outcome: before }),
      };
    });
    return { kind: 'cells', result, cells };
  });
  const { numbers } = numbering;
  const known = earlier.flatMap((one) => readKnown(one, programme));
  const counts: CountSpec[] = [...numbers.flatMap((one) => one.counts), ...known];
  const facts = {
    programme,
    deeds: await askDeeds(engine, programme, signal),
    rolls,
    values: await valuesOf(engine, counts, programme, signal),
  };
  return { ...buildRegister(facts, numbers, known, settings), wishes: results };
}
