import { proxy, wrap } from 'comlink';
import type { AuditWorkerApi } from './audit-worker.ts';
import type { Rules } from './few.ts';
import type { Audited } from './passed.ts';
import type { OnProtecting } from './protect.ts';
import type { Register } from './register.ts';

/** An audit did not come to its end in the time that it was given: nothing may be shared. */
export class AuditTooLong extends Error {}

/** What runs beside an audit. */
export interface Auditing {
  readonly onProtecting?: OnProtecting;
  readonly signal?: AbortSignal;
  /** In milliseconds. */
  readonly patience: number;
}

/**
 * Audits a register in a worker of its own, so that nothing blocks the screen. Rejects with an AbortError when cancelled, with
 * `AuditTooLong` after the patience, and with an Error where the worker broke: whatever happens, nothing has passed then.
 */
export async function auditInWorker(
  register: Register,
  rules: Rules,
  { onProtecting = () => undefined, signal, patience }: Auditing,
): Promise<Audited> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), { type: 'module' });
  let stop: (reason: unknown) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (stop = reject));
  const cancel = (): void => stop(signal?.reason);
  const timer = setTimeout(() => stop(new AuditTooLong('The audit took too long')), patience);
  const broke = (): void => stop(new Error('The worker of the audit broke'));
  worker.addEventListener('error', broke);
  worker.addEventListener('messageerror', broke);
  signal?.addEventListener('abort', cancel);
  try {
    const remote = wrap<AuditWorkerApi>(worker);
    const answer = await Promise.race([
      remote.audit(register, rules, proxy(onProtecting)),
      stopped,
    ]);
    if (answer.ok) return answer.audited;
    throw new Error(`The audit broke: ${answer.message}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
  }
}
