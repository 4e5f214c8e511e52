import type { Arrival } from '#lib/sheets/arrival.ts';

const piece = 1 << 22;
/** How many pieces are asked for before they are needed. */
const ahead = 4;

/** Somebody who waits for the bytes up to an end. */
interface Waiting {
  readonly end: number;
  readonly go: () => void;
  readonly fail: (cause: unknown) => void;
}

/** Reads a blob piece by piece into bytes, which can be worked on while the rest is on its way. */
export function arriving(content: Blob): { bytes: Uint8Array; arrives: Arrival } {
  const { size } = content;
  const bytes = new Uint8Array(size);
  const asked: Promise<ArrayBuffer>[] = [];
  let waiting: Waiting[] = [];
  let there = 0;
  let next = 0;
  const ask = (): void => {
    while (asked.length < ahead && next < size) {
      const own = content.slice(next, next + piece).arrayBuffer();
      // Whoever waits is told of the first piece that cannot be had.
      own.catch(() => undefined);
      asked.push(own);
      next += piece;
    }
  };
  const take = async (): Promise<void> => {
    for (ask(); there < size; ask()) {
      const own = new Uint8Array((await asked.shift()) ?? new ArrayBuffer(0));
      bytes.set(own, there);
      there += own.length;
      for (const { end, go } of waiting) if (end <= there) go();
      waiting = waiting.filter(({ end }) => end > there);
    }
  };
  let failure: Promise<never> | null = null;
  take().catch((cause: unknown) => {
    failure = Promise.reject(cause);
    failure.catch(() => undefined);
    for (const { fail } of waiting) fail(cause);
  });
  return {
    bytes,
    arrives: (wanted) => {
      const end = Math.min(wanted, size);
      if (there >= end) return null;
      return failure ?? new Promise((go, fail) => waiting.push({ end, go, fail }));
    },
  };
}
