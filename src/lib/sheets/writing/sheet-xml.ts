import { columnName } from '../preview.ts';
import { serialOfDate } from '../serial-date.ts';
import type { WrittenCell, WrittenSheet } from './written-sheet.ts';
import { styleOf } from './cell-styles.ts';
import type { Note } from './notes.ts';
import { escapeXml } from './xml-escape.ts';

const longestText = 32_767;
const mostRows = 1_048_576;
const mostColumns = 16_384;
const widestColumn = 255;
/** Height in points of a line of text. */
const lineHeight = 15;

function shortened(text: string): string {
  const joined = text.replace(/\r\n?/g, '\n');
  if (joined.length <= longestText) return joined;
  return `${joined.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function textXml(place: string, text: string, mark: WrittenCell['mark']): string {
  const style = styleOf(mark, 'text');
  if (text === '') return `<c ${place} s="${style}"/>`;
  return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shortened(text))}</t></is></c>`;
}

function cellXml(address: string, { value, mark, decimals }: WrittenCell): string {
  const place = `r="${address}"`;
  if (value === null) {
    return mark === undefined ? '' : `<c ${place} s="${styleOf(mark, 'general')}"/>`;
  }
  if (typeof value === 'string') return textXml(place, value, mark);
  if (typeof value === 'boolean') {
    return `<c ${place} s="${styleOf(mark, 'general')}" t="b"><v>${value ? 1 : 0}</v></c>`;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return textXml(place, String(value), mark);
    const format = decimals === undefined ? 'general' : (`decimals-${decimals}` as const);
    return `<c ${place} s="${styleOf(mark, format)}"><v>${value}</v></c>`;
  }
  const serial = serialOfDate(value.date);
  if (serial === null) return textXml(place, value.date, mark);
  const style = styleOf(mark, Number.isInteger(serial) ? 'date' : 'moment');
  return `<c ${place} s="${style}"><v>${serial}</v></c>`;
}

function columnsXml(columns: WrittenSheet['columns']): string {
  if (columns.length === 0) return '';
  const cols = columns.map(({ width }, index) => {
    const shown = Math.min(widestColumn, Math.max(1, width));
    return `<col min="${index + 1}" max="${index + 1}" width="${shown}" customWidth="1"/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}

function viewXml(frozenRows: number): string {
  if (frozenRows <= 0) return '';
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView></sheetViews>`;
}

/** The part of one sheet and the notes on its cells; throws when it has more rows or columns than a sheet can hold. */
export function sheetXml(sheet: WrittenSheet): {
  readonly xml: string;
  readonly notes: readonly Note[];
} {
  if (sheet.rows.length > mostRows || sheet.columns.length > mostColumns) {
    throw new RangeError(`a sheet of ${sheet.rows.length} rows`);
  }
  const notes: Note[] = [];
  const rows = sheet.rows.map((cells, row) => {
    if (cells.length > mostColumns) throw new RangeError(`a row of ${cells.length} cells`);
    const parts = cells.map((cell, column) => {
      const address = `${columnName(column)}${row + 1}`;
      if (cell.note !== undefined && cell.note !== '') {
        notes.push({ row, column, address, text: shortened(cell.note) });
      }
      return cellXml(address, cell);
    });
    const lines = sheet.rowLines?.[row] ?? 1;
    // Not every program finds the height of wrapped text by itself.
    const height = lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : '';
    return `<row r="${row + 1}"${height}>${parts.join('')}</row>`;
  });
  // Numbers kept as text are meant so: no warning triangles.
  const ignored =
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>';
  const [fitted, page] = sheet.isOnePageWide
    ? [
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>',
      ]
    : ['', ''];
  const xml =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    fitted +
    viewXml(sheet.frozenRows) +
    columnsXml(sheet.columns) +
    `<sheetData>${rows.join('')}</sheetData>${page}${ignored}` +
    (notes.length > 0 ? '<legacyDrawing r:id="boxes"/>' : '') +
    '</worksheet>';
  return { xml, notes };
}
