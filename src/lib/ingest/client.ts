import { proxy, type Remote } from 'comlink';
import { HiredWorker } from './hired-worker.ts';
import type { TextPreview } from '#lib/sheets/preview-text.ts';
import type { Derivation, DerivationSetting } from './derivation.ts';
import type { Fate } from './fate.ts';
import type { FileReading } from './file-reading.ts';
import { handOver, refuseUnread, type Given } from './given-file.ts';
import type { Setting, Stage } from './reading.ts';
import type { Decoding } from './repair.ts';
import type { RowListing } from './row-listing.ts';
import type { Revision } from './revision.ts';
import type { SheetExtent } from './sheet-extent.ts';
import type { PackedImport, PackedReceipt, PackedStoredImport, RecordBlobs } from './packing.ts';
import type { FileDifferences, InHand } from './studio.ts';
import type { Handed, Outcome, WorkerApi } from './worker.ts';

/** How far the reading of several files is: the file's name, its place among so many, its stage and fraction. */
export interface ReadingProgress {
  readonly file: string;
  readonly index: number;
  readonly of: number;
  readonly stage: Stage;
  readonly fraction: number;
}

interface Kept extends Given {
  setting: Setting;
  isOpen: boolean;
}

type Report = (stage: Stage, fraction: number) => void;

/**
 * Reads files in a worker and makes the star schema in another, so that nothing blocks the screen. A read file stays open
 * for looking into and for corrections; after a cancel it is opened again when asked for.
 */
export class Reader {
  readonly #reading = new HiredWorker();
  readonly #deriving = new HiredWorker();
  readonly #kept = new Map<string, Kept>();

  /**
   * Reads files one after another; a file that cannot be read becomes a reading with a refusal and touches no other, and a
   * parcel becomes the readings of its files. Rejects with an AbortError when cancelled.
   */
  async read(
    files: readonly File[],
    setting: Setting,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<FileReading[]> {
    const readings: FileReading[] = [];
    for (const [index, file] of files.entries()) {
      const { name, lastModified: modified } = file;
      const tell = (inside: string) => (stage: Stage, fraction: number) =>
        onProgress({ file: inside, index, of: files.length, stage, fraction });
      tell(name)('reading', 0);
      const receipt = await this.#receive({ name, modified, content: file }, setting, tell(name));
      if (receipt.kind === 'reading') readings.push(receipt.reading);
      else {
        for (const member of receipt.members) {
          tell(member.name)('reading', 0);
          const own = { ...member, modified };
          readings.push(await this.#readOne(own, setting, tell(member.name)));
        }
      }
    }
    return readings;
  }

  /** Opens the bytes of a stored source, to look into them as they were read. */
  async open(content: Blob, name: string, setting: Setting): Promise<FileReading> {
    return this.#readOne({ name, modified: 0, content }, setting, () => undefined);
  }

  async #receive(file: Given, setting: Setting, report: Report): Promise<PackedReceipt> {
    try {
      const receipt = await this.#send(file, report, (remote, source, heard) =>
        remote.receive(source, setting, heard),
      );
      if (receipt.kind === 'reading') this.#keep(file, setting, receipt.reading);
      return receipt;
    } catch (cause) {
      return { kind: 'reading', reading: refuseUnread(file, cause) };
    }
  }

  async #readOne(file: Given, setting: Setting, report: Report): Promise<FileReading> {
    try {
      const reading = await this.#send(file, report, (remote, source, heard) =>
        remote.read(source, setting, heard),
      );
      this.#keep(file, setting, reading);
      return reading;
    } catch (cause) {
      return refuseUnread(file, cause);
    }
  }

  #keep(file: Given, setting: Setting, { source }: FileReading): void {
    this.#kept.set(source.sha256, { ...file, setting, isOpen: true });
  }

  /** Hands a file over to the worker. */
  async #send<T>(
    given: Given,
    report: Report,
    work: (remote: Remote<WorkerApi>, handed: Handed, heard: Report) => Promise<Outcome<T>>,
  ): Promise<T> {
    // Messages of a dismissed worker may still be on their way: they must not speak for a later reading.
    let isLive = true;
    const heard = proxy((stage: Stage, fraction: number) => {
      if (isLive) report(stage, fraction);
    });
    try {
      this.#reading.hire();
      const handed = await handOver(given);
      return await this.#reading.call((remote) => work(remote, handed, heard));
    } finally {
      isLive = false;
    }
  }

  /** Makes sure that the worker holds a file that was read before. */
  async #ensure(sha256: string): Promise<void> {
    const kept = this.#kept.get(sha256);
    if (!kept || kept.isOpen) return;
    await this.#readOne(kept, kept.setting, () => undefined);
  }

  /** Reads an open file again by another setting, which counts for later looks too. */
  async revise(sha256: string, setting: Setting): Promise<FileReading> {
    await this.#ensure(sha256);
    const reading = await this.#reading.call((remote) => remote.revise(sha256, setting));
    const kept = this.#kept.get(sha256);
    if (kept) kept.setting = setting;
    return reading;
  }

  /** The first rows of an open text file as they would read, decoded and cut in another way. */
  async preview(sha256: string, decoding: Decoding, rows: number): Promise<TextPreview> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.preview(sha256, decoding, rows));
  }

  /** Rows of a table of an open file that met one fate, from `offset`, at most `limit`; with what is wrong with them. */
  async rows(
    sha256: string,
    tableId: string,
    fate: Fate,
    offset: number,
    limit: number,
  ): Promise<RowListing> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.rows(sha256, tableId, fate, offset, limit));
  }

  /** A workbook of the rows in quarantine of open files, with the reason beside each cell. */
  async quarantine(sha256s: readonly string[], language: 'ru' | 'en'): Promise<Blob> {
    for (const sha256 of sha256s) await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.quarantine(sha256s, language));
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

  /** How far a sheet of an open file reaches and what the file hides of it; null where there is no such sheet. */
  async extent(sha256: string, sheetIndex: number): Promise<SheetExtent | null> {
    await this.#ensure(sha256);
    return this.#reading.call((remote) => remote.extent(sha256, sheetIndex));
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

  /**
   * How an open file differs, record by record, from the imports whose place it takes, the newest first, open files or stored
   * ones; and what accepting it comes to when the differences of these ids are refused.
   */
  async differences(
    sha256: string,
    before: readonly (InHand | PackedStoredImport)[],
    refused: readonly string[],
  ): Promise<FileDifferences> {
    await this.#ensure(sha256);
    for (const one of before) if ('sha256' in one) await this.#ensure(one.sha256);
    return this.#reading.call((remote) => remote.differences(sha256, before, refused));
  }

  /** Makes the star schema of imports, the earliest first, of the records that count. */
  derive(imports: readonly PackedImport[], setting: DerivationSetting): Promise<Derivation> {
    return this.#deriving.call((remote) => remote.derive(imports, setting));
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
