import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackupRefused, type BackupRefusal } from './backup-refused.ts';
import type { DatedEntry, JournalCopy } from './journal-copy.ts';
import { smallCopy } from './made-journal.fixture.ts';
import { ending, writePreface } from './preface.ts';
import { readBackup } from './read-backup.ts';
import { sealingOf } from './sealing.ts';
import { writeBackup, type BackupWish } from './write-backup.ts';

const never = new AbortController().signal;
const cheap = { by: 'scrypt', n: 1 << 14, r: 8, p: 1 } as const;
const ignore = (): void => undefined;

const boards: fc.Arbitrary<DatedEntry[]> = fc.array(
  fc
    .record({ id: fc.string(), name: fc.string({ unit: 'binary' }), at: fc.nat() })
    .map(({ id, name, at }) => ({ kind: 'board', id, board: { id, name, panels: [] }, at })),
);

async function write(copy: JournalCopy, wish: Partial<BackupWish> = {}): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = (bytes: Uint8Array): Promise<void> => {
    parts.push(bytes.slice());
    return Promise.resolve();
  };
  const whole = { made: 7, passphrase: null, piece: 512, cost: cheap, ...wish };
  await writeBackup(copy, whole, sink, ignore, never);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const open = (bytes: Uint8Array, passphrase: string | null = null) =>
  readBackup(new Blob([bytes as Uint8Array<ArrayBuffer>]), passphrase, ignore, never);

async function refusalOf(bytes: Uint8Array, passphrase: string | null = null) {
  try {
    await open(bytes, passphrase);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof BackupRefused)) throw cause;
    return cause.refusal;
  }
}

/** What a copy holds, its blobs as bytes. */
async function unfold({ entries, sources, columns }: JournalCopy) {
  const bytes = async (blob: Blob) => Buffer.from(await blob.arrayBuffer()).toString('base64');
  return {
    entries,
    sources: await Promise.all(sources.map(async (one) => [one.sha256, await bytes(one.bytes)])),
    columns: await Promise.all(
      columns.map(async ({ importId, schemaVersion, records }) => [
        importId,
        schemaVersion,
        await Promise.all(
          Object.entries(records).map(async ([kind, blob]) => [kind, await bytes(blob)]),
        ),
      ]),
    ),
  };
}

