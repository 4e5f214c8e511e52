import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { RecordBatch } from 'apache-arrow';
import { streamInFile } from '../arrow-file.ts';
import type { Answer, Engine } from '../engine.ts';
import { QueryError } from '../query-error.ts';
import { readAnswer } from '../read-answer.ts';
import { allOf, compressTables, dropWaiting, swapWaiting, waitingName } from './statements.ts';

/** With fewer bytes, to compress takes longer than it is worth. */
const largeTables = 32_000_000;

/** DuckDB behind the `Engine` interface: each load and each running question has a connection of its own. */
export class DuckDBEngine implements Engine {
  readonly #database: AsyncDuckDB;
  readonly #large: number;
  readonly #idle: AsyncDuckDBConnection[] = [];
  #loading: Promise<void> = Promise.resolve();
  #closed = false;

  /** Tables that arrive in more than `large` bytes are compressed. */
  constructor(database: AsyncDuckDB, large = largeTables) {
    this.#database = database;
    this.#large = large;
  }

  /** Loads follow one another; the bytes given stay whole. */
  load(
    tables: Readonly<Record<string, Uint8Array>>,
    prepared: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const loaded = this.#loading.then(() => this.#replace(tables, prepared));
    this.#loading = loaded.catch(() => undefined);
    return loaded;
  }

  async ask(sql: string, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    this.#assertOpen();
    const connection = this.#idle.pop() ?? (await this.#database.connect());
    const cancel = () => void connection.cancelSent().catch(() => undefined);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      signal?.throwIfAborted();
      return await readSent(connection, sql, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new QueryError(sql, cause);
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#idle.push(connection);
    }
  }

  async copy(tables: readonly string[]): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
    this.#assertOpen();
    const connection = await this.#database.connect();
    const copies: Record<string, Uint8Array<ArrayBuffer>> = {};
    try {
      await connection.query('BEGIN TRANSACTION READ ONLY');
      for (const table of tables) {
        const bytes = await connection.useUnsafe((database, id) =>
          database.runQuery(id, allOf(table)),
        );
        copies[table] = streamInFile(bytes as Uint8Array<ArrayBuffer>);
      }
      return copies;
    } catch (cause) {
      throw new QueryError(`copy of ${tables.join(', ')}`, cause);
    } finally {
      await connection.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#database.terminate();
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error('The engine is closed');
  }

  /** A new connection each time, because a connection remembers a stream that broke off and goes on with it. */
  async #replace(
    tables: Readonly<Record<string, Uint8Array>>,
    prepared: Readonly<Record<string, string>>,
  ): Promise<void> {
    this.#assertOpen();
    const names = Object.keys(tables);
    const size = Object.values(tables).reduce((sum, { length }) => sum + length, 0);
    const connection = await this.#database.connect();
    const compress = async () => {
      // Where a running query stands against it, the tables only take more memory.
      if (size > this.#large) await run(connection, compressTables).catch(() => undefined);
    };
    try {
      await run(connection, dropWaiting(names));
      for (const [name, bytes] of Object.entries(tables)) {
        await connection.insertArrowFromIPCStream(bytes.slice(), {
          name: waitingName(name),
          create: true,
        });
      }
      await compress();
      await run(connection, swapWaiting(names, prepared));
      await compress();
    } catch (cause) {
      await connection.query('ROLLBACK').catch(() => undefined);
      await run(connection, dropWaiting(names)).catch(() => undefined);
      throw new Error('The engine refused a table', { cause });
    } finally {
      await connection.close();
    }
  }
}

async function run(
  connection: AsyncDuckDBConnection,
  statements: readonly string[],
): Promise<void> {
  for (const sql of statements) {
    try {
      await connection.query(sql);
    } catch (cause) {
      throw new QueryError(sql, cause);
    }
  }
}

async function readSent(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const reader = await connection.send(sql);
  await reader.open();
  const { schema } = reader;
  const batches: RecordBatch[] = [];
  for await (const batch of reader) {
    signal?.throwIfAborted();
    batches.push(batch);
  }
  return readAnswer(schema, batches);
}
