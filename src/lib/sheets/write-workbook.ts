import { strToU8, zipSync } from 'fflate';
import { stylesXml } from './writing/cell-styles.ts';
import { boxesXml, commentsXml } from './writing/notes.ts';
import { sheetNames } from './writing/sheet-names.ts';
import { sheetXml } from './writing/sheet-xml.ts';
import type { WrittenSheet } from './writing/written-sheet.ts';
import { escapeXml } from './writing/xml-escape.ts';

export type { WrittenCell, WrittenSheet } from './writing/written-sheet.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function relationsXml(relations: readonly (readonly [id: string, type: string, target: string])[]) {
  const items = relations.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(parts: readonly string[]): string {
  const kinds: readonly (readonly [path: RegExp, kind: string])[] = [
    [/^xl\/workbook\.xml$/, `${spreadsheet}.sheet.main+xml`],
    [/^xl\/styles\.xml$/, `${spreadsheet}.styles+xml`],
    [/^xl\/worksheets\/sheet\d+\.xml$/, `${spreadsheet}.worksheet+xml`],
    [/^xl\/comments\d+\.xml$/, `${spreadsheet}.comments+xml`],
  ];
  const overrides = parts.map((part) => {
    const kind = kinds.find(([path]) => path.test(part));
    return kind ? `<Override PartName="/${part}" ContentType="${kind[1]}"/>` : '';
  });
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`;
}

/**
 * A workbook (.xlsx) of at least one sheet. Texts are never formulas or numbers, line ends in them become «\n», and one longer than the
 * 32,767 characters of a cell ends in «…»; dates are real dates from 1900-03-01 on and text before. The same sheets always give the
 * same bytes. Throws a RangeError for more rows or columns than a sheet can hold.
 */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('a workbook without sheets');
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    const { xml, notes } = sheetXml(sheet);
    parts[`xl/worksheets/sheet${number}.xml`] = xml;
    if (notes.length === 0) return;
    parts[`xl/comments${number}.xml`] = commentsXml(notes);
    parts[`xl/drawings/vmlDrawing${number}.vml`] = boxesXml(notes);
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationsXml([
      ['boxes', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
      ['notes', 'comments', `../comments${number}.xml`],
    ]);
  });
  const listed = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="sheet${index + 1}"/>`,
  );
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationsXml([
    ...names.map(
      (_, index) => [`sheet${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
    ),
    ['styles', 'styles', 'styles.xml'],
  ]);
  parts['xl/styles.xml'] = stylesXml();
  const files = {
    '[Content_Types].xml': contentTypesXml(Object.keys(parts)),
    '_rels/.rels': relationsXml([['workbook', 'officeDocument', 'xl/workbook.xml']]),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, xml]) => [
        path,
        strToU8(path.endsWith('.vml') ? xml : declaration + xml),
      ]),
    ),
    { level: 6, mtime: new Date(1980, 0, 1) },
  );
}
