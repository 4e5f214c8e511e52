const numbered = /^\s*(\d{1,2})[.)]\s+/;
const dashed = /^\s*[-–—•●▪·*]\s+/;

/** The lines of a text in which something stands. */
export function linesOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

/** An item of a list, without its sign; with its number where the whole list is numbered. */
export interface ListItem {
  readonly number: number | null;
  readonly text: string;
}

/** The items of a list, one a line; numbers count only where every line begins with one. */
export function listItems(text: string): ListItem[] {
  const lines = linesOf(text);
  const numbers = lines.map((line) => numbered.exec(line)?.[1]);
  if (numbers.every((number) => number !== undefined)) {
    return lines.map((line, at) => ({
      number: Number(numbers[at]),
      text: line.replace(numbered, '').trim(),
    }));
  }
  return lines.map((line) => ({ number: null, text: line.replace(dashed, '').trim() }));
}

/** Cells of a line, apart by «;», tabs or upright lines: the first takes what is too much. */
export function cellsOf(line: string, count: number): string[] {
  const parts = line
    .replace(numbered, '')
    .replace(dashed, '')
    .split(/\s*[;\t|]\s*/);
  const extra = Math.max(0, parts.length - count);
  const all = [parts.slice(0, extra + 1).join('; '), ...parts.slice(extra + 1)];
  return Array.from({ length: count }, (_, index) => all[index]?.trim() ?? '');
}
