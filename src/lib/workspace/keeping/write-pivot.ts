import type { Published } from '#lib/disclosure/published.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { InSchool } from '#lib/model/in-school.ts';
import { writeWorkbook, type WrittenSheet } from '#lib/sheets/write-workbook.ts';
import { pivotToClipboard, pivotToCsv, pivotToSheet, type WrittenPivot } from '../pivot-writing.ts';

/** The kinds of files that a pivot can be saved as. */
export const pivotKinds = ['xlsx', 'csv'] as const;

/** The kinds of files that a pivot can be saved as. */
export type PivotKind = (typeof pivotKinds)[number];

/** A line of what goes with the numbers of a pivot: what it is, and what it says. */
export type PivotAbout = readonly [head: string, text: string];

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const satisfies Record<PivotKind, string>;

function aboutSheet(about: readonly PivotAbout[], { t }: Locale): WrittenSheet {
  return {
    name: t.saving.sheets.about,
    columns: [{ width: 24 }, { width: 90 }],
    rows: about.map(([head, value]) => [{ value: head, mark: 'heading' }, { value }]),
    frozenRows: 0,
  };
}

function fileOf(
  pivot: WrittenPivot,
  kind: PivotKind,
  about: readonly PivotAbout[],
  locale: Locale,
): Blob {
  if (kind === 'csv') return new Blob([pivotToCsv(pivot, locale.language)], { type: types.csv });
  const sheets = [pivotToSheet(pivot, locale.t.pivot.sheetName), aboutSheet(about, locale)];
  return new Blob([writeWorkbook(sheets).slice()], { type: types.xlsx });
}

/** A pivot under the caution that goes with it. */
function cautious({ rows, headRows, names }: WrittenPivot, { t }: Locale): WrittenPivot {
  const [first = []] = rows;
  const empty = first.map(() => null);
  return {
    rows: [[t.saving.caution, ...empty.slice(1)], empty, ...rows],
    headRows: headRows + 2,
    names,
  };
}

/** The file of a pivot that may leave the school. Throws a RangeError where a sheet has no room for it. */
export function writeSharedPivot(
  pivot: Published<WrittenPivot>,
  kind: PivotKind,
  about: readonly PivotAbout[],
  locale: Locale,
): Blob {
  return fileOf(pivot, kind, about, locale);
}

/** A pivot that may leave the school as the clipboard hands it on. */
export function copySharedPivot(pivot: Published<WrittenPivot>, { language }: Locale): string {
  return pivotToClipboard(pivot, language);
}

/** The file of a pivot for work inside the school, which says so. Throws a RangeError where a sheet has no room for it. */
export function writeInnerPivot(
  pivot: InSchool<WrittenPivot>,
  kind: PivotKind,
  about: readonly PivotAbout[],
  locale: Locale,
): Blob {
  return fileOf(cautious(pivot, locale), kind, about, locale);
}

/** A pivot for work inside the school, which says so, as the clipboard hands it on. */
export function copyInnerPivot(pivot: InSchool<WrittenPivot>, locale: Locale): string {
  return pivotToClipboard(cautious(pivot, locale), locale.language);
}
