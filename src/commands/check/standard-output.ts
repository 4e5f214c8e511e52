import type { Writable } from 'node:stream';

/** Writes to a stream and waits until it takes more; a reader that has gone away ends the writing quietly. */
export class Output {
  readonly #stream: Writable;
  #isGone = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EPIPE') throw problem;
      this.#isGone = true;
    });
  }

  /** Whether nobody reads any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Writes one piece. */
  write(piece: Uint8Array | string): Promise<void> {
    if (this.#isGone) return Promise.resolve();
    return new Promise((resolve) => {
      this.#stream.write(piece, () => resolve());
    });
  }
}
