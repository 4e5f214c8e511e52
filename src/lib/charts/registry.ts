import { bindChart, type Chart } from './chart.ts';
import type { ChartForm } from './chart-form.ts';
import type { ChartInput, Mark } from './chart-input.ts';
import type { ContributionInput, ContributionMark } from './contribution-input.ts';
import type { IndexInput, IndexMark } from './index-input.ts';
import { bars } from './types/bars.ts';
import { cohort } from './types/cohort.ts';
import { funnel } from './types/funnel.ts';
import { matrix } from './types/matrix.ts';
import { parts } from './types/parts.ts';
import { slope } from './types/slope.ts';
import { trend } from './types/trend.ts';
import { waterfall } from './types/waterfall.ts';

/** Every kind of chart of series over time. */
export const chartTypes = { trend, matrix, bars, slope, funnel, cohort } satisfies Record<
  string,
  ChartForm<ChartInput>
>;

/** Every kind of chart of a change that is split. */
export const contributionTypes = { waterfall } satisfies Record<
  string,
  ChartForm<ContributionInput, ContributionMark>
>;

/** Every kind of chart of a composite index. */
export const indexTypes = { parts } satisfies Record<string, ChartForm<IndexInput, IndexMark>>;

/** Name of a kind of chart of series over time. */
export type ChartType = keyof typeof chartTypes;

/** A kind of chart with the input that it takes, and what is called with the mark that a person clicks or enters. */
export type Shown =
  | { type: ChartType; input: ChartInput; onselect?: ((mark: Mark) => void) | undefined }
  | {
      type: keyof typeof contributionTypes;
      input: ContributionInput;
      onselect?: ((mark: ContributionMark) => void) | undefined;
    }
  | {
      type: keyof typeof indexTypes;
      input: IndexInput;
      onselect?: ((mark: IndexMark) => void) | undefined;
    };

/** The chart that shows an input. */
export function chartOf(shown: Shown): Chart {
  switch (shown.type) {
    case 'waterfall':
      return bindChart(contributionTypes[shown.type], shown.input, shown.onselect);
    case 'parts':
      return bindChart(indexTypes[shown.type], shown.input, shown.onselect);
    default:
      return bindChart(chartTypes[shown.type], shown.input, shown.onselect);
  }
}
