import type { RowOf } from '../small-school.ts';
import {
  chosen,
  fits,
  groups,
  isEventSide,
  type Members,
  type PlainOutcome,
  type PlainSchool,
} from './plain-school.ts';

type PartnerMeasure = 'M21' | 'M22' | 'M23' | 'M24';

function isHeld({ held, planned }: RowOf<'event'>): boolean {
  return held ?? planned !== true;
}

/** The plan's fulfilment in one cell. */
export function planOutcome(plain: PlainSchool, time: number, members: Members): PlainOutcome {
  const planned = plain.school.event.flatMap((row, index) =>
    row.planned && plain.time(row.period) === time
      ? [{ ...plain.occasion(index), done: row.held === true }]
      : [],
  );
  if (planned.length === 0) return 'no-records';
  const here = planned.filter(
    (one) => fits(members, one) && chosen(plain.selection, one, isEventSide),
  );
  if (here.length === 0) return 'no-plan';
  return { value: here.filter(({ done }) => done).length / here.length, n: here.length };
}

/** A measure of partners in one cell. */
export function partnerOutcome(
  plain: PlainSchool,
  measure: PartnerMeasure,
  time: number,
  members: Members,
): PlainOutcome {
  const { event, partner } = plain.school;
  const held = event.flatMap((row, index) =>
    !isHeld(row) || row.period === null
      ? []
      : [{ ...plain.occasion(index), time: plain.time(row.period) }],
  );
  const some = held.filter((one) => chosen(plain.selection, one, isEventSide));
  const eventsHere = held.some((one) => one.time === time);
  if (!eventsHere) return 'no-records';
  const spans = plain.school.period.filter((row) => plain.time(row.period) === time);
  const contracted = partner.filter((row) => {
    const block = {
      block: plain.programme.blocks[row.block ?? -1]?.id ?? null,
      partner: row.partner,
    };
    const inForce = spans.some(
      ({ starts, ends }) =>
        (row.starts === null || row.starts <= (ends ?? 0)) &&
        (row.ends === null || row.ends >= (starts ?? 0)),
    );
    return (
      (row.contract !== null || row.starts !== null) &&
      inForce &&
      fits(members, block) &&
      chosen(plain.selection, block, isEventSide)
    );
  });
  if (measure === 'M22' || measure === 'M23') {
    if (some.length === 0) return 'no-records';
    const here = some.filter(
      (one) => one.time === time && fits(members, one) && one.partner !== null,
    );
    const events = groups(here, (one) => String(one.partner)).map((list) => list.length);
    if (events.length === 0) return 'no-records';
    const all = here.length;
    return measure === 'M22'
      ? { value: all / events.length, n: events.length }
      : { value: events.reduce((sum, count) => sum + (count / all) ** 2, 0), n: all };
  }
  if (measure === 'M21') {
    if (some.length === 0) return 'no-records';
    const active = some.filter(
      (one) => one.time === time && fits(members, one) && one.partner !== null,
    );
    const whole = [...Object.keys(members), ...plain.selection.map(({ dimension }) => dimension)];
    const n =
      whole.every((name) => name === 'block') && contracted.length > 0 ? contracted.length : null;
    return { value: new Set(active.map((one) => one.partner)).size, n };
  }
  if (contracted.length === 0) return 'no-contracts';
  const busy = new Set(held.filter((one) => one.time === time).map((one) => one.partner));
  const silent = contracted.filter((row) => !busy.has(row.partner));
  return { value: silent.length / contracted.length, n: contracted.length };
}
