import { enoughWeight, scoreFloor } from '#lib/measures/index-value.ts';
import { aggregate } from '#lib/statistics/aggregate.ts';
import { compositeSensitivity } from '#lib/statistics/composite-sensitivity.ts';
import {
  drawComposites,
  probabilityAbove,
  rangeOf,
  type CompositeVariants,
  type DrawnRange,
} from '#lib/statistics/composite-uncertainty.ts';
import { correlationTable } from '#lib/statistics/correlation.ts';
import { cronbachAlpha } from '#lib/statistics/cronbach.ts';
import type { Scores } from './index-scores.ts';
import { goalpostScores, spreadScores, targetScores } from './index-scores.ts';
import type { IndexSample } from './index-sample.ts';

/** What one part decides: the share of the spread that its weight explains alone, and the index without it. */
export interface PartSensitivity {
  readonly share: number | null;
  readonly without: number | null;
}

/** Two parts, by their places, whose scores go opposite ways, and their correlation. */
export interface OpposedParts {
  readonly a: number;
  readonly b: number;
  readonly r: number;
}

/** Another cell of the sample: where its own index lies, and the share of the variants in which the one asked about is above; ties count half. */
export interface OtherRobustness {
  readonly range: DrawnRange | null;
  readonly above: number | null;
}

/** How robust an index is to its weights and methods; all indices are 0 to 100, all shares 0 to 1. */
export interface IndexRobustness {
  readonly draws: number;
  readonly range: DrawnRange;
  /** One each for the sample's others. */
  readonly others: readonly OtherRobustness[];
  readonly parts: readonly PartSensitivity[];
  /** Shares of the spread that the choices of method explain alone. */
  readonly choices: {
    readonly normalisation: number | null;
    readonly aggregation: number | null;
    readonly dropped: number | null;
  };
  /** Cronbach's α over the cells that have every part, and how many they are. */
  readonly alpha: { readonly value: number; readonly count: number } | null;
  /** Correlation of the scores of each two parts over the cells that have both; null for a part without weight, and in fewer than five cells. */
  readonly correlations: readonly (readonly (number | null)[])[];
  readonly opposed: readonly OpposedParts[];
}

const draws = 2000;
/** The same variants on every machine and every day. */
const seed = 20_260_901;
/** Sum of the Dirichlet parameters: a weight of a sixth varies by a quarter of itself. */
const concentration = 80;
const fewestCells = 5;
/** A correlation above this is not told from none by so few cells. */
const opposedBelow = -0.2;

/**
 * How the index of a sample stands up to other weights (Dirichlet around the stated), other scales (goalposts, deviations,
 * distance to the target), the other mean, and the loss of any one part. Null where it has no weight, scale or number.
 * OECD & JRC 2008, Handbook on Constructing Composite Indicators, step 7.
 */
export function indexRobustness(sample: IndexSample): IndexRobustness | null {
  const weights = sample.goalposts.map(({ weight }) =>
    Number.isFinite(weight) && weight > 0 ? weight : 0,
  );
  const own = goalpostScores(sample);
  const asked = [sample.about, ...sample.others];
  const among = (scores: Scores): Scores => asked.map((cell) => scores[cell] ?? []);
  const scores = own[sample.about];
  if (!scores) return null;
  const other = sample.aggregation === 'arithmetic' ? 'geometric' : 'arithmetic';
  const variants: CompositeVariants = {
    scores: [own, spreadScores(own, weights), targetScores(sample)].map(among),
    weights,
    methods: [sample.aggregation, other],
    concentration,
    dropsOne: scores.filter((score, part) => score !== null && weights[part] !== 0).length > 1,
    floor: scoreFloor,
    minimumShare: enoughWeight,
  };
  const drawn = drawComposites(variants, { draws, seed });
  const [first, ...others] = drawn?.draws ?? [];
  const range = first && rangeOf(first);
  if (!first || !range) return null;
  const sensitivity = compositeSensitivity(variants, 0, null, { draws, seed });
  const shareOf = (index: { readonly first: number } | undefined): number | null =>
    index ? Math.min(1, Math.max(0, index.first)) : null;
  return {
    draws,
    range,
    others: others.map((one) => ({ range: rangeOf(one), above: probabilityAbove(one, first) })),
    parts: scores.map((score, part) => ({
      share: score === null || weights[part] === 0 ? null : shareOf(sensitivity?.weights[part]),
      without: score === null ? null : withoutPart(scores, weights, part, sample.aggregation),
    })),
    choices: {
      normalisation: shareOf(sensitivity?.normalisation),
      aggregation: shareOf(sensitivity?.method),
      dropped: shareOf(sensitivity?.dropped),
    },
    ...coherenceOf(own, weights),
  };
}

/** The index without one part, whose weight the others take over. */
function withoutPart(
  scores: readonly (number | null)[],
  weights: readonly number[],
  part: number,
  method: IndexSample['aggregation'],
): number | null {
  if (weights[part] === 0) return null;
  const rest = scores.map((score, place) => (place === part ? null : score));
  return aggregate(rest, weights, method, scoreFloor);
}

/** Whether the parts that have weight rise and fall together over all cells. */
function coherenceOf(
  scores: Scores,
  weights: readonly number[],
): Pick<IndexRobustness, 'alpha' | 'correlations' | 'opposed'> {
  const places = weights.flatMap((weight, place) => (weight > 0 ? [place] : []));
  const rows = scores.flatMap((cell) => {
    const row = places.map((place) => cell[place] ?? null);
    return row.every((score) => score !== null) ? [row] : [];
  });
  const value = rows.length < fewestCells ? null : cronbachAlpha(rows);
  const columns = weights.map((weight, place) =>
    scores.map((cell) => (weight > 0 ? (cell[place] ?? null) : null)),
  );
  const shared = (a: number, b: number): number =>
    scores.filter((cell) => (cell[a] ?? null) !== null && (cell[b] ?? null) !== null).length;
  const correlations = correlationTable(columns).map((row, a) =>
    row.map((r, b) => (shared(a, b) >= fewestCells ? r : null)),
  );
  const opposed = correlations.flatMap((row, a) =>
    row.flatMap((r, b): OpposedParts[] =>
      a < b && r !== null && r < opposedBelow ? [{ a, b, r }] : [],
    ),
  );
  return { alpha: value === null ? null : { value, count: rows.length }, correlations, opposed };
}
