import type { Dimension, FlowDimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { School } from '../small-school.ts';

export type Key = string | number | null;
export type Members = Partial<Record<Dimension, Key>>;

/** One cell in plain numbers: a value with its n, or the reason why there is none. */
export type PlainOutcome = { value: number; n: number | null } | string;

export interface Deed extends Record<Exclude<Dimension, FlowDimension>, Key> {
  period: number | null;
  event: number;
  person: number;
  listed: boolean;
  role: string | null;
  hours: number | null;
  points: number | null;
  award: boolean;
  competitive: boolean;
  volunteering: boolean;
  civic: boolean;
  whole: boolean;
}

const slots = ['own1', 'own2', 'own3', 'own4'] as const;
const eventSide: readonly Dimension[] = ['block', 'direction', 'partner', 'level', ...slots];

/** The school's own dimensions of a fact. */
function ownOf(row: Record<(typeof slots)[number], string | null>) {
  const { own1, own2, own3, own4 } = row;
  return { own1, own2, own3, own4 };
}

export function fits(members: Members, thing: Members): boolean {
  return (Object.keys(members) as Dimension[]).every((name) => members[name] === thing[name]);
}

export function chosen(
  selection: Selection,
  thing: Members,
  side: (name: Dimension) => boolean,
): boolean {
  return selection
    .filter(({ dimension }) => side(dimension))
    .every(({ dimension, values, excluded }) => {
      const key = thing[dimension];
      return (key !== null && key !== undefined && values.includes(key)) !== excluded;
    });
}

export const isEventSide = (name: Dimension) => eventSide.includes(name);
export const isPupilSide = (name: Dimension) => ['grade', 'class', 'sex'].includes(name);

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function groups<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

/** The rows of a school as a person would look them up, without a database. */
export class PlainSchool {
  readonly school: School;
  readonly programme: Programme;
  readonly grain: Grain;
  readonly selection: Selection;
  readonly spans: ReadonlyMap<number, number> | null;
  readonly found = new Map<string, Deed[]>();

  /** `times` are the times of periods where they are neither terms nor years. */
  constructor(
    school: School,
    programme: Programme,
    grain: Grain,
    selection: Selection,
    times: ReadonlyMap<number, number> | null = null,
  ) {
    this.spans = times;
    this.school = school;
    this.programme = programme;
    this.grain = grain;
    this.selection = selection;
  }

  /** The time to which a period counts. */
  time(period: number | null): number | null {
    if (period === null) return null;
    if (this.spans) return this.spans.get(period) ?? null;
    const found = this.programme.periods[period];
    if (this.grain === 'term' || !found) return found ? period : null;
    const { schoolYear, term } = found;
    return this.grain === 'year' ? schoolYear : schoolYear * 2 + Math.ceil(term / 2) - 1;
  }

  roll(time: number): Map<number, { class: Key; grade: Key; sex: Key }> {
    const found = new Map<number, { class: Key; grade: Key; sex: Key }>();
    const rows = this.school.roll.filter((row) => this.time(row.period) === time);
    for (const row of rows.sort((a, b) => (a.period ?? 0) - (b.period ?? 0))) {
      const sex = this.school.participant[row.person ?? -1]?.sex ?? null;
      found.set(row.person ?? -1, { class: row.class, grade: row.grade, sex });
    }
    return found;
  }

  pupils(time: number, members: Members): number[] {
    const own = Object.fromEntries(
      Object.entries(members).filter(([name]) => isPupilSide(name as Dimension)),
    );
    return [...this.roll(time)]
      .filter(([, pupil]) => fits(own, pupil) && chosen(this.selection, pupil, isPupilSide))
      .map(([who]) => who);
  }

  occasion(index: number | null) {
    const event = this.school.event[index ?? -1];
    const direction = this.programme.directions[event?.direction ?? -1];
    const blocks = this.programme.blocks;
    const level = this.programme.levels[event?.level ?? -1];
    return {
      event,
      block: blocks[event?.block ?? -1]?.id ?? direction?.block ?? null,
      direction: direction?.id ?? null,
      partner: event?.partner ?? null,
      level: level?.id ?? null,
      weight: level?.weight ?? null,
      civic: direction?.civic ?? false,
    };
  }

  /** Deeds of a time that the selection's events hold; the pupil side of the selection is applied where asked. */
  deeds(time: number, wholeSelection = true): Deed[] {
    const name = `${time} ${wholeSelection}`;
    const known = this.found.get(name) ?? this.findDeeds(time, wholeSelection);
    this.found.set(name, known);
    return known;
  }

  findDeeds(time: number, wholeSelection: boolean): Deed[] {
    const roll = this.roll(time);
    const { remoteFactor, teamFactor, results, roles } = this.programme;
    return this.school.participation.flatMap((row) => {
      const role = roles[row.role ?? -1];
      if (this.time(row.period) !== time || role?.counted === false) return [];
      const occasion = this.occasion(row.event);
      const pupil = roll.get(row.person ?? -1);
      const own = this.school.participant[row.person ?? -1]?.sex ?? null;
      const sex = pupil ? own : (own ?? row.sex);
      const result = results[row.result ?? -1];
      const { event, block, direction, partner, level, weight, civic } = occasion;
      const factor = (event?.remote ? remoteFactor : 1) * (row.team ? teamFactor : 1);
      const deed: Deed = {
        period: row.period,
        event: row.event ?? -1,
        person: row.person ?? -1,
        listed: pupil !== undefined,
        block,
        direction,
        partner,
        level,
        class: pupil ? pupil.class : row.class,
        grade: pupil ? pupil.grade : row.grade,
        sex,
        ...ownOf(row),
        role: role?.id ?? null,
        hours: row.hours ?? event?.hours ?? null,
        points: weight === null || !result ? null : weight * result.weight * factor,
        award: result?.award ?? false,
        competitive: event?.competitive ?? false,
        volunteering: event?.volunteering ?? false,
        civic,
        whole:
          pupil !== undefined &&
          event?.starts !== null &&
          partner !== null &&
          level !== null &&
          (result !== undefined || !event?.competitive),
      };
      const side = wholeSelection ? () => true : isEventSide;
      return chosen(this.selection, deed, side) ? [deed] : [];
    });
  }

  times(): number[] {
    const all = this.programme.periods.flatMap((_, period) => this.time(period) ?? []);
    return [...new Set(all)];
  }

  recorded(time: number): boolean {
    const times = this.times();
    const someone = times.some(
      (other) => this.pupils(other, {}).length > 0 || this.deeds(other).length > 0,
    );
    return this.told(time) && someone && times.some((other) => this.deeds(other, false).length > 0);
  }

  nameless(time: number, selected: boolean) {
    return this.school.headcount.flatMap((row) => {
      if (this.time(row.period) !== time || row.named) return [];
      const group = {
        ...this.occasion(row.event),
        ...ownOf(row),
        class: row.class,
        grade: row.grade,
        sex: null,
      };
      const kept = !selected || chosen(this.selection, group, () => true);
      return kept ? [{ ...group, n: row.n ?? 0 }] : [];
    });
  }

  /** The time just before. */
  former(time: number): number | undefined {
    return this.times()[this.times().indexOf(time) - 1];
  }

  /** The same time a year ago. */
  yearAgo(time: number): number | undefined {
    const { periods } = this.programme;
    const step = { term: null, half: 2, year: 1 }[this.grain];
    if (step !== null) return this.times().find((other) => other === time - step);
    const now = periods[time];
    const then = periods.findIndex(
      ({ schoolYear, term }) => schoolYear === (now?.schoolYear ?? 0) - 1 && term === now?.term,
    );
    return then < 0 ? undefined : then;
  }

  /** Whether anything is recorded of a time, whatever is selected. */
  told(time: number): boolean {
    return this.school.participation.some((row) => this.time(row.period) === time);
  }

  /** The listed deeds of a time by person, of the selection's events and given members of events' dimensions. */
  takers(time: number, kinds: Members): Map<number, Deed[]> {
    const found = this.deeds(time, false).filter((deed) => deed.listed && fits(kinds, deed));
    return new Map(
      groups(found, ({ person }) => String(person)).map((list) => [list[0]?.person ?? -1, list]),
    );
  }
}

/** The members that belong to events. */
export function kindsOf(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).filter(([name]) => isEventSide(name as Dimension)),
  );
}
