import { BackupRefused, type BackupRefusal } from '#lib/journal/backup/backup-refused.ts';
import { BackupWorker } from '#lib/journal/backup/client.ts';
import type { JournalCopy } from '#lib/journal/backup/journal-copy.ts';
import type { RestoreMode, RestorePreview } from '#lib/journal/backup/plan-restore.ts';
import { JournalChanged } from '#lib/journal/backup/restore-journal.ts';
import type { Workspace } from './workspace.svelte.ts';

/** How far the restoring of a backup has come. */
export type RestoringStep =
  | { readonly at: 'idle' }
  | { readonly at: 'reading'; readonly name: string; readonly fraction: number }
  | { readonly at: 'locked'; readonly file: File; readonly wrong: boolean }
  | { readonly at: 'refused'; readonly name: string; readonly refusal: BackupRefusal }
  /** The reading came to no end. */
  | { readonly at: 'unfinished'; readonly name: string }
  | {
      readonly at: 'open';
      readonly name: string;
      readonly preview: RestorePreview;
      /** Something was written here since it was looked at. */
      readonly changed: boolean;
    }
  | { readonly at: 'writing'; readonly name: string }
  | { readonly at: 'restored'; readonly mode: RestoreMode; readonly name: string }
  | { readonly at: 'undone' }
  | { readonly at: 'failed'; readonly cause: unknown };

interface Undoing {
  readonly former: JournalCopy;
  /** Places of the entries that the restore wrote. */
  readonly base: readonly number[];
}

/** Reads a backup, tells what it would change, and restores it; the journal as it was can be had back until the page is left. */
export class BackupRestoring {
  step = $state.raw<RestoringStep>({ at: 'idle' });
  /** What was there before the last restore. */
  #undoing = $state.raw<Undoing | null>(null);
  readonly #workspace: Workspace;
  #worker: BackupWorker | null = null;
  readonly canUndo = $derived(this.#undoing !== null);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Reads a file, with a passphrase where it asked for one; whatever comes of it is left in `step`. */
  async open(file: File, passphrase: string | null = null): Promise<void> {
    this.#worker?.close();
    const worker = (this.#worker = new BackupWorker());
    const { name } = file;
    const tell = (step: RestoringStep): void => {
      if (this.#worker === worker) this.step = step;
    };
    tell({ at: 'reading', name, fraction: 0 });
    try {
      await worker.open(file, passphrase, (fraction) => {
        if (this.step.at === 'reading') tell({ at: 'reading', name, fraction });
      });
      const preview = await worker.preview(await this.#workspace.standingOfJournal());
      tell({ at: 'open', name, preview, changed: false });
    } catch (cause) {
      if (this.#worker !== worker) return;
      this.close();
      if (!(cause instanceof BackupRefused)) this.step = { at: 'unfinished', name };
      else if (cause.refusal === 'locked') this.step = { at: 'locked', file, wrong: false };
      else if (cause.refusal === 'wrong-passphrase')
        this.step = { at: 'locked', file, wrong: true };
      else this.step = { at: 'refused', name, refusal: cause.refusal };
    }
  }

  /** Restores the open backup in one transaction; where something was written meanwhile, the preview is made anew instead. */
  async restore(mode: RestoreMode): Promise<void> {
    const [worker, { step }] = [this.#worker, this];
    if (!worker || step.at !== 'open') return;
    const { name } = step;
    this.step = { at: 'writing', name };
    try {
      const workspace = this.#workspace;
      const plan = await worker.plan(await workspace.standingOfJournal(), mode);
      const former = await workspace.copyJournal();
      await workspace.restore(plan);
      const { entries } = await workspace.standingOfJournal();
      this.#undoing = { former, base: entries.map(({ seq }) => seq) };
      this.close();
      this.step = { at: 'restored', mode, name };
    } catch (cause) {
      if (cause instanceof JournalChanged) {
        const preview = await worker.preview(await this.#workspace.standingOfJournal());
        this.step = { at: 'open', name, preview, changed: true };
      } else {
        this.close();
        this.step = { at: 'failed', cause };
      }
    }
  }

  /** Gives back what was there before the last restore, unless something was written since; failures are left in `step`. */
  async undo(): Promise<void> {
    const undoing = this.#undoing;
    if (!undoing) return;
    this.step = { at: 'writing', name: '' };
    try {
      await this.#workspace.restore({ ...undoing.former, base: undoing.base });
      this.step = { at: 'undone' };
    } catch (cause) {
      this.step = { at: 'failed', cause };
    } finally {
      this.#undoing = null;
    }
  }

  /** Lets go of the file that is read or open. */
  close(): void {
    this.#worker?.close();
    this.#worker = null;
    this.step = { at: 'idle' };
  }
}
