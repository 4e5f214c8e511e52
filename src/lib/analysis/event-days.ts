import type { Engine } from '#lib/engine/engine.ts';
import { eventCondition, factTables } from '#lib/measures/facts.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Provenance } from '#lib/model/provenance.ts';
import type { Selection } from '#lib/model/selection.ts';
import { column, eq, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';
import { isOfEvents } from './partner-links.ts';

/** Events that began on one day «YYYY-MM-DD», and their participations. */
export interface EventDay {
  readonly date: string;
  readonly events: number;
  readonly participations: number;
}

/** One event of a day with where its first record stands; ids are the programme's. */
export interface DayEvent {
  readonly event: number;
  readonly title: string;
  readonly direction: MemberKey;
  readonly partner: string | null;
  readonly participations: number;
  readonly source: Provenance | null;
}

/**
 * Events that were held and began on a known day, of the selection: one row each with `participations` of the selection's
 * pupils. Where a clause is about pupils or about taking part, only events in which any such pupil took part.
 */
function dated(selection: Selection): Query {
  const ofEvents = selection.filter(({ dimension }) => isOfEvents(dimension));
  const hasOthers = ofEvents.length < selection.length;
  const held = Query.from('occasions')
    .select('event', 'block', 'direction', 'partner', 'level')
    .where(sql`held`);
  const chosen = Query.from({ held })
    .select('event', 'direction', 'partner')
    .where(eventCondition(ofEvents));
  const counts = Query.from('counted')
    .select('event', { participations: sql`count(*)::DOUBLE` })
    .groupby('event');
  let rows = join(from('chosen', 'o'), from('event', 'e'), { on: sql`o.event = e.event` });
  rows = join(rows, from('counts', 'k'), {
    type: hasOthers ? 'INNER' : 'LEFT',
    on: sql`k.event = o.event`,
  });
  return Query.from(rows)
    .with({ chosen, counts })
    .select({
      event: sql`e.event`,
      date: sql`strftime(e.starts, '%Y-%m-%d')`,
      title: sql`e.title`,
      rank: sql`e.rank`,
      direction: sql`o.direction`,
      partner: sql`o.partner`,
      import_id: sql`e.import_id`,
      sheet: sql`e.sheet`,
      row: sql`e."row"`,
      col: sql`e.col`,
      participations: sql`coalesce(k.participations, 0)`,
    })
    .where(sql`e.starts IS NOT NULL`);
}

function withFacts(selection: Selection, programme: Programme) {
  const slice = { grain: 'term', by: [], selection, programme, score: null } as const;
  return Query.with(factTables(slice), { dated: dated(selection) });
}

/** Days with events, in order. */
export async function askEventDays(
  engine: Engine,
  selection: Selection,
  programme: Programme,
  signal?: AbortSignal,
): Promise<readonly EventDay[]> {
  const query = withFacts(selection, programme)
    .from('dated')
    .select('date', {
      events: sql`count(*)::DOUBLE`,
      participations: sql`sum(participations)::DOUBLE`,
    })
    .groupby('date')
    .orderby('date');
  const { columns, length } = await engine.ask(String(query), signal);
  return Array.from({ length }, (_, row) => ({
    date: String(columns['date']?.[row]),
    events: Number(columns['events']?.[row]),
    participations: Number(columns['participations']?.[row]),
  }));
}

const shownOfEvents = [
  'event',
  'title',
  'direction',
  'participations',
  'import_id',
  'sheet',
  'row',
  'col',
];

/** The events of one day, in the order of their titles. */
export async function askDayEvents(
  engine: Engine,
  { date, selection }: { readonly date: string; readonly selection: Selection },
  programme: Programme,
  signal?: AbortSignal,
): Promise<readonly DayEvent[]> {
  const rows = join(from('dated', 'd'), from('partner', 'p'), {
    type: 'LEFT',
    on: sql`d.partner = p.partner`,
  });
  const query = withFacts(selection, programme)
    .from(rows)
    .select(...shownOfEvents.map((name) => column(name, 'd')), { partner_name: sql`p.name` })
    .where(eq(sql`d.date`, literal(date)))
    .orderby(sql`d.rank`, sql`d.event`);
  const { columns, length } = await engine.ask(String(query), signal);
  return Array.from({ length }, (_, index): DayEvent => {
    const at = (name: string) => columns[name]?.[index] ?? null;
    const [importId, sheet, line, col] = [at('import_id'), at('sheet'), at('row'), at('col')];
    const direction = at('direction');
    const partner = at('partner_name');
    return {
      event: Number(at('event')),
      title: String(at('title') ?? ''),
      direction: typeof direction === 'string' ? direction : null,
      partner: typeof partner === 'string' ? partner : null,
      participations: Number(at('participations') ?? 0),
      source:
        typeof importId === 'string' && typeof sheet === 'number' && typeof line === 'number'
          ? { importId, sheet, row: line, column: typeof col === 'number' ? col : null }
          : null,
    };
  });
}