function changed(bytes: Uint8Array, at: number, by = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

/** A file whose seals are whole and whose content is this. */
async function craft(content: Uint8Array): Promise<Uint8Array> {
  const { bytes, binding } = await writePreface(7, 1 << 20, null);
  const piece = gzipSync(content);
  const sealed = await sealingOf(binding, null).seal(piece, true);
  return new Uint8Array(Buffer.concat([bytes, sealed, ending]));
}

function content(manifest: unknown, rest: Uint8Array): Uint8Array {
  const written = Buffer.from(JSON.stringify(manifest));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(written.length);
  return new Uint8Array(Buffer.concat([length, written, rest]));
}

const plainText = new TextEncoder();

describe('a backup', () => {
  it.each([null, 'верная фраза'])(
    'gives back what was put in, passphrase %s',
    async (passphrase) => {
      const copy = await smallCopy();
      const opened = await open(await write(copy, { passphrase }), passphrase);
      expect(opened.made).toBe(7);
      expect(await unfold(opened.copy)).toEqual(await unfold(copy));
    },
  );

  it('gives back any entries, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(boards, fc.integer({ min: 1, max: 300 }), async (entries, piece) => {
        const bytes = await write({ entries, sources: [], columns: [] }, { piece });
        expect((await open(bytes)).copy.entries).toEqual(entries);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out a source whose bytes are no more what they were', async () => {
    const copy = await smallCopy();
    const damaged = copy.sources.map((one) => ({ ...one, bytes: new Blob(['?']) }));
    const opened = await open(await write({ ...copy, sources: damaged }));
    expect(opened.copy.sources).toEqual([]);
    expect(opened.copy.entries).toEqual(copy.entries);
  });

  it('tells how far it is, up to the whole', async () => {
    const told: number[] = [];
    await writeBackup(
      await smallCopy(),
      { made: 7, passphrase: null },
      () => Promise.resolve(),
      (fraction) => told.push(fraction),
      never,
    );
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('stops when it is told to, and when a byte cannot be put away', async () => {
    const copy = await smallCopy();
    const wish = { made: 7, passphrase: null };
    const stopped = AbortSignal.abort(new Error('enough'));
    const taken = (): Promise<void> => Promise.resolve();
    await expect(writeBackup(copy, wish, taken, ignore, stopped)).rejects.toThrow('enough');
    const full = (): Promise<void> => Promise.reject(new Error('disk full'));
    await expect(writeBackup(copy, wish, full, ignore, never)).rejects.toThrow('disk full');
  });
});

describe('a file that is not as it was written', () => {
  it('is refused whichever byte of its head is another one', async () => {
    const bytes = await write(await smallCopy());
    const head = bytes.indexOf('}'.charCodeAt(0)) + 1 + 32;
    for (let at = 0; at < head; at += 1) {
      const refusal = await refusalOf(changed(bytes, at));
      expect([at, refusal]).toEqual([at, at < 8 ? 'no-backup' : 'altered']);
    }
  });

  it('is refused with a passphrase too, whichever byte of its head is another one', async () => {
    const bytes = await write(await smallCopy(), { passphrase: 'фраза фраза' });
    // The header ends with two closing braces; the proof of the passphrase and the digest follow.
    const head = Buffer.from(bytes).indexOf('}}') + 2 + 64;
    for (let at = 0; at < head; at += 1) {
      const refusal = await refusalOf(changed(bytes, at), 'фраза фраза');
      expect([at, refusal]).toEqual([at, at < 8 ? 'no-backup' : 'altered']);
    }
  });

  it('is refused wherever else a bit is turned, a byte is gone, or one has come', async () => {
    const plain = await write(await smallCopy());
    const locked = await write(await smallCopy(), { passphrase: 'фраза' });
    // Every key takes its time.
    const seldom = fc.nat(9).map((one) => one === 0);
    const damage = fc.oneof(
      fc.record({ how: fc.constant('turned' as const), bit: fc.nat(7), at: fc.nat() }),
      fc.record({ how: fc.constantFrom('gone', 'come'), bit: fc.nat(255), at: fc.nat() }),
    );
    await fc.assert(
      fc.asyncProperty(seldom, damage, async (isLocked, { how, bit, at: seed }) => {
        const bytes = isLocked ? locked : plain;
        const at = seed % bytes.length;
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
        const other =
          how === 'turned'
            ? changed(bytes, at, 1 << bit)
            : how === 'gone'
              ? Buffer.concat([before, after.subarray(1)])
              : Buffer.concat([before, Uint8Array.of(bit), after]);
        // A byte like its neighbour may come or go unseen only where the file stays the same.
        if (Buffer.from(bytes).equals(other)) return;
        expect(await refusalOf(new Uint8Array(other), isLocked ? 'фраза' : null)).not.toBe('taken');
      }),
      { numRuns: 90 },
    );
  });

  it('is refused as cut short wherever it was cut', async () => {
    const bytes = await write(await smallCopy());
    for (const length of [8, 100, bytes.length >> 1, bytes.length - 9, bytes.length - 1]) {
      expect(await refusalOf(bytes.subarray(0, length))).toBe('cut-short');
    }
  });

  it('is refused when whole pieces are taken out or change places', async () => {
    for (const passphrase of [null, 'фраза']) {
      const bytes = Buffer.from(await write(await smallCopy(), { passphrase }));
      const step = 512 + (passphrase === null ? 32 : 16);
      const head = (bytes.length - ending.length) % step;
      const from = bytes.indexOf(passphrase === null ? '}' : '}}');
      const first = from + (passphrase === null ? 1 + 32 : 2 + 64);
      expect(head).toBeGreaterThan(0);
      const [one, two] = [
        bytes.subarray(first, first + step),
        bytes.subarray(first + step, first + 2 * step),
      ];
      const rest = bytes.subarray(first + 2 * step);
      const start = bytes.subarray(0, first);
      for (const parts of [
        [start, two, one, rest],
        [start, two, rest],
        [start, one, two, ending],
        [start, one, ending],
        [start, ending],
      ]) {
        const file = new Uint8Array(Buffer.concat(parts));
        expect(await refusalOf(file, passphrase)).toBe('altered');
      }
    }
  });

  it('asks for the passphrase, and for the right one', async () => {
    const bytes = await write(await smallCopy(), { passphrase: 'Майка\u0306' });
    expect(await refusalOf(bytes)).toBe('locked');
    expect(await refusalOf(bytes, 'другая')).toBe('wrong-passphrase');
    // «й» as one letter and as two is the same to whoever types it.
    expect(await refusalOf(bytes, 'Майка\u0306'.normalize('NFC'))).toBe('taken');
  });

  it('is refused when it is no backup at all', async () => {
    for (const text of ['', 'PK\u0003\u0004', 'ФИО;Класс'])
      expect(await refusalOf(plainText.encode(text))).toBe('no-backup');
  });
});

describe('a file that was made to harm', () => {
  const nothing = { sources: [], columns: [] };
  const cases: readonly [string, Uint8Array, BackupRefusal][] = [
    ['no content', new Uint8Array(), 'unreadable'],
    ['a content of another kind', content([], new Uint8Array()), 'unreadable'],
    [
      'a manifest out of all measure',
      new Uint8Array(Buffer.from([255, 255, 255, 127])),
      'too-large',
    ],
    [
      'columns that unfold to more than any school has',
      content(
        {
          entries: 2,
          sources: [],
          columns: [{ importId: 'a', schemaVersion: 1, records: { roll: 2 ** 40 } }],
        },
        plainText.encode('[]'),
      ),
      'too-large',
    ],
    [
      'more than it says',
      content({ entries: 2, ...nothing }, plainText.encode('[] ')),
      'unreadable',
    ],
    [
      'less than it says',
      content({ entries: 3, ...nothing }, plainText.encode('[]')),
      'unreadable',
    ],
    [
      'a source under a false name',
      content(
        { entries: 2, sources: [{ sha256: 'a'.repeat(64), size: 1 }], columns: [] },
        plainText.encode('[]x'),
      ),
      'unreadable',
    ],
  ];
  it.each(cases)('is refused: %s', async (_name, made, refusal) => {
    expect(await refusalOf(await craft(made))).toBe(refusal);
  });

  it('is refused as newer when it holds entries of a kind that is not known here', async () => {
    const entries = plainText.encode('[{"kind":"later","at":1}]');
    const made = content({ entries: entries.length, ...nothing }, entries);
    expect(await refusalOf(await craft(made))).toBe('newer');
  });

  it('is refused when an entry lacks what the app relies on', async () => {
    const { entries } = await smallCopy();
    for (const one of entries) {
      for (const field of Object.keys(one)) {
        const lacking = Object.fromEntries(Object.entries(one).filter(([name]) => name !== field));
        const written = plainText.encode(JSON.stringify([lacking]));
        const made = await craft(content({ entries: written.length, ...nothing }, written));
        expect([one.kind, field, await refusalOf(made)]).toEqual([one.kind, field, 'unreadable']);
      }
    }
  });
});
