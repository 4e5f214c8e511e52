import type { Sheet } from '#lib/model/sheet.ts';
import { PageTable } from './page-table.ts';
import { tokensOf } from './page-tags.ts';
import { decodeEntities } from './page-text.ts';

const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

/** Names that an office program writes for the sheets of a page it saved. */
function sheetNames(page: string): string[] {
  return [...page.matchAll(/<x:Name>([^<]{1,200})<\/x:Name>/g)].map(([, name = '']) =>
    decodeEntities(name),
  );
}

/** What a tag does to the innermost table. */
function applyTag(
  table: PageTable,
  kind: 'open' | 'close',
  name: string,
  attributes: string,
): void {
  if (name === 'tr') {
    if (kind === 'open') table.openRow(attributes);
    else table.closeRow();
  } else if (name === 'td' || name === 'th') {
    if (kind === 'open') table.openCell(attributes);
    else table.closeCell();
  } else if (name === 'caption') {
    if (kind === 'open') table.caption = [];
  } else if (name === 'br' || (kind === 'close' && blocks.has(name))) table.addBreak();
}

/**
 * Every table of a page or of a piece of one, in order; a table inside of a cell is a sheet of its own and
 * no text of that cell. Cells are the text that a browser shows. Rows without a table around them, as some clipboards hold, are
 * one table. Throws TooLargeError when cells reach over more than a sheet can hold.
 */
export function tablesOfPage(page: string): Sheet[] {
  const found: PageTable[] = [];
  const open: PageTable[] = [];
  const begin = () => {
    const table = new PageTable();
    found.push(table);
    open.push(table);
    return table;
  };
  for (const token of tokensOf(page)) {
    const table = open[open.length - 1];
    if (token.kind === 'text') table?.addText(token.text);
    else if (token.name === 'table') {
      if (token.kind === 'open') begin();
      else open.pop();
    } else if (table) applyTag(table, token.kind, token.name, token.attributes);
    else if (token.kind === 'open' && (token.name === 'tr' || token.name === 'td')) {
      applyTag(begin(), 'open', token.name, token.attributes);
    }
  }
  const sheets = found.map((table) => table.sheet('')).filter((sheet) => sheet !== null);
  const names = sheetNames(page);
  return sheets.map((sheet, index) => ({
    ...sheet,
    name: names[index] ?? (sheets.length > 1 ? String(index + 1) : ''),
  }));
}
