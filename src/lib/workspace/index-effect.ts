import { askMeasures } from '#lib/analysis/answer.ts';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type { Engine } from '#lib/engine/engine.ts';
import {
  indexDifference,
  indexMeans,
  indexOutcome,
  indexTerms,
  withGoalposts,
  type IndexMeans,
  type IndexTerm,
} from '#lib/measures/index-value.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import type { IndexName, IndexSettings } from './index-history.ts';

/** The measure that each index of the programme is asked by. */
export const indexMeasures = { creative: 'M42', civic: 'M31' } as const satisfies Record<
  IndexName,
  MeasureId
>;

/** An index at its latest time under some settings. */
export interface IndexEffect {
  readonly time: number;
  readonly outcome: Outcome;
  /** Difference to the same period a year ago, or null where there is none of the same parts. */
  readonly change: number | null;
  readonly means: IndexMeans | null;
  readonly terms: readonly IndexTerm[];
}

/** Both indices of the whole school at every time, with one query. */
export async function askIndices(
  engine: Engine,
  programme: Programme,
  signal: AbortSignal,
): Promise<Readonly<Record<IndexName, Result | null>>> {
  const about = (measure: MeasureId) =>
    ({
      measure,
      by: [],
      grain: 'term',
      times: 'all',
      selection: [],
      compare: 'year-ago',
    }) as const;
  const [creative = null, civic = null] = await askMeasures(
    engine,
    [about(indexMeasures.creative), about(indexMeasures.civic)],
    programme,
    signal,
  );
  return { creative, civic };
}

/** What an index would be at its latest time under other settings, from the parts that were asked already; null without any. */
export function indexEffect(
  { cells, question }: Result,
  programme: Programme,
  index: IndexName,
  { indices, aggregation }: IndexSettings,
): IndexEffect | null {
  const last = cells.at(-1);
  if (!last) return null;
  const then = comparedTime(programme, question.grain, question.compare, last.time);
  const before = cells.find(({ time }) => time === then);
  const under = ({ parts, roll }: AnsweredCell) => ({
    parts: withGoalposts(parts, indices[index]),
    aggregation: aggregation[index],
    roll,
  });
  const now = under(last);
  return {
    time: last.time,
    outcome: indexOutcome(now),
    change: before ? indexDifference(under(before), now) : null,
    means: indexMeans(now),
    terms: indexTerms(now.parts),
  };
}
