import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeColumns } from '../arrow.ts';
import type { Engine } from '../engine.ts';
import { QueryError } from '../query-error.ts';
import { star } from '../schema.ts';
import { DuckDBEngine } from './duckdb-engine.ts';
import { openDuckDB } from './duckdb.ts';
import { startDuckDB } from './start.ts';

const slow =
  'SELECT count(*) AS n FROM range(400000) a, range(400000) b WHERE (a.range * b.range) % 7 = 3';

function terms(...ids: string[]): Uint8Array {
  return encodeColumns(star.period, {
    period: ids.map((_, i) => i),
    id: ids,
    school_year: ids.map(() => 2025),
    term: ids.map((_, i) => i + 1),
    starts: ids.map(() => 20_332),
    ends: ids.map(() => null),
  });
}

describe('DuckDB in the browser', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it('answers over the empty star before anything is loaded', async () => {
    const answer = await engine.ask('SELECT count(*) AS n FROM participation');
    expect(answer.columns['n']?.[0]).toBe(0);
  });

  it('replaces whole tables, keeps the bytes given, and gives plain values', async () => {
    const bytes = terms('2025-1', '2025-2');
    const survey = encodeColumns({ value: 'double' } as const, { value: [0.5, null] });
    await engine.load({ period: bytes, survey });
    await engine.load({ period: bytes });
    const answer = await engine.ask(
      `SELECT id, starts, ends, term, count(*) OVER () AS n, sum(term) OVER () AS s, 1.25 AS d,
        TIMESTAMP '2025-09-01 10:30:00' AS t, term = 1 AS first FROM period ORDER BY term`,
    );
    expect(answer.length).toBe(2);
    const plain = Object.fromEntries(
      Object.entries(answer.columns).map(([name, cells]) => [name, Array.from(cells)]),
    );
    expect(plain).toEqual({
      id: ['2025-1', '2025-2'],
      starts: ['2025-09-01', '2025-09-01'],
      ends: [null, null],
      term: [1, 2],
      n: [2, 2],
      s: [3, 3],
      d: [1.25, 1.25],
      t: ['2025-09-01T10:30:00', '2025-09-01T10:30:00'],
      first: [true, false],
    });
    const types = await engine.ask('SELECT column_type FROM (DESCRIBE period)');
    expect(Array.from(types.columns['column_type'] ?? [])).toEqual([
      'INTEGER',
      'VARCHAR',
      'INTEGER',
      'INTEGER',
      'DATE',
      'DATE',
    ]);
  });

  it('leaves everything as it was when one of the tables is refused', async () => {
    await engine.load({ period: terms('old') });
    const broken = engine.load({ period: terms('a', 'b'), roll: new Uint8Array([1, 2, 3, 4]) });
    await expect(broken).rejects.toThrow('refused');
    const answer = await engine.ask('SELECT id FROM period');
    expect(Array.from(answer.columns['id'] ?? [])).toEqual(['old']);
    await engine.load({ period: terms('new') });
    const after = await engine.ask('SELECT id FROM period');
    expect(Array.from(after.columns['id'] ?? [])).toEqual(['new']);
  });

  it('cancels a running query and answers others meanwhile', async () => {
    const abort = new AbortController();
    const long = engine.ask(slow, abort.signal);
    const short = await engine.ask('SELECT 1 AS one');
    expect(short.columns['one']?.[0]).toBe(1);
    const reason = new Error('a later wish');
    abort.abort(reason);
    await expect(long).rejects.toBe(reason);
    await expect(engine.ask('SELECT 2 AS two')).resolves.toMatchObject({ length: 1 });
    await expect(engine.ask('SELECT 1', AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('says which SQL it refused', async () => {
    const sql = 'SELECT nothing FROM nowhere';
    const error = await engine.ask(sql).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ sql });
  });

  it.each([
    "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')",
    "COPY period TO 'http://127.0.0.1:9/a.csv'",
    "ATTACH 'http://127.0.0.1:9/a.duckdb'",
    'LOAD json',
    'SET enable_external_access=true',
    'SET autoload_known_extensions=true',
    'SET lock_configuration=false',
  ])('refuses «%s»', async (sql) => {
    await expect(engine.ask(sql)).rejects.toBeInstanceOf(QueryError);
    await expect(engine.ask('SELECT count(*) FROM period')).resolves.toMatchObject({ length: 1 });
  });
});

it('says why there is no engine when the browser never answers', async () => {
  await expect(openDuckDB(1)).rejects.toMatchObject({
    name: 'EngineUnavailable',
    reason: 'timeout',
  });
});

describe('an engine that compresses what it holds', () => {
  const rows = 300_000;
  const tables = (name: string) => ({
    survey: encodeColumns({ item: 'text', value: 'double' } as const, {
      item: Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? null : `${name} ${row % 3}`)),
      value: Array.from({ length: rows }, (_, row) => row % 7),
    }),
  });
  const doubled = { doubled: 'SELECT item, 2 * value AS value FROM survey' };
  const sums = 'SELECT item, count(*) AS n, sum(value) AS value FROM doubled GROUP BY item';
  let engine: Engine;

  beforeAll(async () => {
    const { database } = await startDuckDB(() => Promise.resolve(), 60_000);
    engine = new DuckDBEngine(database, 0);
  }, 60_000);

  afterAll(() => engine.close());

  async function held(): Promise<number> {
    const { columns } = await engine.ask(
      "SELECT count(*) AS n FROM pragma_storage_info('doubled') WHERE compression = 'Uncompressed'",
    );
    return Number(columns['n']?.[0]);
  }

  it('holds the same rows in a smaller form', async () => {
    await engine.load(tables('a'), doubled);
    expect(await held()).toBe(0);
    const { columns } = await engine.ask(`${sums} ORDER BY item NULLS FIRST`);
    const all = Array.from({ length: rows }, (_, row) => row);
    const sumOf = (own: number[]) => own.reduce((sum, row) => sum + 2 * (row % 7), 0);
    const groups = [
      all.filter((row) => row % 5 === 0),
      ...[0, 1, 2].map((kind) => all.filter((row) => row % 5 !== 0 && row % 3 === kind)),
    ];
    expect(Array.from(columns['item'] ?? [])).toEqual([null, 'a 0', 'a 1', 'a 2']);
    expect(Array.from(columns['n'] ?? [])).toEqual(groups.map(({ length }) => length));
    expect(Array.from(columns['value'] ?? [])).toEqual(groups.map(sumOf));
  });

  it('takes new tables while a question about the old ones is being answered', async () => {
    const asked = engine.ask('SELECT count(*) AS n FROM doubled a, range(200) b WHERE a.value > 1');
    await engine.load(tables('b'), doubled);
    const answer = await asked;
    const above = Array.from({ length: rows }, (_, row) => row).filter((row) => row % 7 > 0);
    expect(answer.columns['n']?.[0]).toBe(above.length * 200);
    const items = await engine.ask('SELECT max(item) AS item FROM doubled');
    expect(items.columns['item']?.[0]).toBe('b 2');
  });
});
