import type { LanguageTag } from '#lib/i18n/format.ts';
import type { NativeChart } from '../document.ts';
import type { ChartLayout, ChartRoom } from './chart-layout.ts';
import { bare, face } from './slide-look.ts';

/** A chart with everything that its marks are drawn by. */
export interface MarkedChart {
  readonly chart: NativeChart;
  readonly layout: ChartLayout;
  readonly within: ChartRoom;
  readonly language: LanguageTag;
  /** Name of the sheet that holds its numbers. */
  readonly sheet: string;
}

/** Letters of a chart at a size in points; they stand upright unless their body says otherwise. */
export function lettersXml(
  size: number,
  colour: string,
  bold = false,
  body = 'rot="0" vert="horz"',
): string {
  const look = `sz="${size * 100}" b="${bold ? 1 : 0}"`;
  return `<c:txPr><a:bodyPr ${body}/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}><a:solidFill><a:srgbClr val="${bare(colour)}"/></a:solidFill><a:latin typeface="${face}"/><a:cs typeface="${face}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** A line of a colour; width in points. */
export function lineXml(colour: string | null, width: number, dash = 'solid'): string {
  if (colour === null) return '<a:ln><a:noFill/></a:ln>';
  return `<a:ln w="${Math.round(width * 12_700)}" cap="rnd"><a:solidFill><a:srgbClr val="${bare(colour)}"/></a:solidFill><a:prstDash val="${dash}"/><a:round/></a:ln>`;
}

/** How an office program writes the values: with a real minus, and with the sign of per cent where that is the unit. */
export function formatCode({ unit, decimals }: NativeChart, language: LanguageTag): string {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  const sign = unit === '%' ? (language === 'ru' ? '"\u00a0%"' : '"%"') : '';
  // The language of the snapshot, where a program has a choice: its decimal sign is that of the texts beside the chart.
  const tag = language === 'ru' ? '[$-419]' : '[$-809]';
  return `${tag}${digits}${sign};${tag}"\u2212"${digits}${sign}`;
}
