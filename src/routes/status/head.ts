import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { Format } from '#lib/i18n/format.ts';
import type { Status } from '#lib/workspace/status/status-lines.ts';

/** Of the room that there is, so much may be used before the head says so. */
const mostUsed = 0.8;

/** What matters most in a status, in a few words: the gravest thing first. */
export function headOf(
  { storage, journal, engine }: Status,
  { title }: Catalogue['status'],
  format: Format,
): string {
  if (!storage.isLasting) return title.fleeting;
  if (journal.damage > 0) return title.damaged(journal.damage, format.number(journal.damage, 0));
  if (engine.state === 'failed') return journal.files > 0 ? title.noEngine : title.failed;
  if (storage.room && storage.room.used > mostUsed * storage.room.quota) return title.narrow;
  return engine.state === 'working' ? title.working : title.well;
}
