import { hashBytes } from '#lib/ingest/digest.ts';
import { recordVersion } from '#lib/ingest/record.ts';
import type { JournalCopy } from './journal-copy.ts';

/** A small journal of one file whose bytes and columns are kept, and of everything else that a journal may hold. */
export async function smallCopy(): Promise<JournalCopy> {
  const bytes = new TextEncoder().encode('ФИО;Класс\nЁлкина Арина;6А\n'.repeat(60));
  const sha256 = await hashBytes(bytes);
  const importId = sha256.slice(0, 16);
  const source = { name: 'Список.csv', size: bytes.length, sha256, modified: 5 };
  const counts = { read: 60, accepted: 60, quarantined: 0, setAside: {} };
  return {
    entries: [
      {
        kind: 'import',
        importId,
        source,
        tables: [{ sheet: '', kind: 'roll', counts }],
        recipes: [],
        supersedes: [],
        at: 1000,
      },
      { kind: 'board', id: 'b', board: { id: 'b', name: 'Доска', panels: [] }, at: 1000 },
      { kind: 'undo', importId, at: 900 },
      { kind: 'redo', importId, at: 2000 },
    ],
    sources: [{ sha256, bytes: new Blob([bytes]) }],
    columns: [
      {
        importId,
        schemaVersion: recordVersion,
        records: {
          roll: new Blob([crypto.getRandomValues(new Uint8Array(3000))]),
          event: new Blob([]),
        },
      },
    ],
  };
}
