import type { EChartsOption } from 'echarts';
import { absencesNow, hatchSigns } from '../absence.ts';
import { lastPoint, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  whiskerElements,
  type DrawnElement,
} from '../elements.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layCohort, type CohortRow } from './cohort-layout.ts';
import { pairedAbsence, pairedAxis, pairedWords } from './paired-rows.ts';

function pair(row: CohortRow, input: ChartInput, frame: Frame, ground: Ground): DrawnElement[] {
  const { before, after, reach, y } = row;
  const tone = input.series[row.series]?.tone ?? { hue: 'neutral', step: 0 };
  const stands = row.point?.stands ?? false;
  const strong = stands || frame.active === row.series;
  const stroke = strong ? paint({ hue: tone.hue, step: 0 }, frame.theme).mark : ground.axis;
  const whisker = { stroke: ground.second, lineWidth: 1.25 };
  return [
    ...(before !== null && after !== null
      ? [lineElement([before, y], [after, y], { stroke, lineWidth: stands ? 4 : 2 })]
      : []),
    ...(reach ? whiskerElements(reach[0], reach[1], y + 10, whisker) : []),
    ...(before === null
      ? []
      : [dotElement([before, y], 5, { fill: ground.card, stroke, lineWidth: 2 })]),
    ...(after === null
      ? []
      : [dotElement([after, y], 6, { fill: stroke, stroke: ground.card, lineWidth: 1.5 })]),
  ];
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layCohort(input, frame);
  return drawnOption([
    ...pairedAxis(input, layout, ground),
    ...layout.rows.flatMap((row) => [
      ...pair(row, input, frame, ground),
      ...(row.after === null ? pairedAbsence(row, row.y, input, layout, ground) : []),
      ...pairedWords(
        row,
        { y: row.y, note: row.after === null ? '' : row.note },
        input,
        frame,
        layout,
        ground,
      ),
    ]),
  ]);
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = layCohort(input, frame);
  return layout.rows.map((row) => {
    const known = [row.before, row.after].filter((x) => x !== null);
    const from = known.length > 0 ? Math.min(...known) - 7 : layout.left;
    const to = known.length > 0 ? Math.max(...known) + 7 : layout.left + 40;
    return [
      {
        mark: { series: row.series, period: input.periods.length - 1 },
        box: { x: Math.max(0, from), y: row.y - 9, width: to - Math.max(0, from), height: 18 },
      },
    ];
  });
}

function signs(input: ChartInput): Sign[] {
  const points = input.series.map((_, series) => lastPoint(input, series));
  const pairs = points.filter((point) => point?.before?.kind === 'estimate');
  const { scale } = layCohort(input, { width: 640, theme: 'light', most: Infinity, active: null });
  const absences = absencesNow(input);
  const all: [Sign, boolean][] = [
    ['pair', pairs.length > 0],
    ['pairWhisker', pairs.some((point) => (point?.change?.lower ?? null) !== null)],
    ['matched', pairs.length > 0 && pairs.every((point) => point?.matched)],
    ['unmatched', pairs.some((point) => !point?.matched)],
    ...hatchSigns(absences),
    ['withheldBefore', absences.before],
    ['break', scale.min > 0 || scale.max < 0],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Each series before and after as a pair of dots with the change and its interval, in the order given. */
export const cohort: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  size: (input, frame) => ({ width: frame.width, height: layCohort(input, frame).height }),
  option,
  places,
  signs,
  hidden: (input, frame) => Math.max(0, input.series.length - frame.most),
  words: wordsOverTime('cohort', 'keysRows'),
};
