import { agreePatronymics, coversKey, isPartialKey } from '../person-name.ts';
import type { Calendar } from './calendar.ts';
import { findRollPeople, type RollPerson, type Spell } from './roll-people.ts';

/** One person of the star. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly matched: boolean;
}

/** Where a person is on the roll in one period. */
export interface Place {
  readonly class: string;
  readonly grade: number;
  readonly spell: Spell;
}

/** A person as some record names them. */
export interface Mention {
  readonly name: string;
  readonly key: string;
  readonly patronymic: string | null;
  readonly sex: string | null;
  readonly class: string | null;
  readonly grade: number | null;
  readonly period: number | null;
  readonly schoolYear: number | null;
}

function isOnRoll(spell: Spell, starts: number, ends: number): boolean {
  return (
    (spell.entered === null || spell.entered <= ends) &&
    (spell.left === null || spell.left >= starts)
  );
}

/** The place of a person in a period: the class of its last day, else the last class before that. */
function placeIn(spells: readonly Spell[], starts: number, ends: number): Spell | null {
  let best: Spell | null = null;
  for (const spell of spells) {
    if (!isOnRoll(spell, starts, ends)) continue;
    if (best === null) {
      best = spell;
      continue;
    }
    const stays = spell.left === null || spell.left >= ends;
    const bestStays = best.left === null || best.left >= ends;
    const later =
      (spell.entered ?? Number.NEGATIVE_INFINITY) - (best.entered ?? Number.NEGATIVE_INFINITY);
    if (
      stays !== bestStays
        ? stays
        : later !== 0 && !Number.isNaN(later)
          ? later > 0
          : spell.order > best.order
    )
      best = spell;
  }
  return best;
}

/** All persons: those of the rolls with their places, and those whom only other records name. */
export class Register {
  readonly people: Person[] = [];
  /** Places by person and period; persons unknown to rolls have none. */
  readonly places: ReadonlyMap<number, Place>[] = [];
  readonly #byName = new Map<string, number[]>();
  readonly #byClass = new Map<string, number[]>();
  readonly #byYearClass = new Map<string, number[]>();
  readonly #cohorts: number[] = [];
  readonly #patronymics: (string | null)[] = [];
  readonly #own = new Map<string, number>();
  readonly #known = new Map<string, number>();
  /** Mentions that several persons of the rolls could be; each such spelling stays a person of its own. */
  ambiguous = 0;

  constructor(spells: readonly Spell[], calendar: Calendar) {
    const found = findRollPeople(spells);
    const keys = new Map<string, number>();
    for (const person of found) this.#enrol(person, calendar, keys);
  }

