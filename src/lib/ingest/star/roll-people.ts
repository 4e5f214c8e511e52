import { groupBy } from '../grouping.ts';
import { agreePatronymics } from '../person-name.ts';
import type { RecordSet } from '../record.ts';

/** One row of a roll. */
export interface Spell {
  readonly name: string;
  readonly key: string;
  readonly patronymic: string | null;
  readonly sex: string | null;
  readonly birth: number | null;
  readonly birthYear: number | null;
  readonly class: string;
  readonly grade: number;
  readonly suffix: string;
  readonly schoolYear: number;
  readonly entered: number | null;
  readonly left: number | null;
  readonly importId: string;
  readonly order: number;
  readonly sheet: number;
  readonly row: number;
}

/** One person whom rolls know. */
export interface RollPerson {
  readonly cohort: number;
  readonly spells: Spell[];
}

/** The rows of all rolls as spells; `order` is the import's place, later ones win. */
export function listSpells(
  imports: readonly { readonly id: string; readonly records: RecordSet }[],
): Spell[] {
  const spells: Spell[] = [];
  for (const [order, { id, records }] of imports.entries()) {
    const roll = records.roll;
    if (!roll) continue;
    for (const [at, key] of roll.key.entries()) {
      const named = roll.class[at] ?? null;
      const grade = roll.grade[at] ?? null;
      const schoolYear = roll.school_year[at] ?? null;
      if (key === null || named === null || grade === null || schoolYear === null) continue;
      spells.push({
        name: roll.name[at] ?? key,
        key,
        patronymic: roll.patronymic[at] ?? null,
        sex: roll.sex[at] ?? null,
        birth: roll.birth[at] ?? null,
        birthYear: roll.birth_year[at] ?? null,
        class: named,
        grade,
        suffix: named.replace(/^\d+/, ''),
        schoolYear,
        entered: roll.entered[at] ?? null,
        left: roll.left[at] ?? null,
        importId: id,
        order,
        sheet: roll.sheet[at] ?? 0,
        row: roll.row[at] ?? 0,
      });
    }
  }
  return spells;
}

const compare = <T extends string | number>(a: T | null, b: T | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;

/** Order by content, so that the order of imports does not matter. */
function compareSpells(a: Spell, b: Spell): number {
  return (
    compare(a.schoolYear, b.schoolYear) ||
    compare(a.entered, b.entered) ||
    compare(a.class, b.class) ||
    compare(a.birth, b.birth) ||
    compare(a.patronymic, b.patronymic) ||
    compare(a.left, b.left) ||
    compare(a.order, b.order) ||
    compare(a.sheet, b.sheet) ||
    compare(a.row, b.row)
  );
}

function overlap(a: Spell, b: Spell): boolean {
  const startsA = a.entered ?? Number.NEGATIVE_INFINITY;
  const startsB = b.entered ?? Number.NEGATIVE_INFINITY;
  return (
    startsA <= (b.left ?? Number.POSITIVE_INFINITY) &&
    startsB <= (a.left ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether one row of a roll ends where another begins, within two months. */
export function follows(a: Spell, b: Spell): boolean {
  return a.left !== null && b.entered !== null && b.entered >= a.left && b.entered - a.left <= 60;
}

/** Whether two rows are of one roll (one import, one school year) and stand for two people. */
export function areTwoOnRoll(a: Spell, b: Spell): boolean {
  if (a.importId !== b.importId || a.schoolYear !== b.schoolYear) return false;
  if (follows(a, b) || follows(b, a)) return false;
  return a.class === b.class || overlap(a, b);
}

/** How well a row fits a person: null when it cannot be the same, else the greater the surer. */
function fit(person: RollPerson, spell: Spell): number | null {
  let score = 0;
  let sameBirth = false;
  for (const own of person.spells) {
    if (own.birth !== null && spell.birth !== null) {
      if (own.birth !== spell.birth) return null;
      sameBirth = true;
    } else if (
      own.birthYear !== null &&
      spell.birthYear !== null &&
      own.birthYear !== spell.birthYear
    )
      return null;
    if (own.sex !== null && spell.sex !== null && own.sex !== spell.sex) return null;
    if (!agreePatronymics(own.patronymic, spell.patronymic)) return null;
    if (own.patronymic !== null && own.patronymic === spell.patronymic) score = Math.max(score, 1);
    if (own.schoolYear === spell.schoolYear) {
      if (areTwoOnRoll(own, spell)) return null;
      if (own.class === spell.class) score = Math.max(score, 4);
      else if (follows(own, spell) || follows(spell, own)) score = Math.max(score, 3);
    } else if (own.suffix === spell.suffix)
      score = Math.max(score, Math.abs(own.schoolYear - spell.schoolYear) === 1 ? 3 : 2);
  }
  if (!sameBirth && person.cohort !== spell.schoolYear - spell.grade) return null;
  return score + (sameBirth ? 8 : 0);
}

/** Beyond this many rows of one name nothing tells people apart in reasonable time: each row stands for itself. */
const mostOfOneName = 500;

/** Puts the rows of one name together into persons. */
function gather(spells: Spell[]): RollPerson[] {
  if (spells.length > mostOfOneName)
    return spells.map((spell) => ({ cohort: spell.schoolYear - spell.grade, spells: [spell] }));
  const people: RollPerson[] = [];
  const years = groupBy(spells.toSorted(compareSpells), (spell) => spell.schoolYear);
  for (const rows of years.values()) {
    const open = new Set(rows);
    const hire = (spell: Spell, person: RollPerson | null) => {
      if (person) person.spells.push(spell);
      else people.push({ cohort: spell.schoolYear - spell.grade, spells: [spell] });
      open.delete(spell);
    };
    while (open.size > 0) {
      let best: { spell: Spell; person: RollPerson; score: number } | null = null;
      for (const spell of open) {
        for (const person of people) {
          const score = fit(person, spell);
          if (score !== null && score > 1 && (best === null || score > best.score))
            best = { spell, person, score };
        }
      }
      if (best) {
        hire(best.spell, best.person);
        continue;
      }
      const [spell] = open;
      if (!spell) break;
      const possible = people.filter((person) => fit(person, spell) !== null);
      const rivals =
        possible.length === 1
          ? [...open].filter(
              (other) => other !== spell && possible[0] && fit(possible[0], other) !== null,
            )
          : [];
      const only =
        possible.length === 1 &&
        rivals.every(
          (other) => other.schoolYear !== spell.schoolYear || other.importId !== spell.importId,
        );
      hire(spell, only ? (possible[0] ?? null) : null);
    }
  }
  return people;
}

/**
 * Tells persons from the rows of all rolls: one name in one cohort (school year − grade), refined by birth date,
 * patronymic and sex; two rows of one roll are two persons unless one ends where the other begins.
 */
export function findRollPeople(spells: readonly Spell[]): RollPerson[] {
  return [...groupBy(spells, (spell) => spell.key).entries()]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, rows]) => gather(rows));
}
