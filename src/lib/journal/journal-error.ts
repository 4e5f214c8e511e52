/**
 * Why the journal could not be opened or written: no storage here, storage that
 * does not open, no room left, not enough room for what was to be written,
 * taken over by a newer version of the app, held by a tab of an older one, let go of by the browser, or another fault.
 */
export type JournalFault =
  'unavailable' | 'unopened' | 'quota' | 'room' | 'blocked' | 'held' | 'closed' | 'failed';

/** How much room a writing needs and how much is left (bytes). */
export interface Shortage {
  readonly needed: number;
  readonly left: number;
}

/** The journal did not do what was asked; nothing of it was written. */
export class JournalError extends Error {
  readonly fault: JournalFault;
  /** What is known of the room where there is too little. */
  readonly shortage: Shortage | null;

  constructor(fault: JournalFault, cause?: unknown, shortage: Shortage | null = null) {
    super(`The journal did not answer: ${fault}`, { cause });
    this.name = 'JournalError';
    this.fault = fault;
    this.shortage = shortage;
  }

  /** The journal's name for whatever the browser threw. */
  static from(cause: unknown): JournalError {
    if (cause instanceof JournalError) return cause;
    const name = cause instanceof DOMException ? cause.name : '';
    return new JournalError(name === 'QuotaExceededError' ? 'quota' : 'failed', cause);
  }
}
