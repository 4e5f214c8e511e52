import type { EChartsOption } from 'echarts';
import type { ChartInput, Mark } from './chart-input.ts';
import type { Box } from './hatch.ts';
import type { Theme } from './palette.ts';

/** Where and how a chart is drawn. */
export interface Frame {
  /** Width at hand in pixels. */
  readonly width: number;
  readonly theme: Theme;
  /** How many series are shown at most by kinds that rank them. */
  readonly most: number;
  /** Index of the series that a person looks at; where there are many, the others step back. */
  readonly active: number | null;
}

/** Where a mark lies in the picture, in pixels. */
export interface Place {
  readonly mark: Mark;
  readonly box: Box;
}

/** One kind of chart: pure functions of what is shown and where. */
export interface ChartForm {
  /** Size in pixels that the picture needs; it may be wider than the frame, which then scrolls. */
  readonly size: (input: ChartInput, frame: Frame) => { width: number; height: number };
  readonly option: (input: ChartInput, frame: Frame) => EChartsOption;
  /** Every mark that can be reached, row by row in the order in which they stand. */
  readonly places: (input: ChartInput, frame: Frame) => Place[][];
  /** Signs that the picture uses and that its words must explain. */
  readonly signs: (input: ChartInput) => Sign[];
}

/** Signs of charts that need a word. */
export type Sign = 'band' | 'whisker' | 'hatch' | 'gap' | 'empty' | 'dot' | 'tick' | 'break';
