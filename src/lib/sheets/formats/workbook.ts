import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import type { CellRange, CellValue, Sheet } from '#lib/model/sheet.ts';
import type { HiddenLines } from '../hidden-lines.ts';
import { assertCells, assertPlace } from '../cell-limits.ts';
import { isDateFormat } from '../number-format.ts';
import { cellOfSerial } from '../serial-date.ts';

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

const noCells: readonly CellValue[] = [];

function valueOf(cell: CellObject, date1904: boolean): CellValue {
  const { v } = cell;
  switch (cell.t) {
    case 'n': {
      if (typeof v !== 'number') return null;
      if (!Number.isFinite(v)) return { error: '#NUM!' };
      const format = cell.z;
      if (typeof format !== 'string' || !isDateFormat(format)) return v;
      return cellOfSerial(v, date1904);
    }
    case 's':
      return typeof v === 'string' && v.trim() !== '' ? v : null;
    case 'b':
      return Boolean(v);
    case 'e':
      return {
        error: (typeof v === 'number' ? errors[v] : undefined) ?? String(cell.w ?? v ?? '#N/A'),
      };
    case 'd':
      return v instanceof Date ? { date: v.toISOString().slice(0, 10) } : String(v ?? '');
    default:
      return null;
  }
}

/** One row of cells; only the cells that exist are visited, so that a far cell costs one entry. */
function rowOf(
  source: readonly (CellObject | undefined)[],
  rowIndex: number,
  date1904: boolean,
): readonly CellValue[] {
  const row: CellValue[] = [];
  const visit = (cell: CellObject | undefined, column: number) => {
    if (!cell) return;
    const value = valueOf(cell, date1904);
    if (value === null) return;
    assertPlace(rowIndex, column);
    while (row.length < column) row.push(null);
    row[column] = value;
  };
  if (source.length <= 1024)
    for (let column = 0; column < source.length; column += 1) visit(source[column], column);
  else source.forEach(visit);
  return row.length === 0 ? noCells : row;
}

function rangesOf(merges: readonly Range[] | undefined, rows: number): CellRange[] {
  return (merges ?? [])
    .filter(({ s, e }) => s.r < rows && (e.r > s.r || e.c > s.c))
    .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: Math.min(e.r, rows - 1), right: e.c }));
}

function hiddenOf(lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  lines?.forEach((line, index) => {
    if (line?.hidden) hidden.push(index);
  });
  return hidden;
}

function isChart(sheet: WorkSheet): boolean {
  return sheet['!type'] === 'chart';
}

/**
 * The sheets of a workbook that was read with dense cells and number formats. What a sheet claims as its range is ignored: rows
 * end with the last filled one. Throws when a sheet could not be parsed or more cells are filled than can be held.
 */
export function sheetsOf(
  workbook: WorkBook,
  hiddenOfSheet: (index: number) => HiddenLines | undefined,
  onProgress: (fraction: number) => void,
): Sheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  let cells = 0;
  return workbook.SheetNames.map((name, index) => {
    const source = workbook.Sheets[name];
    // The reader leaves out a sheet that it cannot parse; its rows must not vanish in silence.
    if (!source) throw new Error(`sheet ${index + 1} is damaged: ${name}`);
    const states = workbook.Workbook?.Sheets?.[index];
    const hidden = (states?.Hidden ?? 0) !== 0;
    const rows: (readonly CellValue[])[] = [];
    const grid = isChart(source) ? [] : (source['!data'] ?? []);
    grid.forEach((line: readonly (CellObject | undefined)[] | undefined, rowIndex: number) => {
      const row = line ? rowOf(line, rowIndex, date1904) : noCells;
      if (row.length === 0) return;
      cells += row.length;
      assertCells(cells);
      while (rows.length < rowIndex) rows.push(noCells);
      rows[rowIndex] = row;
    });
    onProgress((index + 1) / workbook.SheetNames.length);
    const lines = hiddenOfSheet(index);
    return {
      name,
      hidden,
      rows,
      merges: rangesOf(source['!merges'], rows.length),
      hiddenRows: (lines?.rows ?? hiddenOf(source['!rows'])).filter((row) => row < rows.length),
      hiddenColumns: lines?.columns ?? hiddenOf(source['!cols']),
    };
  });
}
