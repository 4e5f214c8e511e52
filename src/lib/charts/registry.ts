import { bindChart, type Chart } from './chart.ts';
import type { ChartForm, Place } from './chart-form.ts';
import type { ChartInput } from './chart-input.ts';
import { bars } from './types/bars.ts';
import { calendar } from './types/calendar.ts';
import { cohort } from './types/cohort.ts';
import { distribution } from './types/distribution.ts';
import { dumbbell } from './types/dumbbell.ts';
import { flows } from './types/flows.ts';
import { funnel } from './types/funnel.ts';
import { matrix } from './types/matrix.ts';
import { multiples } from './types/multiples.ts';
import { network } from './types/network.ts';
import { parts } from './types/parts.ts';
import { slope } from './types/slope.ts';
import { stacked } from './types/stacked.ts';
import { trend } from './types/trend.ts';
import { waterfall } from './types/waterfall.ts';

/** Every kind of chart. */
export const chartForms = {
  trend,
  multiples,
  slope,
  dumbbell,
  funnel,
  bars,
  stacked,
  matrix,
  cohort,
  waterfall,
  parts,
  flows,
  network,
  distribution,
  calendar,
};

type Forms = typeof chartForms;

/** Name of a kind of chart. */
export type ChartKind = keyof Forms;

type InputOf<F> = F extends { isEmpty: (input: infer I) => boolean } ? I : never;
type MarkOf<F> = F extends { places: (...from: never[]) => Place<infer M>[][] } ? M : never;
type Inputs = { [K in ChartKind]: InputOf<Forms[K]> };
type Marks = { [K in ChartKind]: MarkOf<Forms[K]> };

/** Name of a kind of chart of series over time. */
export type ChartType = {
  [K in ChartKind]: ChartInput extends Inputs[K] ? K : never;
}[ChartKind];

/** A kind of chart with the input that it takes, and what is called with the mark that a person clicks or enters. */
export type Shown<K extends ChartKind = ChartKind> = {
  [P in K]: {
    type: P;
    input: Inputs[P];
    onselect?: ((mark: Marks[P]) => void) | undefined;
  };
}[K];

const forms: { readonly [K in ChartKind]: ChartForm<Inputs[K], Marks[K]> } = chartForms;

/** The chart that shows an input. */
export function chartOf<K extends ChartKind>({ type, input, onselect }: Shown<K>): Chart {
  return bindChart(forms[type], input.locale.t.charts.kinds[type], input, onselect);
}
