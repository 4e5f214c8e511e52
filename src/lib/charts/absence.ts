import type { ChartInput } from './chart-input.ts';
import type { Outcome } from '#lib/model/result.ts';

/** The number is withheld because it would rest on too few; everything else that is absent was never there. */
export function isTooFew(outcome: Outcome | null): boolean {
  return outcome?.kind === 'absent' && outcome.reason === 'too-few';
}

/** Which absences a chart shows. */
export function absencesOf(input: ChartInput): { tooFew: boolean; missing: boolean } {
  const times = new Set(input.periods.map((period) => period.time));
  let tooFew = false;
  let missing = false;
  for (const series of input.series) {
    const points = series.points.filter((point) => times.has(point.time));
    if (points.length < times.size) missing = true;
    for (const { outcome } of points) {
      if (isTooFew(outcome)) tooFew = true;
      else if (outcome.kind === 'absent') missing = true;
    }
  }
  return { tooFew, missing };
}

/** Whether any point of a chart carries an interval. */
export function hasIntervals(input: ChartInput): boolean {
  return input.series.some((series) =>
    series.points.some(({ outcome }) => outcome.kind === 'estimate' && outcome.lower !== null),
  );
}
