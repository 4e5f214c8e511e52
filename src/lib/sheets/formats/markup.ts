import type { Content } from '../content.ts';
import { decodeText, detectEncoding, encodings, type Encoding } from '../encoding.ts';
import { refuse } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';
import { sheetsOf } from './workbook.ts';

const endlessSpan = /span\s*=\s*["']?\d{5,}|(?:Index|MergeAcross|MergeDown|-repeated)=["']\d{8,}/i;

/** The encoding that a page or an XML declares of itself, when it is one that can be read. */
function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const label = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const name = label === 'cp1251' ? 'windows-1251' : label;
  return encodings.find((encoding) => encoding === name && !encoding.startsWith('utf')) ?? null;
}

/** Tables written as markup: a page with tables, or a workbook as one XML; pages keep every cell as text. */
export async function readMarkup(
  bytes: Uint8Array,
  _content: Content,
  options: FormatOptions,
): Promise<FormatReading> {
  const detected = detectEncoding(bytes);
  const sure = detected.encoding.startsWith('utf') ? detected.encoding : null;
  const encoding = options.encoding ?? sure ?? declaredEncoding(bytes) ?? detected.encoding;
  const text = decodeText(bytes, encoding).replace(/^\s+/, '');
  const isPage = !/^<\?xml|^<(\w+:)?workbook/i.test(text);
  // No sheet is that wide or long: spans like these are made to burst memory.
  if (endlessSpan.test(text)) return refuse('file-too-large');
  const { read } = await import('@e965/xlsx');
  options.onProgress(0.2);
  const workbook = read(
    isPage ? text : text.replace(/^(<\?xml[^>]*?)\sencoding=["'][^"']*["']/i, '$1'),
    {
      type: 'string',
      dense: true,
      raw: isPage,
      cellNF: true,
      cellText: false,
      cellFormula: false,
    },
  );
  options.onProgress(0.8);
  const sheets = sheetsOf(
    workbook,
    () => undefined,
    (fraction) => options.onProgress(0.8 + 0.2 * fraction),
  );
  return { ok: true, encoding, dialect: null, sheets, issues: [] };
}
