import type { Locale } from '#lib/i18n/locale.ts';
import { JournalError } from '#lib/journal/journal-error.ts';
import { describeFault } from '#lib/workspace/fault.ts';

/** Hands something over and says what came of it; a fault is said, too: one of the journal by its own words. */
export async function handOver(
  locale: Locale,
  failed: string,
  act: () => Promise<string>,
): Promise<string> {
  try {
    return await act();
  } catch (cause) {
    return cause instanceof JournalError ? describeFault(cause, locale) : failed;
  }
}
