import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWithheld,
  dismissRows,
  layOver,
  mendCells,
  nothingDecided,
  refuseDifferences,
  stateOfTable,
} from './decided.ts';

const sha = 'a'.repeat(64);

describe('layOver', () => {
  it('keeps what a later correction leaves open', () => {
    const first = {
      fingerprint: 'f',
      fields: { Имя: 'first_name' },
      layout: { header: [1, 2], lines: { итого: 'total' } },
      replacements: [{ heading: 'результат', from: 'призерр', to: 'призёр' }],
    } as const;
    const later = {
      fingerprint: 'f',
      kind: 'roll',
      fields: { Класс: 'class' },
      layout: { until: null, lines: { резерв: 'note' } },
      replacements: [{ heading: 'результат', from: 'Призерр', to: 'победитель' }],
    } as const;
    expect(layOver(first, later)).toEqual({
      fingerprint: 'f',
      kind: 'roll',
      fields: { Имя: 'first_name', Класс: 'class' },
      layout: { header: [1, 2], until: null, lines: { итого: 'total', резерв: 'note' } },
      replacements: [{ heading: 'результат', from: 'Призерр', to: 'победитель' }],
    });
  });

  it('keeps a column as the own one only until it gets a field', () => {
    const kept = { fingerprint: 'f', fields: {}, own: { Цвет: { name: 'Цвет', dimension: true } } };
    const named = layOver(kept, { fingerprint: 'f', fields: { Цвет: 'note' } });
    expect(named.own).toEqual({});
    expect(layOver(kept, { fingerprint: 'f', fields: { Класс: 'class' } }).own).toEqual(kept.own);
  });
});

describe('repairs of a file', () => {
  it('holds one repair a cell, the last', () => {
    const cell = fc.record({
      sheetIndex: fc.nat(1),
      row: fc.nat(3),
      column: fc.nat(3),
      to: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 1 })), (steps) => {
        const decided = steps.reduce((now, cells) => mendCells(now, sha, cells), nothingDecided);
        const last = new Map(
          steps.flat().map((one) => [`${one.sheetIndex}:${one.row}:${one.column}`, one.to]),
        );
        const held = (decided.repairs[sha]?.cells ?? []).map(
          (one) => [`${one.sheetIndex}:${one.row}:${one.column}`, one.to] as const,
        );
        expect(new Map(held)).toEqual(last);
        expect(held).toHaveLength(last.size);
      }),
    );
  });

  it('takes a dismissed row back', () => {
    const row = { sheetIndex: 0, row: 7 };
    const aside = dismissRows(nothingDecided, sha, [row], true);
    expect(aside.repairs[sha]?.dismissed).toEqual([row]);
    expect(dismissRows(aside, sha, [row], false).repairs[sha]?.dismissed).toEqual([]);
  });

  it('adds statements of a table up', () => {
    const first = stateOfTable(nothingDecided, sha, {
      table: '0:1:0',
      values: { schoolYear: 2025 },
    });
    const both = stateOfTable(first, sha, { table: '0:1:0', values: { term: 3 } });
    expect(both.repairs[sha]?.statements).toEqual([
      { table: '0:1:0', values: { schoolYear: 2025, term: 3 } },
    ]);
  });

  it('refuses a difference once and takes it over again', () => {
    const added = { id: 'a', change: 'added' } as const;
    const removed = { id: 'b', change: 'removed' } as const;
    const once = refuseDifferences(nothingDecided, sha, [added, removed], true);
    const twice = refuseDifferences(once, sha, [removed], true);
    expect(twice.refused[sha]).toEqual([added, removed]);
    expect(countWithheld(twice, sha)).toBe(1);
    expect(refuseDifferences(twice, sha, [added, removed], false).refused[sha]).toEqual([]);
  });
});
