import type { CellValue } from '#lib/model/sheet.ts';

/** A number as plain digits without an exponent; a decimal point; at most fifteen significant digits, as workbooks show. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = String(Number(value.toPrecision(15)));
  if (!short.includes('e')) return short;
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });
}

/** «2025-09-01T12:30:00» as people write it: «01.09.2025 12:30:00». */
export function plainDate(iso: string): string {
  const [date = '', time] = iso.split('T');
  const [year, month, day] = date.split('-');
  if (day === undefined) return iso;
  return `${day}.${month}.${year}${time === undefined ? '' : ` ${time}`}`;
}

/**
 * A cell as text: ends trimmed, every run of white space one space, numbers without an exponent, dates as «dd.mm.yyyy», an error
 * by its name; null for a blank cell.
 */
export function readText(cell: CellValue): string | null {
  switch (typeof cell) {
    case 'string': {
      const text = /[^\S ]| {2}|^ | $/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell;
      return text === '' ? null : text;
    }
    case 'number':
      return plainNumber(cell);
    case 'boolean':
      return String(cell);
    default:
      if (cell === null) return null;
      return 'date' in cell ? plainDate(cell.date) : cell.error;
  }
}

/** True when a cell holds nothing that can be seen. */
export function isBlank(cell: CellValue | undefined): boolean {
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  const first = cell.charCodeAt(0);
  // Nearly every text begins with a letter or a digit; white space lies outside of these ranges.
  if ((first > 0x20 && first < 0x80) || (first > 0xa0 && first < 0x1680)) return false;
  return cell.trim() === '';
}
