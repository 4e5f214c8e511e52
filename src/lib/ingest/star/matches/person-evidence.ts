import { isoOf } from '../../day.ts';
import { agreePatronymics } from '../../person-name.ts';
import { classesOf, type Bearer } from '../bearers.ts';
import { areTwoOnRoll } from '../roll-people.ts';
import { isOneSlip } from './likeness.ts';
import { compareNames } from './name-likeness.ts';
import type { Side, Weighed } from './match.ts';

/** Log-odds that two people whose names are compared at all are one, before any evidence. */
export const personPrior = -1.2;

/** Whether rolls hold rows of both that stand for two people. */
export function areTwo(a: Bearer, b: Bearer): boolean {
  return a.spells.some((own) => b.spells.some((other) => areTwoOnRoll(own, other)));
}

/** Why two bearers of a name could be one person; null where what is told of them rules it out. */
export function weighPeople(a: Bearer, b: Bearer): Weighed[] | null {
  const name = compareNames(a.nameKey, b.nameKey);
  if (!name) return null;
  if (a.sex !== null && b.sex !== null && a.sex !== b.sex) return null;
  const reasons: Weighed[] = [name];
  if (a.birth !== null && b.birth !== null) {
    if (a.birth !== b.birth) return null;
    reasons.push({ code: 'birth-same', params: { date: isoOf(a.birth) }, weight: 4 });
  } else if (a.birthYear !== null && b.birthYear !== null && a.birthYear !== b.birthYear)
    return null;
  const patronymic = weighPatronymics(a.patronymic, b.patronymic);
  if (patronymic === 'apart') return null;
  if (patronymic) reasons.push(patronymic);
  const time = weighClasses(a, b);
  if (!time) return null;
  return [...reasons, time];
}

function weighPatronymics(a: string | null, b: string | null): Weighed | 'apart' | null {
  if (a === null || b === null) return null;
  const params = { from: a, to: b };
  if (a === b && a.length > 1) return { code: 'patronymic-same', params, weight: 2.5 };
  if (agreePatronymics(a, b)) return { code: 'patronymic-near', params, weight: 1 };
  return Math.min(a.length, b.length) > 4 && isOneSlip(a, b)
    ? { code: 'patronymic-near', params, weight: 1.5 }
    : 'apart';
}

const yearOf = (mark: string) => Number(mark.split('|')[0]);
const classOf = (mark: string) => mark.split('|')[1] ?? '';

function weighClasses(a: Bearer, b: Bearer): Weighed | null {
  if (a.cohort === null || b.cohort === null)
    return { code: 'class-unknown', params: {}, weight: -1 };
  const apart = Math.abs(a.cohort - b.cohort);
  if (apart > 1) return null;
  const [own, other] = [classesOf(a), classesOf(b)];
  const shared = [...own].find((mark) => other.has(mark));
  if (shared !== undefined) {
    // Two rolls of one class in one year should spell one pupil alike.
    const weight = a.spells.length > 0 && b.spells.length > 0 ? 1.5 : 2.5;
    return { code: 'class-same', params: { year: yearOf(shared), class: classOf(shared) }, weight };
  }
  const years = new Set([...own].map(yearOf));
  const params = { from: lastClass(a), to: lastClass(b) };
  const bothThatYear = [...other].some((mark) => years.has(yearOf(mark)));
  if (apart === 1) return { code: 'year-other', params, weight: bothThatYear ? -2.5 : -1.5 };
  if (a.suffix === b.suffix) return { code: 'class-follows', params, weight: 1.5 };
  const bothOnRoll = bothThatYear && a.spells.length > 0 && b.spells.length > 0;
  return { code: 'class-other', params, weight: bothOnRoll ? -1.5 : 0 };
}

function lastClass(bearer: Bearer): string {
  let last = '';
  for (const mark of classesOf(bearer))
    if (last === '' || yearOf(mark) >= yearOf(last)) last = mark;
  return classOf(last);
}

/** A bearer of a name as one side of a match. */
export function personSide(bearer: Bearer): Side {
  const { key, name, records, places } = bearer;
  const years = [...new Set([...classesOf(bearer)].map(yearOf))].sort((a, b) => a - b);
  const facts: Side['facts'][number][] = [...classesOf(bearer)]
    .toSorted((x, y) => yearOf(y) - yearOf(x))
    .slice(0, 1)
    .map((mark) => ({ code: 'class', text: classOf(mark) }));
  for (const year of years) facts.push({ code: 'school-year', text: String(year) });
  if (bearer.birthYear !== null) facts.push({ code: 'birth-year', text: String(bearer.birthYear) });
  if (bearer.sex !== null) facts.push({ code: 'sex', text: bearer.sex });
  if (bearer.patronymic !== null) facts.push({ code: 'patronymic', text: bearer.patronymic });
  return { key, name, facts, records, places };
}
