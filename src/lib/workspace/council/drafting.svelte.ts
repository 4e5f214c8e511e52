import type { LedgerDraft } from '#lib/journal/ledger.ts';
import type { StoredDraft } from '#lib/model/draft.ts';
import { Steps, type Steppable } from '../steps.svelte.ts';
import { restoreDraft, storeDraft, type Draft } from './draft.ts';

/** How a draft stands against the journal; «elsewhere» says that another tab has written what was not seen here. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'elsewhere';

/** Where drafts are kept. */
export interface DraftStore {
  /** Gives the new place; null, with nothing written, where another version has come in the place of the former one. */
  saveDraft(draft: StoredDraft, former: number | null): Promise<number | null>;
}

/** How long somebody must pause before what they did is written (ms). */
const pause = 600;

function textOf(draft: Draft): string {
  return JSON.stringify(storeDraft(draft));
}

/** A draft at which somebody works: each step can be taken back, and is written in the journal by itself. */
export class Drafting implements Steppable {
  saving = $state<Saving>('saved');
  fault = $state.raw<unknown>(null);
  /** What another tab has written meanwhile; null where it was deleted there. */
  elsewhere = $state.raw<LedgerDraft | null>(null);
  readonly #store: DraftStore;
  readonly #steps: Steps<{ readonly draft: Draft }>;
  /** The place in the journal of what is written of this draft, and what that is. */
  #seq: number;
  #written: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  /** Texts that are being typed, which are taken as steps when somebody pauses. */
  #typed: readonly (() => void)[] = [];

  constructor(store: DraftStore, seq: number, draft: Draft) {
    this.#store = store;
    this.#seq = seq;
    this.#written = textOf(draft);
    this.#steps = new Steps({ draft });
  }

  get now(): Draft {
    return this.#steps.now.draft;
  }

  get canUndo(): boolean {
    return this.#steps.canUndo;
  }

  get canRedo(): boolean {
    return this.#steps.canRedo;
  }

  /** Changes the draft as one step. */
  change(draft: Draft): void {
    this.#steps.take({ draft });
    this.#keep();
  }

  undo(): void {
    this.settle();
    this.#steps.undo();
    this.#keep();
  }

  redo(): void {
    this.#steps.redo();
    this.#keep();
  }

  /** Says that something is being typed that `take` makes a step of; taken at the next pause, or at once when asked. */
  typing(take: () => void): void {
    if (!this.#typed.includes(take)) this.#typed = [...this.#typed, take];
    if (this.saving === 'saved') this.saving = 'waiting';
    this.#wait();
  }

  /** Makes a step of what is being typed. */
  settle(): void {
    const typed = this.#typed;
    this.#typed = [];
    for (const take of typed) take();
  }

  /** Writes at once what is not written yet. */
  async flush(): Promise<void> {
    this.settle();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#writing) await this.#writing;
    if (!this.#isWritten() && this.saving !== 'elsewhere') await this.#write();
  }

  /** Heeds what the journal holds of this draft now; null where it is deleted. */
  heed(now: LedgerDraft | null): void {
    if (now?.seq === this.#seq || this.#writing) return;
    if (now && this.#isWritten() && this.#typed.length === 0) this.#take(now);
    else {
      this.elsewhere = now;
      this.saving = 'elsewhere';
    }
  }

  /** Goes on with what another tab has written; what was here can be taken back. */
  takeElsewhere(): void {
    this.#typed = [];
    if (this.elsewhere) this.#take(this.elsewhere);
    this.elsewhere = null;
  }

  #take(now: LedgerDraft): void {
    const draft = restoreDraft(now.draft);
    if (!draft) return;
    this.#seq = now.seq;
    this.#written = textOf(draft);
    this.#steps.take({ draft });
    this.saving = 'saved';
  }

  #isWritten(): boolean {
    return textOf(this.now) === this.#written;
  }

  #keep(): void {
    if (this.saving === 'elsewhere') return;
    if (this.#isWritten() && this.#typed.length === 0) {
      if (!this.#writing) this.saving = 'saved';
      return;
    }
    if (this.saving !== 'failed') this.saving = 'waiting';
    this.#wait();
  }

  #wait(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  #write(): Promise<void> {
    this.#writing = this.#attempt().finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #attempt(): Promise<void> {
    const stored = storeDraft(this.now);
    this.saving = 'saving';
    try {
      const seq = await this.#store.saveDraft(stored, this.#seq);
      this.fault = null;
      if (seq === null) {
        this.saving = 'elsewhere';
        return;
      }
      this.#seq = seq;
      this.#written = JSON.stringify(stored);
      this.saving = this.#isWritten() && this.#typed.length === 0 ? 'saved' : 'waiting';
      // What was done while this was written waits for its own turn.
      if (this.saving === 'waiting') this.#wait();
    } catch (cause) {
      this.fault = cause;
      this.saving = 'failed';
    }
  }
}
