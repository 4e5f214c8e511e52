import { Guard } from '../../src/commands/check/guard.js';

const guard = new Guard();

/** @param {import('../../src/commands/check/protocol.ts').Report} report */
const tell = (report) =>
  new Promise((resolve) => {
    process.send?.(report, () => resolve(undefined));
  });

/** @type {Readonly<Record<string, () => Promise<unknown> | void>>} */
const endings = {
  good: async () => {
    await tell({ kind: 'piece', bytes: new TextEncoder().encode('{"good"') });
    await tell({ kind: 'piece', bytes: new TextEncoder().encode(':1}') });
    await tell({ kind: 'end' });
  },
  hang: () => {
    for (;;);
  },
  burst: () => {
    guard.allow(400_000_000, 60_000);
    const held = [];
    for (;;) held.push(new Uint8Array(10_000_000).fill(1));
  },
  late: () => {
    guard.allow(4_000_000_000, 100);
    for (;;);
  },
  half: async () => {
    await tell({ kind: 'piece', bytes: new TextEncoder().encode('{"half"') });
    process.kill(process.pid, 'SIGKILL');
  },
  fault: () => {
    throw new Error('a broken program');
  },
};

// The path names what becomes of each member: «good,hang,good»; «early» dies before any of them begins.
process.on(
  'message',
  async (/** @type {import('../../src/commands/check/protocol.ts').Task} */ { path, from }) => {
    const members = (path.split('/').at(-1) ?? '').split(',');
    if (members.includes('early')) process.kill(process.pid, 'SIGKILL');
    try {
      for (const [place, member] of members.entries()) {
        if (place < from) continue;
        const isLast = place === members.length - 1;
        const file = `${path}/${place}`;
        const size = member === 'hang' ? 1 : 1000;
        await tell({ kind: 'begin', file, size, sha256: `hash ${place}`, isLast });
        await endings[member]?.();
      }
    } catch (thrown) {
      await tell({ kind: 'failed', cause: String(thrown) });
    }
    await tell({ kind: 'done', isTired: false });
  },
);
await tell({ kind: 'ready' });
