import type { EChartsOption, XAXisComponentOption } from 'echarts';
import { labelElements, targetLine } from '../annotations.ts';
import { absencesOf, hasIntervals, hatchSigns } from '../absence.ts';
import { axisTick } from '../axis-words.ts';
import { outcomesOf, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { fontFamily, lineElement, quietAxis, textElement } from '../elements.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { isSameTerm, periodGroups } from '../period-axis.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layTrend, type TrendLayout } from './trend-layout.ts';
import { bandSeries, lineSeries, presence, hatchedSeries } from './trend-series.ts';

function endLabels(input: ChartInput, frame: Frame, layout: TrendLayout) {
  return layout.labels.flatMap((label) => {
    const opacity = presence(input, frame, label.series);
    const { words: fill, mark } = paint(label.tone, frame.theme);
    const text = textElement(label.lines.join('\n'), label.x, label.centre, {
      size: 12,
      weight: 600,
      fill,
      halo: grounds[frame.theme].card,
      opacity: Math.max(0.45, opacity),
    });
    // A line that ended before the others is led to its label by dots.
    const isFar = label.x - label.end > 20;
    if (Math.abs(label.centre - label.wish) <= 5 && !isFar) return [text];
    const leader = lineElement([label.end + 4, label.wish], [label.x - 3, label.centre], {
      stroke: mark,
      lineWidth: 1,
      opacity: 0.6 * opacity,
      ...(isFar ? { lineDash: [1, 4] } : {}),
    });
    return [leader, text];
  });
}

function yearWords(input: ChartInput, layout: TrendLayout, ground: Ground) {
  return periodGroups(input.periods).flatMap((group) => {
    const start = layout.left + group.first * layout.band;
    const end = layout.left + (group.last + 1) * layout.band;
    const text = textElement(group.label, (start + end) / 2, layout.bottom + 30, {
      size: 11,
      fill: ground.second,
      align: 'center',
    });
    if (group.first === 0) return [text];
    const border = lineElement([start, layout.top], [start, layout.bottom], {
      stroke: ground.edge,
      lineWidth: 1,
      lineDash: [3, 3],
    });
    return [border, text];
  });
}

/** The lines of values to reach, under the data, with their words among the labels at the right. */
function targets(layout: TrendLayout, ground: Ground) {
  return layout.targets.flatMap(({ value, x, centre, lines }) => {
    const y = layout.y(value);
    return [
      targetLine([layout.left, y], [x - 4, y], ground),
      ...(Math.abs(centre - y) > 5
        ? [lineElement([x - 10, y], [x - 3, centre], { stroke: ground.ink, lineWidth: 1 })]
        : []),
      textElement(lines.join('\n'), x, centre, { size: 12, fill: ground.ink }),
    ];
  });
}

/** The zero line where values lie on both sides of it; elsewhere the axis itself is the line. */
function zeroLine(layout: TrendLayout, ground: Ground) {
  if (layout.scale.min >= 0 || layout.scale.max < 0) return [];
  const y = layout.y(0);
  const end = layout.left + layout.plotWidth;
  return [
    { ...lineElement([layout.left, y], [end, y], { stroke: ground.axis, lineWidth: 1 }), z: 2 },
  ];
}

function periodAxis(input: ChartInput, layout: TrendLayout, ground: Ground): XAXisComponentOption {
  const standsOnZero = layout.scale.min === 0;
  const size = layout.band < 18 ? 10 : 11;
  return {
    type: 'category',
    data: input.periods.map((period) => period.label),
    position: 'bottom',
    axisTick: { show: false },
    axisLine: {
      show: true,
      onZero: false,
      lineStyle: standsOnZero
        ? { color: ground.axis, type: 'solid' }
        : { color: ground.edge, type: [2, 3] },
    },
    axisLabel: {
      color: ground.second,
      fontFamily,
      fontSize: size,
      interval: 0,
      show: layout.band >= 12,
      margin: 8,
      formatter: (label, i) =>
        input.compareYears && isSameTerm(input.periods, i) ? `{same|${label}}` : label,
      rich: { same: { color: ground.ink, fontFamily, fontSize: size, fontWeight: 700 } },
    },
  };
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layTrend(input, frame);
  const axis = quietAxis(ground);
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: layout.top,
      width: layout.plotWidth,
      height: layout.bottom - layout.top,
      outerBoundsMode: 'none',
    },
    xAxis: periodAxis(input, layout, ground),
    yAxis: {
      ...axis,
      type: 'value',
      min: layout.scale.min,
      max: layout.scale.max,
      interval: layout.scale.step,
      axisLabel: { ...axis.axisLabel, margin: 8, formatter: axisTick(input.values, layout.scale) },
    },
    series: [
      ...bandSeries(input, frame, layout),
      hatchedSeries(input, frame, layout),
      ...lineSeries(input, frame, ground),
    ],
    graphic: {
      elements: [
        ...zeroLine(layout, ground),
        ...yearWords(input, layout, ground),
        ...endLabels(input, frame, layout),
        ...labelElements(layout.notes, layout.top, layout.bottom, ground),
        ...targets(layout, ground),
      ],
    },
  };
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = layTrend(input, frame);
  return input.series.map((series, row) =>
    outcomesOf(input, series).map((outcome, period) => ({
      mark: { series: row, period },
      box: {
        x: layout.x(period),
        y: outcome?.kind === 'estimate' ? layout.y(outcome.value) : layout.bottom - 8,
        width: 0,
        height: 0,
      },
    })),
  );
}

function signs(input: ChartInput): Sign[] {
  const absences = absencesOf(input);
  const scale = layTrend(input, { width: 640, theme: 'light', most: Infinity, active: null }).scale;
  const all: [Sign, boolean][] = [
    ['band', hasIntervals(input)],
    ...hatchSigns(absences),
    ['gap', absences.missing],
    ['break', scale.min > 0 || scale.max < 0],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Lines over time with their intervals, named at their ends. */
export const trend: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  overTime: () => true,
  size: (input, frame) => ({ width: frame.width, height: layTrend(input, frame).height }),
  option,
  places,
  signs,
  words: wordsOverTime('trend', 'keys'),
};
