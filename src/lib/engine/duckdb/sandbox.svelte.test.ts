import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeColumns } from '../arrow.ts';
import type { Engine } from '../engine.ts';
import { SandboxRefusal, type SandboxAnswer } from '../sandbox.ts';
import { star } from '../schema.ts';
import { openDuckDB } from './duckdb.ts';
import { DuckDBSandbox } from './duckdb-sandbox.ts';
import { mostRows } from './sandbox-query.ts';

const long =
  'SELECT count(*) FROM range(400000) a, range(400000) b WHERE (a.range * b.range) % 7 = 3';
/** One expression, which the engine computes without ever looking up. */
const deaf = 'SELECT list_sum(list_transform(range(30000000), x -> x % 7 + length(x::VARCHAR)))';

const period = encodeColumns(star.period, {
  period: [0, 1],
  id: ['2025-1', '2025-2'],
  school_year: [2025, 2025],
  term: [1, 2],
  starts: [20_332, null],
  ends: [null, null],
});

/** Rows of an answer as arrays. */
function rowsOf({ length, columns }: SandboxAnswer): unknown[][] {
  return Array.from({ length }, (_, row) => columns.map(({ values }) => values[row]));
}

async function refusalOf(asking: Promise<unknown>): Promise<SandboxRefusal> {
  const cause = await asking.then(
    () => 'answered',
    (refused: unknown) => refused,
  );
  if (!(cause instanceof SandboxRefusal)) throw new Error(`no refusal: ${String(cause)}`);
  return cause;
}

