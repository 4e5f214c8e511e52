import type { PivotField } from '#lib/analysis/pivot.ts';
import { isTimeField } from '#lib/analysis/pivot.ts';
import type { PivotMember, PivotPath, PivotTable } from '#lib/analysis/pivot-table.ts';
import { shortNames } from '#lib/charts/short-names.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { termsOf } from '#lib/programme/calendar.ts';
import { nameDimension, nameMember, nameTime } from './naming.ts';

/** What a pivot's fields and members are named with. */
export interface PivotNaming {
  readonly programme: Programme;
  /** Names of the dimensions of a school's own. */
  readonly own: readonly string[];
  readonly locale: Locale;
}

/** The name of a field of a pivot. */
export function nameField(field: PivotField, { own, locale }: PivotNaming): string {
  return isTimeField(field) ? locale.t.pivot.times[field] : nameDimension(field, own, locale);
}

/** The name of a member; a term within its school year is named without it. */
export function namePivotMember(
  { field, key, name }: Pick<PivotMember, 'field' | 'key' | 'name'>,
  isWithinYear: boolean,
  { programme, locale }: PivotNaming,
): string {
  if (!isTimeField(field)) return nameMember(field, { key, name }, programme, locale);
  const time = Number(key);
  if (field === 'year') return nameTime(time, 'year', programme, locale);
  const period = programme.periods[time];
  if (!isWithinYear || !period) return nameTime(time, 'term', programme, locale, 'short');
  const kind = locale.t.programme.periods.kind(termsOf(programme, period.schoolYear));
  return `${locale.format.roman(period.term)} ${kind}`;
}

/** The names of the members along a path, from the outermost; none for the whole. */
export function namePath(
  axis: readonly PivotMember[],
  path: PivotPath,
  naming: PivotNaming,
): string[] {
  const names: string[] = [];
  let members = axis;
  let isWithinYear = false;
  for (const key of path) {
    const member = members.find((one) => one.key === key);
    if (!member) break;
    names.push(namePivotMember(member, isWithinYear, naming));
    isWithinYear ||= member.field === 'year';
    members = member.children;
  }
  return names;
}

/** The names of both paths of a cell, the row's before the column's. */
export function nameCell(
  { rows, columns }: PivotTable,
  row: PivotPath,
  column: PivotPath,
  naming: PivotNaming,
): string {
  const names = [...namePath(rows, row, naming), ...namePath(columns, column, naming)];
  return names.length === 0 ? naming.locale.t.pivot.whole : names.join(' · ');
}

/** The labels of members beside each other: partners without the words with which they and several others begin. */
export function labelMembers(
  members: readonly PivotMember[],
  isWithinYear: boolean,
  naming: PivotNaming,
): string[] {
  const names = members.map((member) => namePivotMember(member, isWithinYear, naming));
  return members[0]?.field === 'partner' ? shortNames(names) : names;
}
