import type { Aggregation, Goalpost } from '#lib/model/programme.ts';
import type { Absence, Outcome } from '#lib/model/result.ts';
import { aggregate } from '#lib/statistics/aggregate.ts';
import { composite, presentShare } from '#lib/statistics/composite.ts';
import { goalpostsScore } from '#lib/statistics/normalise.ts';

/** One part of an index in one cell: its name in the programme, its goalposts, and its outcome or null where it cannot be asked. */
export interface IndexPart {
  readonly name: string;
  readonly goalpost: Goalpost;
  readonly outcome: Outcome | null;
}

/** One cell of an index: its parts, the mean that the programme asks for, and the pupils on the roll of its group. */
export interface IndexCell {
  readonly parts: readonly IndexPart[];
  readonly aggregation: Aggregation;
  readonly roll: number;
}

/** What one part gives: its share of the whole weight, its score (0 to 100) and what it adds to the arithmetic index. */
export interface IndexTerm {
  readonly part: IndexPart;
  readonly share: number;
  readonly score: number | null;
  readonly contribution: number | null;
  /** Why the part does not count although it has weight. */
  readonly absence: Absence | null;
}

/** Both means of the parts that count, 0 to 100. */
export type IndexMeans = Readonly<Record<Aggregation, number>>;

/** Share of the index's weight that must be present for there to be a number. */
export const enoughWeight = 2 / 3;
const smallestGroup = 10;
/** A score under this counts as this in the geometric mean, which a single 0 would make 0. */
export const scoreFloor = 1;

/** The parts of an index as they stand on other goalposts; a part that was not asked has no outcome. */
export function withGoalposts(
  parts: readonly IndexPart[],
  goalposts: Readonly<Record<string, Goalpost>>,
): IndexPart[] {
  const outcomes = new Map(parts.map(({ name, outcome }) => [name, outcome]));
  return Object.entries(goalposts).map(([name, goalpost]) => ({
    name,
    goalpost,
    outcome: outcomes.get(name) ?? null,
  }));
}

/** A weight that is no number or less than nothing weighs nothing. */
function weightOf({ goalpost: { weight } }: IndexPart): number {
  return Number.isFinite(weight) && weight > 0 ? weight : 0;
}

function scoreOf({ outcome, goalpost }: IndexPart): number | null {
  return outcome?.kind === 'estimate' ? goalpostsScore(outcome.value, goalpost) : null;
}

/** Why a part cannot count, whatever it weighs: no number, a number of a group under ten, or goalposts that do not differ. */
function absenceOf(part: IndexPart): Absence | null {
  const { outcome } = part;
  if (!outcome) return 'not-divisible';
  if (outcome.kind === 'absent') return outcome.reason;
  const isGroup = outcome.x !== null || outcome.lower !== null;
  if (isGroup && outcome.n !== null && outcome.n < smallestGroup) return 'too-few';
  return scoreOf(part) === null ? 'no-scale' : null;
}

/** Says whether a part counts: it has weight, a scale and a number, and not of a group under ten. */
export function isPresent(part: IndexPart): boolean {
  return weightOf(part) > 0 && absenceOf(part) === null;
}

/** Says whether a part that has weight is missing, so that the weight of the others stands for the whole. */
export function isIncomplete(parts: readonly IndexPart[]): boolean {
  return parts.some((part) => weightOf(part) > 0 && absenceOf(part) !== null);
}

function presentScores(parts: readonly IndexPart[]): (number | null)[] {
  return parts.map((part) => (isPresent(part) ? scoreOf(part) : null));
}

/** What each part gives, in order; the contributions add up to the arithmetic index. */
export function indexTerms(parts: readonly IndexPart[]): IndexTerm[] {
  const weights = parts.map(weightOf);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = presentScores(parts);
  const made = composite({ scores, weights, method: 'arithmetic', minimumShare: 0 });
  return parts.map((part, place) => {
    const weight = weights[place] ?? 0;
    return {
      part,
      share: whole > 0 ? weight / whole : 0,
      score: scores[place] ?? null,
      contribution: made?.contributions[place] ?? null,
      absence: weight > 0 ? absenceOf(part) : null,
    };
  });
}

/** Why there is no index in a cell, or null where there is one. */
function indexAbsence({ parts, roll }: IndexCell): Outcome | null {
  const absent = (reason: Absence, n: number | null): Outcome => ({ kind: 'absent', reason, n });
  const weights = parts.map(weightOf);
  const share = presentShare(presentScores(parts), weights);
  if (share === null) return absent('no-weights', null);
  if (roll === 0) return absent('no-roll', null);
  if (roll < smallestGroup) return absent('too-few', roll);
  if (share >= enoughWeight - 1e-9) return null;
  const scaled = parts.map((part) => (absenceOf(part) === 'no-scale' ? null : 0));
  const isScale = (presentShare(scaled, weights) ?? 1) < enoughWeight - 1e-9;
  return absent(isScale ? 'no-scale' : 'incomplete-index', parts.filter(isPresent).length);
}

/** Both means of a cell, or null where there is no index. */
export function indexMeans(cell: IndexCell): IndexMeans | null {
  if (indexAbsence(cell)) return null;
  const [scores, weights] = [presentScores(cell.parts), cell.parts.map(weightOf)];
  const arithmetic = aggregate(scores, weights, 'arithmetic');
  const geometric = aggregate(scores, weights, 'geometric', scoreFloor);
  return arithmetic === null || geometric === null ? null : { arithmetic, geometric };
}

/**
 * The mean of the parts that count, 0 to 100, with weights made to sum to one again. Absent without any weight, for a group
 * under ten or without a roll, and with less than two thirds of the weight present. `x` of `n` are the parts that count
 * of the parts that weigh anything.
 */
export function indexOutcome(cell: IndexCell): Outcome {
  const means = indexMeans(cell);
  if (!means) return indexAbsence(cell) ?? { kind: 'absent', reason: 'incomplete-index', n: null };
  return {
    kind: 'estimate',
    value: means[cell.aggregation],
    x: cell.parts.filter(isPresent).length,
    n: cell.parts.filter((part) => weightOf(part) > 0).length,
    lower: null,
    upper: null,
  };
}

/** Later minus earlier, or null where either has no index or they rest on different parts. */
export function indexDifference(earlier: IndexCell, later: IndexCell): number | null {
  const [before, after] = [indexMeans(earlier), indexMeans(later)];
  const names = ({ parts }: IndexCell) =>
    JSON.stringify(
      parts
        .filter(isPresent)
        .map(({ name }) => name)
        .sort(),
    );
  if (!before || !after || names(earlier) !== names(later)) return null;
  return after[later.aggregation] - before[earlier.aggregation];
}
