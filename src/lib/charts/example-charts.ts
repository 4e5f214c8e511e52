import { exampleDays } from './example-days.ts';
import { exampleFlows, exampleLinks } from './example-links.ts';
import { exampleContribution, exampleIndex } from './example-parts.ts';
import { exampleSpread } from './example-spread.ts';
import { exampleCounts, exampleWithin } from './example-within.ts';
import { example, exampleClasses, examplePairs } from './example.ts';
import type { ChartKind, Shown } from './registry.ts';

/** One example of every kind of chart; a kind without one does not compile. */
export const exampleCharts: { readonly [K in ChartKind]: Shown<K> } = {
  trend: { type: 'trend', input: example },
  multiples: { type: 'multiples', input: exampleWithin },
  slope: { type: 'slope', input: examplePairs },
  dumbbell: { type: 'dumbbell', input: examplePairs },
  funnel: { type: 'funnel', input: exampleClasses },
  bars: { type: 'bars', input: example },
  stacked: { type: 'stacked', input: exampleCounts },
  matrix: { type: 'matrix', input: example },
  cohort: { type: 'cohort', input: examplePairs },
  waterfall: { type: 'waterfall', input: exampleContribution },
  parts: { type: 'parts', input: exampleIndex },
  flows: { type: 'flows', input: exampleFlows },
  network: { type: 'network', input: exampleLinks },
  distribution: { type: 'distribution', input: exampleSpread },
  calendar: { type: 'calendar', input: exampleDays },
};
