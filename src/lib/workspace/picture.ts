import { hatchOf } from '#lib/charts/absence.ts';
import { correctChanges } from '#lib/analysis/corrected.ts';
import type { MemberKey } from '#lib/analysis/counts.ts';
import type { Member } from '#lib/analysis/members.ts';
import type { Result } from '#lib/analysis/result.ts';
import { comparedTime } from '#lib/analysis/times.ts';
import type {
  ChartInput,
  ChartPeriod,
  ChartPoint,
  Compared,
  Mark,
} from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { ResultCell } from '#lib/model/result.ts';
import { readHalf } from '#lib/programme/time.ts';
import { keepWeightiest, readSeriesId, seriesOf, seriesWithin } from './drawn-series.ts';
import { nameMember, nameSpan, nameTime } from './naming.ts';
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
  /** How a second dimension is drawn: as the columns of the last time, or as series within the members of the first. */
  readonly second?: 'columns' | 'within';
}

/**
 * A result by none, one or two dimensions as the input of a chart; a second dimension makes the columns of the last time
 * unless the drawing puts it within the first.
 */
export function toChartInput(result: Result, drawing: Drawing): ChartInput {
  const { programme, locale, most, onlyLast } = drawing;
  const { question } = result;
  const isTable = question.by.length > 1 && drawing.second !== 'within';
  const across = isTable ? (question.by[1] ?? null) : null;
  const times = result.times.filter((time) => drawing.until === null || time <= drawing.until);
  const last = times.at(-1);
  const shownTimes = onlyLast || across ? times.slice(-1) : times;
  const family = result.cells.filter(({ time }) => shownTimes.includes(time));
  const corrected = correctChanges(family);
  const columns = across ? (result.members[1] ?? []) : [];
  const toPoint = (cell: ResultCell): ChartPoint => {
    const q = corrected.get(cell) ?? null;
    // Two numbers without a difference were measured with different things.
    const isOther =
      cell.outcome.kind === 'estimate' &&
      cell.change === null &&
      hatchOf(cell.before) !== 'withheld';
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
  const cells = across ? family : result.cells.filter(({ time }) => times.includes(time));
  const drawn = { result, cells, programme, locale, toPoint };
  const series = drawing.second === 'within' ? seriesWithin(drawn) : seriesOf(drawn);
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
    compareYears: question.compare === 'year-ago' && question.grain !== 'year' && !across,
  };
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
  const { key, within } = readSeriesId(one.id);
  if (by.length < 2) {
    return { by, members: by.length === 0 ? [] : [key], time: period.time, label: one.label };
  }
  if (within !== undefined) {
    return { by, members: [key, within], time: period.time, label: one.label };
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

/** Which of its school year's a time is, null where it is the whole year, and that year. */
function placeOf(
  time: number,
  grain: Grain,
  { periods }: Programme,
): { readonly number: number | null; readonly schoolYear: number } {
  if (grain === 'half') {
    const { half, schoolYear } = readHalf(time);
    return { number: half, schoolYear };
  }
  const period = grain === 'term' ? periods[time] : undefined;
  return { number: period?.term ?? null, schoolYear: period?.schoolYear ?? time };
}

function toPeriod(
  time: number,
  { question }: Result,
  programme: Programme,
  locale: Locale,
): ChartPeriod {
  const { span, grain } = question;
  const isSpan = span !== undefined && time === Math.max(...span);
  const name = isSpan
    ? nameSpan(span, programme, locale)
    : nameTime(time, grain, programme, locale);
  const { number, schoolYear } = placeOf(time, grain, programme);
  const year = locale.format.schoolYear(schoolYear);
  return number === null
    ? { time, label: year, group: null, name }
    : { time, label: locale.format.roman(number), group: year, name };
}
