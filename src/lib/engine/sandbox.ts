/** One column of what a person's query gave: DuckDB's name of its type, and values as plain as they can be shown. */
export interface SandboxColumn {
  readonly name: string;
  readonly type: string;
  readonly values: ArrayLike<number | string | boolean | null>;
}

/** What a person's query gave. */
export interface SandboxAnswer {
  readonly length: number;
  readonly columns: readonly SandboxColumn[];
  /** There is more than was kept. */
  readonly isCut: boolean;
}

/** Everything that a sandbox holds: tables as Arrow IPC streams, which are handed over, and the statements that make views of them. */
export interface SandboxContent {
  readonly tables: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  readonly views: readonly string[];
}

/** A place in a text, both numbers from 1; the column counts UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Why a person's query was not answered: it holds no statement, is not one reading statement, would open a file or an address,
 * names or says what the database does not understand, wanted too much memory, or broke the sandbox.
 */
export type RefusalKind = 'empty' | 'not-reading' | 'outside' | 'sql' | 'memory' | 'broken';

/** A person's query that was not answered: nothing has changed. */
export class SandboxRefusal extends Error {
  readonly kind: RefusalKind;
  /** Where in the query the database sees the fault, or null where it does not say. */
  readonly place: TextPlace | null;

  /** `message` is what the database says, in its words. */
  constructor(kind: RefusalKind, message: string, place: TextPlace | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'SandboxRefusal';
    this.kind = kind;
    this.place = place;
  }
}

/**
 * A place for queries that a person writes: an engine of its own with a copy of the tables, so that nothing that a query does can
 * reach the app's engine or keep it waiting.
 */
export interface Sandbox {
  /** Starts it and fills it, because it will soon be needed. */
  prepare(): Promise<void>;
  /**
   * Runs one reading query; rejects with a `SandboxRefusal`, or with the signal's reason as soon as it is aborted, whatever the
   * query is doing at that moment.
   */
  run(sql: string, signal?: AbortSignal): Promise<SandboxAnswer>;
  /** Forgets the copy of the tables: the next query gets a new one. */
  renew(): void;
  /** Frees its memory and worker. */
  close(): void;
}
