import { varianceOf } from './moments.ts';

/**
 * Cronbach's α of items that are summed to a scale, one row a respondent, at most 1 and possibly negative; null for fewer
 * than two items or respondents, rows of unlike length, a value that is not finite, or sums that do not vary.
 * Cronbach 1951, Psychometrika 16:297–334.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  if (items < 2 || rows.length < 2 || rows.some((row) => row.length !== items)) return null;
  let ofItems = 0;
  for (let item = 0; item < items; item += 1) {
    ofItems += varianceOf(rows.map((row) => row[item] ?? NaN));
  }
  const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const ofSums = varianceOf(sums);
  const scale = Math.max(...sums.map(Math.abs));
  if (!(ofSums > (scale * 1e-13) ** 2) || !Number.isFinite(ofItems)) return null;
  return (items / (items - 1)) * (1 - ofItems / ofSums);
}
