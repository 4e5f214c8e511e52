import { agreePatronymics, coversKey, isPartialKey } from '../person-name.ts';
import { mostPlaces, type Bearer } from './bearers.ts';
import type { Calendar } from './calendar.ts';
import type { Clusters } from './matches/clusters.ts';
import { placesOf, type Place } from './places.ts';
import type { Spell } from './roll-people.ts';

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

/** A spelling by less than the full name that was found to mean somebody on a roll. */
export interface ShortSpelling {
  readonly spelled: Bearer;
  readonly bearer: number;
}

/** Whom mentions of one wording were found to mean. */
interface Known {
  readonly mention: Mention;
  readonly bearer: number;
  readonly spelled: Bearer | null;
}

/** Finds whom records mean: those of the rolls, and those whom only other records name. */
export class Register {
  /** The bearers of names: first those of the rolls, then the others as they come up. */
  readonly bearers: Bearer[];
  /** Short spellings that were found on a roll, each with whom it was found to mean. */
  readonly short = new Map<string, ShortSpelling>();
  /** Mentions that several persons of the rolls could be; each such spelling stays a person of its own. */
  ambiguous = 0;
  readonly #clusters: Clusters;
  readonly #parted: (own: string, key: string) => boolean;
  readonly #places: ReadonlyMap<number, Place>[] = [];
  readonly #rows: number[] = [];
  readonly #calendar: Calendar;
  readonly #byName = new Map<string, number[]>();
  readonly #byClass = new Map<string, number[]>();
  readonly #byYearClass = new Map<string, number[]>();
  readonly #own = new Map<string, number>();
  readonly #known = new Map<string, Known[]>();

  /**
   * `bearers` are those of the rolls, put together in `clusters` as far as rolls alone tell; `parted` says whether a
   * person has said that a spelling does not mean a bearer.
   */
  constructor(
    bearers: readonly Bearer[],
    clusters: Clusters,
    calendar: Calendar,
    parted: (own: string, key: string) => boolean,
  ) {
    this.bearers = [...bearers];
    this.#clusters = clusters;
    this.#calendar = calendar;
    this.#parted = parted;
    for (const members of clusters.groups()) {
      const [index] = members;
      if (index === undefined) continue;
      const spells = spellsOf(members, bearers);
      const places = placesOf(spells, calendar);
      this.#places[index] = places;
      this.#rows[index] = spells.length;
      for (const { key, schoolYear, class: named } of spells) {
        push(this.#byName, key, index);
        push(this.#byYearClass, `${schoolYear}|${named}`, index);
      }
      for (const [period, place] of places) push(this.#byClass, `${period}|${place.class}`, index);
    }
  }

  /**
   * The bearer that a record means: by name and class on the roll of the period, else in that school year, else by name
   * and cohort, else by a name that nobody shares; otherwise one of their own, never a wrong one.
   */
  find(mention: Mention, importId: string, sheet: number, row: number): number {
    const { key, patronymic, sex, class: named, period, schoolYear } = mention;
    const alike = this.#known.get(key);
    let known = alike?.find(
      ({ mention: other }) =>
        other.class === named &&
        other.period === period &&
        other.schoolYear === schoolYear &&
        other.patronymic === patronymic &&
        other.sex === sex,
    );
    if (!known) {
      known = this.#meet(mention);
      if (alike) alike.push(known);
      else this.#known.set(key, [known]);
    }
    for (const bearer of [this.bearers[known.bearer], known.spelled]) {
      if (!bearer) continue;
      bearer.records += 1;
      if (bearer.places.length < mostPlaces)
        bearer.places.push({ importId, sheet, row, column: null });
    }
    return known.bearer;
  }

  /** The places of bearers that are one person by now, by period. */
  placesOf(members: readonly number[]): ReadonlyMap<number, Place> {
    const [first] = members;
    const spells = spellsOf(members, this.bearers);
    const known = first === undefined ? undefined : this.#places[first];
    // As many rows of rolls as at first are the same rows: what is put together stays together.
    return known && this.#rows[first ?? -1] === spells.length
      ? known
      : placesOf(spells, this.#calendar);
  }

  #meet(mention: Mention): Known {
    const own = ownKey(mention);
    const found = this.#search(mention);
    if (found === null) return { mention, bearer: this.#ownBearer(mention, own), spelled: null };
    const members = this.#clusters.members(found);
    if (members.some((member) => this.#parted(own, this.bearers[member]?.key ?? '')))
      return { mention, bearer: this.#ownBearer(mention, own), spelled: null };
    if (!isPartialKey(mention.key) || this.bearers[found]?.nameKey === mention.key)
      return { mention, bearer: found, spelled: null };
    const pair = `${own}\u0001${found}`;
    const short = this.short.get(pair) ?? { spelled: spelledBearer(mention, own), bearer: found };
    note(short.spelled, mention);
    this.short.set(pair, short);
    return { mention, bearer: found, spelled: short.spelled };
  }

  #search(mention: Mention): number | null {
    const { key, patronymic, sex, class: named, grade, period, schoolYear } = mention;
    const agrees = (index: number) =>
      this.#clusters.members(index).every((member) => {
        const bearer = this.bearers[member];
        return (
          agreePatronymics(bearer?.patronymic ?? null, patronymic) &&
          (sex === null || (bearer?.sex ?? sex) === sex)
        );
      });
    if (isPartialKey(key)) {
      const mates =
        this.#byClass.get(`${period ?? ''}|${named ?? ''}`) ??
        this.#byYearClass.get(`${schoolYear ?? ''}|${named ?? ''}`) ??
        [];
      return this.#only(
        mates.filter(
          (index) => this.#names(index).some((full) => coversKey(key, full)) && agrees(index),
        ),
      );
    }
    const namesakes = (this.#byName.get(key) ?? []).filter(agrees);
    if (namesakes.length === 0) return null;
    if (named !== null) {
      const here = namesakes.filter(
        (index) => period !== null && this.#places[index]?.get(period)?.class === named,
      );
      if (here.length > 0) return this.#only(here);
      const ofYear = (this.#byYearClass.get(`${schoolYear ?? ''}|${named}`) ?? []).filter((index) =>
        namesakes.includes(index),
      );
      if (ofYear.length > 0) return this.#only(ofYear);
    }
    if (grade !== null && schoolYear !== null) {
      const within = (index: number, most: number) =>
        this.#clusters.members(index).some((member) => {
          const cohort = this.bearers[member]?.cohort ?? Number.NaN;
          return Math.abs(cohort - (schoolYear - grade)) <= most;
        });
      const cohort = namesakes.filter((index) => within(index, 0));
      if (cohort.length > 0) return this.#only(cohort);
      return namesakes.length === 1
        ? this.#only(namesakes.filter((index) => within(index, 1)))
        : null;
    }
    return this.#only(namesakes);
  }

  #names(index: number): string[] {
    return this.#clusters.members(index).map((member) => this.bearers[member]?.nameKey ?? '');
  }

  #only(people: readonly number[]): number | null {
    if (people.length > 1) this.ambiguous += 1;
    return people.length === 1 ? (people[0] ?? null) : null;
  }

