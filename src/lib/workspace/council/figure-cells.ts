import type { AnsweredCell } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import { hatchOf } from '#lib/charts/absence.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Change, Outcome } from '#lib/model/result.ts';
import type { Programme } from '#lib/model/programme.ts';
import { isOfSamePupils } from '../fitting.ts';
import { formatOf } from '../value-format.ts';
import type { ViewAnswer } from '../view-answer.ts';
import { decimalsOf } from './figure-native.ts';

const withheld: Outcome = { kind: 'absent', reason: 'withheld', n: null };

type Rounding = (value: number) => number;

/** A value as it is written: a drawing would tell its further digits by its lengths. */
function roundingOf(answer: ViewAnswer): Rounding {
  const values = formatOf(answer.choices.measure, locales.en);
  const { scale = 1 } = values;
  const places = decimalsOf(values);
  return (value) => Number((value * scale).toFixed(places)) / scale;
}

function saidOutcome(outcome: Outcome, round: Rounding): Outcome {
  // On how many a number would have rested that nobody is told is not told either.
  if (outcome.kind === 'absent') return { ...outcome, n: null };
  // A share follows from its two counts, whatever else is said of it.
  if (outcome.x !== null && outcome.n !== null) return outcome;
  const { value, lower, upper } = outcome;
  return {
    ...outcome,
    value: round(value),
    lower: lower === null ? null : round(lower),
    upper: upper === null ? null : round(upper),
  };
}

function saidChange(change: Change, round: Rounding): Change {
  const { value, lower, upper } = change;
  return {
    ...change,
    value: round(value),
    lower: lower === null ? null : round(lower),
    upper: upper === null ? null : round(upper),
  };
}

const placeOf = (time: number, { members }: AnsweredCell) => JSON.stringify([time, members]);

/**
 * An answer with nothing in it beyond what a figure says: no change of or to a number that is withheld, no number that was
 * withheld under its own time, nothing of what an absent one rests on, and no digits that nobody writes.
 */
export function saidAnswer(answer: ViewAnswer, programme: Programme): ViewAnswer {
  const { result, choices } = answer;
  const { compare, grain } = result.question;
  const round = roundingOf(answer);
  const hidden = new Set(
    result.cells.flatMap((cell) =>
      hatchOf(cell.outcome) === 'withheld' ? [placeOf(cell.time, cell)] : [],
    ),
  );
  const isHiddenBefore = (cell: AnsweredCell): boolean => {
    if (hatchOf(cell.before) === 'withheld') return true;
    // The same pupils a year ago are others than those of whom that time speaks itself.
    if (cell.before === null || isOfSamePupils(choices)) return false;
    const then = comparedTime(programme, grain, compare, cell.time);
    return then !== null && hidden.has(placeOf(then, cell));
  };
  const cells = result.cells.map((cell): AnsweredCell => {
    const outcome = saidOutcome(cell.outcome, round);
    const before = isHiddenBefore(cell) ? withheld : cell.before && saidOutcome(cell.before, round);
    const isCompared = outcome.kind === 'estimate' && before?.kind === 'estimate';
    const isHidden = hatchOf(outcome) === 'withheld';
    return {
      ...cell,
      outcome,
      before,
      change: isCompared && cell.change ? saidChange(cell.change, round) : null,
      parts: isHidden ? [] : cell.parts,
      roll: isHidden ? 0 : cell.roll,
    };
  });
  return { ...answer, result: { ...result, cells } };
}
