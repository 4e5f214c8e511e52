import { wrap } from 'comlink';
import type { CheckedFile } from './check-file.ts';
import type { CheckWorkerApi } from './check-worker.ts';

/**
 * Checks a file in a worker of its own, so that not even a huge one blocks the screen. Rejects with an AbortError when
 * cancelled; where the worker broke, the file is refused as one whose check came to no end.
 */
export async function checkInWorker(file: File, signal: AbortSignal): Promise<CheckedFile> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  let stop: (reason: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (stop = reject));
  const broke = (): void => stop(new Error('The worker of the check broke'));
  const cancel = (): void => stop(signal.reason);
  worker.addEventListener('error', broke);
  worker.addEventListener('messageerror', broke);
  signal.addEventListener('abort', cancel);
  try {
    return await Promise.race([wrap<CheckWorkerApi>(worker).check(file), stopped]);
  } catch {
    signal.throwIfAborted();
    return { ok: false, name: file.name, size: file.size, issue: 'unfinished' };
  } finally {
    signal.removeEventListener('abort', cancel);
    worker.terminate();
  }
}
