import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameTime } from '../naming.ts';
import { draftLimits } from './draft.ts';
import { templateNames, type TemplateName } from './templates.ts';

/** The name that a draft gets from its template and a period, given by its number; null where there is none. */
export function givenName(
  template: TemplateName,
  period: number | null,
  programme: Programme,
  locale: Locale,
): string {
  const { nameOf, templates } = locale.t.council;
  const told = period === null ? '' : nameTime(period, 'term', programme, locale);
  return nameOf(templates[template].name, told).slice(0, draftLimits.name);
}

/**
 * The name of a draft in a language: as the app gives it where it stands as the app gave it in any language, else as a person
 * wrote it.
 */
export function nameIn(name: string, programme: Programme, locale: Locale): string {
  const periods = [null, ...programme.periods.keys()];
  for (const own of Object.values(locales)) {
    const { copyOf, toSnapshot } = own.t.council;
    if (name === toSnapshot.newName) return locale.t.council.toSnapshot.newName;
    const ending = copyOf('');
    if (name.length > ending.length && name.endsWith(ending)) {
      const copied = nameIn(name.slice(0, -ending.length), programme, locale);
      return locale.t.council.copyOf(copied).slice(0, draftLimits.name);
    }
    for (const template of templateNames) {
      const period = periods.find((one) => givenName(template, one, programme, own) === name);
      if (period !== undefined) return givenName(template, period, programme, locale);
    }
  }
  return name;
}
