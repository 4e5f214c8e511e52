import type { RecordBlobs } from '#lib/ingest/packing.ts';
import type { ChainEnd, Link } from './chain.ts';

/** Accepted records of one import, an Arrow stream a kind, written by one version of the record columns. */
export interface ImportColumns {
  readonly importId: string;
  readonly schemaVersion: number;
  readonly records: RecordBlobs;
}

/** The bytes of a source file under the hash of its content. */
export interface SourceBytes {
  readonly sha256: string;
  readonly bytes: Blob;
}

/** Columns as they are stored: with the SHA-256 of each stream; those from before the first sums have none. */
export interface CheckedColumns extends ImportColumns {
  readonly sums?: Readonly<Record<string, string>>;
}

/** All links of the chain in order, and where it ends. */
export interface StoredChain {
  readonly links: readonly Link[];
  readonly end: ChainEnd | null;
}

/** What one transaction can look at and change. It closes as soon as it waits for anything else than for its own answers. */
export interface StoreChange {
  end(): Promise<ChainEnd | null>;
  links(after: number): Promise<readonly Link[]>;
  link(seq: number): Promise<Link | null>;
  /** The last link; null in an empty journal. */
  last(): Promise<Link | null>;
  putEnd(end: ChainEnd): Promise<unknown>;
  putLink(link: Link): Promise<unknown>;
  removeLink(seq: number): Promise<unknown>;
  putSource(source: SourceBytes): Promise<unknown>;
  putColumns(columns: CheckedColumns): Promise<unknown>;
  /** Removes all links, and every source and all columns that are not named. */
  clear(sources: ReadonlySet<string>, importIds: ReadonlySet<string>): Promise<unknown>;
}

/** Where a journal lies. */
export interface JournalStore {
  /** Whether it outlives the page. */
  readonly isLasting: boolean;
  chain(): Promise<StoredChain>;
  columns(importIds: readonly string[]): Promise<CheckedColumns[]>;
  source(sha256: string): Promise<Blob | null>;
  /** Runs one transaction: all that it puts is kept, durably, or nothing is. */
  change<T>(act: (change: StoreChange) => Promise<T>): Promise<T>;
  close(): void;
}
