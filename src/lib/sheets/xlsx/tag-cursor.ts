import { NotScannable } from './not-scannable.ts';

const space = 0x20;
const slash = 0x2f;
const equals = 0x3d;
const closing = 0x3e;

/** Walks over the attributes of one opening tag, byte by byte, without making strings. */
export class TagCursor {
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  isSelfClosed = false;
  /** Offset just past the tag, once `next` has said that there is nothing more. */
  end = 0;

  /** Goes to the attribute at or after the offset; false at the end of the tag. The tag must end within the bytes. */
  next(bytes: Uint8Array, from: number): boolean {
    let at = from;
    let byte = bytes[at] ?? closing;
    while (byte <= space) byte = bytes[++at] ?? closing;
    if (byte === closing || byte === slash) {
      this.isSelfClosed = byte === slash;
      if (this.isSelfClosed) at += 1;
      if (bytes[at] !== closing) throw new NotScannable('a tag ends oddly');
      this.end = at + 1;
      return false;
    }
    this.nameFrom = at;
    while (byte > space && byte !== equals && byte !== closing) byte = bytes[++at] ?? closing;
    this.nameTo = at;
    while (byte <= space) byte = bytes[++at] ?? closing;
    if (byte !== equals) throw new NotScannable('an attribute without a value');
    byte = bytes[++at] ?? closing;
    while (byte <= space) byte = bytes[++at] ?? closing;
    if (byte !== 0x22 && byte !== 0x27) throw new NotScannable('an attribute without quotes');
    const quote = byte;
    this.valueFrom = ++at;
    byte = bytes[at] ?? closing;
    while (byte !== quote && byte !== closing) byte = bytes[++at] ?? closing;
    if (byte !== quote) throw new NotScannable('«>» inside of an attribute');
    this.valueTo = at;
    return true;
  }
}

/** The bytes of an ASCII name. */
export function nameBytes(name: string): readonly number[] {
  return Array.from(name, (letter) => letter.charCodeAt(0));
}

/** True when the bytes at the offset spell the name. */
export function spellsAt(bytes: Uint8Array, at: number, name: readonly number[]): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (bytes[at + index] !== name[index]) return false;
  }
  return true;
}

/** True when the bytes at the offset spell the name and the name ends there. */
export function isName(bytes: Uint8Array, at: number, name: readonly number[]): boolean {
  if (!spellsAt(bytes, at, name)) return false;
  const after = bytes[at + name.length] ?? closing;
  return after <= space || after === closing || after === slash;
}

/** The digits between two offsets as a whole number, or -1 when there is anything else. */
export function readDigits(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 15) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
