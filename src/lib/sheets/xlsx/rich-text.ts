import { NotScannable } from './not-scannable.ts';
import { isName, nameBytes, spellsAt } from './tag-cursor.ts';
import type { XmlText } from './xml-text.ts';

const opening = 0x3c;
const closing = 0x3e;
const slash = 0x2f;
const textName = nameBytes('t');
const phoneticName = nameBytes('rPh');

/** Reads a string item: its text or the texts of its runs joined, how to pronounce it left out. */
export class RichText {
  readonly #prefix: readonly number[];
  readonly #texts: XmlText;
  /** What the last item says. */
  text = '';

  constructor(prefix: readonly number[], texts: XmlText) {
    this.#prefix = prefix;
    this.#texts = texts;
  }

  /**
   * Reads from just past an opening tag to just past its closing tag of that name, and returns the offset there; -1 when the
   * item does not end before `limit`, before which every tag is whole.
   */
  read(bytes: Uint8Array, from: number, limit: number, name: readonly number[]): number {
    const { length } = this.#prefix;
    let text = '';
    let isPhonetic = false;
    for (let at = bytes.indexOf(opening, from); ; at = bytes.indexOf(opening, at)) {
      if (at < 0 || at >= limit) return -1;
      const isEnd = bytes[at + 1] === slash;
      const nameAt = at + 1 + (isEnd ? 1 : 0) + length;
      if (bytes[at + 1] === 0x21 || !spellsAt(bytes, nameAt - length, this.#prefix)) {
        throw new NotScannable('a string with foreign markup');
      }
      const tagEnd = bytes.indexOf(closing, nameAt);
      const isSelfClosed = bytes[tagEnd - 1] === slash;
      at = tagEnd + 1;
      if (isEnd && isName(bytes, nameAt, name)) {
        this.text = text;
        return at;
      }
      if (isName(bytes, nameAt, phoneticName)) isPhonetic = !isEnd && !isSelfClosed;
      else if (!isEnd && !isSelfClosed && !isPhonetic && isName(bytes, nameAt, textName)) {
        const to = bytes.indexOf(opening, at);
        if (to < 0 || to >= limit) return -1;
        if (bytes[to + 1] !== slash) throw new NotScannable('markup inside of a text');
        const run = this.#texts.read(bytes, at, to);
        text = text === '' ? run : text + run;
        at = to;
      }
    }
  }
}
