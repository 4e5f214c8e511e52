import type { Dialect } from '#lib/model/sheet.ts';
import { cutLine } from './cut-line.ts';

const others = [';', '\t', '|', ',', ' '] as const;

/**
 * The cells of a line that the delimiter of the text does not part, but another one does into exactly `width` cells: a heading
 * that was pasted from elsewhere. Null for every other line. A space is believed only where cells stand in quotes.
 */
export function cutOddLine(line: string, dialect: Dialect, width: number): string[] | null {
  if (width < 3 || dialect.quote === '') return null;
  for (const delimiter of others) {
    if (delimiter === dialect.delimiter || !line.includes(delimiter)) continue;
    if (delimiter === ' ' && !line.includes(`${dialect.quote} ${dialect.quote}`)) continue;
    const cells = cutLine(line, { ...dialect, delimiter });
    if (cells.length === width && !cells.some((cell) => cell === '' || cell.startsWith(' ')))
      return cells;
  }
  return null;
}
