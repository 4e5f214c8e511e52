import type { ArchiveEntry } from './archive.ts';

/** What the first bytes of a file say it is. */
export type Signature =
  | { readonly kind: 'picture' | 'foreign'; readonly what: string }
  | { readonly kind: 'archive' | 'compound' | 'biff' | 'markup' | 'text' };

const pictures: readonly (readonly [what: string, ...bytes: number[]])[] = [
  ['PNG', 0x89, 0x50, 0x4e, 0x47],
  ['JPEG', 0xff, 0xd8, 0xff],
  ['GIF', 0x47, 0x49, 0x46, 0x38],
  ['TIFF', 0x49, 0x49, 0x2a, 0x00],
  ['TIFF', 0x4d, 0x4d, 0x00, 0x2a],
  ['PSD', 0x38, 0x42, 0x50, 0x53],
  ['ICO', 0x00, 0x00, 0x01, 0x00, 0x01],
];

const foreign: readonly (readonly [what: string, ...bytes: number[]])[] = [
  ['PDF', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['RTF', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['RAR', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['7Z', 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  ['GZIP', 0x1f, 0x8b, 0x08],
  ['XZ', 0xfd, 0x37, 0x7a, 0x58, 0x5a],
  ['EXE', 0x4d, 0x5a, 0x90, 0x00],
  ['ELF', 0x7f, 0x45, 0x4c, 0x46],
  ['MP3', 0x49, 0x44, 0x33],
  ['OGG', 0x4f, 0x67, 0x67, 0x53],
  ['SQLITE', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
  ['PARQUET', 0x50, 0x41, 0x52, 0x31],
  ['WASM', 0x00, 0x61, 0x73, 0x6d],
];

function startsWith(bytes: Uint8Array, expected: readonly number[], at = 0): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Containers that name themselves a few bytes into the file: RIFF, ISO media, BMP with its own length. */
function contained(bytes: Uint8Array): Signature | null {
  if (ascii(bytes, 0, 4) === 'RIFF') {
    const form = ascii(bytes, 8, 12).trim();
    return { kind: form === 'WEBP' ? 'picture' : 'foreign', what: form };
  }
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12);
    return /^(hei|hev|mif|avif)/.test(brand)
      ? { kind: 'picture', what: brand.startsWith('avif') ? 'AVIF' : 'HEIC' }
      : { kind: 'foreign', what: 'MP4' };
  }
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && startsWith(bytes, [0, 0, 0, 0], 6)) {
    return { kind: 'picture', what: 'BMP' };
  }
  return null;
}

/** Markup by its opening, after a byte order mark, white space and the lines with which a clipboard introduces a page. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = ascii(bytes, 0, 4096)
    .replaceAll('\u0000', '')
    .replace(
      /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(Version:[\d.]+\s+(\w+:\S*\s+)*)?/,
      '',
    )
    .replace(
      /^(<!--[\s\S]*?-->\s*|<\?xml[^>]*\?>\s*|<!doctype\s+(?!html)[^>[]*(\[[^\]]*\])?[^>]*>\s*)*/i,
      '',
    );
  if (
    /^<(\w+:)?Workbook\b|^<office:document|^<\?mso-application\s+progid="Excel\.Sheet"/i.test(head)
  )
    return true;
  if (
    /^<(!doctype\s+html|html|head|meta|body|table|style|tr|td|google-sheets-html-origin)\b/i.test(
      head,
    )
  )
    return true;
  // Any page may begin with a paragraph or a heading; a text in angle brackets is no page.
  return (
    /^<[a-z][\w:-]*[\s>]/i.test(head) &&
    /<t(able|r|d)\b/i.test(ascii(bytes, 0, 1 << 16).replaceAll('\u0000', ''))
  );
}

/** What a file is by its content; its name plays no part. */
export function readSignature(bytes: Uint8Array): Signature {
  for (const [what, ...expected] of pictures) {
    if (startsWith(bytes, expected)) return { kind: 'picture', what };
  }
  for (const [what, ...expected] of foreign) {
    if (startsWith(bytes, expected)) return { kind: 'foreign', what };
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) {
    return { kind: 'archive' };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return { kind: 'compound' };
  if (
    bytes[0] === 9 &&
    [0, 2, 4, 8].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 99) <= 16 &&
    bytes[3] === 0
  ) {
    return { kind: 'biff' };
  }
  const inside = contained(bytes);
  if (inside) return inside;
  return { kind: isMarkup(bytes) ? 'markup' : 'text' };
}

/** Kinds of office files that are ZIP archives, told by their members. */
export type ArchiveKind =
  'xlsx' | 'xlsb' | 'ods' | 'numbers' | 'document' | 'presentation' | 'archive';

/** What a ZIP archive holds, by the names of its members. */
export function archiveKind(entries: readonly ArchiveEntry[]): ArchiveKind {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase().replace(/^\//, '')));
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\d*\.bin$/)) return 'xlsb';
  if (has(/(^|\/)workbook\d*\.xml$/) || has(/(^|\/)worksheets\/[^/]*\.xml$/)) return 'xlsx';
  if (has(/^word\/[^/]*\.xml$/)) return 'document';
  if (has(/^ppt\/[^/]*\.xml$/)) return 'presentation';
  if (has(/^index\/.*\.iwa$/) || names.has('index.zip')) return 'numbers';
  if (names.has('content.xml')) return 'ods';
  return 'archive';
}
