import type { RecordTable } from '#lib/analysis/record-tables.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { GridColumn } from '#lib/tables/grid-source.ts';
import { nameOfId, nameTime } from '#lib/workspace/naming.ts';

/** One record as the grid shows it: values by column, null where unknown. */
export type RecordRow = Readonly<Record<string, number | string | boolean | null>>;

/** What the columns of each table of records are, in order. */
export const shownColumns = {
  participation: [
    'name',
    'class',
    'title',
    'starts',
    'period',
    'direction',
    'partner_name',
    'level',
    'result',
    'role',
    'hours',
  ],
  event: [
    'title',
    'starts',
    'ends',
    'period',
    'direction',
    'partner_name',
    'level',
    'kind',
    'hours',
    'planned',
    'held',
  ],
  roll: ['name', 'class', 'grade', 'sex', 'period'],
  headcount: [
    'title',
    'starts',
    'period',
    'class',
    'n',
    'n_winners',
    'n_prizes',
    'direction',
    'partner_name',
    'named',
  ],
  volunteering: ['name', 'class', 'period', 'hours', 'hours_source'],
  assessment: ['name', 'class', 'period', 'instrument', 'version', 'wave', 'scale', 'score'],
  survey: ['class', 'period', 'instrument', 'item', 'value'],
  partner: ['partner_name', 'kind', 'block', 'contract', 'starts', 'ends'],
} as const satisfies Record<RecordTable, readonly string[]>;

type ColumnName = (typeof shownColumns)[RecordTable][number];

const widths: Partial<Record<ColumnName, number>> = {
  name: 220,
  title: 300,
  partner_name: 220,
  direction: 190,
  item: 360,
  kind: 160,
  period: 150,
  class: 76,
  grade: 84,
  sex: 70,
  hours: 76,
  n: 90,
  score: 80,
  value: 80,
};
const numbers: readonly ColumnName[] = [
  'grade',
  'hours',
  'n',
  'n_winners',
  'n_prizes',
  'score',
  'value',
];

/** The columns of a table of records in a language. */
export function recordColumns(
  table: RecordTable,
  programme: Programme,
  locale: Locale,
): GridColumn<RecordRow>[] {
  const words = locale.t.screens.records.columns;
  return shownColumns[table].map((id: ColumnName) => ({
    id,
    title: words[id],
    width: widths[id] ?? 116,
    align: numbers.includes(id) ? 'end' : 'start',
    sortable: true,
    text: (row) => showValue(id, row[id] ?? null, programme, locale),
  }));
}

function showValue(
  column: ColumnName,
  value: RecordRow[string],
  programme: Programme,
  locale: Locale,
): string {
  const { t, format, language } = locale;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? t.screens.records.yes : t.screens.records.no;
  if (typeof value === 'number') {
    return format.number(value, column === 'grade' || Number.isInteger(value) ? 0 : 2, false);
  }
  const step = (list: readonly { id: string; name: { ru: string; en: string } }[]): string =>
    list.find(({ id }) => id === value)?.name[language] ?? value;
  switch (column) {
    case 'starts':
    case 'ends':
      return format.date(value);
    case 'period': {
      const index = programme.periods.findIndex(({ id }) => id === value);
      return index < 0 ? value : nameTime(index, 'term', programme, locale, 'short');
    }
    case 'instrument':
      return nameOfId(t.screens.instruments, value);
    case 'scale':
      return nameOfId(t.screens.scales, value);
    case 'direction':
      return step(programme.directions);
    case 'level':
      return step(programme.levels);
    case 'result':
      return step(programme.results);
    case 'role':
      return step(programme.roles);
    case 'sex':
      return nameOfId(t.screens.records.sexes, value);
    case 'wave':
      return nameOfId(t.screens.records.waves, value);
    default:
      return value;
  }
}
