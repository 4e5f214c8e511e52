import * as workbooks from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readSheets } from './read.ts';

describe('readSheets in a browser', () => {
  it.each([
    [
      'windows-1251',
      [
        0xd4, 0xc8, 0xce, 0x3b, 0xca, 0xeb, 0xe0, 0xf1, 0xf1, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0xee,
        0xe2, 0x3b, 0x35, 0xc0,
      ],
    ],
    [
      'koi8-r',
      [
        0xe6, 0xe9, 0xef, 0x3b, 0xeb, 0xcc, 0xc1, 0xd3, 0xd3, 0x0a, 0xe9, 0xd7, 0xc1, 0xce, 0xcf,
        0xd7, 0x3b, 0x35, 0xe1,
      ],
    ],
    [
      'ibm866',
      [
        0x94, 0x88, 0x8e, 0x3b, 0x8a, 0xab, 0xa0, 0xe1, 0xe1, 0x0a, 0x88, 0xa2, 0xa0, 0xad, 0xae,
        0xa2, 0x3b, 0x35, 0x80,
      ],
    ],
  ])('knows %s', async (encoding, bytes) => {
    const reading = await readSheets(Uint8Array.from(bytes), 'список.csv');
    expect(reading).toMatchObject({
      ok: true,
      encoding,
      sheets: [
        {
          name: '',
          rows: [
            ['ФИО', 'Класс'],
            ['Иванов', '5А'],
          ],
        },
      ],
    });
  });

  it.each(['xlsx', 'ods', 'biff5'] as const)('opens %s', async (bookType) => {
    const book = workbooks.utils.book_new(
      workbooks.utils.aoa_to_sheet([
        ['Name', 'Score'],
        ['Ann', 5],
      ]),
      'S',
    );
    const bytes = new Uint8Array(workbooks.write(book, { type: 'array', bookType }));
    expect(await readSheets(bytes, 'x')).toMatchObject({
      ok: true,
      sheets: [
        {
          rows: [
            ['Name', 'Score'],
            ['Ann', 5],
          ],
        },
      ],
    });
  });
});
