import type { NativeChart } from '../document.ts';
import { reachesOf, type Reaches } from './chart-intervals.ts';
import { placesOf } from './chart-workbook.ts';
import { xmlText } from './plain-text.ts';

/** The whiskers of a series as an office program keeps and edits them: their reaches stand in the workbook. */
export function whiskersXml(
  chart: NativeChart,
  at: number,
  sheet: string,
  cache: (values: readonly (number | null)[]) => string,
  line: string,
): string {
  const series = chart.series[at];
  const reaches = series && reachesOf(series, chart);
  if (!reaches) return '';
  const places = placesOf(sheet, chart, at);
  const side = (name: 'plus' | 'minus', place: string, values: Reaches['up']) =>
    `<c:${name}><c:numRef><c:f>${xmlText(place)}</c:f>${cache(values)}</c:numRef></c:${name}>`;
  return [
    '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>',
    side('plus', places.up, reaches.up),
    side('minus', places.down, reaches.down),
    `<c:spPr>${line}</c:spPr></c:errBars>`,
  ].join('');
}
