const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const slots = 1 << 15;
const longestKept = 96;

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  gt: '>',
  lt: '<',
  amp: '&',
};

function characterOf(code: number, raw: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}

/** Text of XML with its entities, the «_x000D_» escapes of Office Open XML and its line ends resolved. */
export function unescapeXml(raw: string): string {
  let text = raw;
  if (text.includes('&')) {
    text = text.replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(quot|apos|gt|lt|amp));/gi,
      (whole: string, hex?: string, decimal?: string, name?: string) => {
        if (hex !== undefined) return characterOf(parseInt(hex, 16), whole);
        if (decimal !== undefined) return characterOf(parseInt(decimal, 10), whole);
        return entities[name ?? ''] ?? whole;
      },
    );
  }
  if (text.includes('_')) {
    text = text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  }
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** True when the UTF-8 bytes from `from` to `to` spell exactly the text; characters past U+FFFF are never compared. */
function spells(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  let place = 0;
  for (let at = from; at < to; place += 1) {
    const first = bytes[at] ?? 0;
    let code = first;
    if (first < 0x80) at += 1;
    else if (first < 0xe0) {
      code = ((first & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f);
      at += 2;
    } else {
      code =
        ((first & 0x0f) << 12) |
        (((bytes[at + 1] ?? 0) & 0x3f) << 6) |
        ((bytes[at + 2] ?? 0) & 0x3f);
      at += 3;
    }
    if (text.charCodeAt(place) !== code) return false;
  }
  return place === text.length;
}

/** Reads texts out of the bytes of an XML part; a text met before is given again instead of being decoded anew. */
export class XmlText {
  readonly #kept: (string | undefined)[] = new Array<string | undefined>(slots).fill(undefined);

  /** The text between two offsets, everything unescaped. */
  read(bytes: Uint8Array, from: number, to: number): string {
    if (to <= from) return '';
    if (to - from > longestKept) return unescapeXml(decoder.decode(bytes.subarray(from, to)));
    let hash = 0;
    let isPlain = true;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      hash = (Math.imul(hash, 31) + byte) | 0;
      // «&», «_» and a carriage return may change the text; four-byte characters are not compared.
      if (byte === 0x26 || byte === 0x5f || byte === 0x0d || byte >= 0xf0) isPlain = false;
    }
    if (!isPlain) return unescapeXml(decoder.decode(bytes.subarray(from, to)));
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const known = this.#kept[slot];
    if (known !== undefined && spells(bytes, from, to, known)) return known;
    const text = decoder.decode(bytes.subarray(from, to));
    this.#kept[slot] = text;
    return text;
  }
}
