import type { SandboxAnswer, SandboxColumn } from '#lib/engine/sandbox.ts';
import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { InSchool } from '#lib/model/in-school.ts';

type Value = SandboxColumn['values'][number] | undefined;

/** What the values of a column are, for those who read them. */
export type ValueKind = keyof Catalogue['console']['kinds'];

/** The kind of values that a type of DuckDB holds. */
export function kindOf(type: string): ValueKind {
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return 'whole';
  if (/^(?:DOUBLE|FLOAT|DECIMAL\(.*\))$/.test(type)) return 'number';
  if (/^(?:VARCHAR|ENUM\(.*\)|UUID)$/.test(type)) return 'text';
  if (type === 'DATE') return 'date';
  if (type.startsWith('TIMESTAMP')) return 'moment';
  return type === 'BOOLEAN' ? 'truth' : 'other';
}

/** Says whether the values of a kind are numbers. */
export function isNumeric(kind: ValueKind): boolean {
  return kind === 'whole' || kind === 'number';
}

const isoDate = /^\d{4}-\d\d-\d\d$/;
const longest = 400;

function decimal(value: number, language: Locale['language']): string {
  const text = String(value);
  return language === 'ru' ? text.replace('.', ',') : text;
}

/** A value as a cell shows it; numbers are not grouped, since a number may be a year or a key. */
export function showValue(value: Value, kind: ValueKind, { t, format, language }: Locale): string {
  if (value === null || value === undefined) return t.console.unknown;
  if (typeof value === 'boolean') return value ? t.console.yes : t.console.no;
  if (typeof value === 'number') {
    const short = kind === 'number' ? Number(value.toPrecision(12)) : value;
    return decimal(short, language).replace('-', '\u2212');
  }
  if (kind === 'date' && isoDate.test(value)) return format.date(value);
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

/** A value as another program reads it: no formula, numbers with the decimal sign of the language. */
function plainValue(value: Value, { t, language }: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? t.console.yes : t.console.no;
  if (typeof value === 'number') return decimal(value, language);
  // A spreadsheet takes a text that begins so for a formula and runs it.
  return /^[=+\-@\t\r\n|]/.test(value) ? `'${value}` : value;
}

function written(
  { columns, length }: InSchool<SandboxAnswer>,
  locale: Locale,
  separator: string,
  lineEnd: string,
): string {
  const quote = (text: string): string =>
    /["\r\n\t;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [
    quote(locale.t.saving.caution),
    '',
    columns.map(({ name }) => quote(plainValue(name, locale))).join(separator),
  ];
  for (let row = 0; row < length; row += 1) {
    const cells = columns.map(({ values }) => quote(plainValue(values[row], locale)));
    lines.push(cells.join(separator));
  }
  return lines.join(lineEnd) + lineEnd;
}

/**
 * An answer under the caution that goes with it, as CSV (RFC 4180) that spreadsheet programs of the language open by a double
 * click: UTF-8 with its mark.
 */
export function toCsv(answer: InSchool<SandboxAnswer>, locale: Locale): string {
  return `\ufeff${written(answer, locale, locale.language === 'ru' ? ';' : ',', '\r\n')}`;
}

/** An answer under the caution that goes with it, as the clipboard hands it to a spreadsheet: cells apart by tabs. */
export function toClipboard(answer: InSchool<SandboxAnswer>, locale: Locale): string {
  return written(answer, locale, '\t', '\n');
}
