import type { Engine } from '../engine.ts';
import { DuckDBEngine } from './duckdb-engine.ts';
import { startDuckDB } from './start.ts';
import { emptyStar, lockDown } from './statements.ts';

/**
 * Starts DuckDB in a worker of its own, in memory, with all tables of the star schema empty. Rejects with
 * `EngineUnavailable` where the browser cannot run it or does not answer within `patience` milliseconds.
 */
export async function openDuckDB(patience = 60_000): Promise<Engine> {
  const { database } = await startDuckDB(async (fresh) => {
    const connection = await fresh.connect();
    for (const sql of [...lockDown, ...emptyStar()]) await connection.query(sql);
    await connection.close();
  }, patience);
  return new DuckDBEngine(database);
}
