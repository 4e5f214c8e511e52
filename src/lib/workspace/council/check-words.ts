import type { MemberKey } from '#lib/analysis/counts.ts';
import type { AtomSpec, Condition, CountSpec, FeatureSpec } from '#lib/analysis/release/spec.ts';
import { readValuesName } from '#lib/analysis/release/value-sources.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { isOwnDimension, type Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { timeOf } from '#lib/programme/time.ts';
import { nameDimension, nameMember, nameSpan, nameTime } from '../naming.ts';

/** What counts are named with. */
export interface CountSetting {
  readonly programme: Programme;
  /** Names of the school's own dimensions, by slot. */
  readonly own: readonly string[];
  /** Names that only the data tell, such as those of partners. */
  readonly nameOf: (dimension: Dimension, key: MemberKey) => string | null;
  readonly locale: Locale;
}

function atomsOf(feature: FeatureSpec): readonly AtomSpec[] {
  if (feature.kind === 'square') return atomsOf(feature.root);
  return feature.kind === 'sum' ? [feature.of] : feature.of;
}

function periodsOf(atom: AtomSpec): string {
  return atom.kind === 'deed' ? atom.periods.join(' ') : String(atom.time);
}

function nameValues(of: string, { t }: Locale): string {
  const values = readValuesName(of);
  return values ? t.councilCheck.counts.values[values.name] : of;
}

function nameFeature(feature: FeatureSpec, locale: Locale): string {
  const words = locale.t.councilCheck.counts;
  const [first, ...others] = atomsOf(feature);
  switch (feature.kind) {
    case 'square':
      return words.squares(nameFeature(feature.root, locale));
    case 'sets':
      return words.directions;
    case 'sum':
      if (feature.of.kind === 'value') return words.sum(nameValues(feature.of.of, locale));
      return feature.weight === 'hours' || feature.weight === 'points'
        ? words[feature.weight]
        : words.deeds[feature.of.mark];
    case 'met':
      if (!first) return words.people.any;
      if (first.kind === 'value') {
        const isAll = first.from === null && first.to === null;
        return words[isAll ? 'answered' : 'within'](nameValues(first.of, locale));
      }
      if (feature.often > 1) return words.often;
      if (feature.least === 1) return words.people[first.mark];
      return others.some((other) => periodsOf(other) !== periodsOf(first))
        ? words.both
        : words.many;
  }
}

function nameCondition(
  { dimension, keys, excluded }: Condition,
  { programme, own, nameOf, locale }: CountSetting,
): string {
  const names = keys.map((key) =>
    nameMember(dimension, { key, name: nameOf(dimension, key) }, programme, locale),
  );
  const list = locale.format.list(names);
  if (!excluded && !isOwnDimension(dimension)) return list;
  const text = excluded ? locale.t.screens.explore.excluded(list) : list;
  return `${nameDimension(dimension, own, locale)}: ${text}`;
}

/** When a count was taken: that of its deeds where all are of one time, else that of its pupils. */
function nameWhen({ feature, where }: CountSpec, { programme, locale }: CountSetting): string {
  const times = new Set(atomsOf(feature).map(periodsOf));
  const [first] = atomsOf(feature);
  const periods = times.size === 1 && first?.kind === 'deed' ? first.periods : [];
  const [period] = periods;
  if (where.span) return nameSpan(where.span, programme, locale);
  if (period === undefined) return nameTime(where.time, where.grain, programme, locale);
  const time = timeOf(programme, where.grain, period);
  return time === null
    ? nameTime(period, 'term', programme, locale)
    : nameTime(time, where.grain, programme, locale);
}

/** A count in words: «участники: 7А, Блок II, III четверть 2025/26». */
export function nameCount(count: CountSpec, setting: CountSetting): string {
  const { feature, where } = count;
  const atoms = atomsOf(feature);
  const own = atoms.map((atom) => (atom.kind === 'deed' ? atom.only : []));
  // What tells the parts of one count apart, such as its blocks, is no condition on the whole of it.
  const [first = []] = own;
  const common = first.filter((one) =>
    own.every((only) => only.some((other) => JSON.stringify(other) === JSON.stringify(one))),
  );
  const conditions = [...where.only, ...common].map((one) => nameCondition(one, setting));
  const whom = [...conditions, nameWhen(count, setting)].join(', ');
  return setting.locale.t.councilCheck.numbers.of(nameFeature(feature, setting.locale), whom);
}
