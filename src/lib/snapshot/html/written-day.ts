import type { Locale } from '#lib/i18n/locale.ts';

/** A day «YYYY-MM-DD» in words that no browser and no year of it writes differently. */
export function writtenDay(iso: string, { t }: Locale): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return t.snapshotFile.day(day, month, year);
}
