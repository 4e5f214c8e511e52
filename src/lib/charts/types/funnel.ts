import type { EChartsOption } from 'echarts';
import { levelTargets } from '../annotations.ts';
import { axisTick } from '../axis-words.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import type { ChartInput, Mark } from '../chart-input.ts';
import {
  dotElement,
  drawnOption,
  lineElement,
  textElement,
  type DrawnElement,
} from '../elements.ts';
import { intervalCell, intervalColumn } from '../outcome-words.ts';
import { grounds, type Ground } from '../palette.ts';
import { spread } from '../spread.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { coverages, funnelGroups, isOutside, type FunnelGroup } from './funnel-groups.ts';
import { layFunnel, type FunnelLayout } from './funnel-layout.ts';

const refusedHeight = 96;

function axes(input: ChartInput, layout: FunnelLayout, ground: Ground): DrawnElement[] {
  const { left, right, bottom, x, y } = layout;
  const look = { size: 11, fill: ground.second } as const;
  return [
    ...layout.yScale.ticks.flatMap((tick) => [
      lineElement([left, y(tick)], [right, y(tick)], { stroke: ground.grid, lineWidth: 1 }),
      textElement(axisTick(input.values, layout.yScale)(tick), left - 8, y(tick), {
        ...look,
        align: 'right',
      }),
    ]),
    ...layout.xScale.ticks.flatMap((tick) => [
      lineElement([x(tick), bottom], [x(tick), bottom + 4], {
        stroke: ground.axis,
        lineWidth: 1,
      }),
      textElement(input.locale.format.number(tick), x(tick), bottom + 13, {
        ...look,
        align: 'center',
      }),
    ]),
    lineElement([left, bottom], [right, bottom], { stroke: ground.axis, lineWidth: 1 }),
    textElement(input.locale.t.charts.funnel.axis, right, bottom + 31, { ...look, align: 'right' }),
  ];
}

function limitLines(layout: FunnelLayout, ground: Ground): DrawnElement[] {
  const polyline = (points: [number, number][], lineDash: number[]) => ({
    type: 'polyline' as const,
    shape: { points },
    style: { stroke: ground.second, fill: 'none', lineWidth: 1.25, lineDash },
  });
  return [
    ...layout.limits.inner.map((run) => polyline(run, [4, 3])),
    ...layout.limits.outer.map((run) => polyline(run, [])),
  ];
}

function lineWords(input: ChartInput, layout: FunnelLayout, ground: Ground): DrawnElement[] {
  const { t } = input.locale;
  const { overall } = funnelGroups(input);
  const centre = layout.y(overall);
  const wanted = [
    { text: percentOf(input, coverages.outer), at: layout.ends.outer, size: 14, weight: 400 },
    { text: percentOf(input, coverages.inner), at: layout.ends.inner, size: 14, weight: 400 },
    {
      text: t.charts.funnel.overall(input.values.text(overall)).replace(' ', '\n'),
      at: centre,
      size: 30,
      weight: 700,
    },
  ] as const;
  const shown = wanted.flatMap((one) => (one.at === null ? [] : [{ ...one, at: one.at }]));
  const places = spread(
    shown.map(({ at }) => at),
    shown.map(({ size }) => size),
    0,
    layout.bottom,
  );
  return [
    lineElement([layout.left, centre], [layout.right, centre], {
      stroke: ground.ink,
      lineWidth: 1.5,
    }),
    ...shown.map(({ text, weight }, i) =>
      textElement(text, layout.right + 7, places[i] ?? 0, {
        size: 11,
        weight,
        fill: weight === 700 ? ground.ink : ground.second,
      }),
    ),
  ];
}

function percentOf({ locale: { format } }: ChartInput, share: number): string {
  return format.percent(share, Number.isInteger(share * 100) ? 0 : 1);
}

function dots(input: ChartInput, layout: FunnelLayout, ground: Ground): DrawnElement[] {
  const at = ({ n, share }: FunnelGroup) => [layout.x(n), layout.y(share)] as const;
  const { groups } = funnelGroups(input);
  const order = { inside: 0, warning: 1, above: 2, below: 2 };
  return [...groups]
    .sort((a, b) => order[a.place] - order[b.place])
    .map((group) => {
      if (isOutside(group)) {
        return dotElement(at(group), 6, { fill: ground.ink, stroke: ground.card, lineWidth: 1.5 });
      }
      const fill = group.place === 'warning' ? ground.axis : ground.card;
      return dotElement(at(group), 4, { fill, stroke: ground.second, lineWidth: 1.5 });
    });
}

