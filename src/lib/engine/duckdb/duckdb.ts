import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { EngineUnavailable } from '../engine-unavailable.ts';
import type { Engine } from '../engine.ts';
import { DuckDBEngine } from './duckdb-engine.ts';
import { emptyStar, lockDown } from './statements.ts';

/** The smallest valid WebAssembly module: its magic number and version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

function checkWebAssembly(): void {
  if (typeof WebAssembly === 'undefined') throw new EngineUnavailable('no-webassembly');
  try {
    new WebAssembly.Module(emptyModule);
  } catch (cause) {
    throw new EngineUnavailable('blocked', cause);
  }
}

function startWorker(url: string): Worker {
  try {
    return new Worker(url);
  } catch (cause) {
    throw new EngineUnavailable('no-worker', cause);
  }
}

/** Rejects when the worker breaks or the time is over: where WebAssembly is forbidden, instantiation never settles. */
function failure(worker: Worker, milliseconds: number): { promise: Promise<never>; stop(): void } {
  const settled = new AbortController();
  const promise = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(new EngineUnavailable('timeout'));
    }, milliseconds);
    const broken = (event: ErrorEvent) => {
      reject(new EngineUnavailable('no-worker', event.error ?? event.message));
    };
    worker.addEventListener('error', broken, { signal: settled.signal });
    settled.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
  return {
    promise,
    stop: () => {
      settled.abort();
    },
  };
}

async function prepare(database: AsyncDuckDB, wasm: string): Promise<Engine> {
  await database.instantiate(wasm);
  await database.open({
    path: ':memory:',
    query: {
      queryPollingInterval: 10,
      castBigIntToDouble: true,
      castDecimalToDouble: true,
      castTimestampToDate: true,
    },
  });
  const connection = await database.connect();
  for (const sql of [...lockDown, ...emptyStar()]) await connection.query(sql);
  await connection.close();
  return new DuckDBEngine(database);
}

/**
 * Starts DuckDB in a worker of its own, in memory, with all tables of the star schema empty. Rejects with
 * `EngineUnavailable` where the browser cannot run it or does not answer within `patience` milliseconds.
 */
export async function openDuckDB(patience = 60_000): Promise<Engine> {
  checkWebAssembly();
  const [duckdb, { bundles }] = await Promise.all([
    import('@duckdb/duckdb-wasm'),
    import('./bundles.ts'),
  ]);
  const { wasmExceptions } = await duckdb.getPlatformFeatures();
  const bundle = wasmExceptions ? bundles.eh : bundles.mvp;
  const worker = startWorker(bundle.worker);
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const failed = failure(worker, patience);
  try {
    return await Promise.race([
      prepare(database, new URL(bundle.wasm, location.href).href),
      failed.promise,
    ]);
  } catch (cause) {
    worker.terminate();
    throw cause instanceof EngineUnavailable ? cause : new EngineUnavailable('blocked', cause);
  } finally {
    failed.stop();
  }
}
