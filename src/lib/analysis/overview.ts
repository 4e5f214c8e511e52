import type { Engine } from '#lib/engine/engine.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { askMeasures } from './answer.ts';
import type { Result } from './result.ts';
import type { Question } from './question.ts';

/** The measures that lead the overview, in order. */
export const headlineMeasures = [
  'M01',
  'M42',
  'M31',
  'M21',
  'M26',
] as const satisfies readonly MeasureId[];

/** Id of a measure that leads the overview. */
export type HeadlineMeasure = (typeof headlineMeasures)[number];

/** What the overview shows, each over all terms and compared with the same term a year before. */
export interface Overview {
  readonly headline: Readonly<Record<HeadlineMeasure, Result>>;
  /** Block reach: one row a block. */
  readonly blocks: Result;
  /** Reach by direction and term: the matrix. */
  readonly directions: Result;
}

/** Asks everything that the overview shows, in three queries. */
export async function askOverview(
  engine: Engine,
  programme: Programme,
  selection: Selection = [],
  signal?: AbortSignal,
): Promise<Overview> {
  const about = (measure: MeasureId, by: readonly Dimension[]): Question => ({
    measure,
    by,
    grain: 'term',
    times: 'all',
    selection,
    compare: 'year-ago',
  });
  const questions = {
    blocks: about('M02', ['block']),
    directions: about('M01', ['direction']),
    headline: headlineMeasures.map((measure) => about(measure, [])),
  };
  const [blocks, directions, ...headline] = await askMeasures(
    engine,
    [questions.blocks, questions.directions, ...questions.headline],
    programme,
    signal,
  );
  if (!blocks || !directions) throw new Error('An answer is missing');
  const entries = headlineMeasures.map((measure, index) => [measure, headline[index]]);
  return {
    headline: Object.fromEntries(entries) as Record<HeadlineMeasure, Result>,
    blocks,
    directions,
  };
}
