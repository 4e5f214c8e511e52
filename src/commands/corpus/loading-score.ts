import { foldValue } from './fold-value.ts';

type Rows = readonly (readonly string[])[];

/** The measures of loading one file: success, then precision, recall and F1 of header, records and cells; each from 0 to 1. */
export type LoadingMeasures = readonly number[];

/** Nothing was loaded. */
export const nothingLoaded: LoadingMeasures = Array.from({ length: 10 }, () => 0);

/** How many items two collections share, each counted as often as it occurs in both. */
function shared(source: readonly string[], loaded: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of source) counts.set(item, (counts.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of loaded) {
    const left = counts.get(item) ?? 0;
    if (left === 0) continue;
    common += 1;
    counts.set(item, left - 1);
  }
  return common;
}

function agreement(source: readonly string[], loaded: readonly string[]): number[] {
  if (source.length === 0) return [1, 1, 1];
  const common = shared(source, loaded);
  if (common === 0) return [0, 0, 0];
  const precision = common / loaded.length;
  const recall = common / source.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** The values of a record in their order; blank cells say nothing. */
const record = (row: readonly string[]) =>
  row
    .map(foldValue)
    .filter((value) => value !== '')
    .join('\u001f');

/**
 * How well rows were loaded, the first row being the header (after G. Vitagliano, M. Hameed, L. Jiang, L. Reisener, E. Wu,
 * F. Naumann, «Pollock: A Data Loading Benchmark», PVLDB 16(8), 2023): headers are compared as sets of names, records by
 * their values in order, cells by their content alone; names and records in whichever form a value is written. The sum of
 * the ten measures is the score of the file, 10 at best. A source without any row is loaded perfectly.
 */
export function measureLoading(source: Rows, loaded: Rows): LoadingMeasures {
  if (source.length === 0) return nothingLoaded.map(() => 1);
  return [
    1,
    ...agreement((source[0] ?? []).map(foldValue), (loaded[0] ?? []).map(foldValue)),
    ...agreement(source.slice(1).map(record), loaded.slice(1).map(record)),
    ...agreement(source.flat(), loaded.flat()),
  ];
}

/** The score of one file, from 0 to 10. */
export function scoreOf(measures: LoadingMeasures): number {
  return measures.reduce((sum, measure) => sum + measure, 0);
}
