import {
  indexDifference,
  indexOutcome,
  type IndexCell,
  type IndexPart,
} from '#lib/measures/index-value.ts';
import type { Composite, CountedMeasure, Measure } from '#lib/measures/measure.ts';
import { judge } from '#lib/measures/outcome.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Change, Outcome } from '#lib/model/result.ts';
import { compareCounts } from './change.ts';
import type { CountedCell, CountedCells } from './counts.ts';
import type { DesignEffects } from './design-effects.ts';
import type { Question } from './question.ts';

/** What is said of one cell: its outcome, the parts where it is an index, and the pupils on the roll of its group. */
export interface JudgedCell {
  readonly outcome: Outcome;
  readonly parts: readonly IndexPart[];
  readonly roll: number;
}

/** Outcomes of all cells of a question, at every time, with a way to compare two of them. */
export interface Outcomes {
  /** Time and members of each cell by its name. */
  readonly cells: CountedCells;
  outcome(name: string): JudgedCell;
  change(before: string, after: string): Change | null;
}

const none: CountedCells = new Map<string, CountedCell>();

function findIn(cells: CountedCells): (name: string) => CountedCell {
  return (name) => {
    const cell = cells.get(name);
    if (!cell) throw new RangeError('There is no such cell');
    return cell;
  };
}

function countedOutcomes(
  id: MeasureId,
  measure: CountedMeasure,
  cells: CountedCells,
  effects: DesignEffects,
): Outcomes {
  const cellAt = findIn(cells);
  const side = (name: string) => {
    const { counts, members } = cellAt(name);
    return { counts, effect: effects.effect(id, members) };
  };
  return {
    cells,
    outcome: (name) => {
      const { counts } = cellAt(name);
      return { outcome: judge(measure, counts), parts: [], roll: counts.roll };
    },
    change: (before, after) => compareCounts(measure, side(before), side(after)),
  };
}

function indexOutcomes(
  { index }: Composite,
  programme: Programme,
  asked: ReadonlyMap<string, CountedMeasure>,
  counted: ReadonlyMap<string, CountedCells>,
): Outcomes {
  const goalposts = Object.entries(programme.indices[index]);
  const cells: CountedCells = new Map(
    goalposts.flatMap(([part]) =>
      [...(counted.get(part) ?? none)].map(
        ([name, cell]) => [name, { ...cell, counts: { ...cell.counts, line: null } }] as const,
      ),
    ),
  );
  const found = findIn(cells);
  const cellAt = (name: string): IndexCell => ({
    parts: goalposts.map(([part, goalpost]): IndexPart => {
      const measure = asked.get(part);
      const cell = counted.get(part)?.get(name);
      const outcome = measure && cell ? judge(measure, cell.counts) : null;
      return { name: part, goalpost, outcome };
    }),
    aggregation: programme.aggregation[index],
    roll: found(name).counts.roll,
  });
  return {
    cells,
    outcome(name) {
      const cell = cellAt(name);
      return { outcome: indexOutcome(cell), parts: cell.parts, roll: cell.roll };
    },
    change(before, after) {
      const value = indexDifference(cellAt(before), cellAt(after));
      return value === null ? null : { value, lower: null, upper: null, p: null, detectable: null };
    },
  };
}

/** The outcomes of a question from what a query counted for the measures that were asked. */
export function outcomesOf(
  question: Question,
  programme: Programme,
  asked: ReadonlyMap<string, CountedMeasure>,
  counted: ReadonlyMap<string, CountedCells>,
  effects: DesignEffects,
): Outcomes {
  const measure: Measure = measures[question.measure];
  return measure.kind === 'composite'
    ? indexOutcomes(measure, programme, asked, counted)
    : countedOutcomes(question.measure, measure, counted.get(question.measure) ?? none, effects);
}
