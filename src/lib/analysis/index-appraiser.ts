import { wrap, type Remote } from 'comlink';
import type { IndexRobustness } from './index-robustness.ts';
import type { IndexSample } from './index-sample.ts';
import type { IndexWorkerApi } from './index-worker.ts';

interface Hired {
  readonly worker: Worker;
  readonly remote: Remote<IndexWorkerApi>;
}

/** Computes how robust an index is in a worker of its own, so that nothing blocks the screen; the latest wish ends the one before. */
export class IndexAppraiser {
  #hired: Hired | null = null;
  #refuse: ((reason: unknown) => void) | null = null;

  /**
   * How robust the index of a sample is, or null where it says nothing. Rejects with an AbortError when cancelled or when a
   * later wish came, and with an Error when the worker broke.
   */
  async appraise(sample: IndexSample, signal?: AbortSignal): Promise<IndexRobustness | null> {
    signal?.throwIfAborted();
    if (this.#refuse) this.dismiss(new DOMException('A later wish came', 'AbortError'));
    const { remote } = this.#hire();
    let refuse: (reason: unknown) => void = () => undefined;
    const refused = new Promise<never>((_resolve, reject) => {
      refuse = reject;
    });
    this.#refuse = refuse;
    const cancel = (): void => {
      if (this.#refuse === refuse) this.dismiss(signal?.reason);
    };
    signal?.addEventListener('abort', cancel);
    try {
      const answer = await Promise.race([remote.appraise(sample), refused]);
      if (answer.ok) return answer.value;
      throw new Error(`The robustness was not computed: ${answer.message}`);
    } finally {
      signal?.removeEventListener('abort', cancel);
      if (this.#refuse === refuse) this.#refuse = null;
    }
  }

  /** Ends the worker at once; whoever waits is told the reason. */
  dismiss(reason: unknown): void {
    this.#hired?.worker.terminate();
    this.#hired = null;
    this.#refuse?.(reason);
    this.#refuse = null;
  }

  #hire(): Hired {
    if (this.#hired) return this.#hired;
    const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { type: 'module' });
    const broke = (event: Event): void => {
      const message = event instanceof ErrorEvent ? event.message : 'A message could not be read';
      if (this.#hired?.worker === worker) this.dismiss(new Error(`The worker broke: ${message}`));
    };
    worker.addEventListener('error', broke);
    worker.addEventListener('messageerror', broke);
    this.#hired = { worker, remote: wrap<IndexWorkerApi>(worker) };
    return this.#hired;
  }
}
