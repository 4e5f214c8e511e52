import { proxy, transfer } from 'comlink';
import type { Programme } from '#lib/model/programme.ts';
import { HiredWorker } from './hired-worker.ts';
import type { FileReading, Setting, Stage } from './reading.ts';
import type { Recipe } from './recipe.ts';
import type { Revision } from './revision.ts';
import type { PackedImport, PackedStoredImport, RecordBlobs } from './packing.ts';
import type { Derivation, InHand } from './studio.ts';

/** How far the reading of several files is: the file's name, its place among so many, its stage and fraction. */
export interface ReadingProgress {
  readonly file: string;
  readonly index: number;
  readonly of: number;
  readonly stage: Stage;
  readonly fraction: number;
}

interface Kept {
  readonly name: string;
  readonly modified: number;
  readonly content: Blob;
  setting: Setting;
  isOpen: boolean;
}

/**
 * Reads files in a worker and makes the star schema in another, so that nothing blocks the screen. A read file stays open
 * for looking into and for corrections; after a cancel it is opened again when asked for.
 */
export class Reader {
  readonly #reading = new HiredWorker();
  readonly #deriving = new HiredWorker();
  readonly #kept = new Map<string, Kept>();

  /**
   * Reads files one after another; a file that cannot be read becomes a reading with a refusal and touches no other.
   * Rejects with an AbortError when cancelled.
   */
  async read(
    files: readonly File[],
    setting: Setting,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<FileReading[]> {
    const readings: FileReading[] = [];
    for (const [index, file] of files.entries()) {
      const report = (stage: Stage, fraction: number) =>
        onProgress({ file: file.name, index, of: files.length, stage, fraction });
      report('reading', 0);
      readings.push(await this.#readOne(file, file.name, file.lastModified, setting, report));
    }
    return readings;
  }

  /** Opens the bytes of a stored source, to look into them as they were read. */
  async open(content: Blob, name: string, setting: Setting): Promise<FileReading> {
    return this.#readOne(content, name, 0, setting, () => undefined);
  }

  async #readOne(
    content: Blob,
    name: string,
    modified: number,
    setting: Setting,
    report: (stage: Stage, fraction: number) => void,
  ): Promise<FileReading> {
    // Messages of a dismissed worker may still be on their way: they must not speak for a later reading.
    let isLive = true;
    const heard = proxy((stage: Stage, fraction: number) => {
      if (isLive) report(stage, fraction);
    });
    try {
      const bytes = new Uint8Array(await content.arrayBuffer());
      const reading = await this.#reading.call((remote) =>
        remote.read(transfer({ name, bytes, modified }, [bytes.buffer]), setting, heard),
      );
      this.#kept.set(reading.source.sha256, { name, modified, content, setting, isOpen: true });
      return reading;
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      return {
        source: {
          name,
          size: content.size,
          sha256: `unread-${name}-${content.size}-${modified}`,
          modified,
        },
        format: null,
        encoding: null,
        dialect: null,
        refusal: { code: 'file-unreadable', severity: 'error', at: null, params: { cause: why } },
        issues: [],
        tables: [],
      };
    } finally {
      isLive = false;
    }
  }

  /** Makes sure that the worker holds a file that was read before. */
  async #ensure(sha256: string): Promise<void> {
    const kept = this.#kept.get(sha256);
    if (!kept || kept.isOpen) return;
    await this.#readOne(kept.content, kept.name, kept.modified, kept.setting, () => undefined);
  }

  /** Reads an open file again as a person explained its layout; the explanation counts for later looks too. */
  async revise(sha256: string, recipe: Recipe, setting: Setting): Promise<FileReading> {
    await this.#ensure(sha256);
    const reading = await this.#reading.call((remote) => remote.revise(sha256, recipe, setting));
    const kept = this.#kept.get(sha256);
    if (kept) kept.setting = { ...setting, recipes: [...setting.recipes, recipe] };
    return reading;
  }

  /** Rows `top` to `bottom` of a sheet of an open file as shown text, by row and column from column A; 0-based, inclusive. */
  async window(
    sha256: string,
    sheetIndex: number,
    top: number,
    bottom: number,
  ): Promise<string[][]> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.window(sha256, sheetIndex, top, bottom));
  }

  /** Arrow streams of the accepted records of an open file, as blobs. */
  async records(sha256: string): Promise<RecordBlobs> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.records(sha256));
  }

  /** The bytes of an open file, as they were read. */
  async bytes(sha256: string): Promise<Blob> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.bytes(sha256));
  }

  /** Which open files are newer versions of stored imports or of one another, by the id of the file in hand. */
  async compare(
    inHand: readonly InHand[],
    stored: readonly PackedStoredImport[],
  ): Promise<ReadonlyMap<string, Revision>> {
    for (const { sha256 } of inHand) await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.compare(inHand, stored));
  }

  /** Makes the star schema of imports, the earliest first. */
  derive(imports: readonly PackedImport[], programme: Programme): Promise<Derivation> {
    return this.#deriving.call((remote) => remote.derive(imports, programme));
  }

  /** Lets a file go. */
  async drop(sha256: string): Promise<void> {
    const kept = this.#kept.get(sha256);
    this.#kept.delete(sha256);
    if (kept?.isOpen) await this.#reading.call((remote) => remote.drop(sha256));
  }

  /** Stops whatever is being read at once; pending promises of reading reject with an AbortError. */
  cancel(): void {
    this.#reading.dismiss(new DOMException('The reading was cancelled', 'AbortError'));
    for (const kept of this.#kept.values()) kept.isOpen = false;
  }

  /** Ends both workers. */
  close(): void {
    this.cancel();
    this.#deriving.dismiss(new DOMException('The reader was closed', 'AbortError'));
    this.#kept.clear();
  }
}
