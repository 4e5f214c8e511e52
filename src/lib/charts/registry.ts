import type { ChartForm } from './chart-form.ts';
import { bars } from './types/bars.ts';
import { matrix } from './types/matrix.ts';
import { trend } from './types/trend.ts';

/** Every kind of chart. */
export const chartTypes = { trend, matrix, bars } satisfies Record<string, ChartForm>;

/** Name of a kind of chart. */
export type ChartType = keyof typeof chartTypes;
