import type { Content } from '../content.ts';
import { decodeText, detectEncoding, encodings, type Encoding } from '../encoding.ts';
import { refuse } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { tablesOfPage } from './page.ts';
import { sheetsOf } from './workbook.ts';

const endlessSpan = /span\s*=\s*["']?\d{5,}|(?:Index|MergeAcross|MergeDown|-repeated)=["']\d{8,}/i;
const workbookRoot = /<(?:\w+:)?Workbook\b|<office:document\b|progid="Excel\.Sheet"/i;

/** The encoding that a page or an XML declares of itself, when it is one that can be read. */
function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const label = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const name = label === 'cp1251' ? 'windows-1251' : label;
  return encodings.find((encoding) => encoding === name && !encoding.startsWith('utf')) ?? null;
}

/** An XML without its own encoding and without entities of its own: nothing in a sheet needs them, and they can be endless. */
function plainXml(text: string): string {
  return text
    .replace(/^(<\?xml[^>]*?)\sencoding=["'][^"']*["']/i, '$1')
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, '');
}

/** Tables written as markup: a page or a piece of one with tables, every cell as text; or a workbook as one XML. */
export async function readMarkup(
  bytes: Uint8Array,
  _content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  const detected = detectEncoding(bytes);
  const sure = detected.encoding.startsWith('utf') ? detected.encoding : null;
  const encoding = options.encoding ?? sure ?? declaredEncoding(bytes) ?? detected.encoding;
  const text = decodeText(bytes, encoding).replace(/^\s+/, '');
  // No sheet is that wide or long: spans like these are made to burst memory.
  if (endlessSpan.test(text)) return refuse('file-too-large');
  options.onProgress(0.2);
  if (!workbookRoot.test(text.slice(0, 4096))) {
    const sheets = tablesOfPage(text);
    if (sheets.length === 0) return refuse('file-no-table');
    options.onProgress(1);
    return { ok: true, encoding, dialect: null, sheets, issues: [] };
  }
  const { read } = await import('@e965/xlsx');
  const workbook = read(plainXml(text), {
    type: 'string',
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
  });
  options.onProgress(0.8);
  const sheets = sheetsOf(
    workbook,
    () => undefined,
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding, dialect: null, sheets, issues: [] };
}
