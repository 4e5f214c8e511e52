import type { Issue } from '#lib/model/issue.ts';
import type { CellValue, Dialect, Listing, Sheet } from '#lib/model/sheet.ts';
import { arrived } from '../arrival.ts';
import type { Content } from '../content.ts';
import { cutsBytes } from '../dialect/cut-bytes.ts';
import { cutText } from '../dialect/cut-text.ts';
import { GatheredRows } from '../dialect/gathered-rows.ts';
import { cutLongText, openLongText } from '../dialect/long-text.ts';
import { declaredDelimiter, detectDialect, widthOf } from '../dialect.ts';
import { decodeText, readEncoded, type Encoding, type EncodingReading } from '../encoding.ts';
import { plainText } from '../plain-text.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { FormatOptions, FormatReading } from './format.ts';

const longestLine = 2_000_000;
const longestDocument = 20_000_000;
/** A text of more bytes is cut in pieces, if it is in order. */
const longestWhole = 1 << 22;

/** A text that was cut into rows. */
interface TextCut {
  readonly ok: true;
  readonly reading: EncodingReading;
  readonly dialect: Dialect;
  readonly rows: Listing<readonly CellValue[]>;
}

/** True when some stretch of so many bytes has no line end; jumps from line end to line end, never line by line. */
function hasEndlessLine(bytes: Uint8Array): boolean {
  let start = 0;
  while (start + longestLine < bytes.length) {
    const limit = start + longestLine;
    const end = Math.max(bytes.lastIndexOf(10, limit), bytes.lastIndexOf(13, limit));
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

/** Control characters that some programs part cells with. */
const separators = new Set([1, 2, 28, 29, 30, 31]);

/** True when a text holds more control characters than any text does: the bytes are no text in this encoding. */
function isGarbage(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const controls = new Map<number, number>();
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    const isControl = code < 32 && !(code >= 9 && code <= 13) && code !== 26;
    if (isControl || code >= 0xfffd) controls.set(code, (controls.get(code) ?? 0) + 1);
  }
  let count = 0;
  let separator = 0;
  for (const [code, times] of controls) {
    count += times;
    if (separators.has(code)) separator = Math.max(separator, times);
  }
  const rest = count - separator;
  return rest > 2 && rest / sample.length > 0.005;
}

const opensJson = /^(?:\{\s*"|\[\s*[[{])/;
const startOf = (text: string) => text.slice(0, 200).trimStart();

/** The name of another kind of text that a file holds from end to end, so that it is not cut to pieces as a table; or null. */
function foreignText(text: string): string | null {
  const head = startOf(text);
  if (/^<\?xml\b/.test(head)) return 'XML';
  if (!opensJson.test(head) || text.length > longestDocument) return null;
  try {
    JSON.parse(text);
    return 'JSON';
  } catch {
    return null;
  }
}

/** Why a text is no table at all, judged by its beginning; null when it may be one. */
function refusalOf(text: string, encoding: Encoding): Refusal | null {
  if (text.trim() === '') return refuse('file-empty');
  if (isGarbage(text)) return refuse('file-encoding', { encoding });
  const foreign = foreignText(text);
  return foreign === null ? null : refuse('file-not-spreadsheet', { what: foreign });
}

/** The cut of a text that is held whole. */
function cutWhole(bytes: Uint8Array, options: FormatOptions): TextCut | Refusal {
  const { text: decoded, ...reading } = options.encoding
    ? { encoding: options.encoding, confidence: 1, text: decodeText(bytes, options.encoding) }
    : readEncoded(bytes);
  options.onProgress(0.05);
  const text = plainText(decoded);
  const refusal = refusalOf(text, reading.encoding);
  if (refusal) return refusal;
  options.onProgress(0.1);
  const dialect = detectDialect(text, options.delimiter);
  const gathered = new GatheredRows(dialect, widthOf(text, dialect), options.onProgress);
  const onRows = (rows: string[][], share: number) => gathered.addCut(rows, share);
  gathered.shedsReturn = dialect.newline === '\n' && text.includes('\r');
  cutText(text, { dialect, width: gathered.width, onRows });
  const { rows } = gathered;
  if (declaredDelimiter(text)) rows[0] = [];
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return { ok: true, reading, dialect, rows };
}

/** The cut of a long text that is in order, in pieces; null where it has to be read whole. */
async function cutLong(bytes: Uint8Array, options: FormatOptions): Promise<TextCut | null> {
  const { arrives = arrived } = options;
  const long =
    bytes.length > longestWhole ? await openLongText(bytes, options.encoding, arrives) : null;
  if (!long || opensJson.test(startOf(long.head))) return null;
  const { head, reading } = long;
  if (refusalOf(head, reading.encoding)) return null;
  options.onProgress(0.1);
  for (const newline of long.newlines) {
    const dialect = detectDialect(head, options.delimiter, newline);
    if (!cutsBytes(dialect)) continue;
    const cut = await cutLongText(long, dialect, widthOf(head, dialect), (share) =>
      options.onProgress(0.1 + 0.9 * share),
    );
    if (!cut) continue;
    const rows = declaredDelimiter(head) ? cut.with(new Map([[0, []]])) : cut;
    return { ok: true, reading, dialect, rows: rows.withoutBlankEnd() };
  }
  return null;
}

/** Progress that never falls back, though a text be cut more than once. */
function rising(onProgress: (fraction: number) => void): (fraction: number) => void {
  let reached = 0;
  return (fraction) => {
    reached = Math.max(reached, fraction);
    onProgress(reached);
  };
}

/** Delimited text: the encoding and the dialect are decided first, then it is cut with both given. */
export async function readDelimited(
  bytes: Uint8Array,
  _content: Content,
  given: FormatOptions,
): Promise<FormatReading> {
  const options = { ...given, onProgress: rising(given.onProgress) };
  let cut: TextCut | Refusal | null = await cutLong(bytes, options);
  if (!cut) {
    await options.arrives?.(bytes.length);
    if (hasEndlessLine(bytes)) return refuse('file-one-line', { size: bytes.length });
    cut = cutWhole(bytes, options);
  }
  if (!cut.ok) return cut;
  const { rows, dialect } = cut;
  const { encoding, confidence } = cut.reading;
  const issues: Issue[] = [];
  if (confidence < 0.5) {
    const params = { encoding };
    issues.push({ code: 'encoding-doubtful', severity: 'warning', at: null, params });
  }
  const sheet: Sheet = {
    name: '',
    hidden: false,
    rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
  return { ok: true, encoding, dialect, sheets: [sheet], issues };
}
