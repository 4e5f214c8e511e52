import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';

/** Addresses of the two builds of the engine: with WebAssembly exceptions, and for browsers without them. */
export const bundles = {
  eh: { wasm: ehWasm, worker: ehWorker },
  mvp: { wasm: mvpWasm, worker: mvpWorker },
} as const;