  #enrol({ cohort, spells }: RollPerson, calendar: Calendar, keys: Map<string, number>): void {
    const first = spells[0];
    if (!first) return;
    const index = this.people.length;
    const stem = `${first.key}|${cohort}`;
    const namesakes = keys.get(stem) ?? 0;
    keys.set(stem, namesakes + 1);
    const longest = spells.reduce(
      (best, spell) => (spell.name.length > best.name.length ? spell : best),
      first,
    );
    const birth = spells.find((spell) => spell.birth !== null)?.birth ?? null;
    this.people.push({
      key: namesakes === 0 ? stem : `${stem}|${namesakes + 1}`,
      name: longest.name,
      sex: spells.find((spell) => spell.sex !== null)?.sex ?? null,
      birthYear:
        birth !== null
          ? new Date(birth * 86_400_000).getUTCFullYear()
          : (spells.find((spell) => spell.birthYear !== null)?.birthYear ?? null),
      matched: true,
    });
    this.#cohorts.push(cohort);
    this.#patronymics.push(spells.find((spell) => spell.patronymic !== null)?.patronymic ?? null);
    push(this.#byName, first.key, index);
    for (const spell of spells) {
      push(this.#byYearClass, `${spell.schoolYear}|${spell.class}`, index);
    }
    const places = new Map<number, Place>();
    const years = new Set(spells.map((spell) => spell.schoolYear));
    for (const year of years) {
      const own = spells.filter((spell) => spell.schoolYear === year);
      for (const { index: period, starts, ends } of calendar.year(year)) {
        const spell = placeIn(own, starts, ends);
        if (!spell) continue;
        places.set(period, { class: spell.class, grade: spell.grade, spell });
        push(this.#byClass, `${period}|${spell.class}`, index);
      }
    }
    this.places.push(places);
  }

  /** The place of a person on the roll of a period. */
  place(person: number, period: number | null): Place | null {
    return period === null ? null : (this.places[person]?.get(period) ?? null);
  }

  /**
   * The person that a record means: by name and class on the roll of the period, else in that school year, else by name
   * and cohort, else by a name that nobody shares; otherwise a person of their own, never a wrong one.
   */
  find(mention: Mention): number {
    const { key, patronymic, sex, class: named, period, schoolYear } = mention;
    const mark = `${key}|${patronymic ?? ''}|${sex ?? ''}|${named ?? ''}|${period ?? ''}|${schoolYear ?? ''}`;
    let found = this.#known.get(mark);
    if (found === undefined) {
      found = this.#search(mention) ?? this.#ownPerson(mention);
      this.#known.set(mark, found);
    }
    return found;
  }

  #search(mention: Mention): number | null {
    const { key, patronymic, sex, class: named, grade, period, schoolYear } = mention;
    const agrees = (person: number) =>
      agreePatronymics(this.#patronymics[person] ?? null, patronymic) &&
      (sex === null || (this.people[person]?.sex ?? sex) === sex);
    const inClass = (list: readonly number[] | undefined) => [...new Set(list ?? [])];
    if (isPartialKey(key)) {
      const mates = inClass(
        this.#byClass.get(`${period ?? ''}|${named ?? ''}`) ??
          this.#byYearClass.get(`${schoolYear ?? ''}|${named ?? ''}`),
      );
      const fits = mates.filter(
        (person) => coversKey(key, this.people[person]?.key.split('|')[0] ?? '') && agrees(person),
      );
      return this.#only(fits);
    }
    const named_ = (this.#byName.get(key) ?? []).filter(agrees);
    if (named_.length === 0) return null;
    if (named !== null) {
      const here = named_.filter((person) => this.place(person, period)?.class === named);
      if (here.length > 0) return this.#only(here);
      const ofYear = inClass(this.#byYearClass.get(`${schoolYear ?? ''}|${named}`)).filter(
        (person) => named_.includes(person),
      );
      if (ofYear.length > 0) return this.#only(ofYear);
    }
    if (grade !== null && schoolYear !== null) {
      const cohort = named_.filter((person) => this.#cohorts[person] === schoolYear - grade);
      if (cohort.length > 0) return this.#only(cohort);
      const near = named_.filter(
        (person) => Math.abs((this.#cohorts[person] ?? 0) - (schoolYear - grade)) <= 1,
      );
      return named_.length === 1 ? this.#only(near) : null;
    }
    return this.#only(named_);
  }

  #only(people: readonly number[]): number | null {
    if (people.length > 1) this.ambiguous += 1;
    return people.length === 1 ? (people[0] ?? null) : null;
  }

  #ownPerson({ name, key, sex, class: named, grade, schoolYear }: Mention): number {
    const cohort = grade !== null && schoolYear !== null ? schoolYear - grade : null;
    const suffix = named === null ? '' : named.replace(/^\d+/, '');
    const own = `${key}|${cohort ?? '?'}|${suffix}|~`;
    let index = this.#own.get(own);
    if (index === undefined) {
      index = this.people.length;
      this.people.push({ key: own, name, sex, birthYear: null, matched: false });
      this.places.push(new Map());
      this.#own.set(own, index);
    }
    return index;
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
