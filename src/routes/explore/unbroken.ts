const noBreak = '\u00a0';
const joiner = '\u2060';

/** A sentence in which a name keeps with its number and a numeral with its ending, however its lines are broken. */
export function unbroken(text: string): string {
  return text
    .replace(/ (?=[+−]?\d|[IVX]+(?![\p{L}\d]))/gu, noBreak)
    .replace(/(\d-)(?=\p{L})/gu, `$1${joiner}`);
}
