import { describe, expect, it } from 'vitest';
import { streamInFile } from './arrow-file.ts';
import { decodeColumns, encodeColumns } from './arrow.ts';

const schema = { n: 'int', name: 'text', day: 'date' } as const;
const columns = { n: [1, 2, null], name: ['Ёж', null, 'Ю'], day: [20_332, null, 0] };
const stream = encodeColumns(schema, columns);
/** A file around a stream, as the format says; what is in the footer does not matter here. */
function fileAround(inner: Uint8Array): Uint8Array<ArrayBuffer> {
  const footer = new TextEncoder().encode('footer');
  const word = new TextEncoder().encode('ARROW1');
  const file = new Uint8Array(8 + inner.length + footer.length + 10);
  file.set(word);
  file.set(inner, 8);
  file.set(footer, 8 + inner.length);
  new DataView(file.buffer).setInt32(file.length - 10, footer.length, true);
  file.set(word, file.length - 6);
  return file;
}

const file = fileAround(stream);

describe('the stream inside an Arrow file', () => {
  it('is a whole stream of the same rows, wherever the file lies in its buffer', () => {
    const shifted = new Uint8Array(file.length + 5);
    shifted.set(file, 5);
    expect(decodeColumns(schema, streamInFile(shifted.subarray(5)))).toEqual(columns);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a stream', streamInFile(file)],
    ['a cut file', file.subarray(0, -1)],
    ['a magic word alone', new TextEncoder().encode('ARROW1')],
  ])('is not found in %s', (_, bytes) => {
    expect(() => streamInFile(bytes)).toThrow(TypeError);
  });
});
