import type { Member } from '#lib/analysis/members.ts';
import type { Result } from '#lib/analysis/answer.ts';
import type { ChartInput, ChartPeriod, ChartPoint, ChartSeries } from '#lib/charts/chart-input.ts';
import { blockHue, memberTone, type Tone } from '#lib/charts/palette.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome, ResultCell } from '#lib/model/result.ts';
import { benjaminiHochberg } from '#lib/statistics/benjamini-hochberg.ts';
import { normalTwoSided } from '#lib/statistics/normal.ts';
import { twoProportionsP } from '#lib/statistics/two-proportions.ts';
import { z95 } from '#lib/statistics/interval.ts';
import { nameLine, nameMember, nameTime } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What a result is drawn with, beside the result itself. */
export interface Drawing {
  readonly programme: Programme;
  readonly locale: Locale;
  /** The last time that the picture shows; later ones are left out. */
  readonly until: number | null;
  /** How many series the picture holds at most, the largest at its last time; null for all. */
  readonly most: number | null;
  /** Leaves out series that have nothing at the last time, such as last year's classes. */
  readonly onlyLast: boolean;
}

/** A result by none or one dimension as the input of a chart. */
export function toChartInput(
  result: Result,
  { programme, locale, until, most, onlyLast }: Drawing,
): ChartInput {
  const { question } = result;
  const dimension = question.by[0] ?? null;
  const times = result.times.filter((time) => until === null || time <= until);
  const cells = result.cells.filter(({ time }) => times.includes(time));
  const standing = findStanding(cells);
  const members: readonly Member[] = dimension
    ? (result.members[0] ?? [])
    : [{ key: null, name: null }];
  const series = members.flatMap((member) => {
    const own = cells.filter((cell) => !dimension || cell.members[0] === member.key);
    const lines = [...new Set(own.map(({ line }) => line))];
    const name = dimension
      ? nameMember(dimension, member, programme, locale)
      : locale.t.measures.words[question.measure].short;
    return lines.map((line): ChartSeries => ({
      id: JSON.stringify([member.key, line]),
      label: line !== null && lines.length > 1 ? `${name}, ${nameLine(line, locale)}` : name,
      group: dimension === 'direction' ? blockOf(member, programme) : null,
      tone: toneOf(dimension, member, members, programme),
      points: own.filter((cell) => cell.line === line).map((cell) => toPoint(cell, standing)),
    }));
  });
  const last = times.at(-1);
  const shown = onlyLast
    ? series.filter(({ points }) => points.some(({ time }) => time === last))
    : series;
  return {
    name: locale.t.measures.words[question.measure].name,
    series: most === null ? shown : keepLargest(shown, most),
    periods: times.map((time) => toPeriod(time, result, programme, locale)),
    values: formatOf(question.measure, locale),
    locale,
    compareYears: question.compare === 'year-ago' && question.grain === 'term',
  };
}

function toPoint(cell: ResultCell, standing: ReadonlySet<ResultCell>): ChartPoint {
  const { time, outcome, before, change } = cell;
  return { time, outcome, before, change, stands: standing.has(cell) };
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
  dimension: Dimension | null,
  member: Member,
  members: readonly Member[],
  programme: Programme,
): Tone {
  const hueOf = (block: string | null) =>
    blockHue(programme.blocks.findIndex(({ id }) => id === block));
  if (dimension === 'block' && member.key !== null) {
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

function keepLargest(series: readonly ChartSeries[], most: number): readonly ChartSeries[] {
  if (series.length <= most) return series;
  const kept = new Set([...series].sort((a, b) => lastValue(b) - lastValue(a)).slice(0, most));
  return series.filter((one) => kept.has(one));
}

/** Cells whose change stands after Benjamini and Hochberg's correction for the number of cells shown (q < 0.05). */
function findStanding(cells: readonly ResultCell[]): Set<ResultCell> {
  const tested = cells.flatMap((cell) => {
    const p = pValue(cell);
    return p === null ? [] : [{ cell, p }];
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  return new Set(
    tested.filter((_, index) => (adjusted[index] ?? 1) < 0.05).map(({ cell }) => cell),
  );
}

function pValue({ outcome, before, change }: ResultCell): number | null {
  if (!change) return null;
  const [former, latter] = [countOf(before), countOf(outcome)];
  if (former && latter) return twoProportionsP(former, latter);
  if (change.lower === null || change.upper === null || change.upper <= change.lower) return null;
  return normalTwoSided((change.value * 2 * z95) / (change.upper - change.lower));
}

function countOf(outcome: Outcome | null): { x: number; n: number } | null {
  if (outcome?.kind !== 'estimate' || outcome.x === null || outcome.n === null) return null;
  return { x: outcome.x, n: outcome.n };
}
