import type { Decision } from '../../decision.ts';
import type { Bearer } from '../bearers.ts';
import type { Clusters } from './clusters.ts';
import { countRivals, judge, type Candidate } from './judge.ts';
import type { Match } from './match.ts';
import { pairNames } from './name-pairs.ts';
import { areTwo, personPrior, personSide, weighPeople } from './person-evidence.ts';

/** How many events name both of each pair in one file: those are hardly one person. */
export type Together = (pairs: readonly (readonly [number, number])[]) => readonly number[];

/** What the judging of people works on. */
export interface PeopleCase {
  readonly bearers: readonly Bearer[];
  readonly clusters: Clusters;
  /** The bearer that a key means; null for none, or where several could be meant. */
  readonly resolve: (key: string) => number | null;
  readonly decisions: readonly Decision[];
  readonly together: Together;
  /** The first bearer that is judged: of a pair that is up for judging at least one is none before it. */
  readonly since: number;
}

const leastProposed = 0.4;
const leastMade = 0.95;

/**
 * Puts together who is one person, by answers and by certain evidence, in `clusters`; gives the matches. Two rows of one
 * roll are never put together, not even through a third spelling.
 */
export function judgePeople(work: PeopleCase): Match[] {
  const { bearers, since } = work;
  const at = (index: number): Bearer => {
    const bearer = bearers[index];
    if (!bearer) throw new RangeError(`No bearer ${index}`);
    return bearer;
  };
  return judge({
    ...work,
    about: 'person',
    keyOf: (index) => at(index).key,
    sideOf: (index) => personSide(at(index)),
    prior: personPrior,
    weigh: (a, b) => weighPeople(at(a), at(b)),
    forbids: (a, b) => (areTwo(at(a), at(b)) ? 'one-roll' : null),
    passes: (_a, b) => b >= since,
    candidates: (isOpen) => findCandidates(work, isOpen),
    verdict: ({ a, b, reasons }, likelihood) =>
      likelihood >= leastMade && isCertain(at(a), at(b), reasons)
        ? 'made'
        : likelihood >= leastProposed
          ? 'proposed'
          : null,
    pendingAsOne: false,
  });
}

/** Certain is what a roll, a patronymic, a birth date or one class bears out, with nobody else in question. */
function isCertain(a: Bearer, b: Bearer, reasons: Candidate['reasons']): boolean {
  const codes = new Set(reasons.map(({ code }) => code));
  if (codes.has('several-candidates') || codes.has('together')) return false;
  if (codes.has('birth-same')) return true;
  if (codes.has('year-other') || codes.has('class-unknown')) return false;
  const onRoll = a.spells.length > 0 || b.spells.length > 0;
  return (
    onRoll || codes.has('patronymic-same') || (codes.has('name-same') && codes.has('class-same'))
  );
}

/**
 * The bearers on the largest roll without days of coming or going. They are as many people, so that of a pair at least one
 * is another.
 */
function largestRoll(bearers: readonly Bearer[]): ReadonlySet<number> {
  const rolls = new Map<string, Set<number>>();
  for (const [index, { spells }] of bearers.entries()) {
    for (const { entered, left, importId, schoolYear } of spells) {
      if (entered !== null || left !== null) continue;
      const roll = `${importId}|${schoolYear}`;
      const on = rolls.get(roll);
      if (on) on.add(index);
      else rolls.set(roll, new Set([index]));
    }
  }
  let largest: ReadonlySet<number> = new Set();
  for (const on of rolls.values()) if (on.size > largest.size) largest = on;
  return largest;
}

/** Pairs of bearers whose names meet under a key, with all reasons. */
function findCandidates(
  { bearers, clusters, since, together }: PeopleCase,
  isOpen: (a: number, b: number) => boolean,
): Candidate[] {
  const settled = since === 0 ? largestRoll(bearers) : null;
  const pairs = pairNames(
    bearers.map(({ nameKey }) => nameKey),
    (index) => index >= since && !settled?.has(index),
    isOpen,
  );
  const likely: Candidate[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [bearers[a], bearers[b]];
    const reasons = one && other && !areTwo(one, other) ? weighPeople(one, other) : null;
    if (reasons) likely.push({ a, b, reasons });
  }
  const met = together(likely.map(({ a, b }) => [a, b]));
  // Several misspellings of one pupil of a roll are no rivals of each other; several pupils for one spelling are.
  const candidates = countRivals(likely, (third, other, end) => {
    if (clusters.isOne(third, other)) return false;
    const [one, two] = [bearers[third], bearers[other]];
    if (!one || !two) return false;
    if (one.spells.length > 0) return true;
    return (
      bearers[end]?.spells.length === 0 && two.spells.length === 0 && weighPeople(one, two) === null
    );
  });
  return candidates.map((candidate, place) => {
    const events = met[place] ?? 0;
    if (events === 0) return candidate;
    const reason = { code: 'together' as const, params: { events }, weight: -4 };
    return { ...candidate, reasons: [...candidate.reasons, reason] };
  });
}
