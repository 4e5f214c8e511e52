// The general reader looks at local names only and takes any quotes, or none: so does this count.
const rowOrCell = /<(?:[^\s<>/]*:)?(table-row|table-cell|covered-table-cell)\b[^>]*>/g;
const rowRepeat = /number-rows-repeated\s*=\s*["']?\s*(\d+)/;
const columnRepeat = /number-columns-repeated\s*=\s*["']?\s*(\d+)/;
const text = new TextDecoder('latin1');

/** How many filled cells the content of an OpenDocument spreadsheet unfolds to, with its repeated rows and columns. */
export function unfoldedCells(content: Uint8Array): number {
  let cells = 0;
  let repeats = 1;
  for (const [tag, name] of text.decode(content).matchAll(rowOrCell)) {
    if (name === 'table-row') repeats = Number(rowRepeat.exec(tag)?.[1] ?? 1);
    else if (!tag.endsWith('/>') || tag.includes('value')) {
      cells += repeats * Number(columnRepeat.exec(tag)?.[1] ?? 1);
    }
  }
  return cells;
}
