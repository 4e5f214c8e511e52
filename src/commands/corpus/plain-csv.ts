import { readFileSync } from 'node:fs';

/** A text file as UTF-8, or as Windows-1252 where it is no UTF-8; without a byte order mark. */
export function readPlainText(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows of a text written by the rules of RFC 4180: commas, quotes doubled inside of quotes, any line end. */
export function parsePlainCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"?([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, tail = '', bare = '', end = ''] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"') + tail);
    if (end === ',') {
      if (cell.lastIndex === text.length) row.push('');
      continue;
    }
    rows.push(row.length === 1 && row[0] === '' && quoted === undefined ? [] : row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
