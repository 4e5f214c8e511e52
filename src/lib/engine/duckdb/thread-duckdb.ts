import { createRequire } from 'node:module';
import type { RecordBatch } from 'apache-arrow';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import { streamInFile } from '../arrow-file.ts';
import type { Answer, Engine } from '../engine.ts';
import { QueryError } from '../query-error.ts';
import { readAnswer } from '../read-answer.ts';
import { allOf, dropWaiting, emptyStar, lockDown, swapWaiting, waitingName } from './statements.ts';

/** What is compiled once and serves every engine of this thread, one after the other. */
let bindings: Promise<Blocking.DuckDBBindings> | null = null;
let isTaken = false;

async function instantiate(beside: string | URL): Promise<Blocking.DuckDBBindings> {
  const require = createRequire(beside);
  const duckdb = require('@duckdb/duckdb-wasm/blocking') as typeof Blocking;
  const bundle = (name: string) => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  return database.instantiate(() => undefined);
}

/**
 * The engine of the app in this very thread of Node: the same DuckDB, settings and reading of answers. `beside` is a file in
 * whose folder, or above it, the packages are installed. Only one is open at a time; rejects where the former was not closed.
 */
export async function openThreadDuckDB(beside: string | URL): Promise<Engine> {
  if (isTaken) throw new Error('The former engine of this thread is still open');
  isTaken = true;
  bindings ??= instantiate(beside);
  const database = await bindings;
  database.open({
    path: ':memory:',
    query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true },
  });
  const connection = database.connect();
  const run = (statements: readonly string[]) => statements.forEach((sql) => connection.query(sql));
  run(lockDown);
  run(emptyStar());

  return {
    load(tables, prepared = {}): Promise<void> {
      const names = Object.keys(tables);
      run(dropWaiting(names));
      for (const [name, bytes] of Object.entries(tables)) {
        connection.insertArrowFromIPCStream(bytes.slice(), {
          name: waitingName(name),
          create: true,
        });
      }
      run(swapWaiting(names, prepared));
      return Promise.resolve();
    },
    ask(sql: string, signal?: AbortSignal): Promise<Answer> {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      try {
        const table = connection.query(sql);
        return Promise.resolve(readAnswer(table.schema, table.batches as RecordBatch[]));
      } catch (cause) {
        return Promise.reject(new QueryError(sql, cause));
      }
    },
    copy(tables) {
      const copies = tables.map((table) => {
        const bytes = connection.useUnsafe((bindings, id) => bindings.runQuery(id, allOf(table)));
        return [table, streamInFile(bytes as Uint8Array<ArrayBuffer>)] as const;
      });
      return Promise.resolve(Object.fromEntries(copies));
    },
    close(): Promise<void> {
      connection.close();
      database.reset();
      isTaken = false;
      return Promise.resolve();
    },
  };
}
