import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { MadeFile } from './made-file.ts';

/** A member of a ZIP archive, already packed. */
interface Member {
  readonly name: string;
  readonly packed: Buffer;
  /** What the directory says of the size, true or not. */
  readonly size: number;
  readonly crc: number;
}

function member(name: string, text: string): Member {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** A ZIP archive that says of its members what it is told to say. */
function archive(members: readonly Member[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc } of members) {
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, title, packed]);
    directory.push(Buffer.from('504b01021400', 'hex'), common, tail, title);
    pieces.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}

const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetOpen = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${spreadsheetml}">`;

/** A workbook around one sheet, with the members that every workbook has. */
function workbookAround(name: string, sheet: Member): MadeFile {
  const packageOf = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const buffer = archive([
    member(
      '[Content_Types].xml',
      `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    member(
      '_rels/.rels',
      `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    member(
      'xl/workbook.xml',
      `<workbook xmlns="${spreadsheetml}" xmlns:r="${relationships}"><sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    member(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    sheet,
  ]);
  return { name, mimeType: 'application/octet-stream', buffer };
}

const sheetName = 'xl/worksheets/sheet1.xml';

function rowsOf(rows: readonly (readonly string[])[], closing = ''): string {
  const cell = (text: string, row: number, column: number): string =>
    `<c r="${String.fromCodePoint(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map(
    (texts, row) =>
      `<row r="${row + 1}">${texts.map((text, column) => cell(text, row, column)).join('')}</row>`,
  );
  return `<sheetData>${lines.join('')}${closing}</sheetData></worksheet>`;
}

const roll = [
  ['ФИО', 'Класс'],
  ['Ёлкина Арина', '5А'],
  ['Ким Лев', '5Б'],
];

/** A workbook of a few megabytes whose sheet unpacks to four gigabytes, though its directory says two kilobytes. */
export function bombWorkbook(): MadeFile {
  const row = Buffer.from('<row><c t="inlineStr"><is><t>Ёлкина Арина</t></is></c></row>');
  const block = deflateRawSync(Buffer.alloc(row.length * 1_000_000, row), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const opening = deflateRawSync(Buffer.from(`${sheetOpen}<sheetData>`), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const blocks = Array.from({ length: Math.ceil(4e9 / (row.length * 1_000_000)) }, () => block);
  const packed = Buffer.concat([opening, ...blocks, deflateRawSync(Buffer.from('</sheetData>'))]);
  return workbookAround('бомба.xlsx', { name: sheetName, packed, size: 2048, crc: 0 });
}

/** A workbook whose sheet says that it reaches to the last cell there can be, and has a word there. */
export function farWorkbook(): MadeFile {
  const last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>конец</t></is></c></row>';
  return workbookAround(
    'край листа 2025-2026.xlsx',
    member(sheetName, `${sheetOpen}<dimension ref="A1:XFD1048576"/>${rowsOf(roll, last)}`),
  );
}

/** A workbook whose one name is a billion words by entities that stand for each other. */
export function entityWorkbook(): MadeFile {
  const entities = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
  );
  const doctype = `<!DOCTYPE worksheet [<!ENTITY e0 "хаха">${entities.join('')}]>`;
  const sheet = `${sheetOpen}${rowsOf([...roll, ['&e9;', '5А']])}`;
  return workbookAround(
    'сущности 2025-2026.xlsx',
    member(sheetName, sheet.replace('?>', `?>${doctype}`)),
  );
}
