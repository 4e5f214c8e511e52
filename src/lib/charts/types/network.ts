import type { EChartsOption } from 'echarts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { dotElement, drawnOption, textElement, type DrawnElement } from '../elements.ts';
import type { Box } from '../hatch.ts';
import type { NetworkInput, NetworkMark } from '../network-input.ts';
import { networkWords } from '../network-words.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, wrapText } from '../text-width.ts';
import {
  foldedPartners,
  layNetwork,
  pointOfLink,
  type NetworkLayout,
  type PlacedLink,
  type PlacedNode,
} from './network-layout.ts';

/** The numbers under which nodes and links step forward: partners first, then the others, then links. */
function seriesOf(input: NetworkInput) {
  const { partners, others } = input;
  return {
    partner: (index: number) => index,
    other: (index: number) => partners.length + index,
    link: (order: number) => partners.length + others.length + order,
  };
}

function isForward(input: NetworkInput, { link, order }: PlacedLink, active: number): boolean {
  const series = seriesOf(input);
  return [series.partner(link.partner), series.other(link.other), series.link(order)].includes(
    active,
  );
}

/** More links than this are drawn fainter. */
const crowded = 60;

function linkElements(input: NetworkInput, frame: Frame, layout: NetworkLayout): DrawnElement[] {
  const forward = (link: PlacedLink) =>
    frame.active !== null && isForward(input, link, frame.active);
  const inOrder = [...layout.links].sort((a, b) => Number(forward(a)) - Number(forward(b)));
  return inOrder.map((link): DrawnElement => {
    const tone = input.others[link.link.other]?.tone ?? { hue: 'neutral', step: 0 };
    const points = Array.from({ length: 13 }, (_, step): [number, number] => {
      const { x, y } = pointOfLink(link, step / 12);
      return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
    });
    const calm = layout.links.length > crowded ? 0.32 : 0.55;
    const opacity = frame.active === null ? calm : forward(link) ? 0.95 : 0.12;
    const stroke = paint(tone, frame.theme).mark;
    return {
      type: 'polyline',
      shape: { points },
      style: { fill: 'none', stroke, lineWidth: link.width, opacity },
    };
  });
}

/** Which nodes keep their full colour while a person looks at one of them or at a link. */
function isQuiet(
  input: NetworkInput,
  frame: Frame,
  layout: NetworkLayout,
  own: number,
  links: (link: PlacedLink) => boolean,
): boolean {
  const { active } = frame;
  if (active === null || active === own) return false;
  return !layout.links.some((link) => links(link) && isForward(input, link, active));
}

function nodeElements(
  input: NetworkInput,
  frame: Frame,
  layout: NetworkLayout,
  ground: Ground,
): DrawnElement[] {
  const series = seriesOf(input);
  const dot = ({ x, y, radius }: PlacedNode, fill: string, opacity: number) =>
    dotElement([x, y], radius, { fill, stroke: ground.card, lineWidth: 1, opacity });
  const partners = layout.partners.flatMap((node): DrawnElement[] => {
    const one = input.partners[node.index];
    const quiet = isQuiet(
      input,
      frame,
      layout,
      series.partner(node.index),
      ({ link }) => link.partner === node.index,
    );
    const opacity = quiet ? 0.4 : 1;
    const text = fitText(one?.short ?? '', layout.left - 20, layout.textSize);
    return [
      dot(node, one ? paint(one.tone, frame.theme).mark : ground.second, opacity),
      textElement(text, layout.left - 12, node.y, {
        size: layout.textSize,
        fill: ground.ink,
        opacity,
        align: 'right',
      }),
    ];
  });
  const others = layout.others.flatMap((node): DrawnElement[] => {
    const one = input.others[node.index];
    if (!one) return [];
    const quiet = isQuiet(
      input,
      frame,
      layout,
      series.other(node.index),
      ({ link }) => link.other === node.index,
    );
    const opacity = quiet ? 0.4 : 1;
    const { mark, words } = paint(one.tone, frame.theme);
    const lines = wrapText(one.short, frame.width - layout.right - 14, layout.textSize, true);
    const isTwo = lines.length > 1;
    const name = lines.join('\n');
    return [
      dot(node, mark, opacity),
      textElement(name, layout.right + 13, node.y - (isTwo ? 12 : 7), {
        size: layout.textSize,
        weight: 600,
        fill: words,
        opacity,
      }),
      textElement(
        input.locale.format.number(node.weight),
        layout.right + 13,
        node.y + (isTwo ? 14 : 8),
        {
          size: 11,
          fill: ground.second,
          opacity,
        },
      ),
    ];
  });
  return [...partners, ...others];
}

function option(input: NetworkInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layNetwork(input, frame);
  const note = input.locale.t.charts.network.more(layout.unshown);
  return drawnOption([
    ...linkElements(input, frame, layout),
    ...nodeElements(input, frame, layout, ground),
    ...(layout.unshown > 0
      ? [textElement(note, 0, layout.height - 12, { size: 12, fill: ground.second })]
      : []),
  ]);
}

function around({ x, y }: { x: number; y: number }, width: number): Box {
  const half = Math.max(4, width / 2 + 1);
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** A row a partner with its links, the heaviest first, then a row for each of the others. */
function places(input: NetworkInput, frame: Frame): Place<NetworkMark>[][] {
  const layout = layNetwork(input, frame);
  const series = seriesOf(input);
  const partners = layout.partners.map(({ index, y }) => {
    const own = layout.links
      .filter(({ link }) => link.partner === index)
      .sort((a, b) => b.link.weight - a.link.weight);
    const self: Place<NetworkMark> = {
      mark: { series: series.partner(index), partner: index, other: null },
      box: { x: 0, y: y - 11, width: layout.left + 8, height: 22 },
    };
    return [
      self,
      ...own.map((link): Place<NetworkMark> => ({
        mark: { series: series.link(link.order), partner: index, other: link.link.other },
        box: around(pointOfLink(link, 0.5), link.width),
        along: [0.2, 0.3, 0.4, 0.6, 0.7, 0.8].map((share) =>
          around(pointOfLink(link, share), link.width),
        ),
      })),
    ];
  });
  const others = layout.others.map(({ index, y }): Place<NetworkMark>[] => [
    {
      mark: { series: series.other(index), partner: null, other: index },
      box: { x: layout.right - 8, y: y - 15, width: frame.width - layout.right + 8, height: 30 },
    },
  ]);
  return [...partners, ...others];
}

function signs(input: NetworkInput): Sign[] {
  return [input.weighs === 'events' ? 'linkEvents' : 'linkParticipations'];
}

/** Partners on one side, what they are linked with on the other, joined by lines as thick as there is between them. */
export const network: ChartForm<NetworkInput, NetworkMark> = {
  isEmpty: ({ links }) => links.length === 0,
  size: (input, frame) => ({ width: frame.width, height: layNetwork(input, frame).height }),
  option,
  places,
  signs,
  hidden: foldedPartners,
  words: networkWords,
};
