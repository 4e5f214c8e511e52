import type { Engine } from '#lib/engine/engine.ts';
import type { CellCounts } from '#lib/measures/counts.ts';
import { facts } from '#lib/measures/facts.ts';
import type { Measure, Slice } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { and, column, isNotDistinct, literal, sql } from '@uwdata/mosaic-sql';
import { askMeasure } from './answer.ts';
import type { AnsweredCell, Result } from './result.ts';
import { behindCell, type Behind, type CellAddress } from './behind.ts';
import { cellName, readCounts } from './counts.ts';
import { planQuestions } from './plan.ts';
import type { Question } from './question.ts';
import { comparedTime } from './times.ts';
import { workOut, type Working } from './working.ts';
import { askRecordsStep, type RecordsStep } from './worked-records.ts';

/** The pupils on the roll of a cell with the records of class lists that name them. */
export interface RollStep {
  readonly count: number;
  readonly behind: Behind;
}

/** The number of one cell taken apart: the roll, the records, the arithmetic, and the time that it is compared with. */
export interface WorkedExample {
  readonly question: Question;
  readonly cell: AnsweredCell;
  /** Null where the measure asks nothing of the roll. */
  readonly roll: RollStep | null;
  readonly records: readonly RecordsStep[];
  readonly working: Working;
  /** Null where the calendar has no time to compare with. */
  readonly comparedTime: number | null;
}

/** What an example is chosen from: a measure's values over all times, by one dimension or none. */
export function exampleQuestion(asked: Pick<Question, 'measure' | 'by' | 'grain'>): Question {
  return { ...asked, times: 'all', selection: [], compare: 'year-ago' };
}

/**
 * The cell of a result that an example is made of: of the time and the members that are asked for, the latest with a
 * number, else the latest at all; null where the result has no such cell.
 */
export function chooseCell(
  { cells }: Result,
  time: number | null,
  members: CellAddress['members'] | null,
): AnsweredCell | null {
  const wanted = cells.filter(
    (cell) =>
      (time === null || cell.time === time) &&
      (members === null || cellName(0, cell.members) === cellName(0, members)),
  );
  const latest = (list: readonly AnsweredCell[]): AnsweredCell | null => {
    const last = Math.max(...list.map((cell) => cell.time));
    return list.find((cell) => cell.time === last) ?? null;
  };
  return latest(wanted.filter(({ outcome }) => outcome.kind === 'estimate')) ?? latest(wanted);
}

function rollBehind(slice: Slice, { time, members }: CellAddress): Behind {
  const clauses = slice.by.flatMap((name, index) =>
    pupilSideDimensions.includes(name)
      ? [isNotDistinct(column(name, 'e'), literal(members[index] ?? null))]
      : [],
  );
  const where = and(sql`e.time = ${literal(time)}`, ...clauses);
  return {
    table: 'roll',
    scope: {
      with: facts(slice),
      where: sql`(f.person, f.period) IN (SELECT (e.person, c.period)
        FROM enrolled e JOIN clock c ON c.time = e.time WHERE ${where})`,
    },
  };
}

/** What the app's own query counted in a cell; null for an index, whose parts are counted apart. */
async function askCounts(
  engine: Engine,
  question: Question,
  { time, members }: CellAddress,
  programme: Programme,
  signal?: AbortSignal,
): Promise<CellCounts | null> {
  const [query] = planQuestions([question], programme).queries;
  if (!query || measures[question.measure].kind === 'composite') return null;
  const counted = readCounts(await engine.ask(query.sql, signal), query.by);
  return counted.get(question.measure)?.get(cellName(time, members))?.counts ?? null;
}

/**
 * Takes the number of one cell of a question's result apart, by the queries that the app itself asks: nothing is counted by
 * a formula of its own. Rejects with `QueryError` where the engine refuses; aborting the signal cancels the queries.
 */
export async function askWorkedExample(
  engine: Engine,
  question: Question,
  cell: AnsweredCell,
  programme: Programme,
  signal?: AbortSignal,
): Promise<WorkedExample> {
  const measure: Measure = measures[question.measure];
  const { grain, by, selection, score, compare } = question;
  const slice: Slice = { grain, by, selection, programme, score: score ?? null };
  const onRoll = measure.kind !== 'composite' && (measure.over === 'roll' || measure.needsRoll);
  const [counts, records] = await Promise.all([
    askCounts(engine, question, cell, programme, signal),
    measure.kind === 'composite'
      ? []
      : Promise.all(
          behindCell(question, cell, programme).map((behind) =>
            askRecordsStep(
              engine,
              behind,
              { measure, slice, address: cell, line: cell.line },
              signal,
            ),
          ),
        ),
  ]);
  return {
    question,
    cell,
    roll: onRoll ? { count: cell.roll, behind: rollBehind(slice, cell) } : null,
    records,
    working: workOut(measure, cell, counts, programme),
    comparedTime: comparedTime(programme, grain, compare, cell.time),
  };
}

/** The cells that an example may be made of. */
export function askExampleCells(
  engine: Engine,
  asked: Pick<Question, 'measure' | 'by' | 'grain'>,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Result> {
  return askMeasure(engine, exampleQuestion(asked), programme, signal);
}
