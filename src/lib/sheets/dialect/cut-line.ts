import type { Dialect } from '#lib/model/sheet.ts';

/** Where a cell that opens with a quote at `open` ends, or −1 when its quote is rather a stray one. */
function closingQuote(line: string, open: number, { delimiter, quote, escape }: Dialect): number {
  for (let at = line.indexOf(quote, open + 1); at >= 0; at = line.indexOf(quote, at + 1)) {
    if (escape !== quote && escape !== '' && line[at - 1] === escape) continue;
    const after = at + quote.length;
    if (after === line.length || line.startsWith(delimiter, after)) return at;
    // A quote that opens the next cell: the first one never closed.
    if (line.startsWith(delimiter, at - delimiter.length) && at - delimiter.length > open)
      return -1;
  }
  return -1;
}

function unescaped(cell: string, { quote, escape }: Dialect): string {
  return escape === '' ? cell : cell.replaceAll(escape + quote, quote);
}

/**
 * The cells of one line whose quotes are not as they should be: a quote counts as an opening one only where another before a
 * delimiter closes it, and as a part of the text everywhere else.
 */
export function cutLine(line: string, dialect: Dialect): string[] {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const close = quote !== '' && line.startsWith(quote, at) ? closingQuote(line, at, dialect) : -1;
    if (close >= 0) {
      cells.push(unescaped(line.slice(at + quote.length, close), dialect));
      at = close + quote.length;
      if (at >= line.length) return cells;
      at += delimiter.length;
      continue;
    }
    const end = line.indexOf(delimiter, at);
    cells.push(line.slice(at, end < 0 ? undefined : end));
    if (end < 0) return cells;
    at = end + delimiter.length;
  }
}
