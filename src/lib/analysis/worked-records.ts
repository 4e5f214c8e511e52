import type { Answer, Engine } from '#lib/engine/engine.ts';
import { facts } from '#lib/measures/facts.ts';
import type { CountedMeasure, FactTable, Slice } from '#lib/measures/measure.ts';
import {
  eventDimensions,
  isOwnDimension,
  ownDimensions,
  pupilSideDimensions,
  type Dimension,
} from '#lib/model/dimension.ts';
import { and, column, isNotDistinct, literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Behind, CellAddress } from './behind.ts';
import { recordTables } from './record-tables.ts';

/** Why a record of the time does not count; «definition» is whatever the numerator itself leaves out. */
export type LeftOut =
  | 'uncounted-role'
  | 'off-roll'
  | 'not-held'
  | 'named'
  | 'no-hours'
  | 'no-score'
  | 'no-contract'
  | 'other-line'
  | 'other-member'
  | 'definition';

/** How the records of one table became those behind a number: so many of so many, and why the others were left out. */
export interface RecordsStep {
  readonly behind: Behind;
  readonly counted: number;
  readonly of: number;
  /** Different people among the records that count; null where the records name nobody. */
  readonly people: number | null;
  readonly left: readonly { readonly reason: LeftOut; readonly count: number }[];
}

/** The cell that is worked through: its measure, slice and address, and what it was measured with. */
export interface WorkedCell {
  readonly measure: CountedMeasure;
  readonly slice: Slice;
  readonly address: CellAddress;
  readonly line: string | null;
}

type Reasons = readonly (readonly [LeftOut, ExprNode])[];

const classSide: readonly Dimension[] = ['grade', 'class'];
const deedSide: readonly Dimension[] = [...eventDimensions, ...pupilSideDimensions];
const occasionSide = eventDimensions.filter((dimension) => !isOwnDimension(dimension));
const personal: readonly FactTable[] = ['participation', 'roll', 'volunteering', 'assessment'];

/** What the cell's members ask of some dimensions, as columns of `alias`; null where it asks nothing of them. */
function members(
  { slice, address }: WorkedCell,
  wanted: readonly Dimension[],
  alias?: string,
): ExprNode | null {
  const clauses = slice.by.flatMap((name, index) =>
    wanted.includes(name)
      ? [isNotDistinct(column(name, alias), literal(address.members[index] ?? null))]
      : [],
  );
  return clauses.length === 0 ? null : and(...clauses);
}

function now({ address }: WorkedCell): ExprNode {
  return sql`time = ${literal(address.time)}`;
}

function reason(name: LeftOut, condition: ExprNode | null): Reasons {
  return condition ? [[name, condition]] : [];
}

/** The reason «of another member», where the cell has a member: the rows whose key is not among those of the member. */
function elsewhere(key: ExprNode, select: string, source: string, where: ExprNode | null): Reasons {
  const among =
    where &&
    Query.from(source)
      .select({ key: sql`${column(select)}` })
      .where(where);
  return among ? [['other-member', sql`${key} NOT IN (${among})`]] : [];
}

function offRoll(cell: WorkedCell): Reasons {
  const { measure } = cell;
  if (measure.over !== 'roll' && !measure.needsRoll) return [];
  return [['off-roll', sql`f.person NOT IN (SELECT person FROM pupils WHERE ${now(cell)})`]];
}

function otherPupils(cell: WorkedCell): Reasons {
  const where = members(cell, pupilSideDimensions);
  return elsewhere(sql`f.person`, 'person', 'pupils', where && and(now(cell), where));
}

