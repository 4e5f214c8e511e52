import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import type { School } from './small-school.ts';

type Key = string | number | null;
type Members = Partial<Record<Dimension, Key>>;

/** One cell in plain numbers: a value with its n, or the reason why there is none. */
export type PlainOutcome = { value: number; n: number | null } | string;

interface Deed extends Record<Dimension, Key> {
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

function fits(members: Members, thing: Members): boolean {
  return (Object.keys(members) as Dimension[]).every((name) => members[name] === thing[name]);
}

function chosen(selection: Selection, thing: Members, side: (name: Dimension) => boolean): boolean {
  return selection
    .filter(({ dimension }) => side(dimension))
    .every(({ dimension, values, excluded }) => {
      const key = thing[dimension];
      return (key !== null && key !== undefined && values.includes(key)) !== excluded;
    });
}

const isEventSide = (name: Dimension) => eventSide.includes(name);
const isPupilSide = (name: Dimension) => !isEventSide(name);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function groups<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

/** Measures counted by hand over the rows of a school, without a database; minimum n is not applied. */
export class PlainMeasures {
  readonly #school: School;
  readonly #programme: Programme;
  readonly #grain: Grain;
  readonly #selection: Selection;
  readonly #found = new Map<string, Deed[]>();

  constructor(school: School, programme: Programme, grain: Grain, selection: Selection) {
    this.#school = school;
    this.#programme = programme;
    this.#grain = grain;
    this.#selection = selection;
  }

  #time(period: number | null): number | null {
    if (period === null) return null;
    return this.#grain === 'term' ? period : (this.#programme.periods[period]?.schoolYear ?? null);
  }

