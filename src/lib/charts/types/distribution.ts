import type { EChartsOption } from 'echarts';
import { axisTick } from '../axis-words.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix } from '../colour.ts';
import type { DistributionInput, DistributionMark } from '../distribution-input.ts';
import { distributionWords } from '../distribution-words.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  whiskerElements,
  type DrawnElement,
} from '../elements.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, textWidth } from '../text-width.ts';
import {
  dotRadius,
  dotStep,
  layDistribution,
  type DistributionLayout,
  type DistributionRow,
} from './distribution-layout.ts';

function axis(input: DistributionInput, layout: DistributionLayout, ground: Ground) {
  return layout.scale.ticks.flatMap((tick): DrawnElement[] => {
    const x = layout.x(tick);
    const stroke = tick === 0 ? ground.axis : ground.grid;
    return [
      lineElement([x, layout.top], [x, layout.bottom], { stroke, lineWidth: 1 }),
      textElement(axisTick(input.values, layout.scale)(tick), x, layout.bottom + 13, {
        size: 11,
        fill: ground.second,
        align: 'center',
      }),
    ];
  });
}

function dots(row: DistributionRow, fill: string, ground: Ground): DrawnElement[] {
  return row.stacks.flatMap(({ x, dots: count }) =>
    Array.from({ length: count }, (_, i) =>
      dotElement([x, row.floor - 3 - i * dotStep], dotRadius, {
        fill,
        stroke: ground.card,
        lineWidth: 0,
      }),
    ),
  );
}

function box(row: DistributionRow, layout: DistributionLayout, mark: string, ground: Ground) {
  if (!row.box) return [];
  const { least, first, median, third, largest } = row.box;
  const y = row.boxY;
  const [start, end] = [layout.x(first), layout.x(third)];
  const middle = layout.x(median);
  return [
    ...whiskerElements(layout.x(least), layout.x(largest), y, { stroke: mark, lineWidth: 1.25 }),
    {
      type: 'rect' as const,
      shape: { x: start, y: y - 6, width: Math.max(2, end - start), height: 12, r: 1 },
      style: { fill: mix(ground.card, mark, 0.28), stroke: mark, lineWidth: 1.25 },
    },
    lineElement([middle, y - 7], [middle, y + 7], { stroke: ground.ink, lineWidth: 2.5 }),
  ];
}

function words(
  row: DistributionRow,
  input: DistributionInput,
  frame: Frame,
  layout: DistributionLayout,
  ground: Ground,
): DrawnElement[] {
  const { t, format } = input.locale;
  const label = input.groups[row.group]?.label ?? '';
  const n = t.charts.nIs(format.number(row.pupils));
  const note = { size: 11, fill: ground.second, halo: ground.card } as const;
  const few = row.box
    ? []
    : [textElement(t.charts.distribution.few(row.pupils), layout.left + 4, row.boxY, note)];
  const median = row.box
    ? [
        textElement(input.values.bare(row.box.median), layout.x(row.box.median), row.boxY + 14, {
          ...note,
          size: 10,
          align: 'center',
        }),
      ]
    : [];
  if (layout.stacked) {
    const room = frame.width - textWidth(n, 11) - 18;
    return [
      textElement(fitText(label, room, 13), 2, row.top + 9, {
        size: 13,
        fill: ground.ink,
        halo: ground.card,
      }),
      textElement(n, frame.width - 2, row.top + 9, { ...note, align: 'right' }),
      ...few,
      ...median,
    ];
  }
  const edge = layout.left - 14;
  return [
    textElement(fitText(label, edge - 2, 13), edge, row.floor - 9, {
      size: 13,
      fill: ground.ink,
      align: 'right',
    }),
    textElement(n, edge, row.floor + 7, { ...note, align: 'right' }),
    ...few,
    ...median,
  ];
}

function option(input: DistributionInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layDistribution(input, frame);
  const perDot = input.locale.t.charts.distribution.perDot(layout.perDot);
  return drawnOption([
    ...axis(input, layout, ground),
    ...layout.rows.flatMap((row) => {
      const tone = input.groups[row.group]?.tone ?? { hue: 'neutral', step: 0 };
      const { mark } = paint({ hue: tone.hue, step: 0 }, frame.theme);
      const isAway = frame.active !== null && frame.active !== row.group;
      const colour = isAway ? mix(ground.card, mark, 0.5) : mark;
      return [
        lineElement([layout.left, row.floor], [layout.right, row.floor], {
          stroke: ground.grid,
          lineWidth: 1,
        }),
        ...dots(row, colour, ground),
        ...box(row, layout, colour, ground),
        ...words(row, input, frame, layout, ground),
      ];
    }),
    ...(layout.perDot > 1
      ? [textElement(perDot, 0, layout.height - 9, { size: 11, fill: ground.second })]
      : []),
  ]);
}

/** A row a group: the group as a whole, then its stacks of dots from small values to large ones. */
function places(input: DistributionInput, frame: Frame): Place<DistributionMark>[][] {
  const layout = layDistribution(input, frame);
  return layout.rows.map((row) => {
    const { least, largest } = row.box ?? { least: null, largest: null };
    const start = least === null ? layout.left : layout.x(least);
    const end = largest === null ? layout.left + 60 : layout.x(largest);
    const whole: Place<DistributionMark> = {
      mark: { series: row.group, between: null },
      box: { x: start, y: row.boxY - 8, width: Math.max(4, end - start), height: 16 },
    };
    return [
      whole,
      ...row.stacks.map(({ x, dots: count, between }): Place<DistributionMark> => {
        const height = count * dotStep;
        const box = { x: Math.max(0, x - 3), y: row.floor - height, width: 6, height };
        return { mark: { series: row.group, between }, box };
      }),
    ];
  });
}

function signs(input: DistributionInput): Sign[] {
  const frame: Frame = { width: 640, theme: 'light', most: Infinity, active: null };
  const { rows, perDot } = layDistribution(input, frame);
  const all: [Sign, boolean][] = [
    ['pupilDot', perDot === 1 && rows.some(({ pupils }) => pupils > 0)],
    ['pupilDots', perDot > 1],
    ['box', rows.some(({ box: one }) => one !== null)],
    ['noBox', rows.some(({ box: one }) => one === null)],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Every pupil's value as a dot, by group, with the box of quartiles below. */
export const distribution: ChartForm<DistributionInput, DistributionMark> = {
  isEmpty: ({ groups }) => groups.every(({ values }) => values.length === 0),
  size: (input, frame) => ({ width: frame.width, height: layDistribution(input, frame).height }),
  option,
  places,
  signs,
  hidden: ({ groups }, { most }) => Math.max(0, groups.length - most),
  words: distributionWords,
};
