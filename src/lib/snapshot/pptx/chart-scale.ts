import type { NativeChart } from '../document.ts';
import { endOf } from './chart-intervals.ts';

/** Where the value axis of a chart begins and ends, and its step. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const wantedSteps = 5;
/** What nobody could tell from zero on any axis. */
const tiniest = 1e-9;

function niceStep(range: number): number {
  const rough = range / wantedSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = [1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10;
  return found * power;
}

/** What is drawn of a chart: its values and the ends of their intervals, or the ends of its stacks. */
function ends({ kind, categories, series }: NativeChart): number[] {
  if (kind !== 'stacked') {
    return series.flatMap((one) =>
      one.values.flatMap((_, at) => {
        const [low, high] = [endOf(one, at, 0), endOf(one, at, 1)];
        return low === null || high === null ? [] : [low, high];
      }),
    );
  }
  return categories.flatMap((_, at) => {
    const values = series.map(({ values: own }) => own[at] ?? 0);
    const sum = (sign: 1 | -1) =>
      values.reduce((total, value) => (value * sign > 0 ? total + value : total), 0);
    return [sum(1), sum(-1)];
  });
}

function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/**
 * The value axis of a chart. Lengths begin at zero; lines that change by less than two fifths of their height begin
 * where they lie, so that the change can be seen.
 */
export function scaleOf(chart: NativeChart): ValueScale {
  const values = ends(chart);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const isFlat = values.every((value) => Math.abs(value) < tiniest);
  if (isFlat) return { min: 0, max: 1, step: 1 };
  const isBroken = chart.kind === 'line' && least > 0 && most - least < 0.4 * most;
  const slack = isBroken ? Math.max((most - least) * 0.2, most * 0.02) : 0;
  const from = isBroken ? least - slack : Math.min(0, least);
  const to = isBroken ? most + slack : Math.max(0, most);
  const step = niceStep(to - from);
  const min = rounded(Math.floor(from / step + 1e-9) * step, step);
  const max = rounded(Math.ceil(to / step - 1e-9) * step, step);
  const whole = chart.unit === '%' && most <= 100;
  return { min, max: whole ? Math.min(max, 100) : max, step };
}
