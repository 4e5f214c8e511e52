import type { ValueFormat } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { IndexTerm } from '#lib/measures/index-value.ts';
import type { Goodness } from '#lib/measures/measure.ts';
import { indexPart } from '#lib/measures/registry.ts';
import type { Goalpost } from '#lib/model/programme.ts';
import type { IndexChange } from './index-history.ts';
import { formatOfMeasure } from './value-format.ts';

/** The name of a part of an index, or its own text where no measure is called so. */
export function namePart(part: string, { t }: Locale): string {
  const words: Readonly<Record<string, { readonly name: string }>> = t.measures.words;
  const others: Readonly<Record<string, string>> = t.indices.partNames;
  return words[part]?.name ?? others[part] ?? part;
}

/** How a part's values are written, or null where no measure is called so. */
export function formatPart(part: string, locale: Locale): ValueFormat | null {
  const measure = indexPart(part);
  return measure && formatOfMeasure(measure, locale);
}

/** By how much a part's goalposts are multiplied to be read: shares of one are read as per cent. */
export function scaleOfPart(part: string): number {
  return indexPart(part)?.unit === 'percent' ? 100 : 1;
}

/** A goalpost as it is read and written by people, without the tail that binary fractions leave. */
export function toRead(part: string, value: number): number {
  return Number((value * scaleOfPart(part)).toPrecision(12));
}

/** A goalpost that a person wrote, as the programme holds it. */
export function fromRead(part: string, value: number): number {
  return Number((value / scaleOfPart(part)).toPrecision(12));
}

/** What is odd about the direction of a part's goalposts: none, or turned round with, or against, what is good. */
export type Turn = 'straight' | 'reversed' | 'reversed-against' | 'straight-against';

/** How the goalposts of a part lie towards what is good for its measure. */
export function turnOf(part: string, { low, high }: Goalpost): Turn {
  const better: Goodness | undefined = indexPart(part)?.better;
  if (low > high) return better === 'up' ? 'reversed-against' : 'reversed';
  return better === 'down' && low < high ? 'straight-against' : 'straight';
}

/** One change of an index as a phrase: «Охват, вес: 1 → 2». */
export function describeChange(change: IndexChange, locale: Locale): string {
  const words = locale.t.indices;
  const told = (): string => {
    if (change.field === 'aggregation') {
      return words.history.mean(words.meansShort[change.before], words.meansShort[change.after]);
    }
    const name = namePart(change.part, locale);
    if (change.field === 'part') {
      const weight = (goalpost: Goalpost) => locale.format.number(goalpost.weight, 4, false);
      return change.after
        ? words.history.added(name, weight(change.after))
        : words.history.removed(name, change.before ? weight(change.before) : '');
    }
    const { part, field } = change;
    const write = (value: number): string =>
      locale.format.number(field === 'weight' ? value : toRead(part, value), 4, false);
    return words.history.change(
      name,
      words.history.fields[change.field],
      write(change.before),
      write(change.after),
    );
  };
  return words.history.of(words.names[change.index], told());
}

/** Which parts an index stands without, and the weight it rests on; null where it is whole. */
export function missingText(terms: readonly IndexTerm[], locale: Locale): string | null {
  const { t, format } = locale;
  const missing = terms.filter(({ absence }) => absence !== null);
  if (missing.length === 0) return null;
  const present = 1 - missing.reduce((sum, { share }) => sum + share, 0);
  const names = missing.map(
    ({ part, absence }) =>
      `${namePart(part.name, locale)} (${absence ? t.charts.absence[absence] : ''})`,
  );
  return t.indices.incompleteText(names.length, format.list(names), format.percent(present, 0));
}
