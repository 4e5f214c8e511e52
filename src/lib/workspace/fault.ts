import { EngineUnavailable } from '#lib/engine/engine-unavailable.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { JournalError } from '#lib/journal/journal-error.ts';

/** The sentence that says what happened, what is safe and what to do. */
export function describeFault(cause: unknown, { t, format }: Locale): string {
  if (cause instanceof EngineUnavailable) return t.app.engine[cause.reason];
  if (cause instanceof JournalError) {
    switch (cause.fault) {
      case 'unavailable':
        return t.app.failed.journalUnavailable;
      case 'blocked':
        return t.app.failed.journalBlocked;
      case 'quota':
        return t.app.failed.journalQuota;
      case 'room': {
        const { needed, left } = cause.shortage ?? { needed: 0, left: 0 };
        return t.storage.room(format.bytes(needed), format.bytes(left));
      }
      case 'held':
        return t.storage.held;
      case 'closed':
        return t.storage.closed;
      case 'unopened':
        return t.storage.unopened;
      case 'failed':
        return t.app.failed.journalFailed;
    }
  }
  return t.app.failed.query;
}
