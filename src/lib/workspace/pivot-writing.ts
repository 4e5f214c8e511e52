import { cellAt } from '#lib/analysis/pivot-table.ts';
import { measures } from '#lib/measures/registry.ts';
import type { ShownLine } from '#lib/tables/pivot-lines.ts';
import type { WrittenCell, WrittenSheet } from '#lib/sheets/write-workbook.ts';
import { nameField, namePath } from './pivot-names.ts';
import { absenceWords, estimateOf, intervalWords, type PivotPicture } from './pivot-picture.ts';

/** A pivot as rows of cells, as it is shown: names along the rows, then numbers as they are rounded on the screen, in their unit. */
export interface WrittenPivot {
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly headRows: number;
  /** How many columns of names stand before the numbers. */
  readonly names: number;
}

/** The number that a text shows: it is written with its language's signs. */
function numberIn(text: string, language: 'ru' | 'en'): number {
  const plain = text.replace(/[\s\u00a0\u202f+]/g, '').replace('\u2212', '-');
  return Number(language === 'ru' ? plain.replace(',', '.') : plain.replaceAll(',', ''));
}

function cellValue(picture: PivotPicture, line: string, column: number): string | number | null {
  const { table, naming, parts, paths, subjects } = picture;
  const part = parts[column];
  const row = paths.get(line);
  const subject = part && subjects[part.measure];
  if (!part || !row || !subject) return null;
  const cell = cellAt(table, part.measure, row, part.path);
  const estimate = estimateOf(cell);
  if (!estimate) return part.part === 'value' ? absenceWords(cell, naming) : null;
  if (part.part === 'n') return estimate.n;
  if (part.part === 'interval') return intervalWords(subject, estimate);
  return numberIn(subject.values.bare(estimate.value), naming.locale.language);
}

/** Writes out what is shown: the open rows in their order and the open columns. */
export function writePivotRows(picture: PivotPicture, lines: readonly ShownLine[]): WrittenPivot {
  const { table, naming, parts, sheet, paths } = picture;
  const { spec } = table;
  const { pivot } = naming.locale.t;
  const names = Math.max(1, spec.rows.length);
  const depth = spec.columns.length;
  const heads = Array.from({ length: depth + 1 }, (_, row) => [
    ...Array.from({ length: names }, (__, at) => {
      const field = spec.rows[at];
      return row === depth && field ? nameField(field, naming) : '';
    }),
    ...parts.map(({ path, names: along, measure, part }) => {
      if (row < depth) return along[row] ?? (row === path.length ? pivot.whole : '');
      const subject = picture.subjects[measure];
      const id = spec.measures[measure];
      const isCount = id !== undefined && measures[id].kind === 'count';
      const unit = subject?.values.unit && !isCount ? `, ${subject.values.unit}` : '';
      const own = `${subject?.name ?? ''}${unit}`;
      return part === 'value' ? own : `${own}: ${pivot.parts[part]}`;
    }),
  ]);
  const body = lines.map(({ line }) => {
    const path = paths.get(line.id) ?? [];
    const along = namePath(table.rows, path, naming);
    return [
      ...Array.from(
        { length: names },
        (_, at) => along[at] ?? (at === along.length ? pivot.whole : ''),
      ),
      ...sheet.columns.map((_, column) => cellValue(picture, line.id, column)),
    ];
  });
  return { rows: [...heads, ...body], headRows: depth + 1, names };
}

/** A spreadsheet takes a text that begins so for a formula and runs it. */
function guarded(text: string): string {
  return /^[=+\-@\t\r\n|]/.test(text) ? `'${text}` : text;
}

function separated({ rows }: WrittenPivot, language: 'ru' | 'en', separator: string, end: string) {
  const parting = separator === '\t' ? /["\r\n\t]/ : /["\r\n\t;,]/;
  const quoted = (text: string) => (parting.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const written = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'string') return quoted(guarded(value));
    const text = String(value);
    return language === 'ru' ? text.replace('.', ',') : text;
  };
  return rows.map((row) => row.map(written).join(separator)).join(end) + end;
}

/** A pivot as the clipboard hands it to a spreadsheet: cells apart by tabs, numbers with the decimal sign of the language. */
export function pivotToClipboard(pivot: WrittenPivot, language: 'ru' | 'en'): string {
  return separated(pivot, language, '\t', '\n');
}

/** A pivot as CSV (RFC 4180) that spreadsheet programs of the language open by a double click: UTF-8 with its mark. */
export function pivotToCsv(pivot: WrittenPivot, language: 'ru' | 'en'): string {
  return `\ufeff${separated(pivot, language, language === 'ru' ? ';' : ',', '\r\n')}`;
}

/** A pivot as a sheet of a workbook, whose numbers are numbers; texts are never formulas there. */
export function pivotToSheet({ rows, headRows, names }: WrittenPivot, name: string): WrittenSheet {
  const width = (column: number): number => (column < names ? 24 : 14);
  return {
    name,
    columns: (rows[0] ?? []).map((_, column) => ({ width: width(column) })),
    rows: rows.map((row) => row.map((value): WrittenCell => ({ value }))),
    frozenRows: headRows,
  };
}
