import type { RecordTable } from '#lib/analysis/record-tables.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { recordColumns, type RecordRow, type shownColumns } from '../data/columns.ts';

/** What a table's records are told by, in few words. */
const told = {
  participation: ['name', 'class', 'title', 'starts', 'result'],
  event: ['title', 'starts', 'partner_name'],
  roll: ['name', 'class', 'period'],
  headcount: ['title', 'starts', 'class', 'n'],
  volunteering: ['name', 'class', 'hours'],
  assessment: ['name', 'class', 'instrument', 'version', 'wave', 'scale', 'score'],
  survey: ['class', 'item', 'value'],
  partner: ['partner_name', 'contract', 'starts', 'ends'],
} as const satisfies { [T in RecordTable]: readonly (typeof shownColumns)[T][number][] };

/** One record in one line: who, what, when. */
export function sayRow(
  table: RecordTable,
  row: RecordRow,
  programme: Programme,
  locale: Locale,
): string {
  const names: readonly string[] = told[table];
  const columns = recordColumns(table, programme, locale);
  return names
    .map((name) => columns.find(({ id }) => id === name)?.text(row) ?? '')
    .filter((text) => text !== '')
    .join(' · ');
}
