import { attribute, isTrue } from './xml-tag.ts';

/** Rows and columns of one sheet that its author hid, 0-based. */
export interface HiddenLines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const opening = 0x3c;
const closing = 0x3e;
const mostLines = 1_048_576;
const tagText = new TextDecoder('latin1');

interface Growing {
  rows: number[];
  columns: number[];
  nextRow: number;
  nextColumn: number;
}

function addLines(lines: number[], from: number, count: number): void {
  for (let line = from; line < from + count && line < mostLines; line += 1) lines.push(line);
}

/** One tag of a spreadsheet of Office Open XML: «row» with its number, «col» with its span. */
function takeOoxml(tag: string, isRow: boolean, sheet: Growing): void {
  if (isRow) {
    const number = attribute(tag, 'r');
    const row = number === null ? sheet.nextRow : Number(number) - 1;
    sheet.nextRow = row + 1;
    if (isTrue(attribute(tag, 'hidden'))) sheet.rows.push(row);
  } else if (isTrue(attribute(tag, 'hidden'))) {
    const first = Number(attribute(tag, 'min') ?? 1);
    const last = Math.min(Number(attribute(tag, 'max') ?? first), 16384);
    addLines(sheet.columns, first - 1, last - first + 1);
  }
}

/** One tag of an OpenDocument table: rows and columns repeat, and hide by their visibility. */
function takeOpenDocument(tag: string, isRow: boolean, sheet: Growing): void {
  const repeated = Number(
    attribute(tag, isRow ? 'number-rows-repeated' : 'number-columns-repeated') ?? 1,
  );
  const hidden = (attribute(tag, 'visibility') ?? 'visible') !== 'visible';
  if (isRow) {
    if (hidden) addLines(sheet.rows, sheet.nextRow, repeated);
    sheet.nextRow += repeated;
  } else {
    if (hidden) addLines(sheet.columns, sheet.nextColumn, repeated);
    sheet.nextColumn += repeated;
  }
}

function fresh(): Growing {
  return { rows: [], columns: [], nextRow: 0, nextColumn: 0 };
}

function startsAt(xml: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (xml[at + index] !== text.charCodeAt(index)) return false;
  }
  const after = xml[at + text.length] ?? closing;
  return after <= 0x20 || after === closing || after === 0x2f;
}

/**
 * Hidden rows and columns of a part of a workbook, a list entry for each sheet in it: one for a worksheet of Office Open XML,
 * one for every table of an OpenDocument content. Looks at the bytes of row and column tags only.
 */
export function readHidden(xml: Uint8Array): HiddenLines[] {
  const sheets: Growing[] = [];
  let sheet = fresh();
  let isOpenDocument = false;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const second = xml[at + 1];
    // Most tags are cells «<c» and values «<v»; «r», «t» and «c» decide at the third letter.
    if (second === 0x74 && startsAt(xml, at + 1, 'table:table')) {
      isOpenDocument = true;
      sheet = fresh();
      sheets.push(sheet);
      continue;
    }
    const openRow = second === 0x74 && startsAt(xml, at + 1, 'table:table-row');
    const openColumn = second === 0x74 && !openRow && startsAt(xml, at + 1, 'table:table-column');
    const row = openRow || (second === 0x72 && startsAt(xml, at + 1, 'row'));
    if (!row && !openColumn && !(second === 0x63 && startsAt(xml, at + 1, 'col'))) continue;
    const end = xml.indexOf(closing, at);
    if (end < 0) break;
    const tag = tagText.decode(xml.subarray(at, end));
    if (isOpenDocument) takeOpenDocument(tag, row, sheet);
    else takeOoxml(tag, row, sheet);
  }
  return (isOpenDocument ? sheets : [sheet]).map(({ rows, columns }) => ({ rows, columns }));
}
