import { Inflate } from 'fflate';
import { decodeNames } from './archive-names.ts';
import { TooLargeError } from './refusal.ts';

/** One member of a ZIP archive as its directory describes it; sizes in bytes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** What the directory of a ZIP archive says, or why it cannot be used. */
export type ArchiveReading =
  | { readonly ok: true; readonly entries: readonly ArchiveEntry[] }
  | { readonly ok: false; readonly code: 'file-truncated' | 'file-unreadable' };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const wide = 0xffffffff;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

/** ZIP64 sizes stand in an extra field, only for those fields that overflow, in this order. */
function wideFields(view: DataView, from: number, to: number, values: number[]): number[] {
  for (let at = from; at + 4 <= to;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (id === 1) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== wide || field + 8 > at + 4 + length || field + 8 > to) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      });
    }
    at += 4 + length;
  }
  return values;
}

/** The members of a ZIP archive from its central directory; an archive without its end, or that points past it, was cut. */
export function readArchive(bytes: Uint8Array): ArchiveReading {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end < 0) return { ok: false, code: 'file-truncated' };
  const size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let count = view.getUint16(end + 10, true);
  if (start === wide || count === 0xffff) {
    const locator = end - 20;
    if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) {
      if (start === wide) return { ok: false, code: 'file-unreadable' };
    } else {
      const wideEnd = Number(view.getBigUint64(locator + 8, true));
      if (wideEnd + 56 > bytes.length) return { ok: false, code: 'file-truncated' };
      count = Number(view.getBigUint64(wideEnd + 32, true));
      start = Number(view.getBigUint64(wideEnd + 48, true));
    }
  }
  // Bytes put before the archive shift every offset by the same amount.
  let shift = 0;
  if (start + 4 > bytes.length || (count > 0 && view.getUint32(start, true) !== entrySignature)) {
    shift = end - size - start;
    if (shift <= 0 || view.getUint32(start + shift, true) !== entrySignature) {
      return { ok: false, code: 'file-truncated' };
    }
  }
  const entries: Omit<ArchiveEntry, 'name'>[] = [];
  const names: { bytes: Uint8Array; isUnicode: boolean }[] = [];
  let at = start + shift;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) break;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > bytes.length) return { ok: false, code: 'file-truncated' };
    const [unpacked = 0, packed = 0, offset = 0] = wideFields(
      view,
      nameEnd,
      nameEnd + extraLength,
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    );
    names.push({ bytes: bytes.subarray(at + 46, nameEnd), isUnicode: (flags & 0x800) !== 0 });
    entries.push({
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      packed,
      size: unpacked,
      offset: offset + shift,
    });
    at = nameEnd + extraLength + commentLength;
  }
  const decoded = decodeNames(names);
  return { ok: true, entries: entries.map((entry, i) => ({ ...entry, name: decoded[i] ?? '' })) };
}

/** The packed bytes of a member; throws when it lies past the end of the archive or is packed by an unknown method. */
function packedOf(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) {
    throw new RangeError(`no member at ${entry.offset}`);
  }
  const start =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw new RangeError(`${entry.name} is cut`);
  if (entry.method !== 0 && entry.method !== 8) {
    throw new TypeError(`${entry.name} is packed by method ${entry.method}`);
  }
  return bytes.subarray(start, start + entry.packed);
}

/** Packed bytes handed over at once: even the densest of them unfold to no more than 16 MB. */
const step = 1 << 14;

/**
 * Hands the content of a member over in pieces, with the share of it that is done (0 to 1). Throws when the member is damaged
 * or unfolds to more than `limit` bytes, whatever the directory says.
 */
export function streamMember(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
  take: (piece: Uint8Array, share: number) => void,
): void {
  const packed = packedOf(bytes, entry);
  let taken = 0;
  let share = 0;
  const accept = (piece: Uint8Array) => {
    taken += piece.length;
    if (taken > limit) throw new TooLargeError(`${entry.name} is larger than ${limit} bytes`);
    if (piece.length > 0) take(piece, share);
  };
  const inflate = entry.method === 0 ? null : new Inflate(accept);
  for (let from = 0; from < packed.length; from += step) {
    const piece = packed.subarray(from, from + step);
    const isLast = from + step >= packed.length;
    share = Math.min(1, (from + step) / packed.length);
    if (inflate) inflate.push(piece, isLast);
    else accept(piece);
  }
}

/** The content of a member, never more than `limit` bytes; throws when it is damaged, or larger than allowed or than it says. */
export function extract(bytes: Uint8Array, entry: ArchiveEntry, limit: number): Uint8Array {
  if (entry.size > limit) throw new TooLargeError(`${entry.name} is larger than ${limit} bytes`);
  if (entry.method === 0) return packedOf(bytes, entry).subarray(0, entry.size);
  const content = new Uint8Array(entry.size);
  let filled = 0;
  streamMember(bytes, entry, entry.size, (piece) => {
    content.set(piece, filled);
    filled += piece.length;
  });
  if (filled < entry.size) throw new RangeError(`${entry.name} is shorter than it says`);
  return content;
}
