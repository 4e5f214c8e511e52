const value =
  /^(?:[+\-−]?\d[\d\s.,']*\s*%?|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?|[\wа-яё.%+-]+@[\w.-]+|https?:\/\/\S+|[-–—…]|н\/д)$/i;
const word = /^[\p{L}\p{M}\d_№#][\p{L}\p{M}\d_.\-+/№#%°]*$/u;

/** How much a piece of text looks like the content of one cell, 0 to 1, when `delimiter` cut it out. */
export function plausibility(cell: string, delimiter: string): number {
  const text = cell.trim();
  if (text === '') return 0.9;
  if (value.test(text)) return 1;
  if (word.test(text)) return 1;
  if (/[;|\t]/.test(text))
    return delimiter === ';' || delimiter === '|' || delimiter === '\t' ? 0.7 : 0.25;
  if (/\S,\S/.test(text)) return /\d,\d/.test(text) ? 0.75 : 0.55;
  if (/,$|^,/.test(text)) return 0.5;
  return cell !== text && delimiter !== ' ' ? 0.88 : 0.95;
}

/** The delimiters that occur in a text at all, in the given order of preference. */
export function delimitersIn(text: string, delimiters: readonly string[]): string[] {
  return delimiters.filter((delimiter) => text.includes(delimiter));
}
