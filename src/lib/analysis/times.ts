import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { timeOf } from '#lib/programme/time.ts';
import type { Comparison } from './question.ts';

/**
 * The time with which a time is compared, or null where the programme's calendar has none: the same term or half of
 * the school year before, or the time just before.
 */
export function comparedTime(
  programme: Programme,
  grain: Grain,
  compare: Comparison,
  time: number,
): number | null {
  if (compare === 'none') return null;
  const { periods } = programme;
  if (grain !== 'term') {
    const then = grain === 'half' && compare === 'year-ago' ? time - 2 : time - 1;
    return timesOf(programme, grain).includes(then) ? then : null;
  }
  if (compare === 'previous') return time > 0 && time < periods.length ? time - 1 : null;
  const now = periods[time];
  if (!now) return null;
  const found = periods.findIndex(
    ({ schoolYear, term }) => schoolYear === now.schoolYear - 1 && term === now.term,
  );
  return found < 0 ? null : found;
}

/** Every time of a programme's calendar at a grain, in order. */
export function timesOf(programme: Programme, grain: Grain): number[] {
  const times = programme.periods.flatMap((_, index) => timeOf(programme, grain, index) ?? []);
  return [...new Set(times)].sort((a, b) => a - b);
}
