import { correctChanges } from '#lib/analysis/corrected.ts';
import type { MemberKey } from '#lib/analysis/counts.ts';
import type { Member } from '#lib/analysis/members.ts';
import { measuredWith } from '#lib/analysis/measured-with.ts';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type {
  ChartInput,
  ChartPeriod,
  ChartPoint,
  ChartSeries,
  Compared,
  Mark,
} from '#lib/charts/chart-input.ts';
import { blockHue, memberTone, type Tone } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { nameLine, nameMember, nameTime } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What a result is drawn with, beside the result itself. */
export interface Drawing {
  readonly programme: Programme;
  readonly locale: Locale;
  /** The last time that the picture shows; later ones are left out. */
  readonly until: number | null;
  /** How many series the picture holds at most: those whose last change stands, then the largest; null for all. */
  readonly most: number | null;
  /** Leaves out series that have nothing at the last time, such as last year's classes, and corrects for its changes alone. */
  readonly onlyLast: boolean;
  /** Every number speaks of the same pupils at both times. */
  readonly matched?: boolean;
}

/** A result by none or one dimension as the input of a chart; by two, the second makes the columns of the last time. */
export function toChartInput(result: Result, drawing: Drawing): ChartInput {
  const { programme, locale, most, onlyLast } = drawing;
  const { question } = result;
  const [dimension = null, across = null] = question.by;
  const times = result.times.filter((time) => drawing.until === null || time <= drawing.until);
  const last = times.at(-1);
  const shownTimes = onlyLast || across ? times.slice(-1) : times;
  const family = result.cells.filter(({ time }) => shownTimes.includes(time));
  const corrected = correctChanges(family);
  const columns = across ? (result.members[1] ?? []) : [];
  const toPoint = (cell: ResultCell): ChartPoint => {
    const q = corrected.get(cell) ?? null;
    // Two numbers without a difference were measured with different things.
    const isOther = cell.outcome.kind === 'estimate' && cell.change === null;
    return {
      time: across ? columns.findIndex(({ key }) => key === cell.members[1]) : cell.time,
      outcome: cell.outcome,
      before: isOther ? null : cell.before,
      change: cell.change,
      stands: q !== null && q < 0.05,
      q,
      detectable: cell.change?.detectable ?? null,
      matched: drawing.matched ?? false,
    };
  };
  const members: readonly Member[] = dimension
    ? (result.members[0] ?? []).filter((member) => isWorthDrawing(member, result.cells))
    : [{ key: null, name: null }];
  const cells = across ? family : result.cells.filter(({ time }) => times.includes(time));
  const series = members.flatMap((member) => {
    const own = cells.filter((cell) => !dimension || cell.members[0] === member.key);
    const lines = linesOf(own);
    const name = dimension
      ? nameMember(dimension, member, programme, locale)
      : locale.t.measures.words[question.measure].short;
    return lines.map((line, index): ChartSeries => {
      const along = cellsOn(line, lines, own);
      return {
        id: JSON.stringify([member.key, line]),
        label: lines.length > 1 ? nameAlong(name, along, locale) : name,
        group: dimension === 'direction' ? blockOf(member, programme) : null,
        tone: dimension
          ? toneOf(dimension, member, members, programme)
          : memberTone('neutral', index),
        points: along.map(toPoint),
      };
    });
  });
  const shown =
    onlyLast && !across
      ? series.filter(({ points }) => points.some(({ time }) => time === last))
      : series;
  return {
    name: locale.t.measures.words[question.measure].name,
    series: most === null ? shown : keepWeightiest(shown, most),
    periods: across
      ? columns.map((member, index) => toColumn(across, member, index, drawing))
      : times.map((time) => toPeriod(time, result, programme, locale)),
    compared: comparedWith(last, result, programme, locale),
    values: formatOf(question.measure, locale),
    locale,
    compareYears: question.compare === 'year-ago' && question.grain === 'term' && !across,
  };
}

/** Whether a member has a place in a picture: what belongs nowhere has one only where there is anything of it. */
function isWorthDrawing({ key }: Member, cells: readonly AnsweredCell[]): boolean {
  if (key !== null) return true;
  return cells.some(
    ({ members, outcome }) =>
      members[0] === null && outcome.kind === 'estimate' && outcome.value !== 0,
  );
}

/** What the cells that have a number were measured with, the latest first; one unknown where none has. */
function linesOf(cells: readonly AnsweredCell[]): readonly (string | null)[] {
  const known = cells.filter(({ outcome }) => outcome.kind === 'estimate').map(measuredWith);
  return known.length === 0 ? [null] : [...new Set(known.reverse())];
}

