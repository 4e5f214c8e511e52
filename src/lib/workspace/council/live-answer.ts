import { askMeasures } from '#lib/analysis/answer.ts';
import type { Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { timeOf as timeAt } from '#lib/programme/time.ts';
import { questionOf, type LiveNumber } from './live-number.ts';

/** What is known of a number: its outcome, its change where it is asked for, and of which time it is. */
export interface NumberCell extends Pick<ResultCell, 'outcome' | 'before' | 'change'> {
  readonly time: number | null;
}

/**
 * The time that a number speaks of at its grain, or up to which it looks for the last one, with the draft's period given by
 * its number; null where the calendar has none.
 */
export function timeOf(
  { time, grain }: Pick<LiveNumber, 'time' | 'grain'>,
  period: number | null,
  programme: Programme,
): number | null {
  const own =
    typeof time === 'string' ? period : programme.periods.findIndex(({ id }) => id === time.period);
  const at = own === null ? null : timeAt(programme, grain, own);
  if (at === null) return null;
  return time === 'year-ago' ? comparedTime(programme, grain, 'year-ago', at) : at;
}

function isOf({ members }: LiveNumber, cell: Pick<ResultCell, 'members'>): boolean {
  return members.every(({ key }, index) => cell.members[index] === key);
}

/** The time that a number speaks of in its result: as `timeOf`, or the last up to it of which there are records. */
export function timeIn(
  number: LiveNumber,
  { cells }: { readonly cells: readonly Pick<ResultCell, 'members' | 'time' | 'outcome'>[] },
  period: number | null,
  programme: Programme,
): number | null {
  const end = timeOf(number, period, programme);
  if (number.time !== 'last' || end === null) return end;
  const recorded = cells.filter(
    (cell) =>
      cell.time <= end &&
      isOf(number, cell) &&
      !(cell.outcome.kind === 'absent' && cell.outcome.reason === 'no-records'),
  );
  return (
    recorded.reduce<number | null>((last, { time }) => Math.max(last ?? time, time), null) ?? end
  );
}

/** The cell of a result that a number speaks of at a time; an absent one where the result has none. */
export function cellOf(number: LiveNumber, result: Result, time: number | null): NumberCell {
  const cell = result.cells.find((one) => one.time === time && isOf(number, one));
  if (cell) return cell;
  const reason = result.refusal ?? 'no-records';
  return { outcome: { kind: 'absent', reason, n: null }, before: null, change: null, time };
}

/**
 * Asks for numbers with as few queries as they need; `period` is the draft's by its number. Gives what each says under the
 * name that it has. Rejects as `askMeasures` does.
 */
export async function askNumbers(
  engine: Engine,
  numbers: ReadonlyMap<string, LiveNumber>,
  period: number | null,
  programme: Programme,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, NumberCell>> {
  const asked = new Map([...numbers.values()].map((one) => [JSON.stringify(questionOf(one)), one]));
  const questions = [...asked.values()].map(questionOf);
  const answers = await askMeasures(engine, questions, programme, signal);
  const byQuestion = new Map([...asked.keys()].map((key, index) => [key, answers[index]]));
  return new Map(
    [...numbers].flatMap(([token, number]) => {
      const result = byQuestion.get(JSON.stringify(questionOf(number)));
      if (!result) return [];
      const time = timeIn(number, result, period, programme);
      return [[token, cellOf(number, result, time)] as const];
    }),
  );
}
