import type { Locale } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '../document.ts';
import { escapeText } from './escape.ts';
import { writtenDay } from './written-day.ts';

function paragraph(text: string): string {
  return `<p>${escapeText(text)}</p>\n`;
}

function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escapeText(item)}</li>`).join('\n')}\n</ul>\n`;
}

function hiddenMarkup({ certificate }: SnapshotDocument, { t, format }: Locale): string {
  const words = t.snapshotFile.certificate;
  const { numbers, primary, secondary } = certificate;
  const all = format.number(numbers);
  if (primary + secondary === 0) return paragraph(words.allOpen(numbers, all));
  return (
    paragraph(words.hidden(numbers, all, format.number(primary + secondary))) +
    list([words.primary(format.number(primary)), words.secondary(format.number(secondary))])
  );
}

function auditMarkup({ certificate }: SnapshotDocument, { t, format }: Locale): string {
  const words = t.snapshotFile.certificate;
  const { statements, sensitive, narrowest } = certificate;
  return [
    words.statements(statements, format.number(statements)),
    sensitive === 0 ? words.noSensitive : words.sensitive(sensitive, format.number(sensitive)),
    narrowest === null ? '' : words.narrowest(narrowest, format.number(narrowest)),
    words.caution,
  ]
    .filter((text) => text !== '')
    .map(paragraph)
    .join('');
}

function rulesMarkup({ certificate: { rules } }: SnapshotDocument, { t, format }: Locale): string {
  const words = t.snapshotFile.certificate;
  return list([
    words.least(rules.least, format.number(rules.least)),
    words.leastAssessed(rules.leastAssessed, format.number(rules.leastAssessed)),
    rules.zeros ? words.zeros : words.noZeros,
    words.width(format.number(rules.width)),
  ]);
}

function sourcesOf({ sources }: SnapshotDocument, { t, format }: Locale): string[] {
  const words = t.snapshotFile.certificate;
  if (sources.length === 0) return [words.noSources];
  const named = sources.flatMap(({ name, sha256 }) =>
    name !== null && sha256 !== null ? [words.source(name, sha256)] : (name ?? sha256 ?? []),
  );
  const nameless = sources.length - named.length;
  const all = [
    ...named,
    ...(nameless > 0 ? [words.namelessSources(nameless, format.number(nameless))] : []),
  ];
  // Names alone are short: one after the other they take a few lines instead of a page.
  return sources.some(({ sha256 }) => sha256 !== null) ? all : [all.join('; ')];
}

/** How a snapshot was made and checked, in plain words; `hash` is that of its content. */
export function certificateMarkup(document: SnapshotDocument, hash: string, locale: Locale) {
  const { language, t } = locale;
  const words = t.snapshotFile.certificate;
  const { certificate, programme } = document;
  const facts: [string, readonly string[]][] = [
    [words.school, [document.school]],
    [words.period, [document.period[language]]],
    [words.dataDay, [writtenDay(document.dataDay, locale)]],
    [words.madeOn, [writtenDay(document.madeOn, locale)]],
    [words.programme, [programme.name[language]]],
    [words.programmeHash, [programme.sha256]],
    [words.sources, sourcesOf(document, locale)],
    [words.earlier, certificate.earlier.length === 0 ? [words.noEarlier] : certificate.earlier],
    [words.worlds, [certificate.worlds]],
    [words.content, [hash]],
  ];
  const told = facts.filter(([, values]) => values.some((value) => value.trim() !== ''));
  const rows = told.map(
    ([name, values]) =>
      `<dt>${escapeText(name)}</dt>${values.map((one) => `<dd>${escapeText(one)}</dd>`).join('')}`,
  );
  return [
    hiddenMarkup(document, locale),
    `<h3>${escapeText(words.rules)}</h3>\n`,
    rulesMarkup(document, locale),
    `<h3>${escapeText(words.audit)}</h3>\n`,
    auditMarkup(document, locale),
    `<h3>${escapeText(words.made)}</h3>\n`,
    paragraph(words.method),
    `<dl>\n${rows.join('\n')}\n</dl>\n`,
  ].join('');
}
