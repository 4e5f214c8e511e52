import * as duckdb from '@duckdb/duckdb-wasm';
import ehWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import ehModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { read } from '@e965/xlsx';
import Papa from 'papaparse';

/** @param {ArrayBuffer} bytes @param {string} encoding */
const parseText = (bytes, encoding) =>
  Papa.parse(new TextDecoder(encoding).decode(bytes)).data.length;

/**
 * What the bare libraries need for the same bytes: PapaParse for text, the workbook reader for workbooks, DuckDB for
 * holding the rows. Times in milliseconds.
 * @param {readonly { name: string, encoding: string | null, bytes: ArrayBuffer }[]} files
 */
async function measure(files) {
  let started = performance.now();
  let rows = 0;
  for (const { encoding, bytes } of files) if (encoding) rows += parseText(bytes, encoding);
  const papa = performance.now() - started;
  started = performance.now();
  for (const { encoding, bytes } of files)
    if (!encoding) read(bytes, { dense: true, cellNF: true });
  const xlsx = performance.now() - started;
  return { papa, xlsx, rows, duck: await measureDuck(files) };
}

/** @param {readonly { name: string, encoding: string | null, bytes: ArrayBuffer }[]} files */
async function measureDuck(files) {
  const started = performance.now();
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(ehWorker));
  await db.instantiate(ehModule);
  await db.open({});
  const connection = await db.connect();
  await connection.query('SET autoload_known_extensions=false');
  const open = performance.now() - started;
  const loading = performance.now();
  for (const [index, { encoding, bytes }] of files.entries()) {
    if (!encoding) continue;
    await db.registerFileText(`f${index}.csv`, new TextDecoder(encoding).decode(bytes));
    await connection.query(
      `CREATE TABLE t${index} AS FROM read_csv('f${index}.csv', all_varchar=true, ignore_errors=true, null_padding=true, strict_mode=false)`,
    );
  }
  const load = performance.now() - loading;
  await db.terminate();
  return { open, load };
}

/**
 * What PapaParse needs to stream a file in a worker, with the rows that it found. Time in milliseconds.
 * @param {File} file
 * @returns {Promise<{ rows: number, papa: number }>}
 */
function measureStream(file) {
  const worker = new Worker(new URL('./stream.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = reject;
    worker.postMessage(file);
  });
}

Object.assign(window, { measure, measureStream });
