import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook made by hand holds; whatever is left out is the least that readers accept. */
export interface HandMade {
  /** Between the tags of `sheetData`. */
  readonly rows?: string;
  readonly before?: string;
  readonly after?: string;
  /** The whole part of the sheet, in place of the three above. */
  readonly worksheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly book?: string;
  /** Path that the workbook gives for its sheet, and where the sheet lies. */
  readonly target?: string;
  readonly path?: string;
}

function override(name: string, content: string | undefined): string {
  if (content === undefined) return '';
  return `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${name}+xml"/>`;
}

/** The parts of a workbook written by hand, with one sheet called «S». */
export function handMadeParts(made: HandMade): Record<string, Uint8Array> {
  const { rows = '', before = '', after = '', target = 'worksheets/sheet1.xml' } = made;
  const path = made.path ?? 'xl/worksheets/sheet1.xml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/${path}" ContentType="${kind}.worksheet+xml"/>${override('sharedStrings', made.strings)}${override('styles', made.styles)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      made.book ??
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="${target}"/>${
      made.strings === undefined
        ? ''
        : `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`
    }${
      made.styles === undefined
        ? ''
        : `<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/>`
    }</Relationships>`,
    [path]:
      made.worksheet ??
      `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  };
  if (made.strings !== undefined) {
    parts['xl/sharedStrings.xml'] = made.strings.includes('sst')
      ? made.strings
      : `<sst xmlns="${main}">${made.strings}</sst>`;
  }
  if (made.styles !== undefined) {
    parts['xl/styles.xml'] = `<styleSheet xmlns="${main}">${made.styles}</styleSheet>`;
  }
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

/** The bytes of such a workbook. */
export function handMade(made: HandMade): Uint8Array {
  return zipSync(handMadeParts(made));
}
