import { proxy, wrap, type Remote } from 'comlink';
import { BackupRefused } from './backup-refused.ts';
import type { JournalCopy } from './journal-copy.ts';
import type { JournalStanding, RestoreMode, RestorePlan, RestorePreview } from './plan-restore.ts';
import type { BackupOutcome, BackupWorkerApi } from './worker.ts';
import type { BackupWish } from './write-backup.ts';

/**
 * Writes or reads one backup in a worker of its own, so that nothing blocks the screen. Every call rejects with BackupRefused
 * where the file is refused, with an AbortError once it was cancelled, and with an error where the worker broke.
 */
export class BackupWorker {
  readonly #worker: Worker;
  readonly #remote: Remote<BackupWorkerApi>;
  readonly #ended: Promise<never>;
  #end: (reason: unknown) => void = () => undefined;

  constructor() {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#remote = wrap<BackupWorkerApi>(this.#worker);
    this.#ended = new Promise<never>((_resolve, reject) => (this.#end = reject));
    this.#ended.catch(() => undefined);
    const broke = (): void => this.#stop(new Error('The worker of the backup broke'));
    this.#worker.addEventListener('error', broke);
    this.#worker.addEventListener('messageerror', broke);
  }

  /** Writes a backup, whose bytes the sink takes one after another. */
  async write(
    copy: JournalCopy,
    wish: BackupWish,
    sink: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
    report: (fraction: number) => void,
  ): Promise<void> {
    // What a sink throws would come back without its name.
    let broken: { readonly cause: unknown } | null = null;
    const take = async (bytes: Uint8Array): Promise<void> => {
      try {
        await sink(bytes as Uint8Array<ArrayBuffer>);
      } catch (cause) {
        broken = { cause };
        throw cause;
      }
    };
    try {
      await this.#call((remote) => remote.write(copy, wish, proxy(take), proxy(report)));
    } catch (cause) {
      throw broken ? (broken as { readonly cause: unknown }).cause : cause;
    }
  }

  /** Reads and verifies a file, which stays open for `preview` and `plan`. */
  async open(
    file: Blob,
    passphrase: string | null,
    report: (fraction: number) => void,
  ): Promise<void> {
    await this.#call((remote) => remote.open(file, passphrase, proxy(report)));
  }

  /** What restoring the open backup would do. */
  preview(here: JournalStanding): Promise<RestorePreview> {
    return Promise.race([this.#remote.preview(here), this.#ended]);
  }

  /** What restoring the open backup writes. */
  plan(here: JournalStanding, mode: RestoreMode): Promise<RestorePlan> {
    return Promise.race([this.#remote.plan(here, mode), this.#ended]);
  }

  /** Ends the worker; whoever waits is told that it was cancelled. */
  close(): void {
    this.#stop(new DOMException('The backup was cancelled', 'AbortError'));
  }

  async #call<T>(work: (remote: Remote<BackupWorkerApi>) => Promise<BackupOutcome<T>>): Promise<T> {
    const outcome = await Promise.race([work(this.#remote), this.#ended]);
    if (outcome.ok) return outcome.value;
    throw new BackupRefused(outcome.refusal);
  }

  #stop(reason: unknown): void {
    this.#worker.terminate();
    this.#end(reason);
  }
}
