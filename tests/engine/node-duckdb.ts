import type { Engine } from '#lib/engine/engine.ts';
import { openThreadDuckDB } from '#lib/engine/duckdb/thread-duckdb.ts';
import { preparedFacts } from '#lib/measures/facts.ts';

/** The engine of the app in this very thread of Node, for tests: what it loads is prepared as the app prepares it. */
export async function openNodeDuckDB(): Promise<Engine> {
  const engine = await openThreadDuckDB(import.meta.url);
  return {
    ...engine,
    load: (tables, prepared = preparedFacts()) => engine.load(tables, prepared),
  };
}
