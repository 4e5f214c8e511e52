import { readText } from '#lib/sheets/values/text.ts';
import type { AnyRecord } from '../record.ts';
import type { RowOutcome } from './kind.ts';
import { proposeMember } from './known-words.ts';
import type { MarkColumn, MarkSheet } from './mark-sheet.ts';
import { readMark, type Mark } from './marks.ts';
import { participationOf } from './participation-record.ts';
import { readPersonPart } from './person-part.ts';
import type { RowReader, When } from './row-reader.ts';

/** When the event of a column was: what its heading says, else what the row and the texts around say. */
function whenOf(row: RowReader, column: MarkColumn, shared: When): When {
  const { span, term } = column;
  if (span === null) return { ...shared, term: term ?? shared.term };
  const at = row.termOf(span.starts) ?? row.termOf(span.ends);
  if (!at) row.reportAt('period-unknown', column.position, null, null);
  return { span, schoolYear: at?.schoolYear ?? null, term: at?.term ?? null };
}

/** Reads a pupil's row of a sheet with events across: one participation a marked cell, its column in `col`. */
export function readMarkRow(row: RowReader, { columns, numbers }: MarkSheet): RowOutcome {
  const pupil = readPersonPart(row);
  const marked: { column: MarkColumn; mark: Mark }[] = [];
  for (const column of columns) {
    const cell = row.cellAt(column.position);
    const mark = readMark(cell, numbers, row.lexicon);
    if (mark === null) {
      const text = readText(cell) ?? '';
      const proposal = proposeMember(text, 'result', row.lexicon);
      row.reportAt('result-unknown', column.position, null, text, proposal);
    } else if (mark !== 'none') marked.push({ column, mark });
  }
  if (marked.length === 0) return row.issues.length === 0 ? 'no-value' : [];
  const undated = marked.some(({ column }) => column.span === null && column.term === null);
  const shared = row.when(undated);
  const direction = row.member('direction', 'direction') ?? row.around.direction;
  if (!pupil) return [];
  const found: AnyRecord[] = [];
  for (const { column, mark } of marked) {
    const { span, schoolYear, term } = whenOf(row, column, shared);
    const title = column.title ?? row.around.event;
    if (title === null) continue;
    const part = {
      title,
      starts: span?.starts ?? null,
      ends: span?.ends ?? null,
      exact: span?.exact ?? false,
      school_year: schoolYear,
      term,
      direction,
      block: row.around.block,
      partner: null,
      level: column.level ?? row.around.level,
      remote: null,
      event_kind: null,
      hours: mark.hours,
    };
    const own = { sex: null, role: mark.role, result: mark.result, source: null, team: null };
    found.push(participationOf(pupil, part, own, row.table.sheetIndex, row.row, column.column));
  }
  return found;
}
