import * as XLSX from '@e965/xlsx';
import type { MadeFile } from './made-file.ts';

const made = (name: string, buffer: Buffer): MadeFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});

function workbook(rows: unknown[][]): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Лист1');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** A file of no bytes. */
export const emptyFile = made('пусто.csv', Buffer.alloc(0));

/** A picture that somebody named as a workbook. */
export const picture = made(
  'фото.xlsx',
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(4000, 0x5a)]),
);

/** What Excel writes when a workbook is given a password: a compound file that holds an encrypted package. */
export function passwordWorkbook(): MadeFile {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from('0400040040000000', 'hex'));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 0x33));
  return made('пароль.xlsx', XLSX.CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** A workbook without any table. */
export const noTable = made('письмо.xlsx', workbook([['Уважаемые коллеги!']]));

/** A workbook that was cut in the middle. */
export function cutWorkbook(): MadeFile {
  const rows = Array.from({ length: 500 }, (_, row) => [
    row,
    `Иванов ${row * 7919}`,
    `${5 + (row % 7)}А`,
  ]);
  const whole = workbook([['№', 'ФИО', 'Класс'], ...rows]);
  return made('обрыв.xlsx', whole.subarray(0, Math.floor(whole.length / 2)));
}

/** Text in an encoding that nobody uses any more: every byte of a Russian table with its bits turned over. */
export function unknownEncoding(): MadeFile {
  const bytes = Buffer.alloc(6000);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = (index * 7919 + (index >> 3) * 104_729) % 256;
  return made('кодировка.csv', bytes);
}
