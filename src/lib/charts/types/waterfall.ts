import type { EChartsOption } from 'echarts';
import { axisTick } from '../axis-words.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import type { ContributionInput, ContributionMark } from '../contribution-input.ts';
import { contributionWords } from '../contribution-words.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  type DrawnElement,
} from '../elements.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, textWidth } from '../text-width.ts';
import {
  foldGroups,
  layWaterfall,
  type WaterfallLayout,
  type WaterfallStep,
} from './waterfall-layout.ts';

const barHeight = 16;
const tip = 7;

/** A bar that points where it goes, so that its direction needs no colour. */
function arrow(start: number, end: number, y: number): [number, number][] {
  const sign = end < start ? -1 : 1;
  const length = Math.max(1.5, Math.abs(end - start));
  const shoulder = start + sign * Math.max(0, length - tip);
  const half = barHeight / 2;
  return [
    [start, y - half],
    [shoulder, y - half],
    [start + sign * length, y],
    [shoulder, y + half],
    [start, y + half],
  ];
}

function bar(
  { mark, from, to, y }: WaterfallStep,
  frame: Frame,
  { x }: WaterfallLayout,
): DrawnElement[] {
  const ground = grounds[frame.theme];
  const [start, end] = [x(from), x(to)];
  const touched = frame.active === mark.series;
  const stroke = touched ? ground.accent : ground.ink;
  if (mark.kind === 'before') {
    return [dotElement([start, y], 5, { fill: ground.card, stroke, lineWidth: 2 })];
  }
  if (mark.kind === 'after') {
    return [
      lineElement([start, y], [end, y], { stroke, lineWidth: 4 }),
      dotElement([end, y], 6, { fill: stroke, stroke: ground.card, lineWidth: 1.5 }),
    ];
  }
  const fill = paint({ hue: 'neutral', step: 0 }, frame.theme).mark;
  return [
    {
      type: 'polygon',
      shape: { points: arrow(start, end, y) },
      style:
        mark.kind === 'rate'
          ? { fill: touched ? ground.accent : fill, stroke: 'none' }
          : { fill: ground.card, stroke, lineWidth: 1.75 },
    },
  ];
}

/** A thin line down from where one step ends to where the next begins. */
function connectors({ steps, x }: WaterfallLayout, ground: Ground): DrawnElement[] {
  return steps.slice(1).flatMap((step, i) => {
    const previous = steps[i];
    if (!previous) return [];
    const at = x(step.mark.kind === 'after' ? step.to : step.from);
    const reach = barHeight / 2;
    return [
      lineElement([at, previous.y + reach], [at, step.y - reach], {
        stroke: ground.axis,
        lineWidth: 1,
        lineDash: [2, 2],
      }),
    ];
  });
}

function axis(input: ContributionInput, layout: WaterfallLayout, ground: Ground): DrawnElement[] {
  return layout.scale.ticks.flatMap((tick) => {
    const at = layout.x(tick);
    return [
      lineElement([at, layout.top], [at, layout.bottom], {
        stroke: tick === 0 ? ground.axis : ground.grid,
        lineWidth: 1,
      }),
      textElement(
        `${tick > 0 ? '+' : ''}${axisTick(input.values, layout.scale)(tick)}`,
        at,
        layout.bottom + 13,
        {
          size: 11,
          fill: ground.second,
          align: 'center',
        },
      ),
    ];
  });
}

/** A label in one line, or in two where its last word does not fit beside the others. */
function twoLines(label: string, width: number, bold: boolean): string {
  if (textWidth(label, 13, bold) <= width) return label;
  const cut = label.lastIndexOf(' ');
  const lines = cut > 0 ? [label.slice(0, cut), label.slice(cut + 1)] : [label];
  return lines.map((line) => fitText(line, width, 13, bold)).join('\n');
}

function words(step: WaterfallStep, frame: Frame, layout: WaterfallLayout, ground: Ground) {
  const { kind } = step.mark;
  const isTotal = kind === 'before' || kind === 'after';
  const edge = layout.left - 16;
  const farthest = layout.x(Math.max(step.from, step.to)) + 10;
  const width = textWidth(step.text, 12, true);
  const fits = farthest + width <= frame.width;
  const nearest = layout.x(Math.min(step.from, step.to)) - 10;
  const [first, rest] = step.text.split(' (');
  const broken = !fits && nearest - width < layout.left && rest !== undefined;
  return [
    textElement(twoLines(step.label, edge, isTotal), 0, step.y - (step.note ? 7 : 0), {
      size: 13,
      weight: isTotal ? 600 : 400,
      fill: ground.ink,
    }),
    textElement(fitText(step.note, edge, 11), 0, step.y + 9, { size: 11, fill: ground.second }),
    textElement(
      broken ? `${first}\n(${rest}` : step.text,
      fits || broken ? farthest : nearest,
      step.y,
      {
        size: 12,
        weight: 600,
        fill: ground.ink,
        halo: ground.card,
        align: fits || broken ? 'left' : 'right',
      },
    ),
  ];
}

function option(input: ContributionInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layWaterfall(input, frame);
  return drawnOption([
    ...axis(input, layout, ground),
    ...connectors(layout, ground),
    ...layout.steps.flatMap((step) => bar(step, frame, layout)),
    ...layout.heads.map(({ text, y }) =>
      textElement(text, 0, y, { size: 11, fill: ground.second, halo: ground.card }),
    ),
    ...layout.steps.flatMap((step) => words(step, frame, layout, ground)),
  ]);
}

function places(input: ContributionInput, frame: Frame): Place<ContributionMark>[][] {
  const layout = layWaterfall(input, frame);
  return layout.steps.map(({ mark, from, to, y }) => {
    const [start, end] = [layout.x(from), layout.x(to)];
    const middle = (start + end) / 2;
    const width = Math.max(18, Math.abs(end - start) + 4);
    return [
      {
        mark,
        box: { x: middle - width / 2, y: y - barHeight / 2 - 3, width, height: barHeight + 6 },
      },
    ];
  });
}

function signs({ groups }: ContributionInput): Sign[] {
  return groups.length === 0 ? ['ownAxis'] : ['rate', 'mix', 'ownAxis'];
}

/** The way from the total before to the total after: what each group's own rate added, then what the mix added. */
export const waterfall: ChartForm<ContributionInput, ContributionMark> = {
  isEmpty: ({ groups }) => groups.length === 0,
  size: (input, frame) => ({ width: frame.width, height: layWaterfall(input, frame).height }),
  option,
  places,
  signs,
  hidden: ({ groups }, { most }) => foldGroups(groups, most).folded.length,
  words: contributionWords,
};
