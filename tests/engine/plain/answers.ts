import type { RowOf } from '../small-school.ts';
import {
  chosen,
  fits,
  groups,
  isEventSide,
  isPupilSide,
  mean,
  type Members,
  type PlainOutcome,
  type PlainSchool,
} from './plain-school.ts';

/** Hours of volunteering of each person at a time, at the selection's events and beside events. */
export function volunteerHoursOf(plain: PlainSchool, time: number): Map<number, number> {
  const loose = plain.selection.some(({ dimension }) => isEventSide(dimension))
    ? []
    : plain.school.volunteering.filter((row) => plain.time(row.period) === time);
  const atEvents = plain.deeds(time, false).filter((deed) => deed.volunteering);
  const found = new Map<number, number>();
  for (const { person, hours } of [...loose, ...atEvents]) {
    if (hours !== null) found.set(person ?? -1, (found.get(person ?? -1) ?? 0) + hours);
  }
  return found;
}

/** Volunteer hours per pupil of a cell. */
export function volunteering(
  plain: PlainSchool,
  time: number,
  pupils: readonly number[],
): PlainOutcome {
  if (pupils.length === 0) return 'no-roll';
  const hours = volunteerHoursOf(plain, time);
  if (hours.size === 0) return 'no-records';
  const sum = pupils.reduce((total, who) => total + (hours.get(who) ?? 0), 0);
  return { value: sum / pupils.length, n: pupils.length };
}

/** Participants without names in a cell. */
export function headcounts(plain: PlainSchool, time: number, members: Members): PlainOutcome {
  const met = plain.times().some((other) => plain.nameless(other, true).length > 0);
  if (!met || plain.nameless(time, false).length === 0) return 'no-records';
  const groups = plain.nameless(time, true).filter((group) => fits(members, group));
  return { value: groups.reduce((sum, { n }) => sum + n, 0), n: null };
}

/** A measure of anonymous forms in one cell. */
export function answerOutcome(
  plain: PlainSchool,
  measure: 'M32' | 'M33' | 'M44',
  time: number,
  members: Members,
): PlainOutcome {
  const instrument = measure === 'M32' ? 'civic' : 'wellbeing';
  const rows = plain.school.survey.filter(
    (row) => row.instrument === instrument && row.value !== null && plain.time(row.period) === time,
  );
  if (rows.length === 0) return 'no-records';
  const { lessIsBetter, risk } = plain.programme.wellbeing;
  const good = ({ item, value }: RowOf<'survey'>) => {
    const text = (item ?? '').toLowerCase();
    const isLess = instrument === 'wellbeing' && lessIsBetter.some((word) => text.includes(word));
    return isLess ? 1 - (value ?? 0) : (value ?? 0);
  };
  const kept = rows.filter(
    (row) => fits(members, row) && chosen(plain.selection, row, isPupilSide),
  );
  const each = groups(kept, (row) => `${row.answer} ${row.class} ${row.grade}`).map((list) =>
    mean(list.map(good)),
  );
  if (each.length === 0) return 'no-records';
  const values = measure === 'M44' ? each.map((one) => (one <= risk + 1e-9 ? 1 : 0)) : each;
  return { value: mean(values), n: each.length };
}
