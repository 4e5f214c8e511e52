import type { Damage } from '#lib/journal/damage.ts';
import { Journal } from '#lib/journal/journal.ts';
import { JournalError } from '#lib/journal/journal-error.ts';
import { askRoom, askToPersist, type Room } from '#lib/journal/room.ts';
import type { Loss } from '#lib/journal/indexed-store.ts';

/** Of the room that the browser gives, so much may be used before the screen warns. */
const mostUsed = 0.8;

/** How safely everything accepted is kept: where, how much room is left, and what was found that is not as it was written. */
export class Safekeeping {
  /** Whether what is accepted outlives the page. */
  isLasting = $state(true);
  /** Why this tab writes no more; null while it does. */
  loss = $state.raw<Loss | null>(null);
  /** The room that there is; null where the browser does not say. */
  room = $state.raw<Room | null>(null);
  /** What the browser answered when it was asked not to clear the data by itself; null while it was not asked. */
  promised = $state<boolean | null>(null);
  /** What is not as it was written. */
  damage = $state.raw<readonly Damage[]>([]);
  /** How many sources were looked through since the last time that all of them were to be. */
  checked = $state(0);

  /** Whether little room is left. */
  readonly isNarrow = $derived(this.room !== null && this.room.used > mostUsed * this.room.quota);

  /**
   * Opens the journal of this browser, or, where it keeps nothing, one that lasts as long as the page. `app` is the build of the
   * app.
   */
  async open(app: string): Promise<Journal> {
    try {
      const journal = await Journal.open('dinamika', app, (loss) => (this.loss = loss));
      void this.look();
      return journal;
    } catch (cause) {
      if (!(cause instanceof JournalError) || cause.fault !== 'unavailable') throw cause;
      this.isLasting = false;
      return Journal.inMemory();
    }
  }

  /** Looks how much room there is now. */
  async look(): Promise<void> {
    this.room = await askRoom();
  }

  /** Asks the browser, once files were accepted, not to clear them by itself. */
  async settle(): Promise<void> {
    this.promised ??= await askToPersist();
    await this.look();
  }

  /** Heeds what a journal has found. */
  heed(journal: Journal): void {
    const { damage } = journal;
    if (JSON.stringify(damage) !== JSON.stringify(this.damage)) this.damage = damage;
  }

  /** Looks through the bytes of the sources one after the other, whenever the page has nothing else to do. */
  async inspect(journal: Journal, hashes: readonly string[]): Promise<void> {
    this.checked = 0;
    journal.forgetChecks();
    for (const sha256 of hashes) {
      await idle();
      if (this.loss) return;
      try {
        await journal.source(sha256);
      } catch {
        // The journal was let go meanwhile: the next start looks again.
        return;
      }
      this.heed(journal);
      this.checked += 1;
    }
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
