import type { EChartsOption } from 'echarts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix, readable } from '../colour.ts';
import { drawnOption, textElement, type DrawnElement } from '../elements.ts';
import type { FlowInput, FlowMark, FlowNode } from '../flow-input.ts';
import { flowWords } from '../flow-words.ts';
import { hatchElements } from '../hatch.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText } from '../text-width.ts';
import { alongBand, barWidth, layFlows, type FlowBar, type FlowsLayout } from './flows-layout.ts';

const round = (value: number) => Math.round(value * 100) / 100;

function bandPath(layout: FlowsLayout, startY: number, endY: number, size: number): string {
  const from = layout.left + barWidth;
  const to = layout.right - barWidth;
  const middle = round((from + to) / 2);
  const [a, b, h] = [round(startY), round(endY), round(size)];
  return [
    `M${round(from)} ${a}C${middle} ${a} ${middle} ${b} ${round(to)} ${b}`,
    `L${round(to)} ${b + h}C${middle} ${b + h} ${middle} ${a + h} ${round(from)} ${a + h}Z`,
  ].join('');
}

/** Share of the ground's way to the tone: bands step back while a person looks at another one. */
function strength({ active }: Frame, link: number): number {
  if (active === null) return 0.38;
  return active === link ? 0.75 : 0.16;
}

function bands(input: FlowInput, frame: Frame, layout: FlowsLayout, ground: Ground) {
  const drawn = layout.bands.flatMap((band) => {
    const tone = input.origins[input.links[band.link]?.origin ?? -1]?.tone;
    if (!tone) return [];
    const fill = mix(ground.card, paint(tone, frame.theme).mark, strength(frame, band.link));
    return [{ band, fill }];
  });
  // The one that is looked at lies on top.
  drawn.sort((a, b) => Number(a.band.link === frame.active) - Number(b.band.link === frame.active));
  const shapes = drawn.map(({ band, fill }): DrawnElement => ({
    type: 'path',
    shape: { pathData: bandPath(layout, band.startY, band.endY, band.size) },
    style: { fill, stroke: ground.card, lineWidth: 0.75 },
  }));
  const numbers = drawn.flatMap(({ band, fill }): DrawnElement[] => {
    if (band.size < 12) return [];
    const text = input.locale.format.number(band.pupils);
    const look = { size: 11, fill: readable(fill, [ground.ink, ground.card]) };
    const isWide = layout.right - layout.left > 300;
    return [
      textElement(text, layout.left + barWidth + 6, band.startY + band.size / 2, look),
      ...(isWide
        ? [
            textElement(text, layout.right - barWidth - 6, band.endY + band.size / 2, {
              ...look,
              align: 'right' as const,
            }),
          ]
        : []),
    ];
  });
  return [...shapes, ...numbers];
}

function side(
  nodes: readonly FlowNode[],
  bars: readonly FlowBar[],
  isLeft: boolean,
  input: FlowInput,
  frame: Frame,
  layout: FlowsLayout,
): DrawnElement[] {
  const ground = grounds[frame.theme];
  const x = isLeft ? layout.left - 8 : layout.right + 8;
  const room = isLeft ? layout.left - 10 : frame.width - layout.right - 10;
  const align = isLeft ? ('right' as const) : ('left' as const);
  return bars.flatMap(({ index, box }): DrawnElement[] => {
    const node = nodes[index];
    if (!node) return [];
    const { mark, words } = paint(node.tone, frame.theme);
    const known = isLeft ? sizeOf(input, index) : null;
    const note = known === null ? '' : input.locale.format.number(known);
    const middle = box.y + box.height / 2;
    return [
      { type: 'rect', shape: { ...box, r: 1 }, style: { fill: mark } },
      textElement(fitText(node.label, room, 12, true), x, middle - (note ? 7 : 0), {
        size: 12,
        weight: 600,
        fill: words,
        align,
      }),
      textElement(note, x, middle + 8, { size: 11, fill: ground.second, align }),
    ];
  });
}

/** How many pupils were at an origin. */
function sizeOf({ links }: FlowInput, origin: number): number | null {
  return links.find((link) => link.origin === origin && link.outcome.n !== null)?.outcome.n ?? null;
}

function option(input: FlowInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layFlows(input, frame);
  const head = { size: 12, fill: ground.second } as const;
  const half = frame.width / 2 - 8;
  return drawnOption([
    textElement(fitText(input.before, half, 12), 0, 10, head),
    textElement(fitText(input.after, half, 12), frame.width, 10, { ...head, align: 'right' }),
    ...bands(input, frame, layout, ground),
    ...layout.withheld.flatMap(({ box, hatch }) => hatchElements(box, ground.axis, 4, hatch)),
    ...side(input.origins, layout.origins, true, input, frame, layout),
    ...side(input.destinations, layout.destinations, false, input, frame, layout),
  ]);
}

function places(input: FlowInput, frame: Frame): Place<FlowMark>[][] {
  const layout = layFlows(input, frame);
  return input.origins
    .map((_, origin) => [
      ...layout.bands
        .filter(({ link }) => input.links[link]?.origin === origin)
        .map((band): Place<FlowMark> => {
          const box = { x: layout.left, y: band.startY, width: 40, height: band.size };
          return { mark: { series: band.link }, box, along: alongBand(layout, band) };
        }),
      ...layout.withheld
        .filter(({ link }) => input.links[link]?.origin === origin)
        .map(({ link, box }): Place<FlowMark> => ({ mark: { series: link }, box })),
    ])
    .filter((row) => row.length > 0);
}

function signs(input: FlowInput): Sign[] {
  const anyFrame: Frame = { width: 640, theme: 'light', most: Infinity, active: null };
  const layout = layFlows(input, anyFrame);
  const all: [Sign, boolean][] = [
    ['pupilWidth', layout.bands.length > 0],
    ['manyBlocks', layout.bands.length > 0],
    ['hatch', layout.withheld.some(({ hatch }) => hatch === 'few')],
    ['withheld', layout.withheld.some(({ hatch }) => hatch === 'withheld')],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Pupils from where they were to where they are, as bands as wide as there are pupils. */
export const flows: ChartForm<FlowInput, FlowMark> = {
  isEmpty: (input) => input.links.length === 0,
  size: (input, frame) => ({ width: frame.width, height: layFlows(input, frame).height }),
  option,
  places,
  signs,
  words: flowWords,
};
