/** What two things can turn out to be one of. */
export type MatchSubject = 'person' | 'partner' | 'event';

/** A person's answer to whether two things are one; `a` and `b` are keys that outlive a derivation, in order. */
export interface Decision {
  readonly about: MatchSubject;
  readonly a: string;
  readonly b: string;
  readonly answer: 'same' | 'different';
}

/** The pair that a decision is about, the keys in order. */
export type Pair = Pick<Decision, 'about' | 'a' | 'b'>;

/** The pair of two keys, the lesser first. */
export function pairOf(about: MatchSubject, one: string, other: string): Pair {
  return one < other ? { about, a: one, b: other } : { about, a: other, b: one };
}

/** One text for a pair, whatever the order of its keys. */
export function pairKey({ about, a, b }: Pair): string {
  return a < b ? `${about}\u0001${a}\u0001${b}` : `${about}\u0001${b}\u0001${a}`;
}
