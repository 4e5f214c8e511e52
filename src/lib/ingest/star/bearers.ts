import type { Provenance } from '#lib/model/provenance.ts';
import { isoOf } from '../day.ts';
import { groupBy } from '../grouping.ts';
import type { RollPerson, Spell } from './roll-people.ts';

/** Most places that are kept of what tells of one thing. */
export const mostPlaces = 3;

/** Somebody as one spelling names them, before it is known which spellings are one person. */
export interface Bearer {
  /** Stays the same over derivations and further files. */
  readonly key: string;
  readonly nameKey: string;
  readonly name: string;
  /** School year − grade, one number for those who go through school together; null where no class is told. */
  readonly cohort: number | null;
  /** The class without its grade, of the latest row. */
  readonly suffix: string;
  readonly patronymic: string | null;
  readonly sex: string | null;
  readonly birth: number | null;
  readonly birthYear: number | null;
  /** The rows of rolls; empty for whom no roll knows. */
  readonly spells: readonly Spell[];
  /** «school year|class» of the records that tell of them; null where rolls do. */
  readonly classes: Set<string> | null;
  /** How many records tell of them. */
  records: number;
  readonly places: Provenance[];
}

/** «school year|class» of all that tells of somebody. */
export function classesOf({ classes, spells }: Bearer): ReadonlySet<string> {
  return classes ?? new Set(spells.map(({ schoolYear, class: named }) => `${schoolYear}|${named}`));
}

/** Those whom rolls know. */
export interface RollBearers {
  readonly bearers: Bearer[];
  /** Who has been known under a key; null for nobody, or where several could be meant. */
  readonly resolve: (key: string) => number | null;
}

/** What tells namesakes of one cohort apart, the best first: birth date, patronymic, a class of a year. */
function marksOf(spells: readonly Spell[]): string[] {
  return [
    ...spells.flatMap(({ birth }) => (birth === null ? [] : [isoOf(birth)])),
    ...spells.flatMap(({ patronymic }) => patronymic ?? []),
    ...spells.map(({ schoolYear, class: named }) => `${schoolYear} ${named}`),
  ];
}

function bearerOf({ cohort, spells }: RollPerson, key: string): Bearer | null {
  const [first] = spells;
  const last = spells.at(-1);
  if (!first || !last) return null;
  const longest = spells.reduce(
    (best, spell) => (spell.name.length > best.name.length ? spell : best),
    first,
  );
  const firstTold = <V>(pick: (spell: Spell) => V | null): V | null => {
    for (const spell of spells) {
      const value = pick(spell);
      if (value !== null) return value;
    }
    return null;
  };
  const birth = firstTold((spell) => spell.birth);
  return {
    key,
    nameKey: first.key,
    name: longest.name,
    cohort,
    suffix: last.suffix,
    patronymic: firstTold((spell) => spell.patronymic),
    sex: firstTold((spell) => spell.sex),
    birth,
    birthYear:
      birth === null ? firstTold((spell) => spell.birthYear) : Number(isoOf(birth).slice(0, 4)),
    spells,
    classes: null,
    records: spells.length,
    places: spells.slice(0, mostPlaces).map(({ importId, sheet, row }) => ({
      importId,
      sheet,
      row,
      column: null,
    })),
  };
}

/**
 * The persons of rolls under keys that outlive further files: name and cohort, and for namesakes of one cohort what tells
 * them apart.
 */
export function listRollBearers(people: readonly RollPerson[]): RollBearers {
  const bearers: Bearer[] = [];
  const stems: string[] = [];
  const taken = new Set<string>();
  const stemOf = ({ cohort, spells }: RollPerson) => `${spells[0]?.key ?? ''}|${cohort}`;
  for (const [stem, namesakes] of groupBy(people, stemOf)) {
    const marks = namesakes.length === 1 ? [] : namesakes.map(({ spells }) => marksOf(spells));
    for (const [place, person] of namesakes.entries()) {
      const own = marks[place] ?? [];
      const telling = own.find((mark) =>
        marks.every((others, other) => other === place || !others.includes(mark)),
      );
      let key = namesakes.length === 1 ? stem : `${stem}|${telling ?? place + 1}`;
      while (taken.has(key)) key += '+';
      taken.add(key);
      const bearer = bearerOf(person, key);
      if (!bearer) continue;
      bearers.push(bearer);
      stems.push(stem);
    }
  }
  let aliases: ReadonlyMap<string, number | null> | null = null;
  const resolve = (key: string) => (aliases ??= listAliases(bearers, stems)).get(key) ?? null;
  return { bearers, resolve };
}

/** The keys under which each has been known: null for a key that several could mean. */
function listAliases(
  bearers: readonly Bearer[],
  stems: readonly string[],
): ReadonlyMap<string, number | null> {
  const aliases = new Map<string, number | null>();
  const known = (key: string, index: number) => {
    const before = aliases.get(key);
    aliases.set(key, before === undefined || before === index ? index : null);
  };
  for (const [index, { nameKey, spells }] of bearers.entries()) {
    const cohorts = new Set(spells.map(({ schoolYear, grade }) => schoolYear - grade));
    const own = [...cohorts].map((cohort) => `${nameKey}|${cohort}`);
    const marks = marksOf(spells);
    for (const stem of [...own, stems[index] ?? '']) {
      known(stem, index);
      for (const mark of marks) known(`${stem}|${mark}`, index);
    }
  }
  for (const [index, { key }] of bearers.entries()) aliases.set(key, index);
  return aliases;
}
