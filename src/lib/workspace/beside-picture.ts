import type { SpreadGroup } from '#lib/analysis/distribution.ts';
import type { EventDay } from '#lib/analysis/event-days.ts';
import { linkWeight, type PartnerLinks } from '#lib/analysis/partner-links.ts';
import type { CalendarInput, CalendarYear } from '#lib/charts/calendar-input.ts';
import type { DistributionInput, DistributionMark } from '#lib/charts/distribution-input.ts';
import type { NetworkInput, NetworkMark, NetworkNode } from '#lib/charts/network-input.ts';
import { shortNames } from '#lib/charts/short-names.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { schoolYearOf } from '#lib/programme/time.ts';
import { schoolYears } from '#lib/programme/calendar.ts';
import { toneOf } from './drawn-series.ts';
import { nameDimension, nameMember, nameTime } from './naming.ts';
import type { ChosenCell } from './picture.ts';
import { formatOf } from './value-format.ts';

/** What something beside the measure's own numbers is drawn with. */
export interface BesideDrawing {
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  readonly grain: Grain;
  readonly last: number;
  readonly programme: Programme;
  readonly locale: Locale;
}

const mostYears = 3;

/** The values of pupils as the input of a chart of their spread. */
export function toDistributionInput(
  groups: readonly SpreadGroup[],
  { measure, by, grain, last, programme, locale }: BesideDrawing,
): DistributionInput {
  const { name, short } = locale.t.measures.words[measure];
  const members = groups.map(({ member }) => member);
  return {
    name,
    period: nameTime(last, grain, programme, locale),
    groups: groups.map(({ member, values }) => ({
      id: JSON.stringify(member.key),
      label: by ? nameMember(by, member, programme, locale) : short,
      tone: by ? toneOf(by, member, members, programme) : { hue: 'neutral', step: 0 },
      values,
    })),
    values: formatOf(measure, locale),
    locale,
  };
}

/** The cell behind a group, or null where there is none. */
export function spreadCell(
  input: DistributionInput,
  { series }: DistributionMark,
  by: Dimension | null,
  last: number,
): ChosenCell | null {
  const group = input.groups[series];
  if (!group) return null;
  const key = JSON.parse(group.id) as ChosenCell['members'][number];
  const members = by ? [key] : [];
  return { by: by ? [by] : [], members, time: last, label: group.label };
}

/** Links of partners as the input of a network; names of a school's own dimensions are its own. */
export function toNetworkInput(
  { partners, others, links }: PartnerLinks,
  side: Dimension,
  own: readonly string[],
  { measure, grain, last, programme, locale }: BesideDrawing,
): NetworkInput {
  const weighs = linkWeight(measure) ?? 'events';
  const nodes = (dimension: Dimension, list: typeof partners) => {
    const labels = list.map((member) => nameMember(dimension, member, programme, locale));
    const short = shortNames(labels);
    return list.map((member, index): NetworkNode => ({
      id: JSON.stringify(member.key),
      label: labels[index] ?? '',
      short: short[index] ?? '',
      tone:
        dimension === 'partner'
          ? { hue: 'neutral', step: 0 }
          : toneOf(dimension, member, list, programme),
    }));
  };
  const placesOf = (list: typeof partners) => new Map(list.map(({ key }, index) => [key, index]));
  const [from, to] = [placesOf(partners), placesOf(others)];
  const name = nameDimension(side, own, locale);
  return {
    name: locale.t.screens.explore.linksTitle[weighs],
    weighs,
    period: nameTime(last, grain, programme, locale),
    otherName: name.charAt(0).toUpperCase() + name.slice(1),
    partners: nodes('partner', partners),
    others: nodes(side, others),
    links: links.map(({ partner, other, weight }) => ({
      partner: from.get(partner) ?? -1,
      other: to.get(other) ?? -1,
      weight,
    })),
    values: formatOf(measure, locale),
    locale,
  };
}

/** The cell behind a node or a link, or null where the measure cannot be asked for it. */
export function linkCell(
  input: NetworkInput,
  { partner, other }: NetworkMark,
  side: Dimension,
  last: number,
): ChosenCell | null {
  const ends = [
    { dimension: 'partner' as const, node: input.partners[partner ?? -1] },
    { dimension: side, node: input.others[other ?? -1] },
  ].filter(({ node }) => node !== undefined);
  const isAsked = ends.every(
    ({ dimension }) => dimension !== 'partner' || input.weighs === 'participations',
  );
  if (ends.length === 0 || !isAsked) return null;
  return {
    by: ends.map(({ dimension }) => dimension),
    members: ends.map(
      ({ node }) => JSON.parse(node?.id ?? 'null') as ChosenCell['members'][number],
    ),
    time: last,
    label: ends.map(({ node }) => node?.label).join(' · '),
  };
}

/** Days with events as a calendar of school years, the latest first, up to the year of the last time. */
export function toCalendarInput(
  days: readonly EventDay[],
  { measure, grain, last, programme, locale }: BesideDrawing,
): CalendarInput {
  const lastYear = schoolYearOf(last, grain, programme) ?? Infinity;
  const years = schoolYears(programme)
    .filter((year) => year <= lastYear)
    .flatMap((year): CalendarYear[] => {
      const own = days.filter(({ date }) => `${year}-07-01` <= date && date < `${year + 1}-07-01`);
      if (own.length === 0) return [];
      const terms = programme.periods.filter(({ schoolYear }) => schoolYear === year);
      const starts = [...terms.map(({ starts: day }) => day), own[0]?.date ?? ''].sort();
      const ends = [...terms.map(({ ends: day }) => day), own.at(-1)?.date ?? ''].sort();
      return [
        {
          label: locale.t.screens.schoolYear(locale.format.schoolYear(year)),
          first: starts[0] ?? '',
          last: ends.at(-1) ?? '',
          terms,
          days: own,
        },
      ];
    });
  return {
    name: locale.t.screens.explore.calendarTitle,
    years: years.slice(-mostYears).reverse(),
    values: formatOf(measure, locale),
    locale,
  };
}
