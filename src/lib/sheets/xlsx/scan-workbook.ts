import type { Sheet } from '#lib/model/sheet.ts';
import type { ArchiveEntry } from '../archive.ts';
import { largestContent } from '../content.ts';
import { planBook, type PlannedSheet } from './book-plan.ts';
import type { SharedParts } from './cell-values.ts';
import { Package } from './package.ts';
import { readPart } from './part-window.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';

function sheetOf(planned: PlannedSheet, scanner: SheetScanner | null): Sheet {
  const rows = scanner?.rows ?? [];
  return {
    name: planned.name,
    hidden: planned.hidden,
    rows,
    merges: (scanner?.merges ?? [])
      .filter(({ top, left, bottom, right }) => top < rows.length && (bottom > top || right > left))
      .map((range) => ({ ...range, bottom: Math.min(range.bottom, rows.length - 1) })),
    hiddenRows: (scanner?.hiddenRows ?? []).filter((row) => row < rows.length),
    hiddenColumns: scanner?.hiddenColumns ?? [],
  };
}

/**
 * The sheets of an Office Open XML workbook, scanned while they are inflated. Throws NotScannable at anything out of the ordinary, and
 * TooLargeError when the parts unfold to more than can be held, whatever the directory of the archive says.
 */
export function scanWorkbook(
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  onProgress: (fraction: number) => void,
): Sheet[] {
  const plan = planBook(new Package(bytes, entries));
  const parts = [plan.strings, ...plan.sheets.map(({ part }) => part)];
  const total = parts.reduce((sum, part) => sum + (part?.packed ?? 0), 0) || 1;
  let before = 0;
  let left = largestContent;
  const shareOf = (part: ArchiveEntry) => (share: number) =>
    onProgress(Math.min(1, (before + share * part.packed) / total));
  const { strings: stringsPart, dateStyles, date1904 } = plan;
  const strings = stringsPart
    ? readSharedStrings(bytes, stringsPart, left, shareOf(stringsPart))
    : [];
  before += stringsPart?.packed ?? 0;
  left -= stringsPart?.size ?? 0;
  const shared: SharedParts = { strings, dateStyles, date1904 };
  let cells = 0;
  return plan.sheets.map((planned) => {
    const { part } = planned;
    if (!part) return sheetOf(planned, null);
    const scanner = new SheetScanner(shared, cells);
    let taken = 0;
    readPart(
      bytes,
      part,
      left,
      (window, isLast) => {
        const done = scanner.read(window, isLast);
        taken += done;
        return done;
      },
      shareOf(part),
    );
    left -= taken;
    before += part.packed;
    ({ cells } = scanner);
    return sheetOf(planned, scanner);
  });
}
