const magic = 'ARROW1';
/** The magic word with its padding. */
const headLength = 8;
/** The length of the footer and the magic word again. */
const tailLength = 10;

/**
 * The Arrow IPC stream inside an Arrow IPC file, as DuckDB gives its answers, without copying it (Arrow columnar format, «IPC file
 * format»: magic word, stream, footer, length of the footer, magic word). Throws a TypeError for anything else.
 */
export function streamInFile(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const word = (at: number) => String.fromCharCode(...file.subarray(at, at + magic.length));
  const end = file.length - tailLength;
  if (end < headLength || word(0) !== magic || word(file.length - magic.length) !== magic) {
    throw new TypeError('The bytes are no Arrow file');
  }
  const footer = new DataView(file.buffer, file.byteOffset).getInt32(end, true);
  if (footer < 0 || end - footer < headLength) throw new TypeError('The Arrow file is cut');
  return file.subarray(headLength, end - footer);
}
