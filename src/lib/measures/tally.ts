import type { Dimension } from '#lib/model/dimension.ts';
import { literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';

/** The keys of a tally: the time and the dimensions. */
export function keys(by: readonly Dimension[]): string[] {
  return ['time', ...by];
}

interface Columns {
  readonly x?: ExprNode;
  readonly n?: ExprNode;
  readonly total?: ExprNode;
  readonly squares?: ExprNode;
  readonly line?: ExprNode;
}

/** A table grouped by the keys, with the columns of a tally; those not given are null. */
export function tallyOf(
  by: readonly Dimension[],
  source: string | Query,
  columns: Columns,
  where: ExprNode = literal(true),
): Query {
  const nothing = sql`NULL`;
  const { x = nothing, n = nothing, total = nothing, squares = nothing, line = nothing } = columns;
  const rows = typeof source === 'string' ? Query.from(source) : Query.from({ source });
  return rows
    .select(...keys(by), {
      x: sql`(${x})::DOUBLE`,
      n: sql`(${n})::DOUBLE`,
      total: sql`(${total})::DOUBLE`,
      squares: sql`(${squares})::DOUBLE`,
      line: sql`(${line})::VARCHAR`,
    })
    .where(where)
    .groupby(...keys(by));
}

/** Distinct pupils of the roll among the counted deeds that meet a condition, as `x`. */
export function countPupils(by: readonly Dimension[], where: ExprNode = literal(true)): Query {
  return tallyOf(by, 'counted', { x: sql`count(DISTINCT person)` }, sql`listed AND ${where}`);
}

/** One row a pupil of the roll, time and members, with a `value` aggregated over the pupil's counted deeds. */
export function eachPupil(by: readonly Dimension[], value: ExprNode): Query {
  return Query.from('counted')
    .select(...keys(by), 'person', { value })
    .where(sql`listed`)
    .groupby(...keys(by), 'person');
}

/** `n`, `total` and `squares` of the column `value` of a query with one row a person. */
export function moments(by: readonly Dimension[], each: Query, line?: ExprNode): Query {
  return tallyOf(by, each, {
    n: sql`count(value)`,
    total: sql`sum(value)`,
    squares: sql`sum(value::DOUBLE * value)`,
    ...(line ? { line } : {}),
  });
}

/** `x` of `n` persons of a query with one row a person: those whose `value` meets a condition. */
export function shareOf(
  by: readonly Dimension[],
  each: Query,
  condition: ExprNode,
  line?: ExprNode,
): Query {
  return tallyOf(by, each, {
    x: sql`count(*) FILTER (WHERE ${condition})`,
    n: sql`count(*)`,
    ...(line ? { line } : {}),
  });
}
