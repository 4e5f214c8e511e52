import { streamInFile } from '#lib/engine/arrow-file.ts';
import type { Answer, Engine } from '#lib/engine/engine.ts';
import { QueryError } from '#lib/engine/query-error.ts';
import { readAnswer } from '#lib/engine/read-answer.ts';
import {
  allOf,
  dropWaiting,
  emptyStar,
  lockDown,
  swapWaiting,
  waitingName,
} from '#lib/engine/duckdb/statements.ts';
import { preparedFacts } from '#lib/measures/facts.ts';
import { createRequire } from 'node:module';
import type { RecordBatch } from 'apache-arrow';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';

const require = createRequire(import.meta.url);

/** The engine of the app in this very thread of Node, for tests: the same DuckDB, settings, prepared facts and reading of answers. */
export async function openNodeDuckDB(): Promise<Engine> {
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
  await database.instantiate(() => undefined);
  database.open({
    path: ':memory:',
    query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true },
  });
  const connection = database.connect();
  const run = (statements: readonly string[]) => statements.forEach((sql) => connection.query(sql));
  run(lockDown);
  run(emptyStar());

  return {
    load(tables, prepared = preparedFacts()): Promise<void> {
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
      return Promise.resolve();
    },
  };
}
