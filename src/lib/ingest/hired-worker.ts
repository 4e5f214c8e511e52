import { wrap, type Remote } from 'comlink';
import type { Outcome, WorkerApi } from './worker.ts';

/** A call into the worker that broke: a broken program, not bad data. */
export class ReaderError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ReaderError';
  }
}

/** One worker that is hired at the first call; when it is dismissed, whoever waits is told, and the next call hires anew. */
export class HiredWorker {
  #worker: Worker | null = null;
  #remote: Remote<WorkerApi> | null = null;
  readonly #waiting = new Set<(reason: unknown) => void>();

  /** Hires the worker, if there is none, so that it gets ready while its work is still prepared. */
  hire(): Remote<WorkerApi> {
    if (this.#remote) return this.#remote;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => {
      if (this.#worker === worker)
        this.dismiss(new ReaderError('The worker broke down', event.message));
    });
    worker.addEventListener('messageerror', () => {
      if (this.#worker === worker) this.dismiss(new ReaderError('A message could not be read'));
    });
    this.#worker = worker;
    this.#remote = wrap<WorkerApi>(worker);
    return this.#remote;
  }

  /** Calls the worker; rejects with a ReaderError when the call broke, or with the reason of a dismissal. */
  async call<T>(work: (remote: Remote<WorkerApi>) => Promise<Outcome<T>>): Promise<T> {
    const remote = this.hire();
    let leave: (reason: unknown) => void = () => undefined;
    const dismissed = new Promise<never>((_resolve, reject) => {
      leave = reject;
    });
    this.#waiting.add(leave);
    try {
      const outcome = await Promise.race([work(remote), dismissed]);
      if (outcome.ok) return outcome.value;
      throw new ReaderError(`${outcome.name}: ${outcome.message}`);
    } finally {
      this.#waiting.delete(leave);
    }
  }

  /** Ends the worker at once; pending calls reject with the reason. */
  dismiss(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
    for (const leave of [...this.#waiting]) leave(reason);
    this.#waiting.clear();
  }
}