  #ownBearer(mention: Mention, own: string): number {
    let index = this.#own.get(own);
    if (index === undefined) {
      index = this.#clusters.add();
      this.bearers.push(spelledBearer(mention, own));
      this.#own.set(own, index);
    }
    const bearer = this.bearers[index];
    if (bearer) note(bearer, mention);
    return index;
  }
}

const suffixOf = (named: string | null) => named?.replace(/^\d+/, '') ?? '';
const cohortOf = ({ grade, schoolYear }: Mention) =>
  grade !== null && schoolYear !== null ? schoolYear - grade : null;

/** The key of a spelling that no roll explains: name, cohort, class without its grade, and the patronymic where told. */
function ownKey(mention: Mention): string {
  return `${mention.key}|${cohortOf(mention) ?? '?'}|${suffixOf(mention.class)}|~${mention.patronymic ?? ''}`;
}

function spelledBearer(mention: Mention, key: string): Bearer {
  return {
    key,
    nameKey: mention.key,
    name: mention.name,
    cohort: cohortOf(mention),
    suffix: suffixOf(mention.class),
    patronymic: mention.patronymic,
    sex: mention.sex,
    birth: null,
    birthYear: null,
    spells: [],
    classes: new Set(),
    records: 0,
    places: [],
  };
}

function note(bearer: Bearer, { class: named, schoolYear }: Mention): void {
  if (named !== null && schoolYear !== null) bearer.classes?.add(`${schoolYear}|${named}`);
}

/** Adds a number to those of a key, unless it came last. */
function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

/** The rows of rolls of several bearers. */
function spellsOf(members: readonly number[], bearers: readonly Bearer[]): readonly Spell[] {
  const [only] = members;
  return members.length === 1 && only !== undefined
    ? (bearers[only]?.spells ?? [])
    : members.flatMap((member) => bearers[member]?.spells ?? []);
}
