import type { Member } from '#lib/analysis/members.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Clause } from '#lib/model/selection.ts';
import type { LinkedTimes } from '#lib/workspace/boards/linked-selection.ts';
import { nameDimension, nameMember, nameTime } from '#lib/workspace/naming.ts';

/** What clauses are named with. */
export interface Naming {
  readonly members: ReadonlyMap<Dimension, readonly Member[]> | null;
  readonly own: readonly string[];
  readonly programme: Programme;
  readonly locale: Locale;
}

/** A clause in words: «Класс: 5А, 5Б», «Блок: кроме I». */
export function nameClause(
  { dimension, values, excluded }: Clause,
  { members, own, programme, locale }: Naming,
): string {
  const names = values.map((key) => {
    const member = members?.get(dimension)?.find((one) => one.key === key);
    return nameMember(dimension, member ?? { key, name: null }, programme, locale);
  });
  const text = locale.format.list(names);
  const lead = locale.t.charts.seriesColon(nameDimension(dimension, own, locale));
  return `${lead}${excluded ? locale.t.boards.except(text) : text}`;
}

/** A span of time in words: «I четверть 2024/25 — III четверть 2024/25». */
export function nameTimes(
  { from, to, excluded }: LinkedTimes,
  { programme, locale }: Naming,
): string {
  const [first, last] = [from, to].map((id) => {
    const index = programme.periods.findIndex((period) => period.id === id);
    return index < 0 ? id : nameTime(index, 'term', programme, locale, 'short');
  });
  const text = locale.t.boards.times(first ?? from, last ?? to);
  return excluded ? locale.t.boards.except(text) : text;
}
