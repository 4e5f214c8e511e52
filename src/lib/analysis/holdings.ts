import { count, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { Engine } from '#lib/engine/engine.ts';

const dated = [
  'roll',
  'participation',
  'event',
  'headcount',
  'volunteering',
  'assessment',
  'survey',
] as const;

/** A table of records that belong to periods; «unmatched» are the participations of people on no roll of their period. */
export type HoldingTable = (typeof dated)[number] | 'unmatched';

/** How many records of each table there are, by period. */
export interface Holdings {
  /** Records of all tables, those without a period and partners too. */
  readonly records: number;
  /** Periods of which anything is recorded, in order. */
  readonly periods: readonly number[];
  readonly counts: ReadonlyMap<HoldingTable, ReadonlyMap<number, number>>;
}

const byPeriod = (table: string) =>
  Query.from(table)
    .select({ holding: literal(table), period: 'period', n: sql`count(*)::DOUBLE` })
    .groupby('period');

const unmatched = Query.from('participation')
  .select({ holding: literal('unmatched'), period: 'period', n: sql`count(*)::DOUBLE` })
  .where(
    sql`NOT EXISTS (SELECT 1 FROM roll WHERE roll.person = participation.person AND roll.period = participation.period)`,
  )
  .groupby('period');

const partners = Query.from('partner').select({
  holding: literal('partner'),
  period: sql`NULL::INTEGER`,
  n: sql`${count()}::DOUBLE`,
});

/** SQL of the number of records by table and period. */
export const holdingsSql = String(Query.unionAll(...dated.map(byPeriod), unmatched, partners));

/** Counts what the engine holds. */
export async function askHoldings(engine: Engine, signal?: AbortSignal): Promise<Holdings> {
  const { columns, length } = await engine.ask(holdingsSql, signal);
  const counts = new Map<HoldingTable, Map<number, number>>();
  const periods = new Set<number>();
  let records = 0;
  for (let row = 0; row < length; row += 1) {
    const holding = String(columns['holding']?.[row]);
    const period = columns['period']?.[row];
    const n = Number(columns['n']?.[row]);
    if (holding !== 'unmatched') records += n;
    if (typeof period !== 'number') continue;
    if (holding === 'participation' || holding === 'roll') periods.add(period);
    const table = counts.get(holding as HoldingTable) ?? new Map<number, number>();
    counts.set(holding as HoldingTable, table.set(period, n));
  }
  return { records, periods: [...periods].sort((a, b) => a - b), counts };
}
