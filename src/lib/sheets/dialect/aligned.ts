import type { Dialect } from '#lib/model/sheet.ts';

/** The delimiter of a text that was laid out by eye: two spaces or more stand between its columns. */
export const alignedDelimiter = '  ';

const sampleRows = 400;
const widestLine = 4000;

/** Where columns start after gutters of two or more places that few lines fill. */
function columnStarts(lines: readonly string[]): number[] {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, sampleRows);
  const length = Math.min(
    widestLine,
    sample.reduce((longest, line) => Math.max(longest, line.length), 0),
  );
  const starts = [0];
  let gutter = 0;
  for (let at = 0; at < length; at += 1) {
    const filled = sample.filter((line) => at < line.length && line[at] !== ' ').length;
    if (filled * 5 <= sample.length) gutter += 1;
    else {
      if (gutter >= 2 && at > gutter) starts.push(at);
      gutter = 0;
    }
  }
  return starts;
}

/** A line in its columns; a line that runs across their starts is cut at its wide gaps instead. */
function cutAligned(line: string, starts: readonly number[]): string[] {
  if (line.trim() === '') return [''];
  const crosses = starts.some((start) => start > 0 && (line[start - 1] ?? ' ') !== ' ');
  if (crosses || starts.length === 1) return line.trim().split(/[ \t]{2,}|\t/);
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
}

/** A text with its dialect as PapaParse can take it: columns that were laid out by eye are parted by tabs. */
export function unaligned(text: string, dialect: Dialect): { text: string; dialect: Dialect } {
  if (dialect.delimiter !== alignedDelimiter) return { text, dialect };
  const lines = text.split(dialect.newline).map((line) => line.replace(/\r$/, ''));
  const starts = text.includes('\t') ? [0] : columnStarts(lines);
  return {
    text: lines.map((line) => cutAligned(line, starts).join('\t')).join(dialect.newline),
    dialect: { ...dialect, delimiter: '\t', quote: '', escape: '' },
  };
}