/** The cells of one of several lines; those without a number, and so without a line, stand with the first. */
function cellsOn(
  line: string | null,
  lines: readonly (string | null)[],
  cells: readonly AnsweredCell[],
): readonly AnsweredCell[] {
  return cells.filter((cell) => {
    const own = measuredWith(cell);
    return lines.includes(own) ? own === line : line === lines[0];
  });
}

/** A name with what some cells were measured with: an instrument, or how many parts an index rests on. */
function nameAlong(name: string, cells: readonly AnsweredCell[], locale: Locale): string {
  const { t, format } = locale;
  const cell = cells.find(({ outcome }) => outcome.kind === 'estimate');
  if (cell?.outcome.kind === 'estimate' && cell.parts.length > 0) {
    const { x, n } = cell.outcome;
    const of = t.charts.of(format.number(x ?? 0), format.number(n ?? 0));
    return `${name} (${t.screens.overview.partsOf(of)})`;
  }
  return `${name}, ${nameLine(cell?.line ?? '', locale)}`;
}

/** One cell of a result as a person chose it in its picture. */
export interface ChosenCell {
  readonly by: readonly Dimension[];
  readonly members: readonly MemberKey[];
  readonly time: number;
  readonly label: string;
}

/** The cell of a result behind a mark of its picture, or null where there is none. */
export function cellOf(
  { question, members }: Result,
  { series, periods }: ChartInput,
  mark: Mark,
  last: number,
): ChosenCell | null {
  const { by } = question;
  const one = series[mark.series];
  const period = periods[mark.period];
  if (!one || !period) return null;
  const key = (JSON.parse(one.id) as [MemberKey, string | null])[0];
  if (by.length < 2) {
    return { by, members: by.length === 0 ? [] : [key], time: period.time, label: one.label };
  }
  const column = members[1]?.[period.time]?.key ?? null;
  return { by, members: [key, column], time: last, label: `${one.label} → ${period.name}` };
}

function comparedWith(
  last: number | undefined,
  result: Result,
  programme: Programme,
  locale: Locale,
): Compared | null {
  const { compare, grain } = result.question;
  if (compare === 'none') return null;
  const then = last === undefined ? null : comparedTime(programme, grain, compare, last);
  return {
    kind: compare,
    period: then === null ? null : toPeriod(then, result, programme, locale),
  };
}

function toColumn(
  dimension: Dimension,
  member: Member,
  index: number,
  { programme, locale }: Drawing,
): ChartPeriod {
  const name = nameMember(dimension, member, programme, locale);
  return { time: index, label: name, group: null, name };
}

function toPeriod(
  time: number,
  { question }: Result,
  programme: Programme,
  locale: Locale,
): ChartPeriod {
  const name = nameTime(time, question.grain, programme, locale);
  const period = question.grain === 'term' ? programme.periods[time] : undefined;
  return {
    time,
    label: period ? locale.format.roman(period.term) : locale.format.schoolYear(time),
    group: period ? locale.format.schoolYear(period.schoolYear) : null,
    name,
  };
}

function blockOf({ key }: Member, programme: Programme): string | null {
  return programme.directions.find(({ id }) => id === key)?.block ?? null;
}

function toneOf(
  dimension: Dimension,
  member: Member,
  members: readonly Member[],
  programme: Programme,
): Tone {
  const hueOf = (block: string | null) =>
    blockHue(programme.blocks.findIndex(({ id }) => id === block));
  const isBlock = dimension === 'block' || dimension === 'origin' || dimension === 'destination';
  if (isBlock && programme.blocks.some(({ id }) => id === member.key)) {
    return { hue: hueOf(String(member.key)), step: 0 };
  }
  if (dimension === 'direction' && member.key !== null) {
    const block = blockOf(member, programme);
    const siblings = programme.directions.filter((direction) => direction.block === block);
    return memberTone(
      hueOf(block),
      siblings.findIndex(({ id }) => id === member.key),
    );
  }
  return memberTone('neutral', members.indexOf(member));
}

function lastValue({ points }: ChartSeries): number {
  const outcome = points.at(-1)?.outcome;
  return outcome?.kind === 'estimate' ? outcome.value : -Infinity;
}

function keepWeightiest(series: readonly ChartSeries[], most: number): readonly ChartSeries[] {
  if (series.length <= most) return series;
  const stands = ({ points }: ChartSeries) => Number(points.at(-1)?.stands ?? false);
  const ranked = [...series].sort((a, b) => stands(b) - stands(a) || lastValue(b) - lastValue(a));
  const kept = new Set(ranked.slice(0, most));
  return series.filter((one) => kept.has(one));
}
