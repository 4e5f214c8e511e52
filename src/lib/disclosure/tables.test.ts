import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CircleOracle, type Asked } from '../../../tests/attack/circle-oracle.ts';
import { tableRegister, type Table } from '../../../tests/attack/table-register.ts';
import { protect } from './protect.ts';

const size = fc.integer({ min: 2, max: 4 });
const tables: fc.Arbitrary<Table> = fc
  .record({ rows: size, columns: size })
  .chain(({ rows, columns }) => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }));
    const [minLength, maxLength] = [rows * columns, rows * columns];
    const counts = fc.array(count, { minLength, maxLength });
    return fc.record({ rows: fc.constant(rows), columns: fc.constant(columns), counts });
  });

const questions: fc.Arbitrary<Asked> = fc.record({
  table: tables,
  least: fc.integer({ min: 2, max: 6 }),
  width: fc.constantFrom(1, 3, 5),
  zeros: fc.boolean(),
});

it('tells no small number of any table, and hides at most one cell more than it must', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const { table, least, width, zeros } = asked;
      const register = tableRegister(table, () => ({ least, cost: 1, counterpart: true }));
      const found = protect(register, { width, zeros });
      const oracle = new CircleOracle(asked);
      if (found.kind === 'refused') {
        expect(oracle.isSafe([...table.counts.keys()])).toBe(false);
        return;
      }
      expect([...found.primary].sort((one, other) => one - other)).toEqual(oracle.primary);
      expect(oracle.isSafe([...found.hidden])).toBe(true);
      const further = found.hidden.size - found.primary.size;
      if (further > 1) expect(oracle.isEnough(further - 2)).toBe(false);
    }),
    { numRuns: Number(process.env['DISCLOSURE_RUNS'] ?? 30) },
  );
}, 600_000);
