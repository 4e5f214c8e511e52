import type { EChartsOption } from 'echarts';
import type { Mark, Subject } from './chart-input.ts';
import type { Box } from './hatch.ts';
import type { Theme } from './palette.ts';
import type { MarkedTable } from './table-behind.ts';

/** Where and how a chart is drawn. */
export interface Frame {
  /** Width at hand in pixels. */
  readonly width: number;
  /** Height at hand, which kinds that can grow fill; none where a picture is as tall as it must be. */
  readonly height?: number;
  readonly theme: Theme;
  /** How many series are shown at most by kinds that cap them. */
  readonly most: number;
  /** Index of the series that a person looks at; where there are many, the others step back. */
  readonly active: number | null;
}

/** What every mark says: which series steps forward with it. */
interface Marked {
  readonly series: number;
}

/** Where a mark lies in the picture, in pixels. */
export interface Place<M extends Marked = Mark> {
  readonly mark: M;
  readonly box: Box;
  /** Further boxes in which the mark can be pointed at, such as along a band. */
  readonly along?: readonly Box[];
}

/** One kind of chart of one kind of input: pure functions of what is shown and where. */
export interface ChartForm<I extends Subject, M extends Marked = Mark> {
  /** There is nothing at all to draw. */
  readonly isEmpty: (input: I) => boolean;
  /** Size in pixels that the picture needs; it may be wider than the frame, which then scrolls. */
  readonly size: (input: I, frame: Frame) => { width: number; height: number };
  readonly option: (input: I, frame: Frame) => EChartsOption;
  /** Every mark that can be reached, row by row in the order in which they stand. */
  readonly places: (input: I, frame: Frame) => Place<M>[][];
  /** Signs that the picture uses and that its words must explain. */
  readonly signs: (input: I) => Sign[];
  /** How many series the frame leaves out; kinds without it leave out none. */
  readonly hidden?: (input: I, frame: Frame) => number;
  /** Whether the marks of a row follow one another in time, so that a span of time can be brushed along them. */
  readonly overTime?: (input: I) => boolean;
  readonly words: ChartWords<I, M>;
}

/** A chart as it is read instead of seen. */
export interface ChartWords<I extends Subject, M> {
  /** The chart in one or two sentences. */
  readonly describe: (input: I) => string;
  /** Which keys lead where. */
  readonly keys: (input: I) => string;
  /** What a mark is called beside the picture, in short. */
  readonly title: (input: I, mark: M) => string;
  /** What a mark says besides its name, phrase by phrase; the first is its value. */
  readonly phrases: (input: I, mark: M) => string[];
  /** A mark's name as it is read aloud, before the phrases. */
  readonly lead: (input: I, mark: M) => string;
  readonly table: (input: I) => MarkedTable<M>;
}

/** Signs of charts that need a word. */
export type Sign =
  | 'band'
  | 'whisker'
  | 'hatch'
  | 'withheld'
  | 'withheldBefore'
  | 'gap'
  | 'empty'
  | 'dot'
  | 'tick'
  | 'tickPrevious'
  | 'break'
  | 'strong'
  | 'notCompared'
  | 'funnel'
  | 'outside'
  | 'notRanked'
  | 'pair'
  | 'pairWhisker'
  | 'matched'
  | 'unmatched'
  | 'rate'
  | 'mix'
  | 'ownAxis'
  | 'segments'
  | 'variants'
  | 'incomplete'
  | 'ownScales'
  | 'layers'
  | 'layersOfShares'
  | 'layersPartly'
  | 'sharesUnknown'
  | 'dots'
  | 'dotsStrong'
  | 'pupilWidth'
  | 'manyBlocks'
  | 'linkEvents'
  | 'linkParticipations'
  | 'box'
  | 'pupilDot'
  | 'pupilDots'
  | 'noBox'
  | 'dayShade';
