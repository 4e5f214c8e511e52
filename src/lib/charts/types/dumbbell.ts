import type { EChartsOption } from 'echarts';
import { absencesNow, hasIntervals, hatchSigns } from '../absence.ts';
import { lastPoint, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  whiskerElements,
  type DrawnElement,
} from '../elements.ts';
import { restsOn } from '../outcome-words.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layDumbbell, type DumbbellRow } from './dumbbell-layout.ts';
import { pairedAbsence, pairedAxis, pairedWords } from './paired-rows.ts';

/** The value now: a triangle up for more, down for less, a diamond for the same or where nothing is compared. */
function shapeOf(x: number, y: number, change: number | null): [number, number][] {
  const r = 7;
  if (change === null || change === 0) {
    return [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ];
  }
  const up = change > 0 ? -1 : 1;
  return [
    [x, y + up * r],
    [x + r, y - up * (r - 1.5)],
    [x - r, y - up * (r - 1.5)],
  ];
}

function marks(row: DumbbellRow, input: ChartInput, frame: Frame, ground: Ground): DrawnElement[] {
  const { before, after, point } = row;
  const tone = input.series[row.series]?.tone ?? { hue: 'neutral', step: 0 };
  const { mark } = paint({ hue: tone.hue, step: 0 }, frame.theme);
  const stands = point?.stands ?? false;
  const change = point?.change?.value ?? null;
  const whisker = (stroke: string) => ({ stroke, lineWidth: 1.25, opacity: 0.85 });
  return [
    ...(before && after
      ? [
          lineElement([before.x, before.y], [after.x, after.y], {
            stroke: stands || frame.active === row.series ? mark : ground.axis,
            lineWidth: stands ? 3 : 1.5,
          }),
        ]
      : []),
    ...(before?.reach ? whiskerElements(...before.reach, before.y, whisker(ground.axis)) : []),
    ...(after?.reach ? whiskerElements(...after.reach, after.y, whisker(mark)) : []),
    ...(before
      ? [
          dotElement([before.x, before.y], 5, {
            fill: ground.card,
            stroke: ground.axis,
            lineWidth: 2,
          }),
        ]
      : []),
    ...(after
      ? [
          {
            type: 'polygon' as const,
            shape: { points: shapeOf(after.x, after.y, change) },
            style: { fill: stands ? mark : ground.card, stroke: mark, lineWidth: 2 },
          },
        ]
      : []),
  ];
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layDumbbell(input, frame);
  return drawnOption([
    ...pairedAxis(input, layout, ground),
    ...layout.rows.flatMap((row) => {
      const y = row.top + (layout.stacked ? 35 : layout.rowHeight / 2);
      const note = row.after ? restsOn(input, row.point?.outcome ?? null) : '';
      return [
        ...marks(row, input, frame, ground),
        ...(row.after ? [] : pairedAbsence(row, y, input, layout, ground)),
        ...pairedWords(row, { y, note }, input, frame, layout, ground),
      ];
    }),
  ]);
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = layDumbbell(input, frame);
  return layout.rows.map((row) => {
    const known = [row.before?.x ?? null, row.after?.x ?? null].filter((x) => x !== null);
    const from = known.length > 0 ? Math.max(0, Math.min(...known) - 8) : layout.left;
    const to = known.length > 0 ? Math.min(frame.width, Math.max(...known) + 8) : from + 40;
    const y = row.top + (layout.stacked ? 21 : layout.rowHeight / 2 - 14);
    const mark = { series: row.series, period: input.periods.length - 1 };
    return [{ mark, box: { x: from, y, width: to - from, height: 28 } }];
  });
}

function signs(input: ChartInput): Sign[] {
  const points = input.series.map((_, series) => lastPoint(input, series));
  const now = points.filter((point) => point?.outcome.kind === 'estimate');
  const pairs = now.filter((point) => point?.before?.kind === 'estimate');
  const frame: Frame = { width: 640, theme: 'light', most: Infinity, active: null };
  const { scale } = layDumbbell(input, frame);
  const absences = absencesNow(input);
  const all: [Sign, boolean][] = [
    ['dots', pairs.length > 0],
    ['dotsStrong', points.some((point) => point?.stands)],
    ['whisker', hasIntervals(input)],
    ['matched', pairs.length > 0 && pairs.every((point) => point?.matched)],
    ...hatchSigns(absences),
    ['withheldBefore', absences.before],
    ['break', scale.min > 0 || scale.max < 0],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Each series at the compared time and at the last as two marks with their intervals, from the largest rise down. */
export const dumbbell: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  size: (input, frame) => ({ width: frame.width, height: layDumbbell(input, frame).height }),
  option,
  places,
  signs,
  hidden: (input, frame) => Math.max(0, input.series.length - frame.most),
  words: wordsOverTime('dumbbell', 'keysRows'),
};
