import type { Engine } from '#lib/engine/engine.ts';
import { span } from '#lib/measures/cells.ts';
import { clock, spanTimes } from '#lib/measures/facts.ts';
import type { Programme } from '#lib/model/programme.ts';
import { periodsOf } from '#lib/programme/time.ts';
import { Query, sql } from '@uwdata/mosaic-sql';
import type { Question } from '../question.ts';
import { comparedTime, timesOf } from '../times.ts';
import type { TimeGroup } from './assemble.ts';

/** The terms between the first and the last of which anything is recorded, and those of which any participation is. */
export interface Calendar {
  readonly terms: ReadonlySet<number>;
  readonly recorded: ReadonlySet<number>;
}

/** Reads the calendar of what is loaded. Rejects with `QueryError` where the engine refuses. */
export async function readCalendar(
  engine: Engine,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Calendar> {
  const terms = await engine.ask(
    String(
      Query.with({ clock: clock({ grain: 'term', programme }), span: span() })
        .from('span')
        .select('time'),
    ),
    signal,
  );
  const recorded = await engine.ask(
    String(
      Query.from('participation')
        .select('period')
        .distinct()
        .where(sql`period IS NOT NULL`),
    ),
    signal,
  );
  return {
    terms: new Set(Array.from(terms.columns['time'] ?? [], Number)),
    recorded: new Set(Array.from(recorded.columns['period'] ?? [], Number)),
  };
}

/** The times of a question with the periods of each, as far as anything is recorded. */
export function timeGroups(
  { grain, span }: Question,
  programme: Programme,
  { terms }: Calendar,
): TimeGroup[] {
  const isRecorded = (group: TimeGroup) => group.periods.some((period) => terms.has(period));
  if (span) return spanTimes(span, programme).filter(isRecorded);
  return timesOf(programme, grain)
    .map((time) => ({ time, periods: periodsOf(programme, grain, time) }))
    .filter(isRecorded);
}

/** The times of which a question wants the cells, with those that they are compared with; null where it wants all. */
export function wantedTimes(
  { times, grain, compare }: Question,
  programme: Programme,
): ReadonlySet<number> | null {
  if (times === 'all') return null;
  const compared = times.flatMap((time) => comparedTime(programme, grain, compare, time) ?? []);
  return new Set([...times, ...compared]);
}
