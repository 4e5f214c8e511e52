import type { EChartsOption } from 'echarts';
import { labelElements } from '../annotations.ts';
import type { ChartInput, Mark } from '../chart-input.ts';
import type { ChartForm, ChartWords, Frame, Place, Sign } from '../chart-form.ts';
import { mix } from '../colour.ts';
import { drawnOption, lineElement, textElement, type DrawnElement } from '../elements.ts';
import { hatchElements } from '../hatch.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { isDividedTwice, panelsOf } from '../panels.ts';
import { runsOf } from '../runs.ts';
import { plotFrame, targetElements } from '../small-plot.ts';
import { isEmptyOverTime, wordsOverTime } from '../words-over-time.ts';
import { hatchAt, type Layer } from './stacked-layers.ts';
import { hatchedBox, layStacked, tickOf, type StackedPlot } from './stacked-layout.ts';

const anyFrame: Frame = { width: 640, theme: 'light', most: Infinity, active: null };

function fillOf(layer: Layer, frame: Frame, ground: Ground): string {
  const { mark } = paint(layer.tone, frame.theme);
  const isAway = frame.active !== null && frame.active !== layer.series;
  return mix(ground.card, mark, isAway ? 0.35 : 0.78);
}

function areas(plot: StackedPlot, frame: Frame, ground: Ground): DrawnElement[] {
  return plot.layers.flatMap((layer) => {
    const fill = fillOf(layer, frame, ground);
    const style = { fill, stroke: ground.card, lineWidth: 1 };
    const alone = (at: number, [from, to]: readonly [number, number]): DrawnElement => {
      const width = Math.max(3, plot.band * 0.6);
      const [x, y] = [plot.x(at) - width / 2, plot.y(to)];
      return { type: 'rect', shape: { x, y, width, height: plot.y(from) - y }, style };
    };
    // Where a part is not shown the others lie lower: nothing may lead from there to a whole.
    const whole = layer.spans.map((span, at) => (hatchAt(plot.layers, at) ? null : span));
    const partly = layer.spans.flatMap((span, at) =>
      span && hatchAt(plot.layers, at) ? [alone(at, span)] : [],
    );
    const runs = runsOf(whole, (span) => span).map((run): DrawnElement => {
      const [first] = run;
      if (run.length === 1 && first) return alone(first.at, first.item);
      const edge = (end: 0 | 1) =>
        run.map(({ at, item }): [number, number] => [plot.x(at), plot.y(item[end])]);
      return { type: 'polygon', shape: { points: [...edge(1), ...edge(0).reverse()] }, style };
    });
    return [...runs, ...partly];
  });
}

/** A hatched box at every period at which a part is not shown; its size says nothing of the part. */
function hatched(input: ChartInput, plot: StackedPlot, ground: Ground): DrawnElement[] {
  return input.periods.flatMap((_, period) => {
    const hatch = hatchAt(plot.layers, period);
    if (!hatch) return [];
    return hatchElements(hatchedBox(plot, plot.layers, period), ground.second, 4, hatch);
  });
}

function labels(input: ChartInput, plot: StackedPlot, frame: Frame, ground: Ground) {
  const end = plot.x(input.periods.length - 1);
  return plot.labels.flatMap(({ layer, text, wish, centre }): DrawnElement[] => {
    const words = layer ? paint(layer.tone, frame.theme).words : ground.ink;
    const isMoved = layer !== null && Math.abs(centre - wish) > 4;
    return [
      ...(isMoved
        ? [
            lineElement([end + 1, wish], [plot.labelX - 2, centre], {
              stroke: paint(layer.tone, frame.theme).mark,
              lineWidth: 1,
              opacity: 0.6,
            }),
          ]
        : []),
      textElement(text, plot.labelX, centre, { size: 11, weight: 600, fill: words }),
    ];
  });
}

function option(input: ChartInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  return drawnOption(
    layStacked(input, frame).plots.flatMap((plot) => [
      ...plotFrame(input, plot, ground, tickOf(input, plot.scale)),
      ...areas(plot, frame, ground),
      ...hatched(input, plot, ground),
      ...labels(input, plot, frame, ground),
      ...labelElements(plot.notes, plot.top, plot.bottom, ground),
      ...targetElements(plot, plot.targets, ground),
    ]),
  );
}

