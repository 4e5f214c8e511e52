import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import type { Engine } from './engine.ts';

describe('answers', { timeout: 60_000 }, () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openNodeDuckDB();
  }, 60_000);

  afterAll(() => engine.close());

  it.each([
    ['count(*)', 1],
    ['sum(7)', 7],
    ['sum(7::HUGEINT)', 7],
    ['1.25::DECIMAL(10, 2)', 1.25],
    ['9007199254740991::BIGINT', 9_007_199_254_740_991],
    ['3::UTINYINT', 3],
    ['-0.5::FLOAT', -0.5],
    ["DATE '1969-12-31'", '1969-12-31'],
    ["DATE '2024-02-29'", '2024-02-29'],
    ["TIMESTAMP '2025-09-01 23:59:58'", '2025-09-01T23:59:58'],
    ["'Ёж'", 'Ёж'],
    ["'да'::ENUM ('да', 'нет')", 'да'],
    ['true', true],
    ['NULL', null],
    ['NULL::DATE', null],
    ['[1, 2]', '[1,2]'],
  ])('give %s as a plain value', async (expression, expected) => {
    const answer = await engine.ask(`SELECT ${expression} AS value`);
    expect(answer.length).toBe(1);
    expect(answer.columns['value']?.[0]).toEqual(expected);
  });

  it('keep the names and number of columns where there are no rows', async () => {
    const answer = await engine.ask('SELECT 1 AS a, NULL::DATE AS b WHERE false');
    expect(answer.length).toBe(0);
    expect(Object.entries(answer.columns).map(([name, cells]) => [name, cells.length])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('join all batches of a long result in order', async () => {
    const sql =
      'SELECT range::INTEGER AS n, nullif(range % 2, 0)::INTEGER AS odd FROM range(10000)';
    const { columns, length } = await engine.ask(sql);
    expect(length).toBe(10_000);
    expect(columns['n']?.[9999]).toBe(9999);
    expect([columns['odd']?.[9998], columns['odd']?.[9999]]).toEqual([null, 1]);
    expect(Array.from(columns['n'] ?? [])).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
  });

  it('keep bit strings and bytes beside the columns', async () => {
    const sql = `SELECT 1 AS n, bitstring_agg(v, 0, 15)::BLOB AS bits, NULL::BLOB AS nothing FROM (VALUES (0), (9)) t(v)`;
    const { columns, bytes } = await engine.ask(sql);
    expect(Object.keys(columns)).toEqual(['n']);
    expect(bytes).toEqual({ bits: [new Uint8Array([0b1000_0000, 0b0100_0000])], nothing: [null] });
  });
});
