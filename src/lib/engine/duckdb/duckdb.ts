import type { Engine } from '../engine.ts';
import type { EngineUnavailable } from '../engine-unavailable.ts';
import { DuckDBEngine } from './duckdb-engine.ts';
import { startDuckDB } from './start.ts';
import { emptyStar, lockDown } from './statements.ts';
import { watchEngine } from './watched-engine.ts';

/** An engine with something to do that gives no sign of life for so long has ended (ms). */
const silence = 90_000;

/**
 * Starts DuckDB in a worker of its own, in memory, with all tables of the star schema empty. Rejects with
 * `EngineUnavailable` where the browser cannot run it or does not answer within `patience` milliseconds; `onlost` hears when it ends later, in
 * the middle of its work.
 */
export async function openDuckDB(
  patience = 60_000,
  onlost: (cause: EngineUnavailable) => void = () => undefined,
): Promise<Engine> {
  const { database, worker } = await startDuckDB(async (fresh) => {
    const connection = await fresh.connect();
    for (const sql of [...lockDown, ...emptyStar()]) await connection.query(sql);
    await connection.close();
  }, patience);
  return watchEngine(new DuckDBEngine(database), {
    worker,
    ping: () => database.getVersion(),
    silence,
    onlost,
  });
}