function places(input: ChartInput, frame: Frame): Place[][] {
  return layStacked(input, frame).plots.flatMap((plot) =>
    [...plot.layers].reverse().map((layer) =>
      layer.spans.map((span, period) => {
        if (layer.hatches[period]) {
          const box = hatchedBox(plot, plot.layers, period);
          return { mark: { series: layer.series, period }, box };
        }
        const [from, to] = span ?? [0, 0];
        const width = Math.max(4, Math.min(10, plot.band));
        const height = Math.max(2, plot.y(from) - plot.y(to));
        const box = { x: plot.x(period) - width / 2, y: plot.y(to), width, height };
        return { mark: { series: layer.series, period }, box };
      }),
    ),
  );
}

/** The layer that a mark speaks of. */
function layerAt(input: ChartInput, { series }: Mark): Layer | null {
  const layers = layStacked(input, anyFrame).plots.flatMap((plot) => plot.layers);
  return layers.find((layer) => layer.series === series) ?? null;
}

const overTime = wordsOverTime('stacked', 'keys');

/** The name of the plot and of the layer; a series tells both itself. */
function nameOf(input: ChartInput, mark: Mark): string {
  const one = input.series[mark.series];
  if (one) return one.label;
  const panel = isDividedTwice(input) ? panelsOf(input)[-1 - mark.series]?.label : null;
  return [panel, layerAt(input, mark)?.label].filter(Boolean).join(' · ');
}

function phrases(input: ChartInput, mark: Mark): string[] {
  const layer = layerAt(input, mark);
  const [value, span] = [layer?.values[mark.period] ?? null, layer?.spans[mark.period] ?? null];
  const whole = layer && wholeAt(input, layer, mark.period);
  const hatch = layer?.hatches[mark.period] ?? null;
  const share = span && value !== null && whole ? value / whole : null;
  const { t, format } = input.locale;
  const said = share === null ? [] : [t.charts.ofWhole(format.percent(share))];
  if (mark.series < 0) {
    if (hatch === 'withheld') return [t.charts.absence.withheld, t.charts.soThatNobody];
    if (hatch === 'few') return [t.charts.absence['too-few']];
    return [value === null ? t.charts.noData : input.values.text(value), ...said];
  }
  const [first = '', ...rest] = overTime.phrases(input, mark);
  return [first, ...said, ...rest];
}

function wholeAt(input: ChartInput, layer: Layer, period: number): number | null {
  const { plots } = layStacked(input, anyFrame);
  const own = plots.find(({ layers }) => layers.some(({ series }) => series === layer.series));
  if (!own || hatchAt(own.layers, period)) return null;
  return own.layers.reduce((sum, { values }) => sum + (values[period] ?? 0), 0);
}

const words: ChartWords<ChartInput, Mark> = {
  ...overTime,
  title: (input, mark) =>
    [nameOf(input, mark), input.periods[mark.period]?.name].filter(Boolean).join(' · '),
  lead: (input, mark) =>
    [input.periods[mark.period]?.name, nameOf(input, mark)].filter(Boolean).join(', '),
  phrases,
};

function signs(input: ChartInput): Sign[] {
  const { plots } = layStacked(input, anyFrame);
  const isBroken = plots.some(({ layers }) =>
    layers.some(({ spans }) =>
      spans.some((span, period) => span === null && !hatchAt(layers, period)),
    ),
  );
  const hatches = plots.flatMap(({ layers }) =>
    input.periods.map((_, period) => hatchAt(layers, period)),
  );
  const isPartly = hatches.some((hatch) => hatch !== null);
  const all: [Sign, boolean][] = [
    ['layers', input.stacking !== 'shares'],
    ['layersOfShares', input.stacking === 'shares'],
    ['ownScales', input.scales === 'own' && input.stacking !== 'shares' && plots.length > 1],
    ['hatch', hatches.includes('few')],
    ['withheld', hatches.includes('withheld')],
    ['layersPartly', isPartly && input.stacking !== 'shares'],
    ['sharesUnknown', isPartly && input.stacking === 'shares'],
    ['gap', isBroken],
  ];
  return all.filter(([, shown]) => shown).map(([sign]) => sign);
}

/** Parts over time laid on each other up to their whole, or as shares of it; for parts that add up. */
export const stacked: ChartForm<ChartInput> = {
  isEmpty: isEmptyOverTime,
  overTime: () => true,
  size: (input, frame) => ({ width: frame.width, height: layStacked(input, frame).height }),
  option,
  places,
  signs,
  hidden: (input, frame) =>
    isDividedTwice(input) ? Math.max(0, panelsOf(input).length - frame.most) : 0,
  words,
};
