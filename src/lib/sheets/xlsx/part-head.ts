import { NotScannable } from './not-scannable.ts';
import { nameBytes } from './tag-cursor.ts';

const latin = new TextDecoder('latin1');
const rootTag = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<((?:[\w.-]+:)?)([\w.-]+)(?=[\s/>])/;
const longestHead = 4096;

/** The prefix («x:», or nothing) and the local name of the element that holds a whole part. */
export interface PartHead {
  readonly prefix: readonly number[];
  readonly name: string;
  /** Offset of the root element. */
  readonly at: number;
}

function headOf(bytes: Uint8Array): string {
  return latin.decode(bytes.subarray(0, longestHead)).replace(/^\xef\xbb\xbf/, '');
}

/**
 * Throws on a document type, which no part of a workbook may have and which is how entities are made to burst; NotScannable on
 * another encoding than UTF-8.
 */
export function assertPlainXml(bytes: Uint8Array): void {
  const head = headOf(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(head)) {
    throw new Error('a document type in a part of a workbook');
  }
  const encoding = /^<\?xml[^>]*encoding=["']([^"']*)/.exec(head)?.[1];
  const isPlain = encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding);
  if (!isPlain || /^[\xfe\xff]/.test(head)) {
    throw new NotScannable(`encoding ${encoding ?? 'UTF-16'}`);
  }
}

/** The root element of a part, or null as long as the bytes do not show it; throws what `assertPlainXml` does. */
export function readHead(bytes: Uint8Array): PartHead | null {
  assertPlainXml(bytes);
  const match = rootTag.exec(headOf(bytes));
  if (!match) {
    if (bytes.length < longestHead) return null;
    throw new NotScannable('no root element');
  }
  const [whole, prefix = '', name = ''] = match;
  const mark = bytes[0] === 0xef ? 3 : 0;
  const at = whole.length - name.length - prefix.length - 1 + mark;
  return { prefix: nameBytes(prefix), name, at };
}
