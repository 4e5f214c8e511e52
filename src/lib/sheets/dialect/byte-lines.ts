const feed = 10;
const carriage = 13;

/** The line end that `detectNewline` finds in the text of bytes, or null where no «\n» is among them. */
export function newlineOf(bytes: Uint8Array): '\n' | '\r\n' | null {
  let at = bytes.indexOf(feed);
  if (at < 0) return null;
  for (; at >= 0; at = bytes.indexOf(feed, at + 1)) {
    if (bytes[at - 1] !== carriage) return '\n';
  }
  return '\r\n';
}

/** The first bytes of a text, at most so many, up to the end of a line; all of them where no line ends there. */
export function firstLines(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(feed, most - 1) + 1 || most);
}
