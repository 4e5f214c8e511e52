import {
  fits,
  groups,
  mean,
  type Deed,
  type Members,
  type PlainOutcome,
  type PlainSchool,
} from './plain-school.ts';

/** One cell of a table: a time and members, with the pupils on the roll and the deeds that belong there. */
export class PlainCell {
  readonly plain: PlainSchool;
  readonly time: number;
  readonly members: Members;
  readonly pupils: readonly number[];
  readonly deeds: readonly Deed[];
  /** The deeds of the roll, pupil by pupil. */
  readonly own: readonly Deed[][];

  constructor(plain: PlainSchool, time: number, members: Members) {
    this.plain = plain;
    this.time = time;
    this.members = members;
    this.pupils = plain.pupils(time, members);
    this.deeds = plain.deeds(time).filter((deed) => fits(members, deed));
    this.own = groups(
      this.deeds.filter(({ listed }) => listed),
      ({ person }) => String(person),
    );
  }

  /** Why nothing can be said of the roll, or null. */
  missing(): string | null {
    if (this.pupils.length === 0) return 'no-roll';
    return this.plain.recorded(this.time) ? null : 'no-records';
  }

  /** The share of the roll with some deed. */
  overRoll(some: (deed: Deed) => boolean): PlainOutcome {
    const missing = this.missing();
    if (missing) return missing;
    const n = this.pupils.length;
    return { value: this.own.filter((list) => list.some(some)).length / n, n };
  }

  /** The mean over participants of what a value says of them, if it says anything. */
  overOwn(value: (list: readonly Deed[]) => number | null, none = 'no-records'): PlainOutcome {
    const missing = this.missing();
    if (missing) return missing;
    const values = this.own.map(value).filter((one) => one !== null);
    if (values.length > 0) return { value: mean(values), n: values.length };
    return this.own.length > 0 ? none : 'no-records';
  }

  /** The share of participations that hit, of those of a base. */
  overDeeds(base: (deed: Deed) => boolean, hit: (deed: Deed) => boolean): PlainOutcome {
    if (!this.plain.recorded(this.time)) return 'no-records';
    const all = this.deeds.filter(base);
    if (all.length === 0) return 'no-records';
    return { value: all.filter(hit).length / all.length, n: all.length };
  }
}
