/** Columns of an answer: one array a column, all of equal length; dates arrive as «YYYY-MM-DD» text. */
export interface Answer {
  readonly length: number;
  readonly columns: Readonly<Record<string, ArrayLike<number | string | boolean | null>>>;
  /** Columns of bytes or bit strings; they are not among the others. */
  readonly bytes?: Readonly<Record<string, readonly (Uint8Array | null)[]>>;
}

/** What the rest of the app may ask of a database, whichever it is. */
export interface Engine {
  /**
   * Replaces the given tables by these Arrow IPC streams, and the prepared ones by what their queries give, in the order in
   * which they stand, in one step: a query sees all of the old or all of the new.
   */
  load(
    tables: Readonly<Record<string, Uint8Array>>,
    prepared?: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Runs one query; aborting the signal cancels it inside the engine and rejects with the signal's reason. */
  ask(sql: string, signal?: AbortSignal): Promise<Answer>;
  /** The rows of these tables as they stand at one moment, as Arrow IPC streams. */
  copy(tables: readonly string[]): Promise<Record<string, Uint8Array<ArrayBuffer>>>;
  /** Frees the engine's memory and worker. */
  close(): Promise<void>;
}
