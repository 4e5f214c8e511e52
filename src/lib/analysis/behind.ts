import type { Answer, Engine } from '#lib/engine/engine.ts';
import { facts } from '#lib/measures/facts.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import { and, eq, isNotDistinct, literal } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';
import type { RecordTable } from './record-tables.ts';
import { countQuery, pageQuery, type RecordRequest, type RecordScope } from './records.ts';
import { sliceOf } from './plan.ts';
import { isDivisible, type Question } from './question.ts';

/** One cell of a result: its time and its members, in the order of the question's dimensions. */
export interface CellAddress {
  readonly time: number;
  readonly members: readonly MemberKey[];
}

/** One table that holds records behind a cell, with the condition that picks them. */
export interface Behind {
  readonly table: RecordTable;
  readonly scope: RecordScope;
}

/** The records that make the numerator of one cell, by table; none for an index, whose parts have their own. */
export function behindCell(
  question: Question,
  cell: CellAddress,
  programme: Programme,
): readonly Behind[] {
  const measure: Measure = measures[question.measure];
  if (measure.kind === 'composite' || !isDivisible(question)) return [];
  const { by } = question;
  const slice = sliceOf(question, programme);
  const condition = and(
    eq('time', literal(cell.time)),
    ...by.map((name, index) => isNotDistinct(name, literal(cell.members[index] ?? null))),
  );
  return measure.traces(slice).map(({ table, with: tables, where }) => ({
    table,
    scope: { with: { ...facts(slice), ...tables }, where: where(condition) },
  }));
}

/** One page of the records behind a cell; the request's table must be the one that is behind it. */
export function askBehind(
  engine: Engine,
  { scope, table }: Behind,
  request: Omit<RecordRequest, 'table'>,
  signal?: AbortSignal,
): Promise<Answer> {
  return engine.ask(pageQuery({ ...request, table }, scope), signal);
}

/** How many records lie behind a cell in one table. */
export async function countBehind(
  engine: Engine,
  { scope, table }: Behind,
  signal?: AbortSignal,
): Promise<number> {
  const everything = { table, sort: [], filter: [], search: '', offset: 0, limit: 0 };
  const answer = await engine.ask(countQuery(everything, scope), signal);
  return Number(answer.columns['total']?.[0] ?? 0);
}
