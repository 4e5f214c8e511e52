import type { EChartsOption } from 'echarts';
import { levelTargets } from '../annotations.ts';
import { absencesNow, hatchOf, hatchSigns } from '../absence.ts';
import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { comparedKind } from '../describe.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  type DrawnElement,
} from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText } from '../text-width.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { laySlope, type SlopeLabel, type SlopeLayout, type SlopeLine } from './slope-layout.ts';

/** How a line is drawn: strong where its change stands or a person looks at it, else a step back. */
function look(line: SlopeLine, input: ChartInput, frame: Frame, ground: Ground) {
  const tone = input.series[line.series]?.tone ?? { hue: 'neutral', step: 0 };
  const { mark, words, dash } = paint(tone, frame.theme);
  const stands = line.point?.stands ?? false;
  const strong = stands || frame.active === line.series;
  return {
    strong,
    stroke: strong ? mark : ground.axis,
    words: strong ? words : ground.second,
    lineWidth: stands ? 3 : strong ? 2 : 1.25,
    dash: strong ? [...dash] : [],
    ground,
  };
}

type Look = ReturnType<typeof look>;

function lineOf(line: SlopeLine, { left, right }: SlopeLayout, drawn: Look): DrawnElement[] {
  const { stroke, lineWidth, dash, strong, ground } = drawn;
  const { start, end } = line;
  const radius = strong ? 4.5 : 3;
  const edge = { fill: stroke, stroke: ground.card, lineWidth: 1.5 };
  return [
    ...(start !== null && end !== null
      ? [
          lineElement([left, start], [right, end], {
            stroke,
            lineWidth,
            ...(dash.length > 0 ? { lineDash: dash } : {}),
          }),
        ]
      : []),
    ...(start === null ? [] : [dotElement([left, start], radius, edge)]),
    ...(end === null ? [] : [dotElement([right, end], radius, edge)]),
  ];
}

function labelOf(
  label: SlopeLabel,
  x: number,
  side: 'left' | 'right',
  drawn: Look,
): DrawnElement[] {
  const away = side === 'right' ? 1 : -1;
  const text = textElement(label.lines.join('\n'), x + away * 12, label.centre, {
    size: 12,
    weight: drawn.strong ? 700 : 400,
    fill: drawn.words,
    align: side === 'right' ? 'left' : 'right',
  });
  if (Math.abs(label.centre - label.wish) <= 4) return [text];
  const leader = lineElement([x + away * 5, label.wish], [x + away * 10, label.centre], {
    stroke: drawn.stroke,
    lineWidth: 1,
    opacity: 0.7,
  });
  return [leader, text];
}

function hatched(line: SlopeLine, layout: SlopeLayout, ground: Ground): DrawnElement[] {
  const hatch = hatchOf(line.point?.outcome ?? null);
  if (!hatch) return [];
  const box = { x: layout.right - 9, y: line.right.centre - 5, width: 18, height: 10 };
  return hatchElements(box, ground.axis, 4, hatch);
}

function axes(input: ChartInput, frame: Frame, layout: SlopeLayout, ground: Ground) {
  const { left, right, top, bottom, scale, y } = layout;
  const style = { stroke: ground.edge, lineWidth: 1 };
  const head = { size: 12, fill: ground.ink } as const;
  const before =
    input.compared?.period?.name ?? input.locale.t.charts.columns.before[comparedKind(input)];
  const last = input.periods.at(-1)?.name ?? '';
  const crossesZero = scale.min < 0 && scale.max > 0;
  return [
    lineElement([left, top - 8], [left, bottom], style),
    lineElement([right, top - 8], [right, bottom], style),
    ...(crossesZero
      ? [lineElement([left, y(0)], [right, y(0)], { stroke: ground.axis, lineWidth: 1 })]
      : []),
    textElement(fitText(before, right - 16, 12), 0, 11, head),
    textElement(fitText(last, frame.width - right + 4, 12), right - 4, 11, head),
  ];
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = laySlope(input, frame);
  const drawn = layout.lines.map((line) => ({ line, style: look(line, input, frame, ground) }));
  drawn.sort((a, b) => a.style.lineWidth - b.style.lineWidth);
  return drawnOption([
    ...axes(input, frame, layout, ground),
    ...levelTargets(input, [layout.left, layout.right], layout.y, ground),
    ...drawn.flatMap(({ line, style }) => lineOf(line, layout, style)),
    ...drawn.flatMap(({ line, style }) => [
      ...hatched(line, layout, ground),
      ...(line.left ? labelOf(line.left, layout.left, 'left', style) : []),
      ...labelOf(line.right, layout.right, 'right', style),
    ]),
  ]);
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const layout = laySlope(input, frame);
  const period = input.periods.length - 1;
  return layout.lines.map((line) => {
    const mark = { series: line.series, period };
    const at = (x: number, y: number) => ({ mark, box: { x, y, width: 0, height: 0 } });
    return [
      ...(line.start === null ? [] : [at(layout.left, line.start)]),
      at(layout.right, line.end ?? line.right.centre),
    ];
  });
}

function signs(input: ChartInput): Sign[] {
  const points = input.series.map((_, series) => lastPoint(input, series));
  const { scale } = laySlope(input, { width: 640, theme: 'light', most: Infinity, active: null });
  const now = points.filter((point) => point?.outcome.kind === 'estimate');
  const compared = now.filter((point) => point?.before?.kind === 'estimate');
  const isHidden = (point: ChartPoint | null) => hatchOf(point?.before ?? null) === 'withheld';
  const absences = absencesNow(input);
  const all: [Sign, boolean][] = [
    ['strong', points.some((point) => point?.stands)],
    ['matched', compared.length > 0 && compared.every((point) => point?.matched)],
    ['notCompared', compared.length + now.filter(isHidden).length < now.length],
    ...hatchSigns(absences),
    ['withheldBefore', absences.before],
    ['break', scale.min > 0 || scale.max < 0],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Each series at the compared time and at the last, joined by a line that is strong where the change stands. */
export const slope: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  size: (input, frame) => ({ width: frame.width, height: laySlope(input, frame).height }),
  option,
  places,
  signs,
  words: wordsOverTime('slope', 'keysEnds'),
};
