import type { LedgerBackup } from '#lib/journal/ledger.ts';

const day = 24 * 60 * 60 * 1000;

/** How long accepted work may stay without a backup (ms): before the first one, and after it. */
const patience = { first: day, next: 7 * day };
/** How many changes may. */
const mostChanges = 60;
/** How long nobody reminds after «later» (ms). */
const quiet = 7 * day;

/** Whether it is time to remind of a backup: something accepted stands long, or much of it, without one, and nobody said «later» of late. */
export function isBackupDue(
  { made, unsaved }: LedgerBackup,
  postponed: number | null,
  now: number,
): boolean {
  if (unsaved.length === 0) return false;
  if (postponed !== null && now - postponed < quiet && now >= postponed) return false;
  const oldest = unsaved.reduce((first, at) => Math.min(first, at));
  const wait = made === null ? patience.first : patience.next;
  return now - oldest >= wait || unsaved.length >= mostChanges;
}

const key = 'dinamika.backup-later';

/** When somebody last said «later» (ms); null where nobody did, or where the browser keeps nothing. */
export function readPostponed(): number | null {
  try {
    const moment = Number(localStorage.getItem(key) ?? Number.NaN);
    return Number.isFinite(moment) ? moment : null;
  } catch {
    return null;
  }
}

/** Remembers that somebody said «later» now. */
export function postpone(now: number): void {
  try {
    localStorage.setItem(key, String(now));
  } catch {
    return;
  }
}
