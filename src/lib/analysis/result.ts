import type { Answer } from '#lib/engine/engine.ts';
import type { IndexPart } from '#lib/measures/index-value.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { orderMembers, type Member } from './members.ts';
import type { Question } from './question.ts';

/** One cell of a result; a cell of an index also says what each part gave. */
export interface AnsweredCell extends ResultCell {
  readonly parts: readonly IndexPart[];
  /** Pupils on the roll of the group that the cell speaks of. */
  readonly roll: number;
  /** What was measured with, such as «torrance · A»; a chart never joins two lines. */
  readonly line: string | null;
}

/** The answer to a question: cells in the order of times and members, and the members of each dimension that occur. */
export interface Result {
  readonly question: Question;
  readonly cells: readonly AnsweredCell[];
  readonly members: readonly (readonly Member[])[];
  /** The times that occur, in order. */
  readonly times: readonly number[];
  /** Why nothing was asked: the measure cannot be divided or filtered so. */
  readonly refusal: 'not-divisible' | null;
}

/** The result of a question that was not asked. */
export function refuseQuestion(question: Question): Result {
  const members = question.by.map(() => []);
  return { question, cells: [], members, times: [], refusal: 'not-divisible' };
}

/** The cells of a question in the order of times and members, without those of times that were not asked for. */
export function arrangeCells(
  question: Question,
  cells: readonly AnsweredCell[],
  programme: Programme,
  partners: Answer | null,
): Result {
  const wanted = question.times === 'all' ? null : new Set(question.times);
  const kept = cells.filter(({ time }) => !wanted || wanted.has(time));
  const members = question.by.map((dimension, index) => {
    const keys = kept.map((cell) => cell.members[index] ?? null);
    return orderMembers(dimension, keys, programme, partners);
  });
  const places = members.map((list) => new Map(list.map(({ key }, index) => [key, index])));
  const sorted = kept
    .map((cell) => ({
      rank: [
        cell.time,
        ...places.map((place, index) => place.get(cell.members[index] ?? null) ?? 0),
      ],
      cell,
    }))
    .sort((a, b) => a.rank.reduce((sum, rank, i) => sum || rank - (b.rank[i] ?? 0), 0))
    .map(({ cell }) => cell);
  const times = [...new Set(sorted.map(({ time }) => time))];
  return { question, cells: sorted, members, times, refusal: null };
}
