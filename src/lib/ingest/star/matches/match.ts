import type { Provenance } from '#lib/model/provenance.ts';
import type { MatchSubject } from '../../decision.ts';

/** Why two things look like one, or cannot be; its sentence lives in the catalogues. */
export type MatchEvidenceCode =
  | 'name-same'
  | 'name-one-letter'
  | 'name-variant'
  | 'name-initial'
  | 'name-part'
  | 'name-other'
  | 'class-same'
  | 'class-follows'
  | 'class-other'
  | 'year-other'
  | 'class-unknown'
  | 'birth-same'
  | 'patronymic-same'
  | 'patronymic-near'
  | 'only-candidate'
  | 'several-candidates'
  | 'together'
  | 'one-roll'
  | 'said-different'
  | 'words-same'
  | 'words-alike'
  | 'words-left-out'
  | 'acronym'
  | 'short-name'
  | 'one-list'
  | 'title-same'
  | 'title-alike'
  | 'day-same'
  | 'days-overlap'
  | 'month-same'
  | 'participants-shared'
  | 'partner-same'
  | 'partner-other';

/** One reason with what fills its sentence. */
export interface MatchEvidence {
  readonly code: MatchEvidenceCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is told of one side of a match. */
export type FactCode =
  | 'class'
  | 'school-year'
  | 'birth-year'
  | 'sex'
  | 'patronymic'
  | 'kind'
  | 'block'
  | 'contract'
  | 'date'
  | 'period'
  | 'partner'
  | 'participants';

/**
 * One of two things that look like one. `text` of a school year is the calendar year of its September, of a date
 * «YYYY-MM-DD» or two of them joined by «/», of a period «school year.term», of a block its id, of a sex «m» or «f».
 */
export interface Side {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly { readonly code: FactCode; readonly text: string }[];
  readonly records: number;
  /** Up to three of the places that tell of it. */
  readonly places: readonly Provenance[];
}

/**
 * Where a match stands: `made` by certain evidence, `proposed`, said by a person to be the `same` or `different`, or
 * `impossible`: said to be the same, and not made because a rule forbids it.
 */
export type MatchState = 'made' | 'proposed' | 'same' | 'different' | 'impossible';

/** Two things that are, may be or were said to be one; the lesser key first. */
export interface Match {
  readonly about: MatchSubject;
  readonly a: Side;
  readonly b: Side;
  readonly state: MatchState;
  /** How likely it is that both are one, 0 to 1, by evidence alone. */
  readonly likelihood: number;
  readonly evidence: readonly MatchEvidence[];
}

/** A reason with its weight in log-odds. */
export interface Weighed extends MatchEvidence {
  readonly weight: number;
}

/** The likelihood that weighed reasons together give, from the log-odds before any of them. */
export function likelihoodOf(prior: number, reasons: readonly Weighed[]): number {
  const odds = reasons.reduce((sum, { weight }) => sum + weight, prior);
  return 1 / (1 + Math.exp(-odds));
}

/** A match of two sides in the order of their keys. */
export function matchOf(
  about: MatchSubject,
  one: Side,
  other: Side,
  state: MatchState,
  likelihood: number,
  reasons: readonly MatchEvidence[],
): Match {
  const [a, b] = one.key < other.key ? [one, other] : [other, one];
  return {
    about,
    a,
    b,
    state,
    likelihood: Math.round(likelihood * 1000) / 1000,
    evidence: reasons.map(({ code, params }) => ({ code, params })),
  };
}

/** Most matches that a report lists. */
export const mostMatches = 2000;

const order: readonly MatchState[] = ['impossible', 'proposed', 'same', 'different', 'made'];

/** Matches as a report lists them: what waits for an answer first, the likeliest first, no more than fit. */
export function listMatches(matches: readonly Match[]): readonly Match[] {
  return matches
    .toSorted(
      (x, y) =>
        order.indexOf(x.state) - order.indexOf(y.state) ||
        y.likelihood - x.likelihood ||
        (x.a.key < y.a.key ? -1 : x.a.key > y.a.key ? 1 : x.b.key < y.b.key ? -1 : 1),
    )
    .slice(0, mostMatches);
}
