import type { Answer, Engine } from '#lib/engine/engine.ts';
import { foldText } from '#lib/i18n/fold.ts';
import {
  and,
  asc,
  contains,
  desc,
  isInDistinct,
  literal,
  or,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import {
  recordTables,
  type RecordColumn,
  type RecordTable,
  type RecordTableShape,
} from './record-tables.ts';

/** One condition on a column: among these values (null is «unknown»), between two ends (either may be open), or holding a text. */
export type RecordFilter =
  | { readonly column: string; readonly among: readonly (string | number | boolean | null)[] }
  | {
      readonly column: string;
      readonly from: string | number | null;
      readonly to: string | number | null;
    }
  | { readonly column: string; readonly holding: string };

/** Order by one column. */
export interface RecordSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows of which records are wanted; without `columns` all of the table. `search` must hold word by word in some text. */
export interface RecordRequest {
  readonly table: RecordTable;
  readonly columns?: readonly string[];
  readonly sort: readonly RecordSort[];
  readonly filter: readonly RecordFilter[];
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** A condition by SQL tables of its own, such as the records behind one number. */
export interface RecordScope {
  readonly with: Readonly<Record<string, Query>>;
  readonly where: ExprNode;
}

function shapeOf(table: RecordTable): RecordTableShape {
  return recordTables[table];
}

function columnOf(table: RecordTable, name: string): RecordColumn {
  const { columns } = shapeOf(table);
  const found = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!found) throw new RangeError(`Records «${table}» have no column «${name}»`);
  return found;
}

/** A text folded for search in SQL: lower case, ё as е. */
function folded(expression: ExprNode): ExprNode {
  return sql`replace(lower(${expression}), 'ё', 'е')`;
}

function condition(table: RecordTable, filter: RecordFilter): ExprNode {
  const { sql: expression, value } = columnOf(table, filter.column);
  if ('among' in filter) {
    if (filter.among.length === 0) return literal(false);
    return isInDistinct(
      expression,
      filter.among.map((one) => literal(one)),
    );
  }
  if ('holding' in filter) {
    return contains(folded(sql`${expression}::VARCHAR`), literal(foldText(filter.holding)));
  }
  const end = (edge: string | number) =>
    value === 'date' ? sql`${literal(String(edge))}::DATE` : literal(Number(edge));
  return and(
    filter.from === null ? literal(true) : sql`${expression} >= ${end(filter.from)}`,
    filter.to === null ? literal(true) : sql`${expression} <= ${end(filter.to)}`,
  );
}

function searchCondition(table: RecordTable, search: string): ExprNode {
  const texts = Object.values(shapeOf(table).columns).filter(({ searched }) => searched);
  const words = foldText(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return literal(true);
  return and(
    ...words.map((word) =>
      or(
        ...texts.map((text) => sql`coalesce(${contains(folded(text.sql), literal(word))}, false)`),
      ),
    ),
  );
}

function matching(request: RecordRequest, scope: RecordScope | null): Query {
  const { table, filter, search } = request;
  const query = Query.from(shapeOf(table).source()).where(
    searchCondition(table, search),
    ...filter.map((one) => condition(table, one)),
    scope?.where ?? literal(true),
  );
  return scope ? query.with(scope.with) : query;
}

/** SQL of the number of records that a request leaves. */
export function countQuery(request: RecordRequest, scope: RecordScope | null = null): string {
  return String(
    (matching(request, scope) as ReturnType<typeof Query.from>).select({ total: sql`count(*)` }),
  );
}

/** SQL of one page of records; ties are broken by the place in the source, so that pages neither overlap nor leave gaps. */
export function pageQuery(request: RecordRequest, scope: RecordScope | null = null): string {
  const { table, sort, offset, limit } = request;
  const names = request.columns ?? Object.keys(shapeOf(table).columns);
  const selected = Object.fromEntries(names.map((name) => [name, columnOf(table, name).sql]));
  const order = sort.map(({ column, descending }) => {
    const { sort: by, sql: shown } = columnOf(table, column);
    return descending ? desc(by ?? shown, false) : asc(by ?? shown, false);
  });
  const ties = ['import_id', 'sheet', 'row', 'col'].map((name) => columnOf(table, name).sql);
  return String(
    (matching(request, scope) as ReturnType<typeof Query.from>)
      .select(selected)
      .orderby(...order, ...ties, sql`f.rowid`)
      .limit(limit)
      .offset(offset),
  );
}

/** One page of records, one array a column. */
export function askRecords(
  engine: Engine,
  request: RecordRequest,
  signal?: AbortSignal,
): Promise<Answer> {
  return engine.ask(pageQuery(request), signal);
}

/** How many records a request leaves, whatever its page. */
export async function countRecords(
  engine: Engine,
  request: RecordRequest,
  signal?: AbortSignal,
): Promise<number> {
  const answer = await engine.ask(countQuery(request), signal);
  return Number(answer.columns['total']?.[0] ?? 0);
}
