import type { PictureWords } from '#lib/charts/saving/picture-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { nameDimension, nameMember, nameTime } from './naming.ts';

/** What a picture of a measure says on its panel. */
export interface Panelled {
  readonly title: string;
  readonly subtitle: string;
  /** Name of the measure with what it is divided by: «Охват по блокам». */
  readonly subject: string;
  readonly measure: string;
  readonly source: string | undefined;
  readonly selection: Selection;
  /** Name of a span that is taken together; null where the picture speaks of single times. */
  readonly span: string | null;
  /** The last time that is looked at; null where there is none. */
  readonly last: number | null;
  readonly grain: Grain;
}

/** What names are found in. */
export interface NamedIn {
  readonly programme: Programme;
  readonly own: readonly string[];
  /** Names of members that only the data tell, such as partners, by dimension and key. */
  readonly nameOf?: (dimension: string, key: string | number) => string | null;
  readonly locale: Locale;
}

/** A selection in words: «блок: Блок II; класс: кроме: 5А». */
export function selectionWords(
  selection: Selection,
  { programme, own, nameOf, locale }: NamedIn,
): string {
  return selection
    .map(({ dimension, values, excluded }) => {
      const names = values.map((key) =>
        nameMember(dimension, { key, name: nameOf?.(dimension, key) ?? null }, programme, locale),
      );
      const text = locale.format.list(names);
      const lead = locale.t.charts.seriesColon(nameDimension(dimension, own, locale));
      return lead + (excluded ? locale.t.boards.except(text) : text);
    })
    .join('; ');
}

/** «2025/26 IV», «I полуг. 2025/26», or the school year alone: how a time is called in the name of a file. */
function timeInName(last: number | null, grain: Grain, { programme, locale }: NamedIn): string {
  const { format } = locale;
  if (last === null) return '';
  if (grain === 'year') return format.schoolYear(last);
  if (grain === 'half') return nameTime(last, grain, programme, locale, 'short');
  const period = programme.periods[last];
  return period ? `${format.schoolYear(period.schoolYear)} ${format.roman(period.term)}` : '';
}

/** What a picture says of itself when it is saved or copied. */
export function pictureWords(
  { title, subtitle, subject, measure, source, selection, span, last, grain }: Panelled,
  named: NamedIn,
): PictureWords {
  return {
    title,
    subtitle,
    measure,
    selection: selectionWords(selection, named),
    period: span ?? (last === null ? '' : nameTime(last, grain, named.programme, named.locale)),
    source: source ?? '',
    name: [subject, span ?? timeInName(last, grain, named)],
  };
}
