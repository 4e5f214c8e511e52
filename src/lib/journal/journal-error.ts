/** Why the journal could not be opened or written: no storage here, no room left, held by an older tab, or a fault. */
export type JournalFault = 'unavailable' | 'quota' | 'blocked' | 'failed';

/** The journal did not do what was asked; nothing of it was written. */
export class JournalError extends Error {
  readonly fault: JournalFault;

  constructor(fault: JournalFault, cause?: unknown) {
    super(`The journal did not answer: ${fault}`, { cause });
    this.name = 'JournalError';
    this.fault = fault;
  }

  /** The journal's name for whatever the browser threw. */
  static from(cause: unknown): JournalError {
    if (cause instanceof JournalError) return cause;
    const name = cause instanceof DOMException ? cause.name : '';
    return new JournalError(name === 'QuotaExceededError' ? 'quota' : 'failed', cause);
  }
}
