import type { Locale } from '#lib/i18n/locale.ts';
import type { FactCode, Side } from '#lib/ingest/star/matches/match.ts';
import type { Provenance } from '#lib/model/provenance.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { LedgerImport } from '#lib/journal/ledger.ts';
import { cellName } from '#lib/sheets/preview.ts';
import { nameTime } from '#lib/workspace/naming.ts';

/** What is told of one side under one name. */
export interface SideFact {
  readonly name: string;
  readonly text: string;
}

function showFact(code: FactCode, text: string, programme: Programme, locale: Locale): string {
  const { t, format } = locale;
  switch (code) {
    case 'school-year':
      return format.schoolYear(Number(text));
    case 'sex':
      return text === 'm' || text === 'f' ? t.screens.records.sexes[text] : text;
    case 'patronymic':
      return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    case 'block':
      return t.screens.block(text);
    case 'date':
      return text
        .split('/')
        .map((day) => format.date(day))
        .join('–');
    case 'period': {
      const time = programme.periods.findIndex(
        ({ schoolYear, term }) => `${schoolYear}.${term}` === text,
      );
      return time < 0 ? text : nameTime(time, 'term', programme, locale);
    }
    default:
      return text;
  }
}

/** The facts of a side, those of one sort together. */
export function listFacts({ facts }: Side, programme: Programme, locale: Locale): SideFact[] {
  const texts = new Map<FactCode, string[]>();
  for (const { code, text } of facts) {
    const shown = showFact(code, text, programme, locale);
    texts.set(code, [...(texts.get(code) ?? []), shown]);
  }
  return [...texts].map(([code, shown]) => ({
    name: locale.t.matching.facts[code],
    text: shown.join(', '),
  }));
}

/** A place of a source in words: «Участие.xlsx · лист 2 · A12»; without a column, the row. */
export function namePlace(
  { importId, sheet, row, column }: Provenance,
  imports: readonly LedgerImport[],
  { t }: Locale,
): string {
  const words = t.matching.matches;
  const entry = imports.find((one) => one.importId === importId)?.entry;
  const [only, ...others] = new Set(entry?.tables.map((table) => table.sheet));
  const named = others.length === 0 && only ? words.sheet(`«${only}»`) : '';
  return words.place(
    entry?.source.name ?? '',
    sheet === 0 ? named : words.sheet(sheet + 1),
    column === null ? words.row(row + 1) : cellName(row, column),
  );
}