/** For each table the reasons in the order in which they are tried; a record is left out by the first that holds. */
const reasons: Record<FactTable, (cell: WorkedCell) => Reasons> = {
  participation: (cell) => {
    const where = members(cell, deedSide);
    const among = where && Query.from('deeds').select('event', 'person').where(now(cell), where);
    return [
      ['uncounted-role', sql`NOT coalesce(k.counted, true)`],
      ...offRoll(cell),
      ...reason(
        'other-member',
        among &&
          sql`NOT EXISTS (SELECT 1 FROM (${among}) m WHERE m.event = f.event AND m.person = f.person)`,
      ),
    ];
  },
  roll: otherPupils,
  volunteering: (cell) => [
    ['no-hours', sql`f.hours IS NULL`],
    ...offRoll(cell),
    ...otherPupils(cell),
  ],
  event: (cell) => [
    ['not-held', sql`NOT coalesce(f.held, true)`],
    ...elsewhere(sql`f.event`, 'event', 'occasions', members(cell, occasionSide)),
  ],
  headcount: (cell) => [
    ['named', sql`coalesce(f.named, false)`],
    ...elsewhere(sql`f.event`, 'event', 'occasions', members(cell, occasionSide)),
    ...reason('other-member', unlike(members(cell, [...classSide, ...ownDimensions], 'f'))),
  ],
  assessment: (cell) => [
    ['no-score', sql`f.score IS NULL`],
    ...reason(
      'other-line',
      cell.line === null
        ? null
        : sql`concat_ws(' · ', f.instrument, f.version) <> ${literal(cell.line)}`,
    ),
    ...otherPupils(cell),
  ],
  survey: (cell) => reason('other-member', unlike(members(cell, classSide, 'f'))),
  partner: (cell) => [
    ['no-contract', sql`f.contract IS NULL AND f.starts IS NULL`],
    ...reason('other-member', unlike(members(cell, ['partner'], 'f'))),
    ...reason('other-member', unlike(blockOf(cell))),
  ],
};

function unlike(condition: ExprNode | null): ExprNode | null {
  return condition && sql`NOT (${condition})`;
}

function blockOf({ slice, address }: WorkedCell): ExprNode | null {
  const index = slice.by.indexOf('block');
  return index < 0 ? null : isNotDistinct(sql`b.id`, literal(address.members[index] ?? null));
}

/** Which rows of a table could have counted at the cell's time; an assessment is one of the whole school year. */
function present(table: FactTable, cell: WorkedCell): ExprNode {
  if (table === 'partner') return literal(true);
  const periods = sql`f.period IN (SELECT period FROM clock WHERE ${now(cell)})`;
  if (table !== 'assessment') return periods;
  return sql`f.school_year IN (SELECT p.school_year FROM period p JOIN clock c ON p.period = c.period
    WHERE ${now(cell)})`;
}

/** SQL of the records behind a cell in one table: rows of `reason` (null for those that count), `rows`, `people`. */
export function recordsQuery({ table, scope }: Behind, cell: WorkedCell): string {
  const tried = reasons[table](cell).map(
    ([name, condition]) => sql`WHEN ${condition} THEN ${literal(name)}`,
  );
  const why =
    tried.length === 0 ? literal('definition') : sql`CASE ${sqlList(tried)} ELSE 'definition' END`;
  const judged = Query.from(recordTables[table].source()).select({
    counts: sql`coalesce(${scope.where}, false)`,
    present: sql`coalesce(${present(table, cell)}, false)`,
    why,
    person: personal.includes(table) ? sql`f.person` : sql`NULL`,
  });
  return String(
    Query.with({ ...facts(cell.slice), ...scope.with, judged })
      .from('judged')
      .select({
        reason: sql`CASE WHEN counts THEN NULL ELSE why END`,
        records: sql`count(*)`,
        people: sql`count(DISTINCT person)`,
      })
      .where(sql`counts OR present`)
      .groupby(sql`1`),
  );
}

function sqlList(parts: readonly ExprNode[]): ExprNode {
  return parts.reduce((all, part) => sql`${all} ${part}`, sql``);
}

function readStep(behind: Behind, { columns, length }: Answer): RecordsStep {
  const rows = Array.from({ length }, (_, i) => ({
    reason: columns['reason']?.[i] ?? null,
    count: Number(columns['records']?.[i] ?? 0),
    people: Number(columns['people']?.[i] ?? 0),
  }));
  const counting = rows.find((row) => row.reason === null);
  return {
    behind,
    counted: counting?.count ?? 0,
    of: rows.reduce((sum, { count }) => sum + count, 0),
    people: personal.includes(behind.table) ? (counting?.people ?? 0) : null,
    left: rows
      .filter((row) => row.reason !== null)
      .map((row) => ({ reason: row.reason as LeftOut, count: row.count }))
      .sort((a, b) => b.count - a.count),
  };
}

/** How the records of a table became those behind a cell. Rejects with `QueryError` where the engine refuses. */
export async function askRecordsStep(
  engine: Engine,
  behind: Behind,
  cell: WorkedCell,
  signal?: AbortSignal,
): Promise<RecordsStep> {
  return readStep(behind, await engine.ask(recordsQuery(behind, cell), signal));
}
