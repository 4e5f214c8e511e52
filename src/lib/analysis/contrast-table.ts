import type { Engine } from '#lib/engine/engine.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import {
  askMatched,
  correctRows,
  footingOf,
  hasSameWords,
  isMatchable,
  rowOf,
  type ContrastQuestion,
  type ContrastRow,
} from './contrast.ts';
import { askShared, type Group } from './contrast-shared.ts';
import { askManyOutcomes, type AskedOutcomes, type OutcomesQuestion } from './explain-outcomes.ts';

/** Two selections at their times, compared by several measures. */
export interface ContrastTableQuestion extends Omit<ContrastQuestion, 'measure' | 'by'> {
  readonly measures: readonly MeasureId[];
}

/** One measure of two selections; without a row where it does not speak of one of them so. */
export interface ContrastLine {
  readonly measure: MeasureId;
  readonly row: ContrastRow | null;
}

function speaksOf(measure: MeasureId, { selection }: Group): boolean {
  const by: readonly Dimension[] = measures[measure].by;
  return selection.every(({ dimension }) => by.includes(dimension));
}

type Askable = Omit<ContrastTableQuestion, 'measures'>;

async function askMatchedLines(
  engine: Engine,
  asked: readonly MeasureId[],
  question: Askable,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Map<MeasureId, ContrastRow>> {
  const found = new Map<MeasureId, ContrastRow>();
  for (const measure of asked) {
    if (!isMatchable({ measure, ...question })) continue;
    const one = { ...question, measure, by: null };
    found.set(measure, (await askMatched(engine, one, programme, signal)).whole);
  }
  return found;
}

async function askLines(
  engine: Engine,
  asked: readonly MeasureId[],
  question: Askable,
  programme: Programme,
  signal?: AbortSignal,
): Promise<Map<MeasureId, ContrastRow>> {
  const { grain, first, second } = question;
  const shared = await askShared(engine, [first, second], grain, programme, signal);
  const isTested = (measure: MeasureId) =>
    footingOf({ ...question, measure }, shared) !== 'overlap';
  const askSide = ({ selection }: Group): Promise<(AskedOutcomes | null)[]> => {
    const questions = asked.map((measure): OutcomesQuestion => ({
      measure,
      by: [],
      grain,
      selection,
      tested: isTested(measure),
    }));
    return askManyOutcomes(engine, questions, programme, signal);
  };
  const one = await askSide(first);
  const other = hasSameWords(first, second) ? one : await askSide(second);
  return new Map(
    asked.flatMap((measure, index): [MeasureId, ContrastRow][] => {
      const [before, after] = [one[index], other[index]];
      if (!before || !after) return [];
      const sides = { first: before, second: after };
      return [[measure, rowOf({ measure, first, second }, sides, null, isTested(measure))]];
    }),
  );
}

/**
 * Compares two selections as a whole by several measures, second minus first, as `askContrast` does for one of them; the q
 * values are corrected for all measures of the table. Rejects as `askMeasures` does.
 */
export async function askContrastTable(
  engine: Engine,
  { measures: wanted, ...question }: ContrastTableQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<ContrastLine[]> {
  const { first, second, matched } = question;
  const asked = wanted.filter((measure) => speaksOf(measure, first) && speaksOf(measure, second));
  const ask = matched ? askMatchedLines : askLines;
  const found = await ask(engine, asked, question, programme, signal);
  const corrected = correctRows([...found.values()]);
  const rows = new Map([...found.keys()].map((measure, index) => [measure, corrected[index]]));
  return wanted.map((measure) => ({ measure, row: rows.get(measure) ?? null }));
}
