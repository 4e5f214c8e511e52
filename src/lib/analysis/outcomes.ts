import { indexOutcome, isPresent, type IndexPart } from '#lib/measures/index-value.ts';
import type { Composite, CountedMeasure, Measure } from '#lib/measures/measure.ts';
import { changeBetween, judge } from '#lib/measures/outcome.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Change, Outcome } from '#lib/model/result.ts';
import type { CountedCell, CountedCells } from './counts.ts';
import type { Question } from './question.ts';

/** Outcomes of all cells of a question, at every time, with a way to compare two of them. */
export interface Outcomes {
  /** Time and members of each cell by its name. */
  readonly cells: CountedCells;
  outcome(name: string): { readonly outcome: Outcome; readonly parts: readonly IndexPart[] };
  change(before: string, after: string): Change | null;
}

const none: CountedCells = new Map<string, CountedCell>();

function countedOutcomes(measure: CountedMeasure, cells: CountedCells): Outcomes {
  const counts = (name: string) => {
    const cell = cells.get(name);
    if (!cell) throw new RangeError('There is no such cell');
    return cell.counts;
  };
  return {
    cells,
    outcome: (name) => ({ outcome: judge(measure, counts(name)), parts: [] }),
    change: (before, after) => changeBetween(measure, counts(before), counts(after)),
  };
}

function indexOutcomes(
  { index }: Composite,
  programme: Programme,
  asked: ReadonlyMap<string, CountedMeasure>,
  counted: ReadonlyMap<string, CountedCells>,
): Outcomes {
  const goalposts = Object.entries(programme.indices[index]);
  const outcome = (name: string) => {
    const parts = goalposts.map(([part, goalpost]): IndexPart => {
      const measure = asked.get(part);
      const cell = counted.get(part)?.get(name);
      return {
        name: part,
        goalpost,
        outcome: measure && cell ? judge(measure, cell.counts) : null,
      };
    });
    return { outcome: indexOutcome(parts), parts };
  };
  return {
    cells: new Map(
      goalposts.flatMap(([part]) =>
        [...(counted.get(part) ?? none)].map(
          ([name, cell]) => [name, { ...cell, counts: { ...cell.counts, line: null } }] as const,
        ),
      ),
    ),
    outcome,
    change(before, after) {
      const [earlier, later] = [outcome(before), outcome(after)];
      if (earlier.outcome.kind === 'absent' || later.outcome.kind === 'absent') return null;
      if (presentParts(earlier.parts) !== presentParts(later.parts)) return null;
      const value = later.outcome.value - earlier.outcome.value;
      return { value, lower: null, upper: null };
    },
  };
}

/** Names of the parts that an index rests on; two indices of different parts are not compared. */
function presentParts(parts: readonly IndexPart[]): string {
  return parts
    .filter(isPresent)
    .map(({ name }) => name)
    .join();
}

/** The outcomes of a question from what a query counted for the measures that were asked. */
export function outcomesOf(
  question: Question,
  programme: Programme,
  asked: ReadonlyMap<string, CountedMeasure>,
  counted: ReadonlyMap<string, CountedCells>,
): Outcomes {
  const measure: Measure = measures[question.measure];
  return measure.kind === 'composite'
    ? indexOutcomes(measure, programme, asked, counted)
    : countedOutcomes(measure, counted.get(question.measure) ?? none);
}
