import type { AsyncDuckDB, DuckDBConfig } from '@duckdb/duckdb-wasm';
import { EngineUnavailable } from '../engine-unavailable.ts';

/** The smallest valid WebAssembly module: its magic number and version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** In memory; other queries are answered while a long one runs; numbers arrive as numbers. */
const config: DuckDBConfig = {
  path: ':memory:',
  query: {
    queryPollingInterval: 10,
    castBigIntToDouble: true,
    castDecimalToDouble: true,
    castTimestampToDate: true,
  },
};

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

async function open(database: AsyncDuckDB, wasm: string): Promise<void> {
  await database.instantiate(wasm);
  await database.open(config);
}

/** A database in a worker of its own. */
export interface StartedDuckDB {
  readonly database: AsyncDuckDB;
  readonly worker: Worker;
}

/**
 * Starts an empty DuckDB in a worker of its own, in memory, and lets `setUp` prepare it. Rejects with `EngineUnavailable` where
 * the browser cannot run it or is not done within `patience` milliseconds.
 */
export async function startDuckDB(
  setUp: (database: AsyncDuckDB) => Promise<void>,
  patience: number,
): Promise<StartedDuckDB> {
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
    const opened = open(database, new URL(bundle.wasm, location.href).href);
    await Promise.race([opened.then(() => setUp(database)), failed.promise]);
    return { database, worker };
  } catch (cause) {
    worker.terminate();
    throw cause instanceof EngineUnavailable ? cause : new EngineUnavailable('blocked', cause);
  } finally {
    failed.stop();
  }
}
