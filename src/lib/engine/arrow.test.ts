import type { ColumnSchema, Columns } from '#lib/model/columns.ts';
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../tests/engine/node-duckdb.ts';
import { decodeColumns, encodeColumns } from './arrow.ts';

const schema = {
  whole: 'int',
  real: 'double',
  words: 'text',
  truth: 'bool',
  day: 'date',
} as const satisfies ColumnSchema;

const row = fc.record({
  whole: fc.option(fc.integer(), { nil: null }),
  real: fc.option(fc.double({ noNaN: true }), { nil: null }),
  words: fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('5А', '', 'Ё')), {
    nil: null,
  }),
  truth: fc.option(fc.boolean(), { nil: null }),
  day: fc.option(fc.integer({ min: -100_000, max: 100_000 }), { nil: null }),
});

function toColumns(rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]) {
  return {
    whole: rows.map((r) => r.whole),
    real: rows.map((r) => r.real),
    words: rows.map((r) => r.words),
    truth: rows.map((r) => r.truth),
    day: rows.map((r) => r.day),
  } satisfies Columns<typeof schema>;
}

describe('Arrow streams', { timeout: 60_000 }, () => {
  it('give back what was put in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 70 }), (rows) => {
        const columns = toColumns(rows);
        expect(decodeColumns(schema, encodeColumns(schema, columns))).toEqual(columns);
      }),
    );
  });

  it('are read by Arrow itself with the declared types', () => {
    const bytes = encodeColumns(schema, {
      whole: [1, null],
      real: [0.5, null],
      words: ['Ёлка', null],
      truth: [true, null],
      day: [20_000, null],
    });
    const table = tableFromIPC(bytes);
    expect(table.schema.fields.map((field) => String(field.type))).toEqual([
      'Int32',
      'Float64',
      'Utf8',
      'Bool',
      'Date32<DAY>',
    ]);
    expect(table.get(0)?.toJSON()).toMatchObject({
      whole: 1,
      real: 0.5,
      words: 'Ёлка',
      truth: true,
    });
    expect(table.get(1)?.toJSON()).toEqual({
      whole: null,
      real: null,
      words: null,
      truth: null,
      day: null,
    });
  });

  it('write texts that repeat once', () => {
    const words = Array.from({ length: 4000 }, (_, i) => (i % 7 === 0 ? null : `Класс ${i % 5}`));
    const bytes = encodeColumns({ words: 'text' } as const, { words });
    expect(bytes.length).toBeLessThan(4000 * 5);
    expect(decodeColumns({ words: 'text' } as const, bytes).words).toEqual(words);
  });

  it('are taken by the engine as they are', async () => {
    const engine = await openNodeDuckDB();
    const words = Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? null : `Класс ${i % 5}`));
    const names = words.map((_, i) => `Имя ${i}`);
    await engine.load({
      words: encodeColumns({ words: 'text', names: 'text' } as const, { words, names }),
    });
    const { columns } = await engine.ask('SELECT words, names FROM words ORDER BY rowid');
    expect(Array.from(columns['words'] ?? [])).toEqual(words);
    expect(Array.from(columns['names'] ?? [])).toEqual(names);
    await engine.close();
  });

  it('refuse what does not fit its column', () => {
    const one = { n: 'int' } as const;
    expect(() => encodeColumns(one, { n: [2 ** 31] })).toThrow(TypeError);
    expect(() => encodeColumns(one, { n: [0.5] })).toThrow(TypeError);
    const two = { a: 'int', b: 'text' } as const;
    expect(() => encodeColumns(two, { a: [1], b: [] })).toThrow(RangeError);
  });

  it('refuse bytes of another schema and bytes that are no stream', () => {
    const bytes = encodeColumns({ a: 'int' } as const, { a: [1] });
    expect(() => decodeColumns({ a: 'text' } as const, bytes)).toThrow('«a» of type text');
    expect(() => decodeColumns({ b: 'int' } as const, bytes)).toThrow('«b»');
    for (const broken of [new Uint8Array(0), new Uint8Array([1, 2, 3, 4, 5]), bytes.slice(0, 60)]) {
      expect(() => decodeColumns({ a: 'int' } as const, broken)).toThrow();
    }
  });
});
