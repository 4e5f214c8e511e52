/** @import { Cell, Sheet } from '../types.js' */
import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { utils, write } from '@e965/xlsx';
import { printDay, printTime } from '../calendar.js';

const daySeconds = 86400;

/**
 * @param {Cell} cell
 * @param {boolean} iso
 * @returns {import('@e965/xlsx').CellObject | undefined}
 */
function makeCell(cell, iso) {
  if (cell === null) return undefined;
  if (typeof cell === 'string') return cell === '' ? undefined : { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (cell.second !== undefined) {
    return { t: 'n', v: cell.day + cell.second / daySeconds, z: 'dd.mm.yyyy hh:mm:ss' };
  }
  if (!iso) return { t: 'n', v: cell.day, z: 'dd.mm.yyyy' };
  return { t: 'd', v: new Date(Date.UTC(1899, 11, 30) + cell.day * daySeconds * 1000) };
}

/** @param {Sheet} sheet @param {boolean} iso */
function makeSheet(sheet, iso) {
  /** @type {import('@e965/xlsx').WorkSheet} */
  const made = {};
  let width = 1;
  for (const [row, { cells }] of sheet.rows.entries()) {
    width = Math.max(width, cells.length);
    for (const [column, cell] of cells.entries()) {
      const object = makeCell(cell, iso);
      if (object) made[utils.encode_cell({ r: row, c: column })] = object;
    }
  }
  made['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.max(0, sheet.rows.length - 1), c: width - 1 },
  });
  made['!merges'] = sheet.merges
    .filter(({ rows, columns }) => rows > 1 || columns > 1)
    .map(({ row, column, rows, columns }) => ({
      s: { r: row, c: column },
      e: { r: row + rows - 1, c: column + columns - 1 },
    }));
  if (sheet.widths.length > 0) made['!cols'] = sheet.widths.map((wch) => ({ wch }));
  return made;
}

/** @param {Uint8Array} bytes */
function writeDatesLikeAnOffice(bytes) {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(
      /office:date-value="(\d{4})-(\d{2})-(\d{2})T00:00:00\.000Z"([^>]*)><text:p>[^<]*/g,
      'office:date-value="$1-$2-$3"$4><text:p>$3.$2.$1',
    );
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

/** @param {Uint8Array} bytes */
function packAgain(bytes) {
  const mtime = new Date(2026, 0, 1);
  const entries = Object.entries(unzipSync(bytes)).sort(([left]) => (left === 'mimetype' ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      entries.map(([path, content]) => [
        path,
        [
          path === 'content.xml' ? writeDatesLikeAnOffice(content) : content,
          { level: path === 'mimetype' ? 0 : 9, mtime },
        ],
      ]),
    ),
  );
}

/**
 * The bytes of a workbook.
 * @param {Sheet[]} sheets
 * @param {'xlsx' | 'ods' | 'biff8'} bookType
 */
export function encodeBook(sheets, bookType) {
  const book = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(
      sheets.map((sheet) => [sheet.name, makeSheet(sheet, bookType === 'ods')]),
    ),
  };
  /** @type {ArrayBuffer} */
  const written = write(book, {
    type: 'array',
    bookType,
    bookSST: true,
    cellDates: bookType === 'ods',
  });
  const bytes = new Uint8Array(written);
  return bookType === 'biff8' ? bytes : packAgain(bytes);
}

/** @param {Cell} cell */
function printCell(cell) {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell.second === undefined) return printDay(cell.day);
  return `${printDay(cell.day)} ${printTime(cell.second)}`;
}

/**
 * The bytes of a delimited text.
 * @param {Sheet} sheet
 * @param {{ delimiter: string, encoding: string, bom?: boolean, quoteAll?: boolean }} dialect
 */
export function encodeText(sheet, { delimiter, encoding, bom = false, quoteAll = false }) {
  const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
  const lines = sheet.rows.map(({ cells }) => {
    const filled = Array.from({ length: width }, (_, column) => printCell(cells[column] ?? null));
    return filled
      .map((text) => {
        const special = text.includes(delimiter) || /["\n]/.test(text);
        return special || (quoteAll && text !== '') ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(delimiter);
  });
  return new Uint8Array(iconv.encode(`${lines.join('\r\n')}\r\n`, encoding, { addBOM: bom }));
}
