import type { Member } from '#lib/analysis/members.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import {
  isFlowDimension,
  isOwnDimension,
  noBlock,
  ownDimensions,
  type Dimension,
  type Grain,
} from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { termsOf } from '#lib/programme/calendar.ts';
import { grainsOf, readHalf } from '#lib/programme/time.ts';

/** The name of one member of a dimension in a language. */
export function nameMember(
  dimension: Dimension,
  { key, name }: Member,
  programme: Programme,
  { t, language }: Locale,
): string {
  if (key === null)
    return isOwnDimension(dimension)
      ? t.screens.explore.unknownMember
      : t.measures.unknownMember[isFlowDimension(dimension) ? 'block' : dimension];
  const named = (list: readonly { id: string; name: { ru: string; en: string } }[]): string =>
    list.find(({ id }) => id === key)?.name[language] ?? String(key);
  switch (dimension) {
    case 'origin':
    case 'destination':
      return key === noBlock ? t.measures.flow.none : t.screens.block(String(key));
    case 'block':
      return t.screens.block(String(key));
    case 'direction':
      return named(programme.directions);
    case 'level':
      return named(programme.levels);
    case 'grade':
      return t.screens.explore.grade(String(key));
    case 'sex':
      return key === 'm' || key === 'f' ? t.screens.explore.sexes[key] : String(key);
    default:
      return name ?? String(key);
  }
}

/** The name of a dimension, or «by it»; a school's own ones have the names that it gave them. */
export function nameDimension(
  dimension: Dimension,
  own: readonly string[],
  { t }: Locale,
  form: 'name' | 'by' = 'name',
): string {
  const words = t.screens.explore;
  if (isOwnDimension(dimension)) {
    const name = own[ownDimensions.indexOf(dimension)] ?? dimension;
    return form === 'by' ? words.byOwn(name) : name;
  }
  if (isFlowDimension(dimension)) return t.measures.flow[dimension][form];
  return form === 'by' ? words.dimensionsBy[dimension] : words.dimensions[dimension];
}

/** The dimensions of a list that anything loaded can be broken down by. */
export function offeredDimensions(
  among: readonly Dimension[],
  own: readonly string[],
): readonly Dimension[] {
  return among.filter(
    (dimension) => !isOwnDimension(dimension) || ownDimensions.indexOf(dimension) < own.length,
  );
}

/** The lengths of time of a list that a programme's calendar has, with the one that was chosen all the same. */
export function offeredGrains(
  among: readonly Grain[],
  chosen: Grain,
  programme: Programme,
): readonly Grain[] {
  const known = grainsOf(programme);
  return among.filter((grain) => grain === chosen || known.includes(grain));
}

/** The name of several terms taken together: «III четв. 2024/25 — I четв. 2025/26». */
export function nameSpan(span: readonly number[], programme: Programme, locale: Locale): string {
  const ordered = [...span].sort((a, b) => a - b);
  const [first = 0] = ordered;
  const last = ordered.at(-1) ?? first;
  const { boards } = locale.t;
  if (last - first + 1 !== ordered.length) return boards.termsOf(ordered.length);
  const name = (time: number) => nameTime(time, 'term', programme, locale, 'short');
  return boards.times(name(first), name(last));
}

/** The name of a period of the programme, or of a half or a whole of a school year where the grain is one: «IV четверть 2025/26». */
export function nameTime(
  time: number,
  grain: Grain,
  programme: Programme,
  { t, format }: Locale,
  form: 'name' | 'genitive' | 'short' = 'name',
): string {
  if (grain === 'year') {
    const year = format.schoolYear(time);
    return form === 'genitive' ? t.screens.ofSchoolYear(year) : t.screens.schoolYear(year);
  }
  if (grain === 'half') {
    const { schoolYear, half } = readHalf(time);
    const words = { roman: format.roman(half), of: 2, year: format.schoolYear(schoolYear) };
    return t.programme.periods[form](words);
  }
  const period = programme.periods[time];
  if (!period) return String(time);
  return t.programme.periods[form]({
    roman: format.roman(period.term),
    of: termsOf(programme, period.schoolYear),
    year: format.schoolYear(period.schoolYear),
  });
}

/** The name of an instrument or a scale, or its own text where the catalogue has none. */
export function nameOfId(list: Readonly<Record<string, string>>, id: string): string {
  return list[id] ?? id;
}

/** The name of what a number was measured with: «torrance · А» → «Торренс А». */
export function nameLine(line: string, { t }: Locale): string {
  const [instrument = '', ...rest] = line.split(' · ');
  return [nameOfId(t.screens.instruments, instrument), ...rest].join(' ');
}
