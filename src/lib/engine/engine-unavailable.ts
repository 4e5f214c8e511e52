/** Why no engine could be started: the browser lacks WebAssembly, forbids it, cannot start the worker, never answered, or it ended in the middle of its work. */
export type UnavailableReason = 'no-webassembly' | 'blocked' | 'timeout' | 'no-worker' | 'lost';

/** The engine cannot work in this browser or under this page's policy; nothing that was asked has happened. */
export class EngineUnavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, cause?: unknown) {
    super(`The engine is unavailable: ${reason}`, { cause });
    this.name = 'EngineUnavailable';
    this.reason = reason;
  }
}
