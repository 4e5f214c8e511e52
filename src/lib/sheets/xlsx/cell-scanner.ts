import { NotScannable } from './not-scannable.ts';
import { RichText } from './rich-text.ts';
import { isName, nameBytes, readDigits, spellsAt, TagCursor } from './tag-cursor.ts';
import type { XmlText } from './xml-text.ts';

const opening = 0x3c;
const closing = 0x3e;
const slash = 0x2f;
const valueName = nameBytes('v');
const formulaName = nameBytes('f');
const inlineName = nameBytes('is');
const cellName = nameBytes('c');

/** What the value of a cell is, by its attribute «t». */
export type CellKind = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date';

const kinds: readonly (readonly [type: readonly number[], kind: CellKind])[] = [
  [nameBytes('s'), 'shared'],
  [nameBytes('str'), 'text'],
  [nameBytes('inlineStr'), 'inline'],
  [nameBytes('n'), 'number'],
  [nameBytes('b'), 'boolean'],
  [nameBytes('e'), 'error'],
  [nameBytes('d'), 'date'],
];

function kindOf(bytes: Uint8Array, from: number, to: number): CellKind {
  for (const [type, kind] of kinds) {
    if (type.length === to - from && spellsAt(bytes, from, type)) return kind;
  }
  throw new NotScannable('a cell of an unknown type');
}

/** Reads one cell of a worksheet: where it is, what it is and where its value stands in the bytes. */
export class CellScanner {
  readonly #prefix: readonly number[];
  readonly #cursor = new TagCursor();
  readonly #rich: RichText;
  /** Place by the cell's own words, 0-based; -1 when it says nothing. */
  row = -1;
  column = -1;
  /** Number of its style; -1 when it has none. */
  style = -1;
  kind: CellKind = 'number';
  /** Where its value stands; both -1 when it has none. */
  valueFrom = -1;
  valueTo = -1;
  /** Text of an inline string. */
  inline: string | null = null;

  constructor(prefix: readonly number[], texts: XmlText) {
    this.#prefix = prefix;
    this.#rich = new RichText(prefix, texts);
  }

  #readPlace(bytes: Uint8Array, from: number, to: number): void {
    let at = from;
    let column = 0;
    for (; at < to; at += 1) {
      const letter = (bytes[at] ?? 0) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const row = readDigits(bytes, at, to);
    if (column === 0 || row < 1) throw new NotScannable('a cell at an odd place');
    this.column = column - 1;
    this.row = row - 1;
  }

  #readAttributes(bytes: Uint8Array, from: number): void {
    const cursor = this.#cursor;
    this.row = -1;
    this.column = -1;
    this.style = -1;
    this.kind = 'number';
    for (let at = from; cursor.next(bytes, at); at = cursor.valueTo + 1) {
      const { nameFrom, nameTo, valueFrom, valueTo } = cursor;
      if (nameTo - nameFrom > 1) {
        if (bytes[nameTo - 2] === 0x3a) throw new NotScannable('an attribute with a prefix');
        continue;
      }
      const letter = bytes[nameFrom];
      if (letter === 0x72) this.#readPlace(bytes, valueFrom, valueTo);
      else if (letter === 0x73) this.style = readDigits(bytes, valueFrom, valueTo);
      else if (letter === 0x74) this.kind = kindOf(bytes, valueFrom, valueTo);
    }
  }

  /** Reads the text of an element whose tag ends before `from`: sets the value and returns the offset past its closing tag. */
  #readText(bytes: Uint8Array, from: number, limit: number, name: readonly number[]): number {
    const to = bytes.indexOf(opening, from);
    if (to < 0 || to >= limit) return -1;
    if (bytes[to + 1] !== slash || !isName(bytes, to + 2 + this.#prefix.length, name)) {
      throw new NotScannable('markup inside of a value');
    }
    if (name === valueName) {
      this.valueFrom = from;
      this.valueTo = to;
    }
    return bytes.indexOf(closing, to) + 1;
  }

  /**
   * Reads the cell whose tag opens at the offset, and returns the offset just past it; -1 when it does not end before `limit`,
   * before which every tag is whole.
   */
  read(bytes: Uint8Array, from: number, limit: number): number {
    const prefixLength = this.#prefix.length;
    this.valueFrom = -1;
    this.valueTo = -1;
    this.inline = null;
    this.#readAttributes(bytes, from + 2 + prefixLength);
    let at = this.#cursor.end;
    if (this.#cursor.isSelfClosed) return at;
    for (;;) {
      if (bytes[at] !== opening) at = bytes.indexOf(opening, at);
      if (at < 0 || at >= limit) return -1;
      const isEnd = bytes[at + 1] === slash;
      const nameAt = at + 1 + (isEnd ? 1 : 0) + prefixLength;
      if (prefixLength > 0 && !spellsAt(bytes, nameAt - prefixLength, this.#prefix)) {
        throw new NotScannable('foreign markup in a cell');
      }
      if (isEnd) {
        if (!isName(bytes, nameAt, cellName)) throw new NotScannable('a cell ends oddly');
        return bytes.indexOf(closing, nameAt) + 1;
      }
      const isValue = isName(bytes, nameAt, valueName);
      const name = isValue
        ? valueName
        : isName(bytes, nameAt, formulaName)
          ? formulaName
          : inlineName;
      const tagEnd = bytes.indexOf(closing, nameAt);
      const isSelfClosed = bytes[tagEnd - 1] === slash;
      at = tagEnd + 1;
      if (name === inlineName && !isName(bytes, nameAt, inlineName)) {
        throw new NotScannable('an unknown part of a cell');
      }
      if (isSelfClosed) continue;
      at =
        name === inlineName
          ? this.#rich.read(bytes, at, limit, inlineName)
          : this.#readText(bytes, at, limit, name);
      if (at < 0) return -1;
      if (name === inlineName) this.inline = this.#rich.text;
    }
  }
}
