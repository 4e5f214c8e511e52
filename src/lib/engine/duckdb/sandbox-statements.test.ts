import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeText, numberOf, passageOf, readText } from './sandbox-statements.ts';

describe('the statements around a text', () => {
  it('hold it as one literal, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sql) => {
        for (const statement of [
          describeText(sql),
          readText(sql, [{ name: 'x', type: 'DATE' }], 7),
        ]) {
          const parts = statement.split(/'((?:[^']|'')*)'/);
          expect(parts).toHaveLength(3);
          expect(parts[1]?.replaceAll("''", "'")).toBe(sql);
        }
      }),
    );
  });

  it('read columns by place, those of difficult types as text', () => {
    const columns = ['INTEGER', 'DATE', 'DECIMAL(18,4)'].map((type) => ({ name: 'a', type }));
    expect(readText('FROM t', columns, 5)).toBe(
      "SELECT #1 AS c0, CAST(#2 AS VARCHAR) AS c1, CAST(#3 AS VARCHAR) AS c2 FROM query('FROM t') LIMIT 5",
    );
  });

  it.each([
    ['INTEGER', 'plain'],
    ['VARCHAR', 'plain'],
    ['BIGINT', 'number'],
    ['DECIMAL(18,4)', 'number'],
    ['INTEGER[]', 'text'],
    ['STRUCT(x INTEGER)', 'text'],
    ["ENUM('BIGINT')", 'text'],
  ])('pass %s on as %s', (type, passage) => {
    expect(passageOf(type)).toBe(passage);
  });
});

describe('a number from its text', () => {
  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 127n), max: 2n ** 127n - 1n }), (value) => {
        const number = numberOf(String(value));
        expect(typeof number === 'string' ? number : String(BigInt(number))).toBe(String(value));
      }),
    );
    expect(numberOf('1.50')).toBe(1.5);
    expect(numberOf('0.1000000000000000055')).toBe('0.1000000000000000055');
    expect(numberOf('-inf')).toBe('-inf');
  });
});