  #roll(time: number): Map<number, { class: Key; grade: Key; sex: Key }> {
    const found = new Map<number, { class: Key; grade: Key; sex: Key }>();
    const rows = this.#school.roll.filter((row) => this.#time(row.period) === time);
    for (const row of rows.sort((a, b) => (a.period ?? 0) - (b.period ?? 0))) {
      const sex = this.#school.participant[row.person ?? -1]?.sex ?? null;
      found.set(row.person ?? -1, { class: row.class, grade: row.grade, sex });
    }
    return found;
  }

  #pupils(time: number, members: Members): number[] {
    const own = Object.fromEntries(
      Object.entries(members).filter(([name]) => isPupilSide(name as Dimension)),
    );
    return [...this.#roll(time)]
      .filter(([, pupil]) => fits(own, pupil) && chosen(this.#selection, pupil, isPupilSide))
      .map(([who]) => who);
  }

  #occasion(index: number | null) {
    const event = this.#school.event[index ?? -1];
    const direction = this.#programme.directions[event?.direction ?? -1];
    const blocks = this.#programme.blocks;
    const level = this.#programme.levels[event?.level ?? -1];
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
  #deeds(time: number, wholeSelection = true): Deed[] {
    const name = `${time} ${wholeSelection}`;
    const known = this.#found.get(name) ?? this.#findDeeds(time, wholeSelection);
    this.#found.set(name, known);
    return known;
  }

  #findDeeds(time: number, wholeSelection: boolean): Deed[] {
    const roll = this.#roll(time);
    const { remoteFactor, teamFactor, results, roles } = this.#programme;
    return this.#school.participation.flatMap((row) => {
      const role = roles[row.role ?? -1];
      if (this.#time(row.period) !== time || role?.counted === false) return [];
      const occasion = this.#occasion(row.event);
      const pupil = roll.get(row.person ?? -1);
      const sex = this.#school.participant[row.person ?? -1]?.sex ?? row.sex;
      const result = results[row.result ?? -1];
      const { event, block, direction, partner, level, weight, civic } = occasion;
      const factor = (event?.remote ? remoteFactor : 1) * (row.team ? teamFactor : 1);
      const deed: Deed = {
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
      return chosen(this.#selection, deed, side) ? [deed] : [];
    });
  }

  #times(): number[] {
    const all = this.#programme.periods.map((_, period) => this.#time(period) ?? 0);
    return [...new Set(all)];
  }

  #recorded(time: number): boolean {
    const here = this.#school.participation.some((row) => this.#time(row.period) === time);
    return here && this.#times().some((other) => this.#deeds(other, false).length > 0);
  }

  #nameless(time: number, selected: boolean) {
    return this.#school.headcount.flatMap((row) => {
      if (this.#time(row.period) !== time || row.named) return [];
      const group = {
        ...this.#occasion(row.event),
        ...ownOf(row),
        class: row.class,
        grade: row.grade,
        sex: null,
      };
      const kept = !selected || chosen(this.#selection, group, () => true);
      return kept ? [{ ...group, n: row.n ?? 0 }] : [];
    });
  }

  /** A measure in one cell, or undefined for a measure that is not counted here. */
  outcome(measure: MeasureId, time: number, members: Members): PlainOutcome | undefined {
    const pupils = this.#pupils(time, members);
    const deeds = this.#deeds(time).filter((deed) => fits(members, deed));
    const own = groups(
      deeds.filter(({ listed }) => listed),
      ({ person }) => String(person),
    );
    const overRoll = (some: (deed: Deed) => boolean, complement = false): PlainOutcome => {
      if (pupils.length === 0) return 'no-roll';
      if (!this.#recorded(time)) return 'no-records';
      const x = own.filter((list) => list.some(some)).length;
      const n = pupils.length;
      return { value: (complement ? n - x : x) / n, n };
    };
    const overOwn = (value: (list: readonly Deed[]) => number | null): PlainOutcome => {
      if (pupils.length === 0) return 'no-roll';
      if (!this.#recorded(time)) return 'no-records';
      const values = own.map(value).filter((one) => one !== null);
      return values.length === 0 ? 'no-records' : { value: mean(values), n: values.length };
    };
    const overDeeds = (
      base: (deed: Deed) => boolean,
      hit: (deed: Deed) => boolean,
    ): PlainOutcome => {
      if (!this.#recorded(time)) return 'no-records';
      const all = deeds.filter(base);
      if (all.length === 0) return 'no-records';
      return { value: all.filter(hit).length / all.length, n: all.length };
    };
    const distinct = (list: readonly Deed[], name: Dimension) =>
      new Set(list.map((deed) => deed[name]).filter((key) => key !== null)).size;
    switch (measure) {
      case 'M01':
        return overRoll(() => true);
      case 'M02':
        return overRoll(({ block }) => block !== null);
      case 'M03':
        return overRoll(() => true, true);
      case 'M19':
        return overRoll(({ award }) => award);
      case 'M29':
        return overRoll(({ civic, volunteering }) => civic || volunteering);
      case 'M04':
        return this.#recorded(time) ? { value: deeds.length, n: null } : 'no-records';
      case 'M43':
        return this.#headcounts(time, members);
      case 'M05':
        return overOwn((list) => list.length);
      case 'M07': {
        const each = overOwn((list) => list.length);
        const empty = pupils.length > 0 && this.#recorded(time) && own.length === 0;
        if (empty) return { value: 0, n: pupils.length };
        if (typeof each === 'string') return each;
        return { value: (each.value * own.length) / pupils.length, n: pupils.length };
      }
      case 'M06': {
        if (pupils.length === 0) return 'no-roll';
        const known =
          this.#recorded(time) && this.#deeds(time, false).some(({ hours }) => hours !== null);
        return known
          ? overOwn((list) => list.reduce((s, { hours }) => s + (hours ?? 0), 0))
          : 'no-records';
      }
      case 'M08':
        return overOwn((list) => (list.length >= 2 ? 1 : 0));
      case 'M12':
        return overOwn((list) => distinct(list, 'direction') || null);
      case 'M14':
        return overOwn((list) => (distinct(list, 'block') >= 2 ? 1 : 0));
      case 'M16':
        if (!this.#recorded(time)) return 'no-records';
        return { value: deeds.reduce((sum, { points }) => sum + (points ?? 0), 0), n: null };
      case 'M17':
        return overOwn((list) => list.reduce((sum, { points }) => sum + (points ?? 0), 0));
      case 'M18':
        return overDeeds(
          ({ competitive }) => competitive,
          ({ award }) => award,
        );
      case 'M20':
        return overDeeds(
          ({ level }) => level !== null,
          ({ level }) => level !== 'school',
        );
      case 'M40':
        return overDeeds(
          () => true,
          ({ whole }) => whole,
        );
      case 'M09':
        return this.#retention(time, members, pupils);
      case 'M21':
      case 'M24':
        return this.#partners(measure, time, members);
      case 'M26':
      case 'M28':
        return this.#scores(measure, time, members);
      case 'M30':
        return this.#volunteering(time, pupils);
      case 'M32':
        return this.#belonging(time, members);
      default:
        return undefined;
    }
  }

  #headcounts(time: number, members: Members): PlainOutcome {
    const met = this.#times().some((other) => this.#nameless(other, true).length > 0);
    if (!met || this.#nameless(time, false).length === 0) return 'no-records';
    const groups = this.#nameless(time, true).filter((group) => fits(members, group));
    return { value: groups.reduce((sum, { n }) => sum + n, 0), n: null };
  }

  #retention(time: number, members: Members, pupils: readonly number[]): PlainOutcome {
    if (pupils.length === 0) return 'no-roll';
    if (!this.#recorded(time)) return 'no-records';
    const earlier = this.#times()[this.#times().indexOf(time) - 1];
    const kinds = Object.fromEntries(
      Object.entries(members).filter(([name]) => isEventSide(name as Dimension)),
    );
    const took = (when: number) =>
      new Set(
        this.#deeds(when, false)
          .filter((deed) => deed.listed && fits(kinds, deed))
          .map(({ person }) => person),
      );
    if (earlier === undefined) return 'no-records';
    const [then, now] = [took(earlier), took(time)];
    const base = pupils.filter((who) => then.has(who));
    if (base.length === 0) return 'no-records';
    return { value: base.filter((who) => now.has(who)).length / base.length, n: base.length };
  }

  #partners(measure: 'M21' | 'M24', time: number, members: Members): PlainOutcome {
    const { event, partner } = this.#school;
    const held = event.flatMap((row, index) =>
      row.held === false || row.period === null
        ? []
        : [{ ...this.#occasion(index), time: this.#time(row.period) }],
    );
    const some = held.filter((one) => chosen(this.#selection, one, isEventSide));
    const eventsHere = held.some((one) => one.time === time);
    if (!eventsHere) return 'no-records';
    const spans = this.#school.period.filter((row) => this.#time(row.period) === time);
    const contracted = partner.filter((row) => {
      const block = {
        block: this.#programme.blocks[row.block ?? -1]?.id ?? null,
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
        chosen(this.#selection, block, isEventSide)
      );
    });
    if (measure === 'M21') {
      if (some.length === 0) return 'no-records';
      const active = some.filter(
        (one) => one.time === time && fits(members, one) && one.partner !== null,
      );
      const whole = [...Object.keys(members), ...this.#selection.map(({ dimension }) => dimension)];
      const n =
        whole.every((name) => name === 'block') && contracted.length > 0 ? contracted.length : null;
      return { value: new Set(active.map((one) => one.partner)).size, n };
    }
    if (contracted.length === 0) return 'no-contracts';
    const busy = new Set(held.filter((one) => one.time === time).map((one) => one.partner));
    const silent = contracted.filter((row) => !busy.has(row.partner));
    return { value: silent.length / contracted.length, n: contracted.length };
  }

  #scores(measure: 'M26' | 'M28', time: number, members: Members): PlainOutcome {
    const wanted = measure === 'M26' ? ['torrance', 'johnson', 'williams'] : ['johnson'];
    const rows = this.#school.assessment.filter(
      (row) => row.score !== null && wanted.includes(row.instrument ?? ''),
    );
    const line = (row: (typeof rows)[number]) => `${row.instrument} ${row.version}`;
    const scales = new Map<string, number>();
    const sheets = groups(
      rows,
      (row) => `${row.person}|${row.school_year}|${row.wave}|${line(row)}`,
    );
    const partsOf = (list: typeof rows) =>
      groups(
        list.filter(({ scale }) => scale !== 'total'),
        ({ scale }) => scale ?? '',
      );
    for (const list of sheets) {
      const [first] = list;
      if (!first) continue;
      scales.set(line(first), Math.max(scales.get(line(first)) ?? 0, partsOf(list).length));
    }
    const last = (list: typeof rows) =>
      list.reduce((a, b) => ((a.date ?? 0) > (b.date ?? 0) ? a : b)).score ?? 0;
    const marks = sheets.flatMap((list) => {
      const [first] = list;
      if (!first) return [];
      const parts = partsOf(list);
      const stated = list.filter(({ scale }) => scale === 'total');
      const full = scales.get(line(first)) ?? 0;
      const score =
        full > 0 && parts.length === full
          ? parts.reduce((sum, part) => sum + last(part), 0)
          : stated.length > 0
            ? last(stated)
            : null;
      const periods = list.map(({ period }) => period).filter((period) => period !== null);
      const period = periods.length === 0 ? null : Math.max(...periods);
      return score === null ? [] : [{ ...first, period, score, line: line(first) }];
    });
    const values =
      measure === 'M28'
        ? marks.map((mark) => ({ ...mark, value: mark.score }))
        : marks
            .filter(({ wave }) => wave === 'post')
            .flatMap((post) => {
              const pre = marks.find(
                (mark) =>
                  mark.wave === 'pre' &&
                  mark.person === post.person &&
                  mark.school_year === post.school_year &&
                  mark.line === post.line,
              );
              return pre ? [{ ...post, value: post.score - pre.score }] : [];
            });
    const when = (row: { period: number | null; school_year: number | null }) =>
      this.#grain === 'term' ? row.period : row.school_year;
    const most = (list: typeof values, key: (mark: (typeof values)[number]) => string) =>
      groups(list, key).sort((x, y) => y.length - x.length || compareLines(x[0], y[0]))[0]?.[0];
    const instrument = most(values, (mark) => mark.instrument ?? '')?.instrument;
    const ofInstrument = values.filter(
      (mark) => mark.instrument === instrument && when(mark) === time,
    );
    const line0 = most(ofInstrument, (mark) => mark.line)?.line;
    const assessed = groups(
      rows,
      (row) => `${row.person}|${row.school_year}|${row.wave}|${line(row)}|${row.scale}`,
    );
    const known = assessed.some((list) => {
      const periods = list.map(({ period }) => period).filter((period) => period !== null);
      const period = periods.length === 0 ? null : Math.max(...periods);
      return when({ period, school_year: list[0]?.school_year ?? null }) === time;
    });
    if (!known) return 'no-records';
    const roll = this.#roll(time);
    const here = ofInstrument.filter((mark) => mark.line === line0);
    const waves = ['post', 'mid', 'pre'];
    const latest = groups(here, (mark) => String(mark.person)).map(
      (list) => list.sort((a, b) => waves.indexOf(a.wave ?? '') - waves.indexOf(b.wave ?? ''))[0],
    );
    const placed = (measure === 'M28' ? latest : here).filter((mark) => {
      if (!mark) return false;
      const pupil = roll.get(mark.person ?? -1);
      const sex = this.#school.participant[mark.person ?? -1]?.sex ?? null;
      const side = { class: mark.class, grade: mark.grade, ...pupil, sex };
      return fits(members, side) && chosen(this.#selection, side, isPupilSide);
    });
    if (placed.length === 0) return measure === 'M26' ? 'no-pairs' : 'no-records';
    const cut = this.#programme.creativityCut;
    const numbers = placed.map((mark) => mark?.value ?? 0);
    return {
      value: mean(measure === 'M26' ? numbers : numbers.map((value) => (value >= cut ? 1 : 0))),
      n: placed.length,
    };
  }

  #volunteering(time: number, pupils: readonly number[]): PlainOutcome {
    if (pupils.length === 0) return 'no-roll';
    const rows = [
      ...(this.#selection.some(({ dimension }) => isEventSide(dimension))
        ? []
        : this.#school.volunteering
      )
        .filter((row) => this.#time(row.period) === time)
        .map(({ person, hours }) => ({ person, hours })),
      ...this.#deeds(time, false).filter(({ volunteering }) => volunteering),
    ].filter(({ hours }) => hours !== null);
    if (rows.length === 0) return 'no-records';
    const sum = rows
      .filter(({ person }) => pupils.includes(person ?? -1))
      .reduce((total, { hours }) => total + (hours ?? 0), 0);
    return { value: sum / pupils.length, n: pupils.length };
  }

  #belonging(time: number, members: Members): PlainOutcome {
    const rows = this.#school.survey.filter(
      (row) => row.instrument === 'civic' && row.value !== null && this.#time(row.period) === time,
    );
    if (rows.length === 0) return 'no-records';
    const kept = rows.filter(
      (row) => fits(members, row) && chosen(this.#selection, row, isPupilSide),
    );
    const each = groups(kept, (row) => String(row.answer)).map((list) =>
      mean(list.map(({ value }) => value ?? 0)),
    );
    return each.length === 0 ? 'no-records' : { value: mean(each), n: each.length };
  }
}

function compareLines(
  a: { instrument: string | null; version: string | null } | undefined,
  b: { instrument: string | null; version: string | null } | undefined,
): number {
  const byInstrument = (a?.instrument ?? '').localeCompare(b?.instrument ?? '');
  if (byInstrument !== 0) return byInstrument;
  if (a?.version === b?.version) return 0;
  if (a?.version === null || a?.version === undefined) return 1;
  if (b?.version === null || b?.version === undefined) return -1;
  return a.version.localeCompare(b.version);
}
