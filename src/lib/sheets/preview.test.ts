import { describe, expect, it } from 'vitest';
import { cellName, columnName, windowOf } from './preview.ts';

describe('preview', () => {
  it('names columns and cells as workbooks do', () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(cellName(6, 1)).toBe('B7');
  });

  it('shows a window of cells, blank where there are none', () => {
    const rows = [['ФИО', 'Дата'], [], ['Иванов', { date: '2025-09-01' }, 0.5]];
    const sheet = { name: 'a', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
    expect(windowOf(sheet, 1, 9, 3)).toEqual([
      ['', '', ''],
      ['Иванов', '01.09.2025', '0.5'],
    ]);
  });
});
