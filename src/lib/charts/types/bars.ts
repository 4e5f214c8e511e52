import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { targetElements } from '../annotations.ts';
import { absencesNow, hatchOf, hatchSigns } from '../absence.ts';
import { axisTick } from '../axis-words.ts';
import { lastPoint, type ChartInput } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix } from '../colour.ts';
import { lineElement, quietAxis, textElement, whiskerElements } from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, textWidth } from '../text-width.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { barsLeftOut, layBars, type BarRow, type BarsLayout } from './bars-layout.ts';

function yearAgoTick(x: number, { box }: BarRow, ground: Ground) {
  const bottom = box.y + box.height;
  return [
    lineElement([x, box.y - 4], [x, bottom + 4], { stroke: ground.card, lineWidth: 5 }),
    lineElement([x, box.y - 3], [x, bottom + 3], { stroke: ground.ink, lineWidth: 2.5 }),
  ];
}

function barElements(row: BarRow, input: ChartInput, frame: Frame, layout: BarsLayout) {
  const ground = grounds[frame.theme];
  const { box, point } = row;
  const tone = input.series[row.series]?.tone ?? { hue: 'neutral', step: 0 };
  const fill = paint({ hue: tone.hue, step: 0 }, frame.theme).mark;
  const middle = box.y + box.height / 2;
  const outcome = point?.outcome ?? null;
  if (outcome?.kind !== 'estimate') {
    const hatch = hatchOf(outcome);
    if (!hatch) return [];
    const hatched = { x: layout.x(0), y: box.y, width: 40, height: box.height };
    return hatchElements(hatched, ground.axis, 5, hatch);
  }
  const before = point?.before?.kind === 'estimate' ? layout.x(point.before.value) : null;
  const [low, high] = [outcome.lower, outcome.upper];
  return [
    {
      type: 'rect' as const,
      shape: { ...box, width: Math.max(box.width, 1.5), r: box.width > 4 ? 2 : 0 },
      style: { fill: mix(ground.card, fill, 0.62) },
    },
    ...(low !== null && high !== null
      ? whiskerElements(layout.x(low), layout.x(high), middle, {
          stroke: ground.ink,
          lineWidth: 1.25,
        })
      : []),
    ...(before !== null ? yearAgoTick(before, row, ground) : []),
  ];
}

function barSeries(input: ChartInput, frame: Frame, layout: BarsLayout): CustomSeriesOption {
  return {
    type: 'custom',
    id: 'bars',
    silent: true,
    z: 3,
    data: layout.rows.map((row, i) => [
      row.point?.outcome.kind === 'estimate' ? row.point.outcome.value : 0,
      i,
    ]),
    renderItem: (params) => {
      const row = layout.rows[params.dataIndex];
      if (!row) return null;
      return { type: 'group', children: barElements(row, input, frame, layout) };
    },
  };
}

/** What stands after a bar: its value, or why there is none. */
function valueWords(row: BarRow, input: ChartInput): string {
  const { t } = input.locale;
  const outcome = row.point?.outcome;
  if (!outcome) return t.charts.noData;
  return outcome.kind === 'estimate'
    ? input.values.text(outcome.value)
    : t.charts.absence[outcome.reason];
}

/** Where the words after a bar begin: past its whisker, and past the tick of a year ago where they would meet. */
function valueX(row: BarRow, input: ChartInput, layout: BarsLayout): number {
  const { point } = row;
  if (point?.outcome.kind !== 'estimate') {
    return layout.x(0) + (hatchOf(point?.outcome ?? null) ? 48 : 6);
  }
  const { value, upper } = point.outcome;
  const start = layout.x(Math.max(0, value, upper ?? value)) + 7;
  const tick = point.before?.kind === 'estimate' ? layout.x(point.before.value) : -Infinity;
  const meets = tick > start - 5 && tick < start + textWidth(valueWords(row, input), 12, true) + 5;
  return meets ? tick + 7 : start;
}

function words(input: ChartInput, frame: Frame, layout: BarsLayout, ground: Ground) {
  return layout.rows.flatMap((row) => {
    const estimate = row.point?.outcome.kind === 'estimate';
    const edge = layout.stacked ? layout.left : layout.left - 12;
    return [
      textElement(row.name.join('\n'), edge, row.labelY, {
        size: 13,
        fill: ground.ink,
        halo: ground.card,
        align: layout.stacked ? 'left' : 'right',
      }),
      textElement(row.note, layout.stacked ? frame.width - 4 : edge, row.noteY, {
        size: 11,
        fill: ground.second,
        halo: ground.card,
        align: 'right',
      }),
      textElement(
        valueWords(row, input),
        valueX(row, input, layout),
        row.box.y + row.box.height / 2 + 0.5,
        {
          size: 12,
          weight: estimate ? 600 : 400,
          fill: estimate ? ground.ink : ground.second,
          halo: ground.card,
        },
      ),
    ];
  });
}

/** The line from which bars begin; where names stand above the bars, it keeps out of them. */
function zeroLines({ x, top, bottom, rows, stacked }: BarsLayout) {
  const spans = stacked
    ? rows.map(({ box }) => [box.y - 3, box.y + box.height + 3] as const)
    : [[top, bottom] as const];
  return spans.map(
    ([from, to]) =>
      [
        [x(0), from],
        [x(0), to],
      ] as const,
  );
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layBars(input, frame);
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
    xAxis: {
      ...axis,
      type: 'value',
      min: layout.scale.min,
      max: layout.scale.max,
      interval: layout.scale.step,
      axisLabel: { ...axis.axisLabel, formatter: axisTick(input.values, layout.scale) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, layout.rows.length),
      inverse: true,
      show: false,
    },
    series: [barSeries(input, frame, layout)],
    graphic: {
      elements: [
        ...zeroLines(layout).map((ends) => ({
          ...lineElement(...ends, { stroke: ground.axis, lineWidth: 1 }),
          z: 4,
        })),
        ...targetElements(layout.targets, layout.top, layout.bottom, ground),
        ...layout.groups.map(({ label, y }) =>
          textElement(fitText(label, frame.width - 4, 13, true), 2, y, {
            size: 13,
            weight: 600,
            fill: ground.ink,
            halo: ground.card,
          }),
        ),
        ...words(input, frame, layout, ground),
      ],
    },
  };
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = layBars(input, frame);
  return layout.rows.map((row) => [
    {
      mark: { series: row.series, period: input.periods.length - 1 },
      box: {
        x: layout.left,
        y: row.box.y - 3,
        width: Math.max(row.box.width, 40),
        height: row.box.height + 6,
      },
    },
  ]);
}

function signs(input: ChartInput): Sign[] {
  const absences = absencesNow(input);
  const known = input.series.flatMap((_, series) => {
    const point = lastPoint(input, series);
    return point?.outcome.kind === 'estimate' ? [{ ...point, outcome: point.outcome }] : [];
  });
  const all: [Sign, boolean][] = [
    ['whisker', known.some(({ outcome }) => outcome.lower !== null)],
    [
      input.compared?.kind === 'previous' ? 'tickPrevious' : 'tick',
      known.some(({ before }) => before?.kind === 'estimate'),
    ],
    ...hatchSigns(absences),
    ['withheldBefore', absences.before],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Series from the largest down, or in their groups where there are two dimensions, as bars with whiskers, at the last period of the input. */
export const bars: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  size: (input, frame) => ({ width: frame.width, height: layBars(input, frame).height }),
  option,
  places,
  signs,
  hidden: barsLeftOut,
  words: wordsOverTime('bars', 'keysRanked'),
};
