import type { Engine } from '#lib/engine/engine.ts';
import { eventCondition, factTables } from '#lib/measures/facts.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Provenance } from '#lib/model/provenance.ts';
import type { Selection } from '#lib/model/selection.ts';
import { column, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';
import { isOfEvents } from './partner-links.ts';

/**
 * Events of one day «YYYY-MM-DD»: an event of several days is of each of them, and begins on one. What goes on for longer
 * than two weeks, such as a course, is of its first day alone: it would hide what happened on all the others.
 */
export interface EventDay {
  readonly date: string;
  readonly events: number;
  /** How many of them began on this day, so that over all days each event counts once. */
  readonly began: number;
  /** Participations of those that began. */
  readonly participations: number;
}

/** One event of a day with where its first record stands; ids are the programme's. */
export interface DayEvent {
  readonly event: number;
  readonly title: string;
  /** Its first and last day «YYYY-MM-DD». */
  readonly starts: string;
  readonly ends: string;
  readonly direction: MemberKey;
  readonly partner: string | null;
  readonly participations: number;
  readonly source: Provenance | null;
}

/**
 * Events that were held, whose first day is known, of the selection: one row each with `participations` of the selection's
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
      starts: sql`e.starts`,
      ends: sql`greatest(coalesce(e.ends, e.starts), e.starts)`,
      until: sql`CASE WHEN e.ends > e.starts AND e.ends < e.starts + ${mostDays} THEN e.ends ELSE e.starts END`,
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

/** An event of more days is of its first alone. */
const mostDays = 14;

function withFacts(selection: Selection, programme: Programme) {
  const slice = { grain: 'term', by: [], selection, programme, score: null } as const;
  const days = Query.from('dated').select('starts', 'participations', {
    day: sql`unnest(generate_series(starts, until, INTERVAL 1 DAY))::DATE`,
  });
  return Query.with(factTables(slice), { dated: dated(selection), days });
}

/** Days with events, in order. */
export async function askEventDays(
  engine: Engine,
  selection: Selection,
  programme: Programme,
  signal?: AbortSignal,
): Promise<readonly EventDay[]> {
  const query = withFacts(selection, programme)
    .from('days')
    .select({
      date: sql`strftime(day, '%Y-%m-%d')`,
      events: sql`count(*)::DOUBLE`,
      began: sql`count(*) FILTER (day = starts)::DOUBLE`,
      participations: sql`coalesce(sum(participations) FILTER (day = starts), 0)::DOUBLE`,
    })
    .groupby('day')
    .orderby('day');
  const { columns, length } = await engine.ask(String(query), signal);
  return Array.from({ length }, (_, row) => ({
    date: String(columns['date']?.[row]),
    events: Number(columns['events']?.[row]),
    began: Number(columns['began']?.[row]),
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
    .select(...shownOfEvents.map((name) => column(name, 'd')), {
      partner_name: sql`p.name`,
      first: sql`strftime(d.starts, '%Y-%m-%d')`,
      last: sql`strftime(d.ends, '%Y-%m-%d')`,
    })
    .where(sql`${literal(date)}::DATE BETWEEN d.starts AND d.until`)
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
      starts: String(at('first') ?? ''),
      ends: String(at('last') ?? ''),
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
