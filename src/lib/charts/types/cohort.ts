import type { EChartsOption } from 'echarts';
import { isTooFew } from '../absence.ts';
import { lastPoint, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  whiskerElements,
  type DrawnElement,
} from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { outcomeWords } from '../outcome-words.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, textWidth } from '../text-width.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layCohort, rowGap, type CohortLayout, type CohortRow } from './cohort-layout.ts';

function axis(input: ChartInput, layout: CohortLayout, ground: Ground): DrawnElement[] {
  return layout.scale.ticks.flatMap((tick) => {
    const x = layout.x(tick);
    const zero = tick === 0;
    return [
      lineElement([x, layout.top], [x, layout.bottom], {
        stroke: zero ? ground.axis : ground.grid,
        lineWidth: 1,
      }),
      textElement(input.values.tick(tick), x, layout.bottom + 13, {
        size: 11,
        fill: ground.second,
        align: 'center',
      }),
    ];
  });
}

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

function absent(row: CohortRow, input: ChartInput, layout: CohortLayout, ground: Ground) {
  if (row.after !== null) return [];
  const few = isTooFew(row.point?.outcome ?? null);
  const box = { x: layout.left, y: row.y - 7, width: 40, height: 14 };
  const reason = outcomeWords(input, row.point?.outcome ?? null);
  return [
    ...(few ? hatchElements(box, ground.axis, 5) : []),
    textElement(reason, layout.left + (few ? 48 : 4), row.y, {
      size: 12,
      fill: ground.second,
      halo: ground.card,
    }),
  ];
}

function words(
  row: CohortRow,
  input: ChartInput,
  frame: Frame,
  layout: CohortLayout,
  ground: Ground,
): DrawnElement[] {
  const label = input.series[row.series]?.label ?? '';
  const stands = row.point?.stands ?? false;
  const changeLook = {
    size: 12,
    weight: stands ? 700 : 400,
    fill: stands ? ground.ink : ground.second,
    align: 'right',
    halo: ground.card,
  } as const;
  const noteLook = { size: 11, fill: ground.second, halo: ground.card } as const;
  const known = row.after !== null;
  const note = known ? row.note : '';
  if (layout.stacked) {
    const changeWidth = textWidth(row.change, 12, true);
    const name = fitText(label, frame.width - changeWidth - textWidth(note, 11) - rowGap, 13);
    const nameWidth = textWidth(name, 13);
    return [
      textElement(name, 2, row.top + 12, { size: 13, fill: ground.ink, halo: ground.card }),
      textElement(note, nameWidth + 12, row.top + 12.5, noteLook),
      textElement(row.change, frame.width - 2, row.top + 12, changeLook),
    ];
  }
  const edge = layout.left - 18;
  return [
    textElement(fitText(label, edge - 2, 13), edge, row.y - (note ? 7 : 0), {
      size: 13,
      fill: ground.ink,
      align: 'right',
    }),
    textElement(note, edge, row.y + 8, { ...noteLook, align: 'right' }),
    textElement(row.change, frame.width - 2, row.y, changeLook),
  ];
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layCohort(input, frame);
  return drawnOption([
    ...axis(input, layout, ground),
    ...layout.rows.flatMap((row) => [
      ...absent(row, input, layout, ground),
      ...pair(row, input, frame, ground),
      ...words(row, input, frame, layout, ground),
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
  const all: [Sign, boolean][] = [
    ['pair', pairs.length > 0],
    ['pairWhisker', pairs.some((point) => (point?.change?.lower ?? null) !== null)],
    ['matched', pairs.length > 0 && pairs.every((point) => point?.matched)],
    ['unmatched', pairs.some((point) => !point?.matched)],
    ['hatch', points.some((point) => isTooFew(point?.outcome ?? null))],
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
