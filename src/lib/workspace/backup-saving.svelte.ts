import { BackupWorker } from '#lib/journal/backup/client.ts';
import { saveFile } from '#lib/ui/save-file.ts';
import type { Workspace } from './workspace.svelte.ts';

/** How far the saving of a backup has come. */
export type SavingStep =
  | { readonly at: 'idle' }
  | { readonly at: 'writing'; readonly fraction: number }
  | { readonly at: 'stopped' }
  | {
      readonly at: 'saved';
      readonly name: string;
      readonly bytes: number;
      readonly locked: boolean;
    }
  | { readonly at: 'failed'; readonly cause: unknown };

interface SavePicker {
  showSaveFilePicker(wish: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>;
}

/** Where the bytes of a new file go. */
interface FileSink {
  readonly name: string;
  take(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Leaves what was there before. */
  abandon(): Promise<void>;
}

/** Saves backups of the journal one at a time, and notes in the journal that it did. */
export class BackupSaving {
  step = $state.raw<SavingStep>({ at: 'idle' });
  readonly #workspace: Workspace;
  #worker: BackupWorker | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Saves all that the journal holds to a file of this name, encrypted where there is a passphrase; failures are left in `step`. */
  async save(name: string, kind: string, passphrase: string | null): Promise<void> {
    if (this.step.at === 'writing') return;
    const before = this.step;
    let sink: FileSink;
    try {
      sink = await openSink(name, kind);
    } catch (cause) {
      // Who closes the dialog has changed their mind.
      this.step = isAbort(cause) ? before : { at: 'failed', cause };
      return;
    }
    this.step = { at: 'writing', fraction: 0 };
    const worker = (this.#worker = new BackupWorker());
    const made = Date.now();
    let bytes = 0;
    try {
      const copy = await this.#workspace.copyJournal();
      await worker.write(
        copy,
        { made, passphrase },
        async (part) => {
          bytes += part.length;
          await sink.take(part);
        },
        (fraction) => {
          if (this.#worker === worker) this.step = { at: 'writing', fraction };
        },
      );
      this.#worker = null;
      await sink.finish();
      // The file is there, whether or not that can be noted.
      await this.#workspace.write({ entries: [{ kind: 'backup', made }] }).catch(() => undefined);
      this.step = { at: 'saved', name: sink.name, bytes, locked: passphrase !== null };
    } catch (cause) {
      await sink.abandon();
      this.step = isAbort(cause) ? { at: 'stopped' } : { at: 'failed', cause };
    } finally {
      this.#worker = null;
      worker.close();
    }
  }

  /** Stops what is being written; no file is left of it. */
  cancel(): void {
    this.#worker?.close();
  }
}

const isAbort = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'AbortError';

/** Where the person wants the file, where the browser lets them choose; else it is gathered and handed over whole. */
async function openSink(name: string, kind: string): Promise<FileSink> {
  if (!('showSaveFilePicker' in globalThis)) {
    const parts: Blob[] = [];
    return {
      name,
      // As blobs they need not stay in memory.
      take: (bytes) => Promise.resolve(void parts.push(new Blob([bytes]))),
      finish: () => Promise.resolve(saveFile(new Blob(parts), name)),
      abandon: () => Promise.resolve(),
    };
  }
  const picker = globalThis as unknown as SavePicker;
  const handle = await picker.showSaveFilePicker({
    suggestedName: name,
    types: [{ description: kind, accept: { 'application/octet-stream': ['.dinamika'] } }],
  });
  const writable = await handle.createWritable();
  return {
    name: handle.name,
    take: (bytes) => writable.write(bytes),
    finish: () => writable.close(),
    async abandon() {
      await writable.abort().catch(() => undefined);
      try {
        // The dialog makes an empty file; one that was there before stays.
        if ((await handle.getFile()).size === 0) await handle.remove?.();
      } catch {
        return;
      }
    },
  };
}
