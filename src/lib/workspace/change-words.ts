import type { AnsweredCell } from '#lib/analysis/result.ts';
import type { ComparedSlice } from '#lib/analysis/slice-change.ts';
import type { SeriesTrend } from '#lib/analysis/trend.ts';
import type { ValueFormat } from '#lib/charts/chart-input.ts';
import { qWords } from '#lib/charts/outcome-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Change, ResultCell } from '#lib/model/result.ts';

/** One row of the comparison of all pupils with the same ones: a head and a text for each of them. */
export interface ChangeRow {
  readonly head: string;
  readonly all: string;
  readonly same: string;
}

/** A p value, or one that is corrected for many: «p = 0,03», «q < 0,001»; nothing where there is none. */
export function sayTest(letter: 'p' | 'q', value: number | null, locale: Locale): string {
  return qWords({ locale }, value).replace(/^q/, letter);
}

/** An interval of differences in the measure's unit: «[2,3; 10,4]», or nothing. */
export function sayInterval(
  { lower, upper }: Pick<Change, 'lower' | 'upper'>,
  values: ValueFormat,
  { t }: Locale,
): string {
  if (lower === null || upper === null) return '';
  return t.charts.interval(values.bare(lower), values.bare(upper));
}

/** A difference with its interval: «+6,4 п. п. [2,3; 10,4]». */
export function sayChange(
  change: Pick<Change, 'value' | 'lower' | 'upper'>,
  values: ValueFormat,
  locale: Locale,
): string {
  return [values.change(change.value), sayInterval(change, values, locale)]
    .filter(Boolean)
    .join(' ');
}

function endsOf(cell: ResultCell | null, { t, format }: Locale): string {
  const [now, then] = [cell?.outcome.n ?? null, cell?.before?.n ?? null];
  if (now === null || then === null) return '';
  return t.screens.explore.change.ends(format.number(then), format.number(now));
}

/** The rows of the table of one comparison; a row that would be empty is left out. */
export function changeRows(
  { all, same, q, family }: ComparedSlice,
  values: ValueFormat,
  locale: Locale,
): ChangeRow[] {
  const { t, format } = locale;
  const { rows, pairs } = t.screens.explore.change;
  const [one, other] = [all?.change ?? null, same?.change ?? null];
  const size = (change: Change | null) =>
    typeof change?.detectable === 'number'
      ? `±${values.change(change.detectable).replace(/^[+\u2212]/, '')}`
      : '';
  const n = same?.outcome.n ?? null;
  const corrected = family > 1;
  return [
    {
      head: rows.difference,
      all: one ? values.change(one.value) : '',
      same: other ? values.change(other.value) : '',
    },
    {
      head: rows.interval,
      all: one ? sayInterval(one, values, locale) : '',
      same: other ? sayInterval(other, values, locale) : '',
    },
    {
      head: rows.test,
      all: corrected ? sayTest('q', q, locale) : sayTest('p', one?.p ?? null, locale),
      same: sayTest('p', other?.p ?? null, locale),
    },
    { head: rows.detectable, all: size(one), same: size(other) },
    {
      head: isIndex(all) ? rows.parts : rows.n,
      all: one ? endsOf(all, locale) : '',
      same: other && n !== null ? pairs(n, format.number(n)) : '',
    },
  ].filter((row) => row.all !== '' || row.same !== '');
}

/** What the tests of one comparison mean, in plain words. */
export function changeVerdicts(
  { all, same, q, family }: ComparedSlice,
  { t, format }: Locale,
): readonly string[] {
  const words = t.screens.explore.change;
  if (!all?.change) return [];
  const { p } = all.change;
  if (p === null) return [words.untested];
  const stands = p < 0.05;
  const corrected = stands ? words.amongMany(format.number(family)) : words.within;
  const verdict = (q ?? p) < 0.05 ? words.stands : corrected;
  const matched = same?.change?.p ?? null;
  return matched !== null && matched < 0.05 !== stands ? [verdict, words.sameDiffers] : [verdict];
}

/** Why a comparison has no difference; null where it has one. */
export function noChangeText({ then, all }: ComparedSlice, { t }: Locale): string | null {
  const words = t.screens.explore.change;
  if (then === null) return words.noEarlier;
  if (all?.change) return null;
  const { outcome, before } = all ?? {};
  if (!outcome || outcome.kind === 'absent') {
    return words.noNow(t.charts.absence[outcome?.reason ?? 'no-records']);
  }
  if (!before || before.kind === 'absent') {
    const reason = before?.reason === 'no-before' ? null : before?.reason;
    return words.noBefore(t.charts.absence[reason ?? 'no-records']);
  }
  return isIndex(all) ? words.otherParts : words.otherInstrument;
}

/** Why the same pupils have no number now; null where they have one. */
export function noPairsText({ same }: ComparedSlice, { t }: Locale): string | null {
  const outcome = same?.outcome;
  if (outcome?.kind === 'estimate') return null;
  return t.screens.explore.change.fewPairs(t.charts.absence[outcome?.reason ?? 'no-pairs']);
}

function isIndex(cell: AnsweredCell | null): boolean {
  return cell !== null && cell.parts.length > 0;
}

/** What can be said of a series as a whole. */
export function sayTrend(trend: SeriesTrend, values: ValueFormat, locale: Locale): string {
  const words = locale.t.screens.explore.change;
  if (trend.kind === 'too-short') {
    return trend.periods < 5
      ? words.fewPeriods(trend.periods)
      : words.fewComparable(trend.comparable);
  }
  const { direction, slope, lower, upper, p, periods } = trend;
  const say = { rising: words.rising, falling: words.falling, none: words.noTrend }[direction];
  return say(
    sayChange({ value: slope, lower, upper }, values, locale),
    sayTest('p', p, locale),
    periods,
  );
}
