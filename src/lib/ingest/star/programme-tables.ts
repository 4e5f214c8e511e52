import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Columns, ColumnSchema, Row } from '#lib/model/columns.ts';
import type { Programme } from '#lib/model/programme.ts';
import { emptyColumns, pushRow } from '../record.ts';
import type { Calendar } from './calendar.ts';
import { indexIds, lookUp } from './lookup.ts';

/** The programme's own lists as tables. */
export function programmeTables(
  programme: Programme,
  calendar: Calendar,
): Pick<Star, 'period' | 'block' | 'direction' | 'level' | 'result' | 'role'> {
  const fill = <S extends ColumnSchema>(columns: S, rows: readonly Row<S>[]): Columns<S> => {
    const filled = emptyColumns(columns);
    for (const row of rows) pushRow(filled, row);
    return filled;
  };
  const blocks = indexIds(programme.blocks);
  return {
    period: fill(
      schema.period,
      programme.periods.map(({ id, schoolYear, term }, period) => ({
        period,
        id,
        school_year: schoolYear,
        term,
        starts: calendar.terms[period]?.starts ?? null,
        ends: calendar.terms[period]?.ends ?? null,
      })),
    ),
    block: fill(
      schema.block,
      programme.blocks.map(({ id }, block) => ({ block, id })),
    ),
    direction: fill(
      schema.direction,
      programme.directions.map(({ id, block, civic }, direction) => ({
        direction,
        id,
        block: lookUp(blocks, block),
        civic,
      })),
    ),
    level: fill(
      schema.level,
      programme.levels.map(({ id, weight }, level) => ({ level, id, weight })),
    ),
    result: fill(
      schema.result,
      programme.results.map(({ id, weight, award }, result) => ({ result, id, weight, award })),
    ),
    role: fill(
      schema.role,
      programme.roles.map(({ id, counted }, role) => ({ role, id, counted })),
    ),
  };
}
