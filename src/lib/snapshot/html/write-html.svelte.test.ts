import { expect, test } from 'vitest';
import { embeddedFont } from '#lib/charts/saving/embedded-font.ts';
import { readSnapshotFile } from '../seal/read-snapshot-file.ts';
import { sealDocument } from '../seal/seal-document.ts';
import { createSigner } from '../seal/signer.ts';
import { exampleSnapshot } from './example-document.ts';

test('written, signed and read in a browser, with the letters that the app has there', async () => {
  const letters = await embeddedFont('Охват Reach');
  expect(letters).toContain('@font-face');
  const { html, seal } = await sealDocument(
    exampleSnapshot('note'),
    letters,
    await createSigner('Петрова Е. А.'),
  );
  const reading = await readSnapshotFile(html);
  if (!reading.ok) throw new Error(reading.issue);
  expect(reading.seal).toEqual(seal);
  expect(reading.signedBy?.name).toBe('Петрова Е. А.');
});
