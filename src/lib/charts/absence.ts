import type { Outcome } from '#lib/model/result.ts';
import type { Sign } from './chart-form.ts';
import { lastPoint, type ChartInput, type ChartPoint } from './chart-input.ts';
import type { Hatch } from './hatch.ts';

/** Why an outcome is hatched; null where there is a number, and where there never was one. */
export function hatchOf(outcome: Outcome | null): Hatch | null {
  if (outcome?.kind !== 'absent') return null;
  if (outcome.reason === 'too-few') return 'few';
  return outcome.reason === 'withheld' ? 'withheld' : null;
}

/** Which numbers a chart does not show, and why. */
export interface Absences {
  readonly few: boolean;
  readonly withheld: boolean;
  readonly missing: boolean;
  /** A number of the compared time is withheld. */
  readonly before: boolean;
}

function absencesIn(points: readonly (ChartPoint | null)[]): Absences {
  const hatches = points.map((point) => hatchOf(point?.outcome ?? null));
  return {
    few: hatches.includes('few'),
    withheld: hatches.includes('withheld'),
    missing: points.some(
      (point, i) => point?.outcome.kind !== 'estimate' && (hatches[i] ?? null) === null,
    ),
    before: points.some((point) => hatchOf(point?.before ?? null) === 'withheld'),
  };
}

/** What a chart of the whole time axis does not show. */
export function absencesOf(input: ChartInput): Absences {
  return absencesIn(
    input.series.flatMap(({ points }) =>
      input.periods.map(({ time }) => points.find((point) => point.time === time) ?? null),
    ),
  );
}

/** What a chart of the last time does not show. */
export function absencesNow(input: ChartInput): Absences {
  return absencesIn(input.series.map((_, series) => lastPoint(input, series)));
}

/** The signs of what is hatched, and whether a chart uses them. */
export function hatchSigns({ few, withheld }: Absences): [Sign, boolean][] {
  return [
    ['hatch', few],
    ['withheld', withheld],
  ];
}

/** Whether any point of a chart carries an interval. */
export function hasIntervals(input: ChartInput): boolean {
  return input.series.some((series) =>
    series.points.some(({ outcome }) => outcome.kind === 'estimate' && outcome.lower !== null),
  );
}
