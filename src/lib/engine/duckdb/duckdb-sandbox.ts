import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import {
  SandboxRefusal,
  type Sandbox,
  type SandboxAnswer,
  type SandboxContent,
} from '../sandbox.ts';
import { ask } from './sandbox-query.ts';
import { startDuckDB, type StartedDuckDB } from './start.ts';
import { emptyStar, lockDown } from './statements.ts';

/** What the queries of a person may take, beside the tables. */
const memory = '1500MB';
/** Milliseconds after which an engine that does not heed a cancel is ended. */
const grace = 80;

/** DuckDB behind the `Sandbox` interface, in a worker of its own. */
export class DuckDBSandbox implements Sandbox {
  readonly #content: () => Promise<SandboxContent>;
  readonly #patience: number;
  #started: Promise<StartedDuckDB> | null = null;
  /** The end of the query before. */
  #former: Promise<void> = Promise.resolve();
  #closed = false;
  #ending = new AbortController();

  /** `content` is asked each time it starts; `patience` is how many milliseconds that may take without the content. */
  constructor(content: () => Promise<SandboxContent>, patience = 60_000) {
    this.#content = content;
    this.#patience = patience;
  }

  async prepare(): Promise<void> {
    await this.#start();
  }

  async run(sql: string, wish?: AbortSignal): Promise<SandboxAnswer> {
    const { signal: ending } = this.#ending;
    const signal = wish ? AbortSignal.any([wish, ending]) : ending;
    signal.throwIfAborted();
    const running = this.#former.then(() => this.#runAlone(sql, signal));
    this.#former = running.then(
      ({ ended }) => ended,
      () => undefined,
    );
    const { answer } = await untilAborted(running, signal);
    return untilAborted(answer, signal);
  }

  renew(): void {
    this.#end();
  }

  close(): void {
    this.#closed = true;
    this.#end();
  }

  #start(): Promise<StartedDuckDB> {
    if (this.#closed) return Promise.reject(new Error('The sandbox is closed'));
    if (this.#started) return this.#started;
    const started = this.#open();
    started.catch(() => {
      if (this.#started === started) this.#started = null;
    });
    this.#started = started;
    return started;
  }

  async #open(): Promise<StartedDuckDB> {
    const [started, content] = await Promise.all([
      startDuckDB(async (database) => {
        const connection = await database.connect();
        await connection.query(`SET memory_limit='${memory}'`);
        for (const sql of [...lockDown, ...emptyStar()]) await connection.query(sql);
        await connection.close();
      }, this.#patience),
      this.#content(),
    ]);
    try {
      await fill(started.database, content);
      return started;
    } catch (cause) {
      started.worker.terminate();
      throw cause;
    }
  }

  #end(): void {
    this.#ending.abort(new Error('The sandbox was ended'));
    this.#ending = new AbortController();
    this.#discard();
  }

  #discard(): void {
    const ending = this.#started;
    this.#started = null;
    ending?.then(
      ({ worker }) => worker.terminate(),
      () => undefined,
    );
  }

  /** The query's answer, and the moment from which another one may be asked: both are awaited apart. */
  async #runAlone(
    sql: string,
    signal: AbortSignal,
  ): Promise<{ answer: Promise<SandboxAnswer>; ended: Promise<void> }> {
    signal.throwIfAborted();
    const starting = this.#start();
    const { database, worker } = await untilAborted(starting, signal);
    const connection = await database.connect();
    const broken = breakage(worker);
    const answer = Promise.race([ask(connection, sql, signal), broken.promise]);
    const settled = answer.then(
      () => true,
      (cause: unknown) => !(cause instanceof SandboxRefusal && cause.kind === 'broken'),
    );
    const ended = Promise.race([settled, cancelOn(signal, connection, settled)]).then((sound) => {
      broken.stop();
      // A worker that has been ended meanwhile never answers this.
      if (sound) void connection.close();
      else if (this.#started === starting) this.#discard();
    });
    return { answer, ended };
  }
}

/** Cancels when the signal says so; resolves with false when nothing has come of that after the time of grace. */
function cancelOn(
  signal: AbortSignal,
  connection: AsyncDuckDBConnection,
  settled: Promise<boolean>,
): Promise<false> {
  return new Promise((resolve) => {
    const cancel = () => {
      void connection.cancelSent().catch(() => undefined);
      setTimeout(() => resolve(false), grace);
    };
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
    void settled.then(() => {
      signal.removeEventListener('abort', cancel);
    });
  });
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

/** Rejects when the worker itself breaks, of which its queries never hear. */
function breakage(worker: Worker): { promise: Promise<never>; stop(): void } {
  const stopped = new AbortController();
  const promise = new Promise<never>((_, reject) => {
    worker.addEventListener(
      'error',
      ({ message }) => reject(new SandboxRefusal('broken', message, null)),
      { signal: stopped.signal },
    );
  });
  return { promise, stop: () => stopped.abort() };
}

async function fill(database: AsyncDuckDB, { tables, views }: SandboxContent): Promise<void> {
  const connection = await database.connect();
  for (const [name, bytes] of Object.entries(tables)) {
    await connection.query(`DROP TABLE IF EXISTS "${name}"`);
    await connection.insertArrowFromIPCStream(bytes, { name, create: true });
  }
  for (const sql of views) await connection.query(sql);
  await connection.close();
}
