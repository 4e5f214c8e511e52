import { targetsOf } from '../annotations.ts';
import { lastPoint, type ChartInput, type ChartPoint } from '../chart-input.ts';
import type { Frame } from '../chart-form.ts';
import { filled } from '../filling.ts';
import { niceScale, type Scale } from '../scale.ts';
import { seriesNames } from '../series-names.ts';
import { spread } from '../spread.ts';
import { textWidth, wrapText } from '../text-width.ts';

/** A label at one end of a line. */
export interface SlopeLabel {
  readonly lines: readonly string[];
  /** Where the line ends. */
  readonly wish: number;
  /** Where the label's middle stands. */
  readonly centre: number;
}

/** One series between two times: where its ends lie, null where it has no number. */
export interface SlopeLine {
  readonly series: number;
  readonly point: ChartPoint | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly left: SlopeLabel | null;
  readonly right: SlopeLabel;
}

/** Where everything of a slope chart lies, in pixels. */
export interface SlopeLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly scale: Scale;
  readonly y: (value: number) => number;
  /** Lines from the upper end down, those without a number last. */
  readonly lines: readonly SlopeLine[];
}

const top = 34;
const fontSize = 12;
const lineHeight = 14;
const labelGap = 12;

function valueOf(outcome: ChartPoint['outcome'] | null | undefined): number | null {
  return outcome?.kind === 'estimate' ? outcome.value : null;
}

function rightLines(input: ChartInput, series: number, room: number): string[] {
  const { values, locale } = input;
  const point = lastPoint(input, series);
  const name = seriesNames(input)[series] ?? '';
  if (point?.outcome.kind !== 'estimate') {
    const reason = point ? locale.t.charts.absence[point.outcome.reason] : locale.t.charts.noData;
    const whole = `${name}: ${reason}`;
    if (textWidth(whole, fontSize, true) <= room) return [whole];
    return [reason, ...wrapText(name, room, fontSize, true)];
  }
  const value = values.text(point.outcome.value);
  const change = point.stands && point.change ? values.change(point.change.value) : '';
  const whole = [value, name, change].filter(Boolean).join('  ');
  if (textWidth(whole, fontSize, true) <= room) return [whole];
  const first = [value, change].filter(Boolean).join('  ');
  return [first, ...wrapText(name, room, fontSize, true)];
}

/** Lays a slope chart out: two upright axes and labels at both ends that keep off each other. */
export function laySlope(input: ChartInput, frame: Frame): SlopeLayout {
  const points = input.series.map((_, series) => lastPoint(input, series));
  const starts = points.map((point) => valueOf(point?.before));
  const ends = points.map((point) => valueOf(point?.outcome));
  const known = [...starts, ...ends].filter((value) => value !== null);
  const scale = niceScale([...known, ...targetsOf(input).map(({ value }) => value)], 5, false);
  const leftTexts = starts.map((value) => (value === null ? null : input.values.text(value)));
  const leftRoom = Math.max(
    40,
    ...leftTexts.map((text) => (text ? textWidth(text, fontSize, true) : 0)),
  );
  const left = leftRoom + labelGap + 2;
  const mostRoom = Math.min(300, frame.width * (frame.width < 480 ? 0.5 : 0.42));
  const wanted = input.series.map((_, i) =>
    Math.max(0, ...rightLines(input, i, Infinity).map((line) => textWidth(line, fontSize, true))),
  );
  const rightRoom = Math.min(mostRoom, Math.max(60, ...wanted) + 2);
  const right = Math.max(left + 80, Math.min(frame.width - rightRoom - labelGap, left + 460));
  const texts = input.series.map((_, i) => rightLines(input, i, frame.width - right - labelGap));
  const sizes = texts.map((lines) => lines.length * lineHeight + 4);
  const stacked = sizes.reduce((sum, size) => sum + size, 0);
  const unknown = sizes.reduce((sum, size, i) => sum + (ends[i] === null ? size : 0), 0);
  const room = Math.max(Math.min(320, Math.max(230, frame.width * 0.46)), stacked + 8);
  const bottom = filled(top + room + 10, frame) - 10;
  const lowest = bottom - unknown - 8;
  const y = (value: number) =>
    lowest - ((value - scale.min) / (scale.max - scale.min)) * (lowest - top - 8);

  const rightWishes = ends.map((value) => (value === null ? bottom : y(value)));
  const rightCentres = spread(rightWishes, sizes, top - 6, bottom + 4);
  const withStart = starts.flatMap((value, i) => (value === null ? [] : [{ i, at: y(value) }]));
  const leftCentres = spread(
    withStart.map(({ at }) => at),
    withStart.map(() => lineHeight + 1),
    top - 6,
    bottom + 4,
  );
  const leftLabels = new Map(
    withStart.map(({ i, at }, order): [number, SlopeLabel] => [
      i,
      { lines: [leftTexts[i] ?? ''], wish: at, centre: leftCentres[order] ?? at },
    ]),
  );
  const lines = input.series.map((_, series): SlopeLine => {
    const [start, end] = [starts[series] ?? null, ends[series] ?? null];
    return {
      series,
      point: points[series] ?? null,
      start: start === null ? null : y(start),
      end: end === null ? null : y(end),
      left: leftLabels.get(series) ?? null,
      right: {
        lines: texts[series] ?? [],
        wish: rightWishes[series] ?? bottom,
        centre: rightCentres[series] ?? bottom,
      },
    };
  });
  lines.sort((a, b) => a.right.centre - b.right.centre);
  return { height: Math.round(bottom + 10), top, bottom, left, right, scale, y, lines };
}
