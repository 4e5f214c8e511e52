import type { Outcome } from '#lib/model/result.ts';
import type { ChartInput, ChartPoint } from './chart-input.ts';

const hiddenOutcome: Outcome = { kind: 'absent', reason: 'withheld', n: null };

function withheldPoint(point: ChartPoint, isNow: boolean, isBefore: boolean): ChartPoint {
  if (!isNow && !isBefore) return point;
  return {
    ...point,
    outcome: isNow ? hiddenOutcome : point.outcome,
    before: isBefore ? hiddenOutcome : point.before,
    change: null,
    stands: false,
    q: null,
    detectable: null,
  };
}

/** An input of which some numbers are withheld, by the indices of their series and times; `then` are those compared with. */
export function withhold(
  input: ChartInput,
  now: Readonly<Record<number, readonly number[]>>,
  then: readonly number[] = [],
): ChartInput {
  const series = input.series.map((one, index) => ({
    ...one,
    points: one.points.map((point, at) =>
      withheldPoint(point, now[index]?.includes(at) ?? false, then.includes(index)),
    ),
  }));
  return { ...input, series };
}
