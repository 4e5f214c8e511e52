import { pairKey, pairOf, type Decision, type MatchSubject } from '../../decision.ts';
import type { Clusters } from './clusters.ts';
import { likelihoodOf, matchOf, type Match, type Side, type Weighed } from './match.ts';

/** Two things that look like one, with why. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly reasons: readonly Weighed[];
}

/** A rule that keeps two things apart whatever anybody says. */
export type Barrier = 'one-roll' | 'said-different';

/** What is judged, and by what. */
export interface Case {
  readonly about: MatchSubject;
  readonly clusters: Clusters;
  readonly decisions: readonly Decision[];
  /** The thing that a key means; null for none, or where several could be meant. */
  readonly resolve: (key: string) => number | null;
  readonly keyOf: (thing: number) => string;
  readonly sideOf: (thing: number) => Side;
  /** Log-odds that two things that are compared at all are one, before any evidence. */
  readonly prior: number;
  /** Why two things could be one; null where what is told of them rules it out. */
  readonly weigh: (a: number, b: number) => readonly Weighed[] | null;
  /** What forbids that two things are one, whatever anybody says. */
  readonly forbids: (a: number, b: number) => Barrier | null;
  /** Whether a pair is up for judging here. */
  readonly passes: (a: number, b: number) => boolean;
  /** Pairs that look like one among those that are open. */
  readonly candidates: (isOpen: (a: number, b: number) => boolean) => readonly Candidate[];
  readonly verdict: (candidate: Candidate, likelihood: number) => 'made' | 'proposed' | null;
  /** Whether what is proposed counts as one until it is answered. */
  readonly pendingAsOne: boolean;
}

const numbersOf = (a: number, b: number) => (a < b ? `${a}|${b}` : `${b}|${a}`);

/**
 * Puts together in `clusters` what is one: first by answers, then by evidence, the likeliest first. A rule that keeps two
 * things apart holds for whole groups, so that no third thing brings them together.
 */
export function judge(work: Case): Match[] {
  const { about, clusters, decisions, keyOf, passes, prior, resolve, sideOf, weigh } = work;
  const answered = new Map<string, { a: number; b: number; answer: Decision['answer'] }>();
  const parted = new Set<string>();
  for (const decision of decisions) {
    if (decision.about !== about) continue;
    const [a, b] = [resolve(decision.a), resolve(decision.b)];
    if (a === null || b === null || a === b) continue;
    answered.set(numbersOf(a, b), { a, b, answer: decision.answer });
  }
  for (const [numbers, { answer }] of answered) if (answer === 'different') parted.add(numbers);

  const barrier = (a: number, b: number): Barrier | null => {
    for (const own of clusters.members(a)) {
      for (const other of clusters.members(b)) {
        const rule = work.forbids(own, other);
        if (rule) return rule;
        if (parted.has(numbersOf(own, other))) return 'said-different';
      }
    }
    return null;
  };
  const matches = new Map<string, Match>();
  const say = (a: number, b: number, state: Match['state'], reasons: readonly Weighed[]) => {
    const likelihood = likelihoodOf(prior, reasons);
    const match = matchOf(about, sideOf(a), sideOf(b), state, likelihood, reasons);
    matches.set(pairKey(pairOf(about, keyOf(a), keyOf(b))), match);
  };

  for (const { a, b, answer } of answered.values()) {
    if (!passes(Math.min(a, b), Math.max(a, b))) continue;
    const reasons = weigh(a, b) ?? [];
    const rule = answer === 'different' || clusters.isOne(a, b) ? null : barrier(a, b);
    if (answer === 'same' && !rule) clusters.join(a, b);
    if (rule) say(a, b, 'impossible', [...reasons, { code: rule, params: {}, weight: -8 }]);
    else say(a, b, answer, reasons);
  }

  const isOpen = (a: number, b: number) =>
    passes(a, b) && !answered.has(numbersOf(a, b)) && !clusters.isOne(a, b);
  const weighed = work
    .candidates(isOpen)
    .map((candidate) => ({ candidate, likelihood: likelihoodOf(prior, candidate.reasons) }))
    .sort(
      (x, y) =>
        y.likelihood - x.likelihood ||
        x.candidate.a - y.candidate.a ||
        x.candidate.b - y.candidate.b,
    );
  const asked = new Set<string>();
  for (const { candidate, likelihood } of weighed) {
    const { a, b, reasons } = candidate;
    const state = work.verdict(candidate, likelihood);
    if (!state || clusters.isOne(a, b) || barrier(a, b)) continue;
    // Two groups that several of their spellings liken to each other are one question.
    const question = numbersOf(clusters.root(a), clusters.root(b));
    if (state === 'proposed' && asked.has(question)) continue;
    asked.add(question);
    if (state === 'made' || work.pendingAsOne) clusters.join(a, b);
    say(a, b, state, reasons);
  }
  return [...matches.values()];
}

const rivalry = 1.5;
const oddsOf = (reasons: readonly Weighed[]) =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Candidates with one more reason: whether another could be meant as well. `speaksAgainst` says whether a third thing that
 * looks like one end of a pair speaks against the pair's other end being it.
 */
export function countRivals(
  candidates: readonly Candidate[],
  speaksAgainst: (third: number, other: number, end: number) => boolean,
): Candidate[] {
  const near = new Map<number, { third: number; odds: number }[]>();
  for (const { a, b, reasons } of candidates) {
    const odds = oddsOf(reasons);
    for (const [end, third] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = near.get(end);
      if (list) list.push({ third, odds });
      else near.set(end, [{ third, odds }]);
    }
  }
  return candidates.map(({ a, b, reasons }) => {
    const least = oddsOf(reasons) - rivalry;
    let rivals = 0;
    for (const [end, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const { third, odds } of near.get(end) ?? [])
        if (third !== other && odds >= least && speaksAgainst(third, other, end)) rivals += 1;
    }
    const reason: Weighed =
      rivals === 0
        ? { code: 'only-candidate', params: {}, weight: 0.5 }
        : { code: 'several-candidates', params: { count: rivals + 1 }, weight: -2 };
    return { a, b, reasons: [...reasons, reason] };
  });
}
