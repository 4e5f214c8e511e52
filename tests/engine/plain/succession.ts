import type { MeasureId } from '#lib/measures/registry.ts';
import { noBlock } from '#lib/model/dimension.ts';
import type { PlainCell } from './cell.ts';
import { kindsOf, mean, type Key, type PlainOutcome, type PlainSchool } from './plain-school.ts';

/** A value of each pupil that compares times, null where it has none; also a cell's value from these. */
type Values = ReadonlyMap<number, number>;

/** Of the participants of the time before: 1 for those who take part again, with the same members of events' dimensions. */
export function againOf({ plain, time, members, pupils }: PlainCell): Values {
  const kinds = kindsOf(members);
  const earlier = plain.former(time);
  if (earlier === undefined) return new Map();
  const [then, now] = [plain.takers(earlier, kinds), plain.takers(time, kinds)];
  return new Map(pupils.filter((who) => then.has(who)).map((who) => [who, now.has(who) ? 1 : 0]));
}

/** Of the participants: 1 for those without any earlier deed with the same members of events' dimensions. */
export function newOf({ plain, time, members, own }: PlainCell): Values {
  const kinds = Object.entries(kindsOf(members));
  const before = plain
    .times()
    .filter((other) => other < time)
    .flatMap((other) => plain.deeds(other, false))
    .filter((deed) => kinds.every(([name, key]) => deed[name as 'block'] === key));
  const known = new Set(before.map(({ person }) => person));
  return new Map(
    own.map((list) => [list[0]?.person ?? -1, known.has(list[0]?.person ?? -1) ? 0 : 1]),
  );
}

/** Of the participants: 1 for those above the limit; null without a limit. */
export function overloadOf({ plain, time, own }: PlainCell): Values | null {
  const most = limitOf(plain, time);
  if (most === null) return null;
  return new Map(own.map((list) => [list[0]?.person ?? -1, list.length > most ? 1 : 0]));
}

function limitOf(plain: PlainSchool, time: number): number | null {
  const { overload, periods } = plain.programme;
  if (overload.rule === 'weekly') {
    const days = periods
      .filter((_, period) => plain.time(period) === time)
      .map(({ starts, ends }) => (Date.parse(ends) - Date.parse(starts)) / 86_400_000 + 1);
    return (overload.weekly * days.reduce((sum, length) => sum + length, 0)) / 7;
  }
  const before = plain.yearAgo(time);
  if (before === undefined) return null;
  const counts = [...plain.takers(before, {}).values()].map((list) => list.length);
  if (counts.length === 0) return null;
  const sorted = counts.sort((a, b) => a - b);
  const place = overload.percentile * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (high - low) * (place - Math.floor(place));
}

/** Of the pupils of the grades of continuity: 1 for those with visits to the block in a period and the one before. */
export function continuityOf({ plain, time, pupils }: PlainCell): Values {
  const { block, from, to } = plain.programme.continuity;
  const roll = plain.roll(time);
  const visits = new Set(
    plain
      .times()
      .flatMap((other) => plain.deeds(other, false))
      .filter((deed) => deed.block === block)
      .map(({ person, period }) => `${person} ${period}`),
  );
  const periods = plain.programme.periods.map((_, period) => period);
  const concerned = pupils.filter((who) => {
    const grade = roll.get(who)?.grade;
    return typeof grade === 'number' && grade >= from && grade <= to;
  });
  return new Map(
    concerned.map((who) => [
      who,
      periods.some(
        (period) =>
          plain.time(period) === time &&
          visits.has(`${who} ${period}`) &&
          visits.has(`${who} ${period - 1}`),
      )
        ? 1
        : 0,
    ]),
  );
}

/** Whether two successive periods of which the later lies in a time have participations. */
export function hasSuccession(plain: PlainSchool, time: number): boolean {
  const told = new Set(plain.school.participation.map(({ period }) => period));
  return plain.programme.periods.some(
    (_, period) => plain.time(period) === time && told.has(period) && told.has(period - 1),
  );
}

function share(values: Values, none: string): PlainOutcome {
  return values.size === 0 ? none : { value: mean([...values.values()]), n: values.size };
}

/** A measure that compares times in one cell, or undefined for another measure. */
export function successionOutcome(cell: PlainCell, measure: MeasureId): PlainOutcome | undefined {
  const { plain, time, pupils, own } = cell;
  if (!['M09', 'M10', 'M11', 'M15', 'M34', 'M39'].includes(measure)) return undefined;
  if (measure === 'M39') {
    if (pupils.length === 0) return 'no-roll';
    return hasSuccession(plain, time) ? share(continuityOf(cell), 'other-pupils') : 'no-records';
  }
  const missing = cell.missing();
  if (missing) return missing;
  if (measure === 'M15') return flow(cell);
  if (measure === 'M10') {
    const isFirst = !plain.times().some((other) => other < time && plain.told(other));
    return isFirst ? 'no-records' : share(newOf(cell), 'no-records');
  }
  if (measure === 'M34') {
    const values = overloadOf(cell);
    if (own.length === 0) return 'no-records';
    return values === null ? 'no-before' : share(values, 'no-records');
  }
  const again = share(againOf(cell), 'no-records');
  if (measure === 'M09' || typeof again === 'string') return again;
  return { ...again, value: 1 - again.value };
}

function blocksOf(plain: PlainSchool, time: number, who: number): Set<Key> {
  const blocks = plain
    .deeds(time, false)
    .filter(({ person, listed }) => listed && person === who)
    .map(({ block }) => block);
  return new Set(blocks.length === 0 ? [noBlock] : blocks);
}

function flow({ plain, time, members, pupils }: PlainCell): PlainOutcome {
  const earlier = plain.former(time);
  if (earlier === undefined) return 'no-records';
  const before = plain.roll(earlier);
  const wanted = (side: 'origin' | 'destination', key: Key): boolean => {
    const clauses = plain.selection.filter(({ dimension }) => dimension === side);
    const kept = clauses.every(
      ({ values, excluded }) => (key !== null && values.includes(key)) !== excluded,
    );
    if (side in members) return key === members[side] && kept;
    return clauses.length > 0 ? kept : key !== noBlock;
  };
  const base = pupils.filter(
    (who) =>
      before.has(who) && [...blocksOf(plain, earlier, who)].some((key) => wanted('origin', key)),
  );
  if (base.length === 0) return 'no-records';
  const going = base.filter((who) =>
    [...blocksOf(plain, time, who)].some((key) => wanted('destination', key)),
  );
  return { value: going.length / base.length, n: base.length };
}
