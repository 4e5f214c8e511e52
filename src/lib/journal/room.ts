import { JournalError } from './journal-error.ts';

/** The room that the browser gives the app (bytes), and whether it promised not to clear it by itself. */
export interface Room {
  readonly used: number;
  readonly quota: number;
  readonly isPersistent: boolean;
}

/** What a transaction takes beyond the bytes that it stores. */
const overhead = 256 * 1024;

/** Asks the browser how much room there is; null where it does not say. */
export async function askRoom(): Promise<Room | null> {
  try {
    const [{ usage, quota }, isPersistent] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return usage === undefined || quota === undefined ? null : { used: usage, quota, isPersistent };
  } catch {
    return null;
  }
}

/** Asks the browser not to clear what is stored by itself; whether it promised, or null where it cannot be asked. */
export async function askToPersist(): Promise<boolean | null> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return null;
  }
}

/** Refuses what does not fit, before anything of it is written; a browser that does not say how much room it has is believed to have enough. */
export async function requireRoom(bytes: number): Promise<void> {
  const room = await askRoom();
  if (!room) return;
  const needed = bytes + overhead;
  const left = Math.max(0, room.quota - room.used);
  if (needed > left) throw new JournalError('room', undefined, { needed, left });
}
