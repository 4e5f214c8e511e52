import type { Locale } from '#lib/i18n/locale.ts';
import { isOwnDimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameDimension, nameMember, nameTime } from '../naming.ts';
import { formatOf } from '../value-format.ts';
import { timeOf, type NumberCell } from './live-answer.ts';
import { readText, type LiveNumber, type LiveWord } from './live-number.ts';

/** What live numbers and words are named with. */
export interface LiveSetting {
  readonly programme: Programme;
  /** Names of the school's own dimensions, by slot. */
  readonly own: readonly string[];
  /** The number of the draft's period; null where nothing is told of any. */
  readonly period: number | null;
  readonly locale: Locale;
}

function nameTimeOf(number: LiveNumber, { programme, period, locale }: LiveSetting): string {
  const words = locale.t.council.numbers;
  const time = timeOf(number, period, programme);
  if (number.time === 'last') return words.times.last;
  if (time !== null) return nameTime(time, number.grain, programme, locale);
  return number.time === 'year-ago' ? words.yearBefore : words.draftPeriod;
}

/** A number in words: «Охват, Блок II, III четверть 2025/26, изменение за год». */
export function nameNumber(number: LiveNumber, setting: LiveSetting): string {
  const { programme, own, locale } = setting;
  const { t, format } = locale;
  const members = number.members.map(({ dimension, key }) =>
    nameMember(dimension, { key, name: null }, programme, locale),
  );
  const clauses = number.selection.map(({ dimension, values, excluded }) => {
    const names = values.map((key) =>
      nameMember(dimension, { key, name: null }, programme, locale),
    );
    const list = format.list(names);
    // What the member of a dimension is says its own name, but for those that a school has made.
    if (!excluded && values.length === 1 && !isOwnDimension(dimension)) return list;
    const name = nameDimension(dimension, own, locale);
    return `${name}: ${excluded ? t.screens.explore.excluded(list) : list}`;
  });
  return t.council.numbers.name(
    [
      t.measures.words[number.measure].name,
      ...members,
      ...clauses,
      nameTimeOf(number, setting),
      t.council.numbers.formOf[number.form],
    ].filter(Boolean),
  );
}

/** Of which time a number is, and that there is nothing of a later one where the last was asked for. */
function sayTime(number: LiveNumber, time: number, setting: LiveSetting): string {
  const { programme, period, locale } = setting;
  const name = nameTime(time, number.grain, programme, locale);
  const own = timeOf(number, period, programme);
  if (own === null || own === time) return name;
  return locale.t.council.numbers.lastAt(name, nameTime(own, number.grain, programme, locale));
}

/** What a number says: its value in the form that is asked for, «скрыто», or in short why there is none. */
export function sayNumber(
  number: LiveNumber,
  { outcome, before, change, time }: NumberCell,
  setting: LiveSetting,
): string {
  const { measure, form } = number;
  const { locale } = setting;
  const { t, format } = locale;
  const words = t.council.numbers;
  const values = formatOf(measure, locale);
  const isUnrecorded = outcome.kind === 'absent' && outcome.reason === 'no-records';
  if (form === 'when' && time !== null && !isUnrecorded) return sayTime(number, time, setting);
  if (outcome.kind === 'absent') {
    return outcome.reason === 'withheld' ? words.hidden : t.charts.absence[outcome.reason];
  }
  const { value, x, n, lower, upper } = outcome;
  switch (form) {
    case 'value':
      return values.text(value);
    case 'of':
      return x === null || n === null
        ? words.noCount
        : t.charts.of(format.number(x), format.number(n));
    case 'when':
      return words.draftPeriod;
    case 'n':
      return n === null ? words.noCount : format.number(n);
    case 'interval':
      return lower === null || upper === null
        ? words.noInterval
        : words.interval(values.text(lower), values.text(upper));
    case 'change':
      if (change) return values.change(change.value);
      if (before?.kind !== 'absent') return t.charts.absence['no-before'];
      return before.reason === 'withheld' ? words.hidden : t.charts.absence['no-before'];
  }
}

/** What a live word says. */
export function sayWord(word: LiveWord, { programme, period, locale }: LiveSetting): string {
  const { t, language } = locale;
  switch (word) {
    case 'programme':
      return programme.name[language];
    case 'school':
      return programme.school || t.council.live.noSchool;
    case 'tasks':
      return programme.tasks.map(({ name }) => name[language]).join('\n');
    case 'blocks':
      return programme.blocks
        .map(({ id, aim }) => t.council.blockLine(t.screens.block(id), aim[language]))
        .join('\n');
    case 'period':
    case 'period-of':
      if (period === null) return t.council.live.noPeriod;
      return nameTime(period, 'term', programme, locale, word === 'period' ? 'name' : 'genitive');
  }
}

/**
 * A text as it is read: every live number and word in it said. A number that is not among the answers is said not to be
 * there.
 */
export function sayText(
  text: string,
  numbers: ReadonlyMap<string, NumberCell>,
  setting: LiveSetting,
): string {
  return readText(text)
    .map((part) => {
      if (part.kind === 'letters') return part.text;
      if (part.kind === 'word') return sayWord(part.word, setting);
      const cell = numbers.get(part.token);
      return cell ? sayNumber(part.number, cell, setting) : setting.locale.t.charts.noData;
    })
    .reduce((said, next) => {
      // What ends in a full stop, such as «п. п.», ends a sentence by it.
      const isStopped = said.endsWith('.') && /^\.(?!\.)/.test(next);
      return said + (isStopped ? next.slice(1) : next);
    }, '');
}
