import type { Engine } from '#lib/engine/engine.ts';
import type { CountedMeasure, Slice } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { askMeasures } from '../answer.ts';
import { classesQuery, readDesignEffects } from '../design-effects.ts';
import type { Question } from '../question.ts';
import { askEvidenceCounts } from './ask-counts.ts';
import type { Evidence, MeasureChange, ReachPoint } from './evidence.ts';
import { comparedMeasures } from './measure-change.ts';

/** The design effect of reach in the whole (both null), in a block or in a direction. */
type ReachEffects = (block: string | null, direction: string | null) => number;

/**
 * Everything that findings about one period (an index into the programme's periods) are drawn from. Rejects with the
 * engine's error or the signal's reason.
 */
export async function askEvidence(
  engine: Engine,
  programme: Programme,
  period: number,
  signal?: AbortSignal,
): Promise<Evidence> {
  const [counts, effects, series, measureChanges] = await Promise.all([
    askEvidenceCounts(engine, programme, period, signal),
    askReachEffects(engine, programme, signal),
    askReachSeries(engine, programme, period, signal),
    askMeasureChanges(engine, programme, period, signal),
  ]);
  return {
    ...counts,
    parts: counts.parts.map((part) => ({ ...part, effect: effects(part.block, part.direction) })),
    series,
    measures: measureChanges,
  };
}

/** Asks how much less reach says because classes take part together, for every part of the programme. */
async function askReachEffects(
  engine: Engine,
  programme: Programme,
  signal?: AbortSignal,
): Promise<ReachEffects> {
  const asked: Record<string, CountedMeasure> = { M01: measures.M01 };
  const effectsBy = async (by: readonly Dimension[]) => {
    const slice: Slice = { grain: 'term', by, selection: [], programme, score: null };
    return readDesignEffects(
      await engine.ask(String(classesQuery(asked, slice)), signal),
      asked,
      by,
    );
  };
  const whole = await effectsBy([]);
  const blocks = await effectsBy(['block']);
  const directions = await effectsBy(['direction']);
  return (block, direction) => {
    if (direction !== null) return directions.effect('M01', [direction]);
    return block === null ? whole.effect('M01', []) : blocks.effect('M01', [block]);
  };
}

/** Asks reach of the whole and of the blocks in every period up to this one that has a number. */
async function askReachSeries(
  engine: Engine,
  programme: Programme,
  period: number,
  signal?: AbortSignal,
): Promise<ReachPoint[]> {
  const results = await askMeasures(
    engine,
    [about('M01', [], 'none'), about('M01', ['block'], 'none')],
    programme,
    signal,
  );
  return results.flatMap(({ question, cells }) =>
    cells.flatMap(({ time, members, outcome }): ReachPoint[] => {
      const term = programme.periods[time];
      const block = members[0] ?? null;
      const isBlock = question.by.length > 0;
      if (!term || time > period || outcome.kind === 'absent') return [];
      if (isBlock && (block === null || outcome.x === 0)) return [];
      const { schoolYear, term: number } = term;
      return [
        {
          block: isBlock ? String(block) : null,
          schoolYear,
          term: number,
          share: outcome.value,
        },
      ];
    }),
  );
}

/** Asks the other measures of the whole school, as far as both this period and the one a year ago have a number. */
async function askMeasureChanges(
  engine: Engine,
  programme: Programme,
  period: number,
  signal?: AbortSignal,
): Promise<MeasureChange[]> {
  const questions = comparedMeasures.map((measure) => about(measure, [], 'year-ago', [period]));
  const results = await askMeasures(engine, questions, programme, signal);
  return results.flatMap(({ question, cells }): MeasureChange[] => {
    const cell = cells.find(({ time }) => time === period);
    if (cell?.outcome.kind !== 'estimate' || cell.before?.kind !== 'estimate') return [];
    if (!cell.change || cell.change.p === null) return [];
    const { outcome: after, before, change } = cell;
    return [{ measure: question.measure, before, after, change }];
  });
}

function about(
  measure: MeasureId,
  by: readonly Dimension[],
  compare: Question['compare'],
  times: Question['times'] = 'all',
): Question {
  return { measure, by, grain: 'term', times, selection: [], compare };
}
