import type { Journal } from '../journal.ts';
import { JournalError } from '../journal-error.ts';
import type { JournalStanding, RestorePlan } from './plan-restore.ts';

/** The journal is not as it was when a restore was planned; nothing was written. */
export class JournalChanged extends Error {
  constructor() {
    super('The journal has changed since the restore was planned');
    this.name = 'JournalChanged';
  }
}

/** The journal as a backup meets it. */
export async function standingOf(
  journal: Pick<Journal, 'entries' | 'damage'>,
): Promise<JournalStanding> {
  const entries = await journal.entries();
  const lost = journal.damage.flatMap((one) =>
    one.what === 'source' ? [one.sha256] : one.what === 'columns' ? [one.importId] : [],
  );
  return { entries, lost };
}

/** Writes a planned restore as one transaction; throws JournalChanged, with nothing written, where something came between. */
export async function restoreJournal(
  journal: Pick<Journal, 'rewrite'>,
  { base, entries, sources, columns }: RestorePlan,
): Promise<void> {
  try {
    await journal.rewrite(
      (standing) => {
        const isSame =
          standing.length === base.length && standing.every(({ seq }, at) => seq === base[at]);
        if (!isSame) throw new JournalChanged();
        return entries;
      },
      { sources, columns },
    );
  } catch (cause) {
    if (cause instanceof JournalError && cause.cause instanceof JournalChanged) throw cause.cause;
    throw cause;
  }
}
