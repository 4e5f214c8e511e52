import type { Answer, Engine } from '#lib/engine/engine.ts';
import { consoleExamples } from '#lib/workspace/console-examples.ts';
import { consoleViews, namesSchema, viewColumns } from '#lib/workspace/console-views.ts';
import { encodeColumns } from '#lib/engine/arrow.ts';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from './node-duckdb.ts';
import { loadSamples } from './samples.ts';

interface Share {
  readonly x: number;
  readonly n: number;
}

interface Quarter {
  readonly reach: Share;
  readonly participations: number;
  readonly byBlock: Readonly<Record<string, Share>>;
  readonly volunteerHours: { readonly sum: number };
}

const { quarters } = JSON.parse(readFileSync('data-samples/expected.json', 'utf8')) as {
  readonly quarters: Readonly<Record<string, Quarter>>;
};

function rowsOf({ length, columns }: Answer): Record<string, unknown>[] {
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]])),
  );
}

describe('views and examples over the sample files', { timeout: 120_000 }, () => {
  let engine: Engine;
  const ask = async (sql: string) => rowsOf(await engine.ask(sql));

  beforeAll(async () => {
    engine = await openNodeDuckDB();
    await loadSamples(engine);
    await engine.load({ names: encodeColumns(namesSchema, { kind: [], id: [], name: [] }) });
    for (const sql of consoleViews) await engine.ask(sql);
  }, 120_000);

  afterAll(() => engine.close());

  it('have the columns that the schema beside the editor names', async () => {
    for (const [view, columns] of Object.entries(viewColumns)) {
      const described = await ask(`SELECT column_name FROM (DESCRIBE ${view})`);
      expect(
        described.map((row) => row['column_name']),
        view,
      ).toEqual(columns);
    }
  });

  it('have one row a thing', async () => {
    const counts = await ask(
      ['participation', 'roll', 'event', 'partner', 'assessment']
        .map((table, i) => {
          const view = ['participations', 'pupils', 'events', 'partners', 'scores'][i];
          return `SELECT '${table}' AS t, (SELECT count(*) FROM ${table}) AS n, (SELECT count(*) FROM ${view}) AS v`;
        })
        .join(' UNION ALL '),
    );
    expect(counts).toHaveLength(5);
    for (const { t, n, v } of counts) expect([t, v]).toEqual([t, n]);
  });

  it.each(Object.entries(consoleExamples))('run: %s', async (_, sql) => {
    const { length, columns } = await engine.ask(sql);
    expect(length).toBeGreaterThan(0);
    expect(Object.keys(columns).length).toBeGreaterThan(1);
  });

  it('count reach as the measure does', async () => {
    const rows = await ask(consoleExamples.reach);
    for (const [quarter, { byBlock, reach }] of Object.entries(quarters)) {
      const [year, term] = [quarter.slice(0, 7), Number(quarter.slice(-1))];
      const here = rows.filter((row) => row['school_year'] === year && row['term'] === term);
      const shares = here.map((row) => [row['block'], { x: row['reached'], n: row['on_roll'] }]);
      const expected = Object.entries(byBlock).map(([block, { x, n }]) => [block, { x, n }]);
      expect(Object.fromEntries(shares), quarter).toEqual(Object.fromEntries(expected));
      const [whole] = await ask(
        `SELECT count(*) FILTER (participations > 0) AS x, count(*) AS n FROM pupils WHERE school_year = '${year}' AND term = ${term}`,
      );
      expect(whole, quarter).toEqual({ x: reach.x, n: reach.n });
    }
  });

  it('sum volunteers’ hours as the measure does', async () => {
    for (const [quarter, { volunteerHours }] of Object.entries(quarters)) {
      const [sum] = await ask(
        `SELECT coalesce(sum(v.hours), 0) AS hours FROM volunteer_hours v
          SEMI JOIN pupils p ON v.person = p.person AND v.school_year = p.school_year AND v.term = p.term
          WHERE v.school_year = '${quarter.slice(0, 7)}' AND v.term = ${quarter.slice(-1)}`,
      );
      expect(sum?.['hours'], quarter).toBeCloseTo(volunteerHours.sum, 6);
    }
  });
});
