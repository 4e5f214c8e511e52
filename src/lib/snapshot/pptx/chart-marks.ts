import { contrast, mix } from '#lib/charts/colour.ts';
import type { NativeSeries } from '../document.ts';
import { barLabelsXml, lineLabelsXml } from './chart-labels.ts';
import { formatCode, lineXml, type MarkedChart } from './chart-look.ts';
import { whiskersXml } from './chart-whiskers.ts';
import { placesOf } from './chart-workbook.ts';
import { xmlText } from './plain-text.ts';
import { bare, colours } from './slide-look.ts';

const dashes: Record<NativeSeries['dash'], string> = {
  solid: 'solid',
  dash: 'dash',
  dot: 'sysDot',
};
const markers = ['circle', 'square', 'triangle', 'diamond'] as const;

function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${bare(colour)}"/></a:solidFill>`;
}

/** A colour that is seen on a bar as well as beside it. */
function whiskerInk(bar: string): string {
  const seen = (ink: string) => Math.min(contrast(ink, bar), contrast(ink, colours.paper));
  return [colours.ink, colours.second, colours.edge].reduce((best, ink) =>
    seen(ink) > seen(best) ? ink : best,
  );
}

function cacheXml(values: readonly (number | null)[], code: string): string {
  const points = values.flatMap((value, at) =>
    value === null ? [] : [`<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`],
  );
  return `<c:numCache><c:formatCode>${xmlText(code)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`;
}

function namesXml(names: readonly string[]): string {
  const points = names.map((name, at) => `<c:pt idx="${at}"><c:v>${xmlText(name)}</c:v></c:pt>`);
  return `<c:strCache><c:ptCount val="${names.length}"/>${points.join('')}</c:strCache>`;
}

function seriesXml(
  marked: MarkedChart,
  series: NativeSeries,
  at: number,
  isLying: boolean,
): string {
  const { chart, language, sheet } = marked;
  const places = placesOf(sheet, chart, at);
  const values = chart.categories.map((_, category) => series.values[category] ?? null);
  const head = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${xmlText(places.name)}</c:f>${namesXml([series.name])}</c:strRef></c:tx>`;
  const data = `<c:cat><c:strRef><c:f>${xmlText(places.categories)}</c:f>${namesXml(chart.categories)}</c:strRef></c:cat><c:val><c:numRef><c:f>${xmlText(places.values)}</c:f>${cacheXml(values, formatCode(chart, language))}</c:numRef></c:val>`;
  const whiskers = (colour: string, width: number) =>
    whiskersXml(
      chart,
      at,
      sheet,
      (reaches) => cacheXml(reaches, formatCode(chart, language)),
      lineXml(colour, width),
    );
  if (chart.kind === 'line') {
    const symbol = markers[at % markers.length] ?? 'circle';
    const marker = `<c:marker><c:symbol val="${symbol}"/><c:size val="8"/><c:spPr>${fillXml(series.colour)}${lineXml(colours.paper, 0.75)}</c:spPr></c:marker>`;
    return `<c:ser>${head}<c:spPr>${lineXml(series.colour, 2.75, dashes[series.dash])}</c:spPr>${marker}${lineLabelsXml(marked, at)}${whiskers(mix(series.colour, colours.paper, 0.35), 1)}${data}<c:smooth val="0"/></c:ser>`;
  }
  const edge = chart.kind === 'stacked' ? lineXml(colours.paper, 1) : lineXml(null, 0);
  return `<c:ser>${head}<c:spPr>${fillXml(series.colour)}${edge}</c:spPr><c:invertIfNegative val="0"/>${barLabelsXml(marked, series, isLying)}${whiskers(whiskerInk(series.colour), 1)}${data}</c:ser>`;
}

/** The lines or bars of a chart with the numbers that they stand for. */
export function marksXml(marked: MarkedChart, isLying: boolean, axes: string): string {
  const { kind, series } = marked.chart;
  const all = series.map((one, at) => seriesXml(marked, one, at, isLying)).join('');
  if (kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const isStacked = kind === 'stacked';
  const grouping = isStacked ? 'stacked' : 'clustered';
  const overlap = isStacked ? 100 : series.length > 1 ? -8 : 0;
  return `<c:barChart><c:barDir val="${isLying ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all}<c:gapWidth val="${isStacked ? 45 : 40}"/><c:overlap val="${overlap}"/>${axes}</c:barChart>`;
}