describe('a sandbox in the browser', () => {
  let engine: Engine;
  let sandbox: DuckDBSandbox;
  let fillings = 0;

  beforeAll(async () => {
    engine = await openDuckDB();
    await engine.load({ period }, { prepared_terms: 'SELECT count(*)::INTEGER AS n FROM period' });
    sandbox = new DuckDBSandbox(async () => {
      fillings += 1;
      return {
        tables: await engine.copy(['period', 'survey']),
        views: ['CREATE VIEW terms AS SELECT id, starts FROM period'],
      };
    });
    await sandbox.prepare();
  }, 60_000);

  afterAll(async () => {
    sandbox.close();
    await engine.close();
  });

  it('reads the copied tables, empty ones too, and the views', async () => {
    const answer = await sandbox.run('SELECT * FROM terms ORDER BY id DESC; -- newest first');
    expect(answer.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'VARCHAR'],
      ['starts', 'DATE'],
    ]);
    expect(rowsOf(answer)).toEqual([
      ['2025-2', null],
      ['2025-1', '2025-09-01'],
    ]);
    const empty = await sandbox.run('SELECT count(*) FROM survey');
    expect(rowsOf(empty)).toEqual([[0]]);
    expect(rowsOf(await sandbox.run("SELECT 'it''s; --' AS \"a;b\""))).toEqual([["it's; --"]]);
  });

  it('passes every type on without loss, and columns of one name', async () => {
    const answer = await sandbox.run(
      `SELECT 1 AS a, 2::BIGINT AS a, 9007199254740993 AS big, 1.50::DECIMAL(9,2) AS d, 0.1::FLOAT AS f,
        sum(term) AS s, INTERVAL 3 DAY AS i, [1, 2] AS l, {'x': 1} AS st, TIME '10:05:00' AS t,
        TIMESTAMP '2025-09-01 10:05:00' AS ts, DATE '25000-01-01' AS far, 'infinity'::DATE AS never,
        true AS yes, NULL AS nothing, 'a'::BLOB AS b, TIMESTAMPTZ '2020-01-01 10:00:00+00' AS tz,
        123456789012345678901234567890::HUGEINT AS huge, 1e400 AS inf FROM period`,
    );
    expect(rowsOf(answer)).toEqual([
      [
        ...[1, 2, '9007199254740993', 1.5, 0.1, 3, '3 days', '[1, 2]', "{'x': 1}", '10:05:00'],
        ...['2025-09-01 10:05:00', '25000-01-01', 'infinity', true, null, 'a'],
        ...['2020-01-01 10:00:00+00', '123456789012345678901234567890', Infinity],
      ],
    ]);
  });

  it.each([
    'SELECT range AS n FROM range(100001)',
    'SELECT range AS n FROM range(3000000) ORDER BY 1',
  ])(
    'keeps the first hundred thousand rows, in order, and says that there are more: %s',
    async (sql) => {
      const { length, isCut, columns } = await sandbox.run(sql);
      expect([length, isCut]).toEqual([mostRows, true]);
      expect(columns[0]?.values[mostRows - 1]).toBe(mostRows - 1);
      const whole = await sandbox.run('SELECT range AS n FROM range(100000)');
      expect([whole.length, whole.isCut]).toEqual([mostRows, false]);
    },
  );

  it('names the line and column of a fault in the text itself', async () => {
    const misspelt = await refusalOf(sandbox.run('SELECT id\nFORM period'));
    expect(misspelt).toMatchObject({ kind: 'sql', place: { line: 2, column: 6 } });
    const unknown = await refusalOf(sandbox.run("SELECT 'Ёж',\n  nothing FROM period"));
    expect(unknown).toMatchObject({ kind: 'sql', place: { line: 2, column: 3 } });
    expect(unknown.message).toContain('"nothing"');
    const late = await refusalOf(sandbox.run('SELECT CAST(id AS INTEGER) FROM period'));
    expect(late).toMatchObject({ kind: 'sql', place: null });
    expect((await refusalOf(sandbox.run(' -- a note\n;'))).kind).toBe('empty');
  });

  const hostile = [
    'DROP TABLE period',
    'SELECT 1; DROP TABLE period',
    'SELECT 1) ; DROP TABLE period; --',
    "SELECT 1 FROM query('DROP TABLE period')",
    "'); DROP TABLE period; --",
    "SELECT ''); DROP TABLE period; SELECT ('",
    'WITH gone AS (DELETE FROM period RETURNING *) SELECT * FROM gone',
    'SELECT * INTO other FROM period',
    "INSERT INTO period (id) VALUES ('x')",
    "UPDATE period SET id = 'x'",
    'DELETE FROM period',
    'TRUNCATE period',
    'MERGE INTO period USING period p ON true WHEN MATCHED THEN DELETE',
    'CREATE TABLE other AS SELECT 1',
    'CREATE OR REPLACE VIEW terms AS SELECT 1',
    'CREATE TEMP TABLE period AS SELECT 1',
    'CREATE MACRO upper(x) AS 1',
    'ALTER TABLE period ADD COLUMN x INTEGER',
    'COMMIT',
    'ROLLBACK',
    'COMMIT; DROP TABLE period',
    'BEGIN; DROP TABLE period; COMMIT',
    'CHECKPOINT',
    'VACUUM',
    'SET memory_limit = 0',
    'SET VARIABLE x = 1',
    'RESET lock_configuration',
    'SET lock_configuration = false',
    'SET enable_external_access = true',
    'PRAGMA enable_profiling',
    'PRAGMA memory_limit = 0',
    "PRAGMA import_database('x')",
    'USE temp',
    "ATTACH ':memory:' AS other",
    "ATTACH 'https://example.org/x.duckdb'",
    'DETACH memory',
    "COPY period TO 'x.csv'",
    "COPY (SELECT 1) TO 'https://example.org/x.csv'",
    "COPY period FROM 'x.csv'",
    "EXPORT DATABASE 'x'",
    "IMPORT DATABASE 'x'",
    'INSTALL httpfs',
    'LOAD json',
    'CALL enable_logging()',
    'EXPLAIN ANALYZE DELETE FROM period',
    'PREPARE p AS DELETE FROM period',
    'EXECUTE p',
    'DEALLOCATE p',
    "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
    "COMMENT ON TABLE period IS 'x'",
  ];

  const reaching = [
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM read_csv_auto('x.csv')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('opfs://x')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('x.csv')",
    "SELECT * FROM read_parquet('https://example.org/x.parquet')",
    "SELECT * FROM parquet_scan('x.parquet')",
    "SELECT * FROM read_json('x.json')",
    "SELECT * FROM 'https://example.org/x.csv'",
    "SELECT * FROM 'x.csv'",
    'SELECT * FROM "https://example.org/x.csv"',
    "SELECT * FROM query('SELECT * FROM read_text(''x'')')",
    "SELECT (SELECT content FROM read_text('x'))",
    "SELECT * FROM query_table(['https://example.org/x.csv'])",
  ];

  const state = async () => ({
    ours: await engine.ask('SELECT id, starts, n FROM period, prepared_terms ORDER BY id'),
    theirs: rowsOf(await sandbox.run('SELECT id, starts FROM terms ORDER BY id')),
    tables: rowsOf(
      await sandbox.run(
        'SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1',
      ),
    ),
    settings: rowsOf(
      await sandbox.run(
        "SELECT name, value FROM duckdb_settings() WHERE name NOT LIKE '%usage%' ORDER BY 1",
      ),
    ),
  });

  it('answers nothing but one reading query, and nothing that was asked changes anything', async () => {
    const before = await state();
    const filled = fillings;
    const answered: string[] = [];
    const kinds = new Map<string, string>();
    for (const sql of [...hostile, ...reaching]) {
      const cause = await sandbox.run(sql).catch((refused: unknown) => refused);
      if (!(cause instanceof SandboxRefusal)) answered.push(sql);
      else kinds.set(sql, cause.kind);
    }
    expect(answered).toEqual([]);
    const of = (sqls: readonly string[], kind: string) =>
      sqls.filter((sql) => kinds.get(sql) !== kind);
    // Whatever is a statement of its own is refused for that; what is none is no SQL at all.
    expect(of(hostile, 'not-reading').filter((sql) => kinds.get(sql) !== 'sql')).toEqual([]);
    expect(of(reaching, 'outside')).toEqual([]);
    expect(await state()).toEqual(before);
    expect(fillings).toBe(filled);
  });

  it('keeps nothing of one query for the next', async () => {
    await sandbox.run('SELECT setseed(0.5)');
    const [[first], [second]] = [
      await sandbox.run('SELECT random()').then(rowsOf),
      await sandbox.run('SELECT random()').then(rowsOf),
    ];
    expect(first).not.toEqual(second);
    await sandbox.run('FROM enable_logging()');
    await expect(
      engine.ask('SELECT count(*)::INTEGER AS n FROM duckdb_logs()'),
    ).resolves.toMatchObject({ length: 1 });
    expect(rowsOf(await sandbox.run('SELECT id FROM terms ORDER BY id'))).toEqual([
      ['2025-1'],
      ['2025-2'],
    ]);
  });

  it('stops a long query at once, and the app is answered meanwhile and after', async () => {
    const abort = new AbortController();
    const asked = sandbox.run(long, abort.signal);
    await expect(engine.ask('SELECT id FROM period')).resolves.toMatchObject({ length: 2 });
    const reason = new Error('stopped by a person');
    abort.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(rowsOf(await sandbox.run('SELECT count(*) FROM terms'))).toEqual([[2]]);
    await expect(sandbox.run('SELECT 1', AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('stops even what does not heed a cancel, by another start', async () => {
    const filled = fillings;
    const abort = new AbortController();
    const asked = sandbox.run(deaf, abort.signal);
    await new Promise((resolve) => setTimeout(resolve, 200));
    abort.abort(new Error('stopped by a person'));
    await expect(asked).rejects.toThrow('stopped by a person');
    await expect(engine.ask('SELECT id FROM period')).resolves.toMatchObject({ length: 2 });
    expect(rowsOf(await sandbox.run('SELECT count(*) FROM terms'))).toEqual([[2]]);
    expect(fillings).toBeGreaterThanOrEqual(filled);
  }, 30_000);

  it.each([
    "SELECT list(a.range || repeat('x', 400)) FROM range(30000000) a",
    "SELECT repeat('x', 4000000000)",
  ])(
    'says so when memory runs out, and goes on: %s',
    async (sql) => {
      const refused = await refusalOf(sandbox.run(sql));
      expect(['memory', 'broken'], refused.message).toContain(refused.kind);
      expect(rowsOf(await sandbox.run('SELECT count(*) FROM terms'))).toEqual([[2]]);
    },
    60_000,
  );

  it.each([
    `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
    `SELECT ${'1+'.repeat(50_000)}1`,
    `${'SELECT * FROM ('.repeat(3_000)}SELECT 1${')'.repeat(3_000)}`,
    `SELECT ${Array.from({ length: 5_000 }, (_, i) => `${i} AS c${i}`).join(',')}`,
  ])(
    'goes on after a monstrous text',
    async (sql) => {
      await sandbox.run(sql).catch((cause: unknown) => {
        expect(cause).toBeInstanceOf(SandboxRefusal);
      });
      expect(rowsOf(await sandbox.run('SELECT count(*) FROM terms'))).toEqual([[2]]);
    },
    60_000,
  );

  it('holds what the engine holds after it was renewed', async () => {
    await engine.load({
      period: encodeColumns(star.period, {
        period: [0],
        id: ['new'],
        school_year: [2026],
        term: [1],
        starts: [null],
        ends: [null],
      }),
    });
    expect(rowsOf(await sandbox.run('SELECT count(*) FROM terms'))).toEqual([[2]]);
    sandbox.renew();
    expect(rowsOf(await sandbox.run('SELECT id FROM terms'))).toEqual([['new']]);
  }, 30_000);
});
