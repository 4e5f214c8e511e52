import { textWidth } from '#lib/charts/text-width.ts';

/** Arial is so much narrower than Golos Text, whose widths are known. */
const narrower = 0.94;

/** Width in inches of a text on one line, at a size in points. */
export function widthOf(text: string, size: number, bold = false): number {
  return (textWidth(text, size, bold) * narrower) / 72;
}

/** How many lines a text takes in a width in inches, at a size in points; line ends in it count. */
export function linesIn(text: string, width: number, size: number, bold = false): number {
  return text.split('\n').reduce((sum, paragraph) => {
    let lines = 1;
    let filled = 0;
    for (const word of paragraph.split(/(?<=[ \u2013\u2014-])/)) {
      const long = widthOf(word, size, bold);
      if (filled > 0 && filled + widthOf(word.trimEnd(), size, bold) > width) {
        lines += 1;
        filled = 0;
      }
      // A word wider than the line is broken inside.
      if (long > width) lines += Math.ceil(long / width) - 1;
      filled += long > width ? long % width : long;
    }
    return sum + lines;
  }, 0);
}

/** Height in inches of so many lines at a size in points. */
export function heightOf(lines: number, size: number, spacing = 1.2): number {
  return (lines * size * spacing) / 72;
}
