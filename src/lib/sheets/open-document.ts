const rowOrCell = /<table:table-row\b[^>]*>|<table:table-cell\b[^>]*>/g;
const rowRepeat = /number-rows-repeated="(\d+)"/;
const columnRepeat = /number-columns-repeated="(\d+)"/;
const text = new TextDecoder('latin1');

/** How many filled cells the content of an OpenDocument spreadsheet unfolds to, with its repeated rows and columns. */
export function unfoldedCells(content: Uint8Array): number {
  let cells = 0;
  let repeats = 1;
  for (const [tag] of text.decode(content).matchAll(rowOrCell)) {
    if (tag.startsWith('<table:table-row')) repeats = Number(rowRepeat.exec(tag)?.[1] ?? 1);
    else if (!tag.endsWith('/>')) cells += repeats * Number(columnRepeat.exec(tag)?.[1] ?? 1);
  }
  return cells;
}
