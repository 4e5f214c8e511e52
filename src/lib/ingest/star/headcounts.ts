import { star as schema, type Star } from '#lib/engine/schema.ts';
import { groupBy } from '../grouping.ts';
import { emptyColumns, pushRow, type RecordSet } from '../record.ts';
import { walk, type Facts, type StarWork } from './facts.ts';

/** An event with names and with counts, and how they differ. */
export interface CountedEvent {
  readonly event: number;
  readonly title: string;
  readonly counted: number;
  readonly named: number;
}

interface Counted {
  readonly event: number;
  readonly at: number;
  readonly order: number;
  readonly columns: NonNullable<RecordSet['headcount']>;
  readonly importId: string;
}

const sizeOf = (rows: readonly Counted[]) =>
  rows.reduce((sum, { columns, at }) => sum + (columns.n[at] ?? 0), 0);

/** Rows of one event that count once: where one file counts all and others count classes, whichever says more. */
function singleAccount(rows: readonly Counted[]): readonly Counted[] {
  const isWhole = ({ columns, at }: Counted) => (columns.class[at] ?? null) === null;
  const whole = rows.filter(isWhole);
  const classes = rows.filter((row) => !isWhole(row));
  const byOthers = classes.filter(({ order }) => whole.some((row) => row.order !== order));
  if (whole.length === 0 || byOthers.length === 0) return rows;
  return sizeOf(byOthers) >= sizeOf(whole)
    ? classes
    : [...whole, ...classes.filter((row) => !byOthers.includes(row))];
}

/** Counts without names, one an event and class: the later import wins; where names of the event exist, they win. */
export function addHeadcounts(
  work: StarWork,
  named: Star['participation'],
): Facts<Star['headcount']> & { counted: CountedEvent[] } {
  const { events, eventOf } = work;
  const table = emptyColumns(schema.headcount);
  const people = new Map<number, number>();
  for (const event of named.event)
    if (event !== null) people.set(event, (people.get(event) ?? 0) + 1);
  const kept = new Map<string, Counted>();
  let told = 0;
  for (const { columns, at, importId, order } of walk(work, 'headcount')) {
    const event = eventOf.get(columns)?.[at] ?? -1;
    if (event < 0) continue;
    told += 1;
    kept.set(`${event}|${columns.class[at] ?? ''}`, { event, at, order, columns, importId });
  }
  const counted: CountedEvent[] = [];
  for (const [event, rows] of groupBy(kept.values(), (row) => row.event)) {
    const single = singleAccount(rows);
    if (people.has(event))
      counted.push({
        event,
        title: events[event]?.title ?? '',
        counted: sizeOf(single),
        named: people.get(event) ?? 0,
      });
    for (const { at, columns, importId } of single) {
      pushRow(table, {
        event,
        period: events[event]?.period ?? null,
        class: columns.class[at] ?? null,
        grade: columns.grade[at] ?? null,
        n: columns.n[at] ?? null,
        n_winners: columns.n_winners[at] ?? null,
        n_prizes: columns.n_prizes[at] ?? null,
        named: people.has(event),
        ...work.own.read(columns, at),
        import_id: importId,
        sheet: columns.sheet[at] ?? null,
        row: columns.row[at] ?? null,
        col: columns.col[at] ?? null,
      });
    }
  }
  return { table, repeated: told - table.event.length, counted };
}