function refusal(input: ChartInput, frame: Frame, ground: Ground): DrawnElement[] {
  const { problem } = funnelGroups(input);
  if (!problem) return [];
  const words = input.locale.t.charts.funnel[problem];
  const broken = frame.width < 430 ? words.replace(', ', ',\n') : words;
  return [
    textElement(broken, frame.width / 2, refusedHeight / 2, {
      size: 13,
      fill: ground.second,
      align: 'center',
    }),
  ];
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const { problem, withheld, hidden } = funnelGroups(input);
  if (problem) return drawnOption(refusal(input, frame, ground));
  const layout = layFunnel(input, frame);
  const said = input.locale.t.charts.funnel;
  const note = [
    hidden.length > 0 ? said.hidden(hidden.length) : '',
    withheld > 0 ? said.withheld(withheld) : '',
  ].filter(Boolean);
  return drawnOption([
    ...axes(input, layout, ground),
    ...limitLines(layout, ground),
    ...lineWords(input, layout, ground),
    ...levelTargets(input, [layout.left, layout.right], layout.y, ground),
    ...dots(input, layout, ground),
    ...layout.labels.map(({ group, box }) =>
      textElement(input.series[group.series]?.label ?? '', box.x, box.y + 7, {
        size: 12,
        weight: 700,
        fill: ground.ink,
        halo: ground.card,
      }),
    ),
    textElement(note.join(frame.width < 480 ? '\n' : ', '), layout.left, layout.bottom + 31, {
      size: 11,
      fill: ground.second,
    }),
  ]);
}

function places(input: ChartInput, frame: Frame): Place[][] {
  const { problem, groups } = funnelGroups(input);
  if (problem) return [];
  const layout = layFunnel(input, frame);
  const period = input.periods.length - 1;
  return [
    groups.map(({ series, n, share }) => ({
      mark: { series, period },
      box: { x: layout.x(n), y: layout.y(share), width: 0, height: 0 },
    })),
  ];
}

function signs(input: ChartInput): Sign[] {
  const { problem, groups } = funnelGroups(input);
  if (problem) return [];
  const outside = groups.some(isOutside);
  return ['funnel', ...(outside ? (['outside'] as const) : []), 'notRanked'];
}

const common = wordsOverTime('funnel', 'keysSizes');

function describe(input: ChartInput): string {
  const { t, format } = input.locale;
  const { problem, overall, groups, hidden } = funnelGroups(input);
  const lead = t.charts.describe(
    t.charts.kinds.funnel,
    input.name,
    t.charts.seriesCount(input.series.length),
  );
  if (problem) return `${lead} ${t.charts.funnel[problem]}`;
  const names = groups.filter(isOutside).map(({ series }) => input.series[series]?.label ?? '');
  const outside =
    names.length > 0 ? t.charts.funnel.outsideAre(format.list(names)) : t.charts.funnel.noneOutside;
  const unseen = hidden.map((series) => input.series[series]?.label ?? '');
  const hiddenAre = unseen.length > 0 ? t.charts.funnel.hiddenAre(format.list(unseen)) : '';
  return [lead, t.charts.funnel.lead(input.values.text(overall)), outside, hiddenAre]
    .filter(Boolean)
    .join(' ');
}

function phrases(input: ChartInput, mark: Mark): string[] {
  const group = funnelGroups(input).groups.find(({ series }) => series === mark.series);
  const place = group ? [input.locale.t.charts.funnel[group.place]] : [];
  return [...common.phrases(input, mark), ...place];
}

/** The last values with the limits at each n beside them. */
function table(input: ChartInput) {
  const { columns, rows } = common.table(input);
  const { problem, groups } = funnelGroups(input);
  if (problem) return { columns, rows };
  const { t } = input.locale;
  const whiches = ['inner', 'outer'] as const;
  return {
    columns: [
      ...columns,
      ...whiches.map((which) =>
        intervalColumn(input, t.charts.columns.limits(percentOf(input, coverages[which]))),
      ),
    ],
    rows: rows.map((row, series) => {
      const group = groups.find((one) => one.series === series);
      const limits = whiches.map((which) => {
        const ends = group?.[which];
        return intervalCell(input, ends ?? null);
      });
      return { ...row, cells: [...row.cells, ...limits] };
    }),
  };
}

/** Groups by size and share with the limits in which chance keeps the overall share: a picture of who differs, never a ranking. */
export const funnel: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  size: (input, frame) => ({
    width: frame.width,
    height: funnelGroups(input).problem ? refusedHeight : layFunnel(input, frame).height,
  }),
  option,
  places,
  signs,
  words: { ...common, describe, phrases, table },
};
