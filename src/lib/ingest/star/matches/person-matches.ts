import type { Decision } from '../../decision.ts';
import { isPartialKey } from '../../person-name.ts';
import type { Bearer } from '../bearers.ts';
import type { Clusters } from './clusters.ts';
import { countRivals, judge, type Candidate } from './judge.ts';
import { Blocking } from './likeness.ts';
import type { Match } from './match.ts';
import { nameKeys } from './name-likeness.ts';
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
  /** Whether a pair, the lesser number first, is up for judging. */
  readonly passes: (a: number, b: number) => boolean;
}

const leastProposed = 0.4;
const leastMade = 0.95;

/**
 * Puts together who is one person, by answers and by certain evidence, in `clusters`; gives the matches. Two rows of one
 * roll are never put together, not even through a third spelling.
 */
export function judgePeople(work: PeopleCase): Match[] {
  const { bearers } = work;
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

/** Pairs of bearers whose names meet under a key, with all reasons. */
function findCandidates(
  { bearers, clusters, together }: PeopleCase,
  isOpen: (a: number, b: number) => boolean,
): Candidate[] {
  const names = new Blocking();
  const initials = new Blocking(200);
  const isPartial = bearers.map(({ nameKey }) => isPartialKey(nameKey));
  const anyPartial = isPartial.includes(true);
  for (const [index, { nameKey }] of bearers.entries()) {
    for (const key of nameKeys(nameKey)) {
      if (!key.startsWith('i:')) names.put(key, index);
      else if (anyPartial) initials.put(key, index);
    }
  }
  const pairs = [
    ...names.pairs(isOpen),
    ...initials.pairs((a, b) => isPartial[a] !== isPartial[b] && isOpen(a, b)),
  ];
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
