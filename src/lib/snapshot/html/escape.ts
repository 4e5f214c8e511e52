// Control characters, halves of letters, two that are no characters, and signs that turn the direction of reading.
const unwanted =
  /[^\t\n\u{20}-\u{7E}\u{A0}-\u{61B}\u{61D}-\u{200D}\u{2010}-\u{2029}\u{202F}-\u{2065}\u{206A}-\u{D7FF}\u{E000}-\u{FEFE}\u{FF00}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text without what no file of ours may hold: signs that cannot be seen and change how the rest is read. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '');
}

/** A text as the content of an element or of an attribute in quotes, in HTML and in SVG alike. */
export function escapeText(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text that `escapeText` or another writer of SVG escaped. */
export function unescapeText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** JSON inside a `script` element: it has no `<`, and no sign that a reader of the file could stumble over. */
export function escapeJson(json: string): string {
  return json.replace(
    /[<>&\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text as a string of CSS: only letters, figures and spaces stand for themselves. */
export function cssString(text: string): string {
  const safe = plainText(text).replace(
    /[^\p{L}\p{N} ]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe}"`;
}
