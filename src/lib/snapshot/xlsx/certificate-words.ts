import type { Locale } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '../document.ts';

/** What the audit of a snapshot found, in sentences: what is hidden, what was checked, by which rules, and what no check can know. */
export function certificateSentences(
  { certificate }: SnapshotDocument,
  { t, format }: Locale,
): string[] {
  const { about } = t.snapshotOffice;
  const { statements, sensitive, narrowest, numbers, primary, secondary, rules } = certificate;
  const number = (value: number) => format.number(value);
  return [
    primary + secondary > 0
      ? about.hidden(number(primary), number(secondary), number(numbers))
      : about.nothingHidden(number(numbers)),
    sensitive > 0 && narrowest !== null
      ? about.checked(number(statements), number(sensitive), number(narrowest))
      : about.nothingSensitive(number(statements)),
    about.least(number(rules.least), number(rules.leastAssessed)) +
      (rules.zeros ? ` ${about.zeros}` : ''),
    about.limits,
  ];
}
