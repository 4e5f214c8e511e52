import { isProportion, type Count } from './interval.ts';
import { normalTwoSided } from './normal.ts';

/**
 * Two-sided p value for «both proportions are the same» by the score test with the pooled proportion, the test that
 * belongs to Wilson's and Newcombe's score intervals; equal to R's prop.test(correct = FALSE); null without both counts.
 * Pearson 1900; Fagerland, Lydersen & Laake 2015, Stat Methods Med Res 24:224–254.
 */
export function twoProportionsP(before: Count, after: Count): number | null {
  if (!isProportion(before.x, before.n) || !isProportion(after.x, after.n)) return null;
  const pooled = (before.x + after.x) / (before.n + after.n);
  const variance = pooled * (1 - pooled) * (1 / before.n + 1 / after.n);
  if (variance === 0) return 1;
  return normalTwoSided((after.x / after.n - before.x / before.n) / Math.sqrt(variance));
}
