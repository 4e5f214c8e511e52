import { pairKey, pairOf, type Decision, type MatchSubject } from '#lib/ingest/decision.ts';
import type { Match, MatchState } from '#lib/ingest/star/matches/match.ts';

/** What matches are about, in the order in which it is offered. */
export const subjects: readonly MatchSubject[] = ['person', 'partner', 'event'];

/** One text for the pair of a match. */
export function keyOf({ about, a, b }: Match): string {
  return pairKey(pairOf(about, a.key, b.key));
}

/** How many matches wait for a person: what is proposed, and what was said and cannot be. */
export function countWaiting(matches: readonly Match[]): number {
  return matches.filter(({ state }) => state === 'proposed' || state === 'impossible').length;
}

/** The matches of a subject by where they stand. */
export interface MatchGroups {
  readonly proposed: readonly Match[];
  readonly impossible: readonly Match[];
  readonly made: readonly Match[];
  readonly decided: readonly Match[];
}

/** Divides the matches of a subject; those under `hidden` keys are left out. */
export function groupMatches(
  matches: readonly Match[],
  about: MatchSubject,
  hidden: ReadonlySet<string>,
): MatchGroups {
  const own = matches.filter((match) => match.about === about && !hidden.has(keyOf(match)));
  const among = (...states: readonly MatchState[]) =>
    own.filter(({ state }) => states.includes(state));
  return {
    proposed: among('proposed'),
    impossible: among('impossible'),
    made: among('made'),
    decided: among('same', 'different'),
  };
}

/** The answers about what the files do not hold now, so that no match tells of them. */
export function answersWithoutMatch(
  decisions: readonly Decision[],
  matches: readonly Match[],
  about: MatchSubject,
): readonly Decision[] {
  const told = new Set(matches.map(keyOf));
  return decisions.filter((decision) => decision.about === about && !told.has(pairKey(decision)));
}

/** A key in words: the name that it begins with. */
export function nameOfKey(key: string): string {
  const name = key.split('|')[0] ?? key;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
