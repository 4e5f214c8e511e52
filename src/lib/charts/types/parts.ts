import type { EChartsOption } from 'echarts';
import { axisTick } from '../axis-words.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix, readable } from '../colour.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  whiskerElements,
  type DrawnElement,
} from '../elements.ts';
import type { IndexInput, IndexMark } from '../index-input.ts';
import { indexWords, missingWords } from '../index-words.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { fitText, textWidth } from '../text-width.ts';
import {
  barHeight,
  layParts,
  type PartsLayout,
  type PartsRow,
  type Segment,
} from './parts-layout.ts';

const shades = [0.82, 0.34, 0.6, 0.16];

function segmentElements(
  { part, order, box }: Segment,
  input: IndexInput,
  frame: Frame,
): DrawnElement[] {
  const ground = grounds[frame.theme];
  const neutral = paint({ hue: 'neutral', step: 0 }, frame.theme).mark;
  const touched = frame.active === order;
  const shade = shades[order % shades.length] ?? 0.5;
  const fill = touched ? ground.accent : mix(ground.card, neutral, shade);
  const inks = frame.theme === 'light' ? ['#1c2129', '#ffffff'] : ['#eceae4', '#14171c'];
  const text = input.values.tick(part.contribution);
  const fits = textWidth(text, 12) + 6 <= box.width;
  const inset = Math.min(0.75, box.width / 2);
  return [
    {
      type: 'rect',
      shape: {
        x: box.x + inset,
        y: box.y + 0.5,
        width: box.width - 2 * inset,
        height: box.height - 1,
      },
      style: { fill, stroke: touched ? ground.accent : ground.second, lineWidth: 1 },
    },
    ...(fits
      ? [
          textElement(text, box.x + box.width / 2, box.y + box.height / 2 + 0.5, {
            size: 12,
            fill: readable(fill, inks),
            align: 'center',
          }),
        ]
      : []),
  ];
}

function calloutElements(row: PartsRow, frame: Frame): DrawnElement[] {
  const ground = grounds[frame.theme];
  return row.callouts.flatMap(({ text, order, stem, x, y, align }) => {
    const touched = frame.active === order;
    return [
      lineElement([stem, y - 6], [stem, row.barTop - 1], {
        stroke: touched ? ground.accent : ground.axis,
        lineWidth: 1,
      }),
      textElement(text, x, y, {
        size: 11,
        weight: touched ? 700 : 400,
        fill: touched ? ground.ink : ground.second,
        halo: ground.card,
        align,
      }),
    ];
  });
}

function totalElements(row: PartsRow, input: IndexInput, layout: PartsLayout, ground: Ground) {
  const { bar, laneY, barTop } = row;
  const at = layout.x(bar.total);
  const end = Math.max(at, ...row.segments.map(({ box }) => box.x + box.width));
  return [
    ...(bar.low !== null && bar.high !== null
      ? whiskerElements(layout.x(bar.low), layout.x(bar.high), laneY, {
          stroke: ground.ink,
          lineWidth: 1.25,
        })
      : []),
    dotElement([at, laneY], 4, { fill: ground.ink, stroke: ground.card, lineWidth: 1 }),
    textElement(input.values.text(bar.total), end + 8, barTop + barHeight / 2 + 0.5, {
      size: 13,
      weight: 700,
      fill: ground.ink,
      halo: ground.card,
    }),
  ];
}

function rowElements(row: PartsRow, input: IndexInput, frame: Frame, layout: PartsLayout) {
  const ground = grounds[frame.theme];
  const { missing, label } = row.bar;
  const words = input.locale.t.charts.parts;
  const mark = missing.length > 0 ? words.incomplete : '';
  const name = fitText(label, frame.width - textWidth(mark, 11) - 16, 13, true);
  const note = missing.length > 0 ? words.without(missingWords(input, missing)) : '';
  return [
    textElement(name, layout.left, row.labelY, { size: 13, weight: 600, fill: ground.ink }),
    textElement(mark, layout.left + textWidth(name, 13, true) + 10, row.labelY + 0.5, {
      size: 11,
      fill: ground.second,
    }),
    ...row.segments.flatMap((segment) => segmentElements(segment, input, frame)),
    ...calloutElements(row, frame),
    ...totalElements(row, input, layout, ground),
    textElement(fitText(note, frame.width - 8, 11), layout.left, row.noteY, {
      size: 11,
      fill: ground.second,
      halo: ground.card,
    }),
  ];
}

function axis(input: IndexInput, layout: PartsLayout, ground: Ground): DrawnElement[] {
  const bars = layout.rows.map(({ barTop, noteY }) => [barTop - 2, noteY - 8] as const);
  return layout.scale.ticks.flatMap((tick) => {
    const at = layout.x(tick);
    const style = { stroke: tick === 0 ? ground.axis : ground.grid, lineWidth: 1 };
    return [
      ...bars.map(([top, bottom]) => lineElement([at, top], [at, bottom], style)),
      textElement(axisTick(input.values, layout.scale)(tick), at, layout.bottom + 12, {
        size: 11,
        fill: ground.second,
        align: tick === 0 ? 'left' : 'center',
      }),
    ];
  });
}

function option(input: IndexInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layParts(input, frame);
  return drawnOption([
    ...axis(input, layout, ground),
    ...layout.rows.flatMap((row) => rowElements(row, input, frame, layout)),
  ]);
}

function places(input: IndexInput, frame: Frame): Place<IndexMark>[][] {
  const layout = layParts(input, frame);
  return layout.rows.map((row, bar) => [
    ...row.segments.map(({ part, order, box }) => ({
      mark: { series: order, bar, part: part.id },
      box,
    })),
    {
      mark: { series: -1, bar, part: null },
      box: { x: layout.x(row.bar.total), y: row.laneY, width: 0, height: 0 },
    },
  ]);
}

function signs({ bars }: IndexInput): Sign[] {
  const all: [Sign, boolean][] = [
    ['segments', true],
    ['variants', bars.some(({ low, high }) => low !== null && high !== null)],
    ['incomplete', bars.some(({ missing }) => missing.length > 0)],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** A composite index as the sum of its weighted parts, one bar a time or slice, with the range of its variants below. */
export const parts: ChartForm<IndexInput, IndexMark> = {
  isEmpty: ({ bars }) => bars.length === 0,
  size: (input, frame) => ({ width: frame.width, height: layParts(input, frame).height }),
  option,
  places,
  signs,
  words: indexWords,
};
