import { describe, expect, it } from 'vitest';
import { exampleSnapshot } from '#lib/snapshot/html/example-document.ts';
import { mostLetters } from '#lib/snapshot/seal/read-snapshot-file.ts';
import { sealDocument } from '#lib/snapshot/seal/seal-document.ts';
import { checkFile } from './check-file.ts';

const fileOf = (content: BlobPart): File => new File([content], 'снимок.html');

async function exampleBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const document = exampleSnapshot();
  const pages = document.pages.slice(0, 1);
  const { html } = await sealDocument({ ...document, school: 'Школа \ufffd', pages }, '');
  return new TextEncoder().encode(html);
}

describe('checkFile', () => {
  it('gives a whole snapshot with its file', async () => {
    const bytes = await exampleBytes();
    const checked = await checkFile(fileOf(bytes));
    expect(checked).toMatchObject({ ok: true, name: 'снимок.html', size: bytes.length });
  });

  it('sees what decoding would hide: a mark before the text, and bytes that are no letters', async () => {
    const bytes = await exampleBytes();
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
    expect(await checkFile(fileOf(marked))).toMatchObject({ ok: false });
    const at = bytes.findIndex((_, from) =>
      [0xef, 0xbf, 0xbd].every((byte, step) => bytes[from + step] === byte),
    );
    expect(at).toBeGreaterThan(0);
    // One byte that cannot be read is shown by the same letter as the three.
    const broken = new Uint8Array([...bytes.slice(0, at), 0xff, ...bytes.slice(at + 3)]);
    expect(await checkFile(fileOf(broken))).toMatchObject({ ok: false, issue: 'changed' });
  });

  it('tells why a file cannot be had, before reading it where it is too large', async () => {
    const large = fileOf('');
    Object.defineProperty(large, 'size', { value: 3 * mostLetters + 1 });
    Object.defineProperty(large, 'arrayBuffer', { value: () => expect.unreachable() });
    expect(await checkFile(large)).toMatchObject({ ok: false, issue: 'too-large' });
    const gone = fileOf('');
    const cause = new DOMException('It is not there any more', 'NotFoundError');
    Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(cause) });
    expect(await checkFile(gone)).toMatchObject({ ok: false, issue: 'unopened' });
    expect(await checkFile(fileOf('слово'))).toMatchObject({ ok: false, issue: 'no-snapshot' });
  });
});
