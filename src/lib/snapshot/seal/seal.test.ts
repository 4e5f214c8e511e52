import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Published } from '#lib/disclosure/published.ts';
import type { SnapshotDocument } from '../document.ts';
import { exampleSnapshot } from '../html/example-document.ts';
import { exampleLetters } from '../html/example-letters.ts';
import { edition, writeHtml } from '../html/write-html.ts';
import { canonicalJson } from './canonical-json.ts';
import { contentHash, hashText } from './hash.ts';
import { mostLetters, readSnapshotFile } from './read-snapshot-file.ts';
import { sealDocument, type SealedFile } from './seal-document.ts';
import { createSigner } from './signer.ts';

const whole = exampleSnapshot();
/** Two pages, one of them with a picture: small enough to be read hundreds of times. */
const small = {
  ...whole,
  pages: whole.pages.slice(0, 2),
} as unknown as Published<SnapshotDocument>;

const issueOf = async (text: string) => {
  const reading = await readSnapshotFile(text);
  return reading.ok ? null : reading.issue;
};

/** Whoever changes a file and reckons its hash anew. */
function withNewHash(html: string): string {
  const start = html.lastIndexOf('id="seal">') + 'id="seal">'.length;
  const end = html.indexOf('</script>', start);
  const file = hashText(html.slice(0, start) + html.slice(end));
  const sealed = html.slice(start, end).replace(/"file":"[^"]*"/, `"file":"${file}"`);
  return html.slice(0, start) + sealed + html.slice(end);
}

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'я' }], a: -0, u: undefined })).toBe(
      '{"a":0,"b":[1,{"c":"я","d":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});

describe('contentHash', () => {
  it('is the same on every machine', () => {
    const told = { ...small, pages: small.pages.slice(0, 1) };
    expect(contentHash(told)).toMatchInlineSnapshot(
      `"efb72142d521857551dba2eb880a481db310a4b05c7eec9ab93805f1fd9317c8"`,
    );
    expect(contentHash({ ...told, school: 'Лицей' })).not.toBe(contentHash(told));
  });
});

describe('readSnapshotFile', () => {
  let unsigned: SealedFile;
  let signed: SealedFile;
  beforeAll(async () => {
    unsigned = await sealDocument(small, '');
    signed = await sealDocument(small, '', await createSigner('Петрова Е. А.'));
  });

  it('gives back what was written', async () => {
    const { html, seal } = await sealDocument(whole, exampleLetters());
    const reading = await readSnapshotFile(html);
    if (!reading.ok) throw new Error(reading.issue);
    expect(reading.signedBy).toBeNull();
    expect(reading.seal).toEqual(seal);
    expect(contentHash(reading.document)).toBe(contentHash(whole));
    expect(writeHtml(reading.document as Published<SnapshotDocument>, seal, exampleLetters())).toBe(
      html,
    );
  });

  it('tells who signed', async () => {
    const reading = await readSnapshotFile(signed.html);
    if (!reading.ok) throw new Error(reading.issue);
    expect(reading.signedBy?.name).toBe('Петрова Е. А.');
    expect(reading.signedBy?.fingerprint).toMatch(/^(?:[\da-f]{4} ){7}[\da-f]{4}$/);
  });

  it('refuses a file with any one byte changed', async () => {
    const bytes = Buffer.from(signed.html);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ change;
          expect(await issueOf(changed.toString('utf8'))).not.toBeNull();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('refuses a file with any one letter of its seal changed', async () => {
    const { html } = signed;
    const start = html.lastIndexOf('id="seal">');
    const letter = fc.constantFrom(...'0123456789abcdef",}');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: html.length - 1 }),
        letter,
        async (at, put) => {
          fc.pre(html[at] !== put);
          expect(await issueOf(html.slice(0, at) + put + html.slice(at + 1))).not.toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a file that is cut short', async () => {
    const { html } = unsigned;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2000, max: html.length - 2 }), async (length) => {
        expect(await issueOf(html.slice(0, length))).toBe('cut-short');
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what is no snapshot, too large, newer or older', async () => {
    expect(await issueOf('')).toBe('no-snapshot');
    expect(await issueOf('<!doctype html><p>Привет</p>')).toBe('no-snapshot');
    expect(await issueOf(unsigned.html.padEnd(mostLetters + 1))).toBe('too-large');
    const mark = `"dinamika-snapshot" content="${edition}"`;
    const newerFile = unsigned.html.replace(mark, `"dinamika-snapshot" content="${edition + 1}"`);
    expect(await issueOf(newerFile)).toBe('newer');
    const olderFile = unsigned.html.replace(mark, `"dinamika-snapshot" content="${edition - 1}"`);
    expect(await issueOf(olderFile)).toBe('older');
    const newerDocument = unsigned.html.replace(/"version":1([,}])/, '"version":2$1');
    expect(await issueOf(withNewHash(newerDocument))).toBe('newer');
  });

  it('refuses foreign markup and scripts though their hash is right, and other numbers though the file is right', async () => {
    const put = (from: string, to: string) => withNewHash(unsigned.html.replace(from, to));
    expect(await issueOf(put('</main>', '<script>alert(1)</script></main>'))).toBe('foreign');
    expect(await issueOf(put('<h1>', '<h1 onclick="alert(1)">'))).toBe('foreign');
    expect(await issueOf(put("default-src 'none'", 'default-src *'))).toBe('foreign');
    expect(await issueOf(put('<path ', '<path onload="x" '))).toBe('foreign');
    expect(await issueOf(put('<style>', '<style>@import "http://x";'))).toBe('foreign');
    expect(await issueOf(put('Цель и задачи</h2>', 'Цель</h2>'))).toBe('foreign');
    expect(await issueOf(put('"school":"', '"school":7,"x":"'))).toBe('unreadable');
    const other = writeHtml(
      { ...small, school: 'Другая школа' } as unknown as Published<SnapshotDocument>,
      unsigned.seal,
      '',
    );
    expect(await issueOf(withNewHash(other))).toBe('changed');
  });

  it('refuses a signature that was made for something else', async () => {
    const other = await sealDocument(
      { ...small, school: 'Другая школа' } as unknown as Published<SnapshotDocument>,
      '',
    );
    const stolen = writeHtml(
      { ...small, school: 'Другая школа' } as unknown as Published<SnapshotDocument>,
      { ...other.seal, signature: signed.seal.signature },
      '',
    );
    expect(await issueOf(stolen)).toBe('wrong-signature');
    const renamed = signed.html.replaceAll('Петрова Е. А.', 'Иванов И. И.');
    expect(await issueOf(renamed)).toBe('wrong-signature');
  });
});
