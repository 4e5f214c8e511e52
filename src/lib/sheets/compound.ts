/** The streams of an OLE compound file (MS-CFB) by name in lower case, with how much of it the file really holds. */
export interface Compound {
  readonly streams: ReadonlyMap<string, { readonly start: number; readonly size: number }>;
  readonly cut: boolean;
  readonly sectorSize: number;
  /** Bytes that the file needs for every sector in use; its last one may be shorter than a sector. */
  readonly neededSize: number;
}

const none = 0xfffffffa;
const unused = 0xffffffff;

/**
 * The directory of a compound file, or null when even the directory cannot be followed. `cut` says that a stream of a workbook
 * or an allocation table lies past the end of the file. Reads the chains only, no content.
 */
export function readCompound(bytes: Uint8Array): Compound | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift < 7 || shift > 16) return null;
  const sectorSize = 1 << shift;
  const place = (sector: number) => (sector + 1) * sectorSize;
  const tables: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = view.getUint32(76 + index * 4, true);
    if (sector < none) tables.push(sector);
  }
  let more = view.getUint32(68, true);
  for (let steps = 0; more < none && steps < 4096; steps += 1) {
    if (place(more) + sectorSize > bytes.length)
      return { streams: new Map(), cut: true, sectorSize, neededSize: place(more) + 1 };
    for (let at = 0; at < sectorSize - 4; at += 4) {
      const sector = view.getUint32(place(more) + at, true);
      if (sector < none) tables.push(sector);
    }
    more = view.getUint32(place(more) + sectorSize - 4, true);
  }
  let cut = tables.some((sector) => place(sector) >= bytes.length);
  const perTable = sectorSize / 4;
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perTable)];
    if (table === undefined) return none;
    const at = place(table) + (sector % perTable) * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : none;
  };
  let sectors = 0;
  tables.forEach((table, index) => {
    for (let entry = 0; entry < perTable; entry += 1) {
      const at = place(table) + entry * 4;
      if (at + 4 > bytes.length) break;
      if (view.getUint32(at, true) !== unused) sectors = index * perTable + entry + 1;
    }
  });
  const streams = new Map<string, { start: number; size: number }>();
  const utf16 = new TextDecoder('utf-16le');
  let directory = view.getUint32(48, true);
  for (let steps = 0; directory < none && steps < 65536; steps += 1) {
    for (let at = place(directory); at < place(directory) + sectorSize; at += 128) {
      if (at + 128 > bytes.length) {
        cut = true;
        break;
      }
      const length = view.getUint16(at + 64, true);
      if (bytes[at + 66] !== 2 || length < 2 || length > 64) continue;
      streams.set(utf16.decode(bytes.subarray(at, at + length - 2)).toLowerCase(), {
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    directory = next(directory);
  }
  for (const name of ['workbook', 'book']) {
    const stream = streams.get(name);
    if (!stream || stream.size < view.getUint32(56, true)) continue;
    let sector = stream.start;
    for (let left = stream.size; left > 0 && sector < none; left -= sectorSize) {
      if (place(sector) + Math.min(left, sectorSize) > bytes.length + 512) cut = true;
      if (cut) break;
      sector = next(sector);
    }
  }
  return { streams, cut, sectorSize, neededSize: sectors === 0 ? 0 : place(sectors - 1) + 1 };
}
