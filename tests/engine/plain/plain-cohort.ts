import type { MeasureId } from '#lib/measures/registry.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { School } from '../small-school.ts';
import { volunteerHoursOf } from './answers.ts';
import { PlainCell } from './cell.ts';
import { ofDeeds } from './participation.ts';
import { isEventSide, kindsOf, PlainSchool, type Members } from './plain-school.ts';
import { scoresOf } from './scores.ts';
import { againOf, continuityOf, hasSuccession, newOf, overloadOf } from './succession.ts';

/** What two times say of the same pupils: their pairs of values, or null where a time has no records. */
export type PlainPairs = readonly (readonly [number, number])[] | null;

interface Value {
  readonly value: number;
  readonly line: string | null;
}

const rollMeasures: readonly MeasureId[] = ['M01', 'M02', 'M03', 'M07', 'M19', 'M29', 'M30'];
const turned: readonly MeasureId[] = ['M03', 'M11'];

function unlined(values: ReadonlyMap<number, number>): Map<number, Value> {
  return new Map([...values].map(([who, value]) => [who, { value, line: null }]));
}

/** The same pupils at two times, looked up by hand. */
export class PlainCohort {
  readonly #selected: PlainSchool;
  readonly #whole: PlainSchool;

  constructor(school: School, programme: Programme, grain: Grain, selection: Selection) {
    this.#selected = new PlainSchool(school, programme, grain, selection);
    const ofEvents = selection.filter(({ dimension }) => isEventSide(dimension));
    this.#whole = new PlainSchool(school, programme, grain, ofEvents);
  }

  /** The pairs of one cell, of pupils on both rolls who are in the cell at the later time. */
  pairs(measure: MeasureId, before: number, after: number, members: Members): PlainPairs {
    const sides = [before, after].map((time) => this.#values(measure, time, kindsOf(members)));
    const [first, last] = sides;
    if (!first || !last) return null;
    const earlier = this.#whole.roll(before);
    const pupils = this.#selected.pupils(after, members).filter((who) => earlier.has(who));
    const isOfRoll = rollMeasures.includes(measure);
    const none: Value = { value: 0, line: null };
    return pupils.flatMap((who) => {
      const [a, b] = [first.get(who), last.get(who)];
      if (!isOfRoll && (!a || !b || a.line !== b.line)) return [];
      const values = [a ?? none, b ?? none].map(({ value }) =>
        turned.includes(measure) ? 1 - value : value,
      );
      return [[values[0] ?? 0, values[1] ?? 0] as const];
    });
  }

  /** A value of each pupil at a time, null where nothing is recorded of the time. */
  #values(measure: MeasureId, time: number, kinds: Members): Map<number, Value> | null {
    const plain = this.#whole;
    const cell = new PlainCell(plain, time, kinds);
    if (measure === 'M26' || measure === 'M27' || measure === 'M28') {
      const scores = scoresOf(plain, measure, time, {});
      if (scores === null) return null;
      const known = scores.flatMap(({ person, value, line }) =>
        value === null ? [] : [[person, { value, line }] as const],
      );
      return new Map(known);
    }
    if (measure === 'M30') {
      const hours = volunteerHoursOf(plain, time);
      return hours.size === 0 ? null : unlined(hours);
    }
    if (measure === 'M39') return hasSuccession(plain, time) ? unlined(continuityOf(cell)) : null;
    if (!plain.recorded(time)) return null;
    if (measure === 'M09' || measure === 'M11') return unlined(againOf(cell));
    if (measure === 'M10') {
      const isFirst = !plain.times().some((other) => other < time && plain.told(other));
      return isFirst ? null : unlined(newOf(cell));
    }
    if (measure === 'M34') return unlined(overloadOf(cell) ?? new Map());
    if (measure === 'M06') {
      const known = plain.deeds(time, false).some(({ hours }) => hours !== null);
      if (!known) return null;
    }
    const value = ofDeeds[measure];
    if (!value) throw new Error(`${measure} follows no pupils`);
    const found = cell.own.flatMap((list) => {
      const own = value(list);
      return own === null ? [] : [[list[0]?.person ?? -1, own] as const];
    });
    return unlined(new Map(found));
  }
}
