/** Named characters that pages of tables use; a page names the others by number. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '',
  zwnj: '',
  zwj: '',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  plusmn: '±',
  times: '×',
  divide: '÷',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  numero: '№',
  numsp: '\u2007',
  le: '≤',
  ge: '≥',
  ne: '≠',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
};

/** A character by its number; numbers from 128 to 159 mean windows-1252, as browsers read them. */
function byNumber(code: number): string {
  if (code >= 0x80 && code <= 0x9f)
    return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** A stretch of a page's text with its named and numbered characters in place; names that are unknown stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]\w{1,9}));?/gi,
    (whole, hexadecimal: string | undefined, decimal: string | undefined, name: string = '') => {
      if (hexadecimal !== undefined) return byNumber(Number.parseInt(hexadecimal, 16));
      if (decimal !== undefined) return byNumber(Number(decimal));
      const key = name.toLowerCase();
      return Object.hasOwn(named, key) ? (named[key] ?? whole) : whole;
    },
  );
}

/** Text of a cell as a browser shows it: white space of the source is one space, line breaks of the page stay. */
export function shownText(pieces: readonly string[]): string {
  const lines = pieces
    .join('')
    .replace(/[ \t\f]*\u2028[ \t\f]*/g, '\u2028')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .split('\u2028');
  return lines
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Stands for a line break of the page until white space is put right; no page holds it. */
export const lineBreak = '\u2028';
