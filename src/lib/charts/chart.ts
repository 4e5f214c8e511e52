import type { EChartsOption } from 'echarts';
import type { ChartForm, ChartWords, Frame, Sign } from './chart-form.ts';
import type { Mark, Subject } from './chart-input.ts';
import type { Box } from './hatch.ts';
import type { TableBehind } from './table-behind.ts';

/** A mark of a bound chart: where it lies and what it says. */
export interface Spot {
  readonly box: Box;
  readonly along: readonly Box[];
  /** Index of the series that steps forward with it. */
  readonly series: number;
  /** Index of its step of the time axis; null where it has none of its own. */
  readonly step: number | null;
  readonly title: () => string;
  readonly phrases: () => string[];
  readonly aloud: () => string;
  readonly select: () => void;
}

/** A kind of chart together with what it shows: all that a frame around it needs, whatever the input is made of. */
export interface Chart {
  readonly subject: Subject;
  /** What this kind of chart is called: «Линии по времени». */
  readonly kindName: string;
  readonly isEmpty: boolean;
  readonly selectable: boolean;
  /** Whether a span of time can be brushed along its marks. */
  readonly overTime: boolean;
  readonly describe: () => string;
  readonly keys: () => string;
  readonly signs: () => Sign[];
  readonly table: () => TableBehind;
  readonly hidden: (frame: Frame) => number;
  readonly size: (frame: Frame) => { width: number; height: number };
  readonly option: (frame: Frame) => EChartsOption;
  readonly spots: (frame: Frame) => Spot[][];
}

/** A mark as it is read aloud: «IV четверть 2025/26, Блок II: 40,5 % [37,6; 43,4], 448 из 1 107». */
export function readAloud<I extends Subject, M>(
  words: ChartWords<I, M>,
  input: I,
  mark: M,
): string {
  const lead = input.locale.t.charts.seriesColon(words.lead(input, mark));
  return lead + words.phrases(input, mark).join(', ');
}

/** Binds a kind of chart to its input and to what a person's choice of a mark does. */
export function bindChart<I extends Subject, M extends { readonly series: number } = Mark>(
  form: ChartForm<I, M>,
  kindName: string,
  input: I,
  onselect?: (mark: M) => void,
): Chart {
  const { words } = form;
  return {
    subject: input,
    kindName,
    isEmpty: form.isEmpty(input),
    selectable: onselect !== undefined,
    overTime: form.overTime?.(input) ?? false,
    describe: () => words.describe(input),
    keys: () => words.keys(input),
    signs: () => form.signs(input),
    table: () => {
      const { columns, rows } = words.table(input);
      const choiceOf = (mark: M | undefined) =>
        mark === undefined || !onselect ? {} : { select: () => onselect(mark) };
      return { columns, rows: rows.map(({ mark, ...row }) => ({ ...row, ...choiceOf(mark) })) };
    },
    hidden: (frame) => form.hidden?.(input, frame) ?? 0,
    size: (frame) => form.size(input, frame),
    option: (frame) => form.option(input, frame),
    spots: (frame) =>
      form.places(input, frame).map((row) =>
        row.map(({ box, along = [], mark }) => ({
          box,
          along,
          series: mark.series,
          step: 'period' in mark && typeof mark.period === 'number' ? mark.period : null,
          title: () => words.title(input, mark),
          phrases: () => words.phrases(input, mark),
          aloud: () => readAloud(words, input, mark),
          select: () => onselect?.(mark),
        })),
      ),
  };
}
