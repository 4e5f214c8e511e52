import type { Locale } from '#lib/i18n/locale.ts';
import { cellName, columnName } from '#lib/sheets/preview.ts';
import type { CheckedFile, CheckedIssue, CheckedSheet, CheckedTable } from './checked-file.ts';

const shownIssues = 12;

/** One file for people: what it is, its tables with their counts, its problems with their places. */
export function summarise(file: CheckedFile, locale: Locale): string {
  const { t } = locale;
  const lines = [file.file];
  if (file.refusal) {
    lines.push(`  ${t.importing.status.refused}: ${file.refusal.words[locale.language]}`);
    return `${lines.join('\n')}\n`;
  }
  if (file.encoding !== null) lines.push(`  ${t.importing.review.encoding}: ${file.encoding}`);
  if (file.dialect !== null) {
    const { delimiter } = file.dialect;
    const shown = delimiter === '\t' ? t.importing.review.tab : `«${delimiter}»`;
    lines.push(`  ${t.importing.review.dialect}: ${shown}`);
  }
  const tables = file.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  if (tables.length === 0) lines.push(`  ${t.issues.sentences['file-no-table']({})}`);
  for (const { sheet, table } of tables) lines.push(...tableLines(sheet, table, locale));
  return `${lines.join('\n')}\n`;
}

function tableLines(sheet: CheckedSheet, table: CheckedTable, locale: Locale): string[] {
  const { t, format } = locale;
  const { review, sum } = t.importing;
  const [top, left, bottom, right] = table.range;
  const range = `${cellName(top, left)}:${cellName(bottom, right)}`;
  const kind = table.kind === 'unknown' ? review.unknownKind : t.issues.kinds[table.kind];
  const aside = Object.entries(table.setAside) as [keyof typeof t.issues.setAside, number][];
  const asideCount = aside.reduce((all, [, count]) => all + count, 0);
  const counts = [
    `${sum.read} ${format.number(table.accepted + table.quarantined + asideCount)}`,
    `${sum.accepted} ${format.number(table.accepted)}`,
    `${sum.quarantined} ${format.number(table.quarantined)}`,
  ];
  if (asideCount > 0) {
    const rules = aside.map(
      ([rule, count]) => `${t.issues.setAside[rule]} ${format.number(count)}`,
    );
    counts.push(`${sum.setAside} ${format.number(asideCount)} (${rules.join(', ')})`);
  }
  return [
    `  ${review.tableName(sheet.name, range)}: ${kind}`,
    `    ${counts.join(' · ')}`,
    ...columnLines(table, locale),
    ...issueLines(table.issues, locale),
  ];
}

function columnLines(table: CheckedTable, { t }: Locale): string[] {
  const names: Readonly<Record<string, string>> = t.issues.fields;
  return table.mapping
    .filter(({ field }) => field !== null)
    .map(({ column, heading, field }) => {
      const name = names[field ?? ''] ?? field ?? '';
      return `    ${columnName(column)} «${heading}» → ${name}`;
    });
}

function issueLines(issues: readonly CheckedIssue[], { t, format, language }: Locale): string[] {
  const { review } = t.importing;
  if (issues.length === 0) return [`    ${review.noIssues}`];
  const count = review.issueCount(issues.length, format.number(issues.length));
  const lines = issues
    .slice(0, shownIssues)
    .map(({ cell, words }) => `      ${cell === null ? '' : `${cell}: `}${words[language]}`);
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`      ${review.moreIssues(rest)}`);
  return [`    ${count}:`, ...lines];
}
