import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { noteMarkers } from '../annotations.ts';
import { absencesOf, hatchOf, hatchSigns } from '../absence.ts';
import { pointAt, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix, readable } from '../colour.ts';
import { textElement } from '../elements.ts';
import { hatchElements, type Box } from '../hatch.ts';
import { grounds, paint, type Ground, type Tone } from '../palette.ts';
import { isSameTerm, periodGroups } from '../period-axis.ts';
import { seriesNames } from '../series-names.ts';
import { fitText } from '../text-width.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { layMatrix, type MatrixLayout } from './matrix-layout.ts';

interface Cell {
  readonly box: Box;
  readonly point: ChartPoint | null;
  readonly tone: Tone;
}

/** Share of the tone's colour in a cell: more for larger sizes, whatever the sign. */
function shade(value: number, largest: number): number {
  return largest === 0 ? 0.08 : 0.08 + 0.84 * Math.min(1, Math.abs(value) / largest);
}

/** Fill of a cell and the colour in which its number reads at 4.5 : 1. */
export function cellColours(
  value: number,
  largest: number,
  tone: Tone,
  frame: Frame,
): { fill: string; text: string } {
  const ground = grounds[frame.theme];
  const family = paint({ hue: tone.hue, step: 0 }, frame.theme).mark;
  const fill = mix(ground.card, family, shade(value, largest));
  const inks = frame.theme === 'light' ? ['#1c2129', '#ffffff'] : ['#eceae4', '#14171c'];
  return { fill, text: readable(fill, inks) };
}

function cellElements(
  cell: Cell,
  largest: number,
  input: ChartInput,
  frame: Frame,
  layout: MatrixLayout,
) {
  const ground = grounds[frame.theme];
  const { box, point } = cell;
  const outcome = point?.outcome ?? null;
  const shape = { ...box, r: 3 };
  if (outcome?.kind !== 'estimate') {
    const frameRect = {
      type: 'rect' as const,
      shape: {
        ...shape,
        x: box.x + 0.5,
        y: box.y + 0.5,
        width: box.width - 1,
        height: box.height - 1,
      },
      style: { fill: ground.card, stroke: ground.edge, lineWidth: 1 },
    };
    const hatch = hatchOf(outcome);
    if (!hatch) return [frameRect];
    const inner = { x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4 };
    return [frameRect, ...hatchElements(inner, ground.axis, 6, hatch)];
  }
  const { fill, text } = cellColours(outcome.value, largest, cell.tone, frame);
  return [
    { type: 'rect' as const, shape, style: { fill } },
    textElement(
      input.values.tick(outcome.value),
      box.x + box.width / 2,
      box.y + box.height / 2 + 0.5,
      { size: layout.fontSize, fill: text, align: 'center' },
    ),
    ...(point?.stands
      ? [
          {
            type: 'circle' as const,
            shape: { cx: box.x + box.width - 6, cy: box.y + 6, r: 2 },
            style: { fill: text },
          },
        ]
      : []),
  ];
}

function cellSeries(input: ChartInput, frame: Frame, layout: MatrixLayout): CustomSeriesOption {
  const cells: Cell[] = input.series.flatMap((series, row) =>
    input.periods.map((_, column) => ({
      box: layout.cell(row, column),
      point: pointAt(input, { series: row, period: column }),
      tone: series.tone,
    })),
  );
  const largest = Math.max(
    0,
    ...cells.map(({ point }) =>
      point?.outcome.kind === 'estimate' ? Math.abs(point.outcome.value) : 0,
    ),
  );
  return {
    type: 'custom',
    id: 'cells',
    coordinateSystem: 'none',
    silent: true,
    data: cells.map((_, i) => [i]),
    renderItem: (params) => {
      const cell = cells[params.dataIndex];
      if (!cell) return null;
      return { type: 'group', children: cellElements(cell, largest, input, frame, layout) };
    },
  };
}

function heads(input: ChartInput, layout: MatrixLayout, ground: Ground) {
  const look = { size: 12, fill: ground.second, align: 'center' } as const;
  return [
    ...periodGroups(input.periods).map(({ label, first, last }) => {
      const start = layout.cell(0, first);
      const end = layout.cell(0, last);
      return textElement(label, (start.x + end.x + end.width) / 2, layout.headTop + 9, look);
    }),
    ...input.periods.map((period, i) => {
      const box = layout.cell(0, i);
      const same = input.compareYears && isSameTerm(input.periods, i);
      return textElement(
        period.label,
        box.x + box.width / 2,
        layout.headTop + 28,
        same ? { ...look, weight: 700, fill: ground.ink } : look,
      );
    }),
    ...noteMarkers(layout.notes, layout.headTop, ground),
  ];
}

function rowLabels(input: ChartInput, frame: Frame, layout: MatrixLayout, ground: Ground) {
  const lastCell = layout.cell(0, input.periods.length - 1);
  const groupX = layout.stacked ? lastCell.x + lastCell.width : layout.groupX;
  return input.series.flatMap((series, row) => {
    const { mark, words } = paint({ hue: series.tone.hue, step: 0 }, frame.theme);
    const top = layout.rowTop(row);
    const opensGroup = series.group !== null && series.group !== input.series[row - 1]?.group;
    const middle = layout.stacked ? top + 9 : top + (layout.rowHeight - 2) / 2;
    const room = layout.stacked ? layout.width - 30 : layout.labelWidth - 24;
    return [
      {
        type: 'rect' as const,
        silent: true,
        shape: { x: 0, y: top + 1, width: 3, height: layout.rowHeight - 4, r: 1 },
        style: { fill: mark },
      },
      textElement(fitText(seriesNames(input)[row] ?? '', room, 13), 12, middle, {
        size: 13,
        fill: ground.ink,
      }),
      ...(opensGroup
        ? [
            textElement(series.group ?? '', groupX, middle, {
              size: 12,
              weight: 700,
              fill: words,
              align: 'right',
            }),
          ]
        : []),
    ];
  });
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layMatrix(input, frame);
  return {
    animation: false,
    series: [cellSeries(input, frame, layout)],
    graphic: {
      elements: [...heads(input, layout, ground), ...rowLabels(input, frame, layout, ground)],
    },
  };
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = layMatrix(input, frame);
  return input.series.map((_, series) =>
    input.periods.map((__, period) => ({
      mark: { series, period },
      box: layout.cell(series, period),
    })),
  );
}

function signs(input: ChartInput): Sign[] {
  const absences = absencesOf(input);
  const all: [Sign, boolean][] = [
    ['dot', input.series.some((series) => series.points.some((point) => point.stands))],
    ...hatchSigns(absences),
    ['empty', absences.missing],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Series by periods as cells with their numbers, shaded by size. */
export const matrix: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  overTime: ({ periods }) => periods.length > 1,
  size: (input, frame) => {
    const { width, height } = layMatrix(input, frame);
    return { width, height };
  },
  option,
  places,
  signs,
  words: wordsOverTime('matrix', 'keys'),
};
