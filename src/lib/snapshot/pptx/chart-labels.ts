import { mix, readable } from '#lib/charts/colour.ts';
import type { NativeSeries } from '../document.ts';
import { endOf } from './chart-intervals.ts';
import { spreadEnds, valueText } from './chart-layout.ts';
import { formatCode, lettersXml, type MarkedChart } from './chart-look.ts';
import { xmlText } from './plain-text.ts';
import { colours } from './slide-look.ts';
import { widthOf } from './text-height.ts';

/** What keeps a label on one line. */
const oneLine = 'rot="0" vert="horz" wrap="none"';

/** Words in the colour of a series, dark enough to be read on paper. */
function inkOf(colour: string): string {
  const darker = [0, 0.2, 0.4, 0.6].map((share) => mix(colour, colours.ink, share));
  return readable(colours.paper, darker);
}

function shownXml(value: boolean, name: boolean): string {
  const flag = (is: boolean) => (is ? 1 : 0);
  return `<c:showLegendKey val="0"/><c:showVal val="${flag(value)}"/><c:showCatName val="0"/><c:showSerName val="${flag(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
}

/** Inches between the end of a whisker and the value beyond it. */
const whiskerGap = 0.05;

/** No lines from marks to labels that were moved: a whisker leads there. */
const noLeaders =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

const noLabels = `<c:dLbls>${shownXml(false, false)}</c:dLbls>`;

function formatXml({ chart, language }: MarkedChart): string {
  return `<c:numFmt formatCode="${xmlText(formatCode(chart, language))}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
}

/** Moves a label from where its place would put it, by shares of the chart. */
function movedXml(right: number, down: number): string {
  if (right === 0 && down === 0) return '';
  return `<c:layout><c:manualLayout><c:x val="${right.toFixed(4)}"/><c:y val="${down.toFixed(4)}"/></c:manualLayout></c:layout>`;
}

/** The label of a line: its last value, with its name where that stands there; no two lie on each other. */
export function lineLabelsXml(marked: MarkedChart, at: number): string {
  const { chart, layout, within } = marked;
  const series = chart.series[at];
  const size = layout.endSize;
  const last = series?.values.findLastIndex((value) => value !== null) ?? -1;
  if (!series || size === null || last < 0) return noLabels;
  const letters = lettersXml(size, inkOf(series.colour), true, oneLine);
  const up = spreadEnds(chart, within, layout.inner.h, size)?.[at] ?? 0;
  const isNamed = layout.names === 'ends';
  const label = `<c:dLbl><c:idx val="${last}"/>${movedXml(0, -up)}${formatXml(marked)}${letters}<c:dLblPos val="r"/>${shownXml(true, isNamed)}<c:separator>  </c:separator></c:dLbl>`;
  return `<c:dLbls>${label}${shownXml(false, false)}${noLeaders}</c:dLbls>`;
}

/** Labels of bars at their ends, or beyond their whiskers; those of a stack inside of it, where they have room. */
export function barLabelsXml(marked: MarkedChart, series: NativeSeries, isLying: boolean): string {
  const { chart, layout, within, language } = marked;
  const { valueSize: size } = layout;
  if (size === null) return noLabels;
  const isStacked = chart.kind === 'stacked';
  const place = isStacked ? 'ctr' : 'outEnd';
  const ink = isStacked ? readable(series.colour, [colours.card, colours.ink]) : colours.ink;
  const { min, max } = within.scale;
  const look = `${formatXml(marked)}${lettersXml(size, ink, false, oneLine)}<c:dLblPos val="${place}"/>${shownXml(true, false)}`;
  const own = series.values.flatMap((value, at) => {
    if (value === null) return [];
    if (isStacked) {
      const length = isLying ? layout.inner.w * within.width : layout.inner.h * within.height;
      const has = (Math.abs(value) / (max - min)) * length;
      const needs = isLying
        ? widthOf(valueText(value, chart, language), size) + 0.08
        : (size * 1.15) / 72;
      return has < needs ? [`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`] : [];
    }
    const end = endOf(series, at, value < 0 ? 0 : 1) ?? value;
    const beyond = (end - value) / (max - min);
    const gap = Math.sign(beyond) * whiskerGap;
    const moved = isLying
      ? movedXml(beyond * layout.inner.w + gap / within.width, 0)
      : movedXml(0, -beyond * layout.inner.h - gap / within.height);
    return moved === '' ? [] : [`<c:dLbl><c:idx val="${at}"/>${moved}${look}</c:dLbl>`];
  });
  return `<c:dLbls>${own.join('')}${look}${noLeaders}</c:dLbls>`;
}
