import type { Answer, Engine } from './engine.ts';

/** How many values are kept at most, over all answers. */
const mostValues = 4_000_000;

const bytesOfValue = 8;

function sizeOf({ length, columns, bytes = {} }: Answer): number {
  const held = Object.values(bytes)
    .flat()
    .reduce((sum, one) => sum + (one?.length ?? 0), 0);
  return Math.max(1, length * Object.keys(columns).length + held / bytesOfValue);
}

/**
 * An engine that answers the same query from memory until its tables change; what was asked longest ago is forgotten
 * first, and an answer that alone would fill a quarter of the memory is not kept. Answers must not be changed by those who ask.
 */
export function rememberAnswers(engine: Engine, most = mostValues): Engine {
  const kept = new Map<string, Answer>();
  let values = 0;
  let state = 0;

  const forget = (sql: string, answer: Answer) => {
    kept.delete(sql);
    values -= sizeOf(answer);
  };

  const keep = (sql: string, answer: Answer) => {
    const size = sizeOf(answer);
    if (size > most / 4 || kept.has(sql)) return;
    kept.set(sql, answer);
    values += size;
    for (const [oldest, former] of kept) {
      if (values <= most) break;
      forget(oldest, former);
    }
  };

  const clear = () => {
    kept.clear();
    values = 0;
    state += 1;
  };

  return {
    async load(tables, prepared) {
      clear();
      try {
        await engine.load(tables, prepared);
      } finally {
        clear();
      }
    },
    async ask(sql, signal) {
      signal?.throwIfAborted();
      const known = kept.get(sql);
      if (known) {
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const asked = state;
      const answer = await engine.ask(sql, signal);
      if (asked === state) keep(sql, answer);
      return answer;
    },
    copy: (tables) => engine.copy(tables),
    close: () => {
      clear();
      return engine.close();
    },
  };
}
