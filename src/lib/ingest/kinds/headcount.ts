import { readHeadcount } from '#lib/sheets/values/headcount.ts';
import { readClass } from '../class-name.ts';
import type { AnyRecord } from '../record.ts';
import { countsMinutes, eventFields, readEventPart, type EventPart } from './event-part.ts';
import type { CountField } from './column-meaning.ts';
import type { Kind, TablePlan } from './kind.ts';
import { namesPeople } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

interface CountColumn {
  readonly position: number;
  readonly column: number;
  readonly count: CountField;
}

interface Group {
  readonly term: number | null;
  readonly schoolYear: number | null;
  readonly class: string | null;
  readonly level: string | null;
  readonly columns: CountColumn[];
}

/** Columns of counts, grouped by what their headings say; a table with one group is an ordinary one. */
function groupCounts(plan: TablePlan): Group[] {
  const groups = new Map<string, Group>();
  const byField = { n_participants: 'n', n_winners: 'n_winners', n_prize: 'n_prizes' } as const;
  for (const [position, match] of plan.matches.entries()) {
    const meaning = plan.meanings[position];
    const holding = plan.holdings[position];
    if (!meaning || !holding || (holding.filled > 0 && holding.share.count < 0.5)) continue;
    const { term, schoolYear, level } = meaning;
    const own =
      match.field !== null && match.field in byField
        ? byField[match.field as keyof typeof byField]
        : null;
    if (match.confidence === 'recipe' && own === null) continue;
    const wide = term !== null || meaning.class !== null || level !== null;
    const free = match.field === null || match.confidence === 'values';
    const count =
      wide && meaning.count !== null ? meaning.count : (own ?? (wide && free ? 'n' : null));
    if (count === null) continue;
    const key = `${schoolYear ?? ''}|${term ?? ''}|${meaning.class ?? ''}|${level ?? ''}`;
    const group = groups.get(key) ?? { term, schoolYear, class: meaning.class, level, columns: [] };
    if (!group.columns.some((column) => column.count === count))
      group.columns.push({ position, column: match.column, count });
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.columns.length > 0);
}

function recordOf(
  row: RowReader,
  part: EventPart,
  group: Group,
  wide: boolean,
  named: string | null,
): AnyRecord | null {
  const counts: Record<CountField, number | null> = { n: null, n_winners: null, n_prizes: null };
  for (const { position, count } of group.columns)
    counts[count] = row.amountAt(position, 'n_participants', readHeadcount);
  const awarded = (counts.n_winners ?? 0) + (counts.n_prizes ?? 0);
  const n = counts.n ?? (awarded > 0 ? awarded : null);
  if (n === null || (wide && n === 0)) return null;
  const text = group.class ?? named;
  return {
    kind: 'headcount',
    record: {
      ...part,
      term: group.term ?? part.term,
      school_year: group.schoolYear ?? part.school_year,
      level: group.level ?? part.level,
      class: text,
      grade: text === null ? null : (readClass(text)?.grade ?? null),
      n,
      n_winners: counts.n_winners,
      n_prizes: counts.n_prizes,
      sheet: row.table.sheetIndex,
      row: row.row,
      col: wide ? (group.columns[0]?.column ?? null) : null,
    },
  };
}

/** Counts of participants without names. */
export const headcount: Kind = {
  fields: [
    ...eventFields,
    'class',
    'grade',
    'roll',
    'n_participants',
    'pct_participants',
    'n_winners',
    'n_prize',
  ],
  score(plan) {
    const { fields, context } = plan;
    if (namesPeople(plan)) return 0;
    const titled = fields.has('event_name') || fields.has('club') || context.event !== null;
    if (!titled) return 0;
    const groups = groupCounts(plan);
    if (groups.length === 0) return 0;
    return Math.min(
      1,
      0.55 +
        (fields.has('class') ? 0.15 : 0) +
        (groups.length > 1 ? 0.15 : 0) +
        (fields.has('event_date') ? 0.1 : 0),
    );
  },
  missing(plan) {
    return [
      ...(plan.fields.has('event_name') || plan.fields.has('club') || plan.context.event
        ? []
        : [['event_name'] as const]),
      ...(groupCounts(plan).length > 0 ? [] : [['n_participants'] as const]),
    ];
  },
  claims(plan) {
    const fields = { n: 'n_participants', n_winners: 'n_winners', n_prizes: 'n_prize' } as const;
    return new Map(
      groupCounts(plan).flatMap((group) =>
        group.columns.map(({ position, count }) => [position, fields[count]] as const),
      ),
    );
  },
  open(plan) {
    const groups = groupCounts(plan);
    const wide = groups.length > 1;
    const termed = groups.some((group) => group.term !== null);
    const minutes = countsMinutes(plan);
    return (row) => {
      const part = readEventPart(row, minutes, !termed);
      const named = row.class(false);
      if (!part) return [];
      const found = groups.flatMap(
        (group) => recordOf(row, part, group, wide, named?.text ?? null) ?? [],
      );
      return found.length === 0 && row.issues.length === 0 ? 'no-value' : found;
    };
  },
};
