import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { previewText } from './preview-text.ts';

describe('previewText', () => {
  const text = 'ФИО;Балл\nИванов, И.;1,5\nПетров, П.;2,5\n';

  it('finds encoding and dialect by itself and shows as many rows as asked for', () => {
    const bytes = new Uint8Array(iconv.encode(text, 'windows-1251'));
    expect(previewText(bytes, {}, 2)).toMatchObject({
      encoding: 'windows-1251',
      dialect: { delimiter: ';' },
      cells: [
        ['ФИО', 'Балл'],
        ['Иванов, И.', '1,5'],
      ],
    });
  });

  it('never questions what a person chose', () => {
    const bytes = new Uint8Array(iconv.encode(text, 'windows-1251'));
    const preview = previewText(bytes, { encoding: 'koi8-r', delimiter: ',' }, 9);
    expect(preview.encoding).toBe('koi8-r');
    expect(preview.dialect.delimiter).toBe(',');
    expect(preview.cells[1]?.[1]).toMatch(/^ /);
  });

  it('reads the beginning of a long file only, up to the end of a line', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const long = iconv.encode(`\ufeff${'Школа;5А;12\n'.repeat(200_000)}`, encoding);
      const { cells, encoding: found } = previewText(new Uint8Array(long), {}, 1e6);
      expect(found).toBe(encoding);
      expect(cells.length).toBeLessThan(40_000);
      expect(new Set(cells.filter((row) => row.length > 1).map((row) => row.join()))).toEqual(
        new Set(['Школа,5А,12']),
      );
    }
  });
});
