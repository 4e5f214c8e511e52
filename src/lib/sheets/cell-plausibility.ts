/** What one cell looks like; a column of a table mostly holds cells of one kind. */
export type CellLook = 'empty' | 'number' | 'date' | 'address' | 'word' | 'text';

const number =
  /^[+\-−–]?(?:[$€£₽] ?)?(?:\d{1,3}(?:[ \u00a0\u2009\u202f.,'’]\d{3})+|\d+|(?=[.,]\d))(?:[.,]\d+)?(?:e[+-]?\d+)?\s?(?:%|[$€£₽]|руб\.?|чел\.?)?$/iu;
const date =
  /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?|\d{1,2}:\d{2}(?::\d{2})?)$/;
const address = /^(?:[\wа-яё.%+-]+@[\w.-]+|https?:\/\/\S+)$/i;
const absent = /^(?:[-–—…]|н\/д|n\/a)$/i;
const word = /^[\p{L}\p{M}\d_№#][\p{L}\p{M}\d_.\-+/№#%°]*$/u;

/** What a piece of text looks like as the content of one cell. */
export function lookOf(cell: string): CellLook {
  const text = cell.trim();
  if (text === '' || absent.test(text)) return 'empty';
  if (number.test(text)) return 'number';
  if (date.test(text)) return 'date';
  if (address.test(text)) return 'address';
  return word.test(text) ? 'word' : 'text';
}

/**
 * How much a piece of text with a given look is like the content of one cell, 0 to 1, when `delimiter` cut it out. A cell that
 * holds the delimiter itself was quoted on purpose; one that begins with a space was rather cut one letter too early.
 */
export function plausibility(cell: string, look: CellLook, delimiter: string): number {
  const isPadded = cell.startsWith(' ') && delimiter.trim() !== '';
  if (look === 'empty') return 0.9;
  if (look !== 'text') return isPadded ? 0.88 : 1;
  if (cell.includes(delimiter)) return 0.95;
  if (/[;|\t]/.test(cell.trim())) return /[;|\t]/.test(delimiter) ? 0.7 : 0.25;
  if (/\S,\S/.test(cell)) return /\d,\d/.test(cell) ? 0.75 : 0.55;
  if (/,\s*$|^\s*,/.test(cell)) return 0.5;
  return isPadded ? 0.85 : 0.95;
}
