import type { HiddenLines } from '../hidden-lines.ts';

const rowHeader = 0x0000;
const columnSpan = 0x003c;
const link = 0x01ee;
const mostColumns = 16_384;

/** A sheet of a binary workbook (MS-XLSB) without the records that make a reader fill whole ranges, and its hidden lines. */
export interface SiftedSheet {
  readonly part: Uint8Array;
  readonly hidden: HiddenLines;
}

/**
 * Takes descriptions of columns and hyperlinks out of a sheet's records: both name ranges that may be endless, and a reader makes an
 * object for each place in them. What they and the headers of rows say of hidden lines is kept.
 */
export function siftSheet(part: Uint8Array): SiftedSheet {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const rows: number[] = [];
  const columns: number[] = [];
  const kept = new Uint8Array(part.length);
  let length = 0;
  for (let at = 0; at < part.length;) {
    const start = at;
    let type = part[at] ?? 0;
    at += 1;
    if (type & 0x80) {
      type = (type & 0x7f) | (((part[at] ?? 0) & 0x7f) << 7);
      at += 1;
    }
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = part[at] ?? 0;
      at += 1;
      size |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) break;
    }
    const end = Math.min(at + size, part.length);
    if (type === rowHeader && size >= 12 && end === at + size) {
      if (view.getUint8(at + 11) & 0x10) rows.push(view.getUint32(at, true));
    } else if (type === columnSpan && size >= 18 && end === at + size) {
      const last = Math.min(view.getUint32(at + 4, true), mostColumns - 1);
      const isHidden = (view.getUint16(at + 16, true) & 1) === 1;
      for (let column = view.getUint32(at, true); isHidden && column <= last; column += 1) {
        columns.push(column);
      }
    }
    if (type !== columnSpan && type !== link) {
      kept.set(part.subarray(start, end), length);
      length += end - start;
    }
    at = end;
  }
  return { part: kept.subarray(0, length), hidden: { rows, columns } };
}
