const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  u: 'и',
  n: 'п',
  r: 'г',
};
/** Capital Latin letters that look like Cyrillic ones. */
export const capitalLookAlikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};
const cyrillic = /[а-яё]/i;

/** Latin letters that look like Cyrillic ones, inside words that hold Cyrillic letters, become Cyrillic; nothing else changes. */
export function replaceLookAlikes(text: string): string {
  return text.replace(/[A-Za-zА-Яа-яЁё]+/g, (word) =>
    cyrillic.test(word)
      ? word.replace(
          /[A-Za-z]/g,
          (letter) => capitalLookAlikes[letter] ?? lookAlikes[letter] ?? letter,
        )
      : word,
  );
}

/**
 * A text folded for matching only, never for storing: NFKC, lower case, look-alike Latin letters made Cyrillic, ё as е,
 * quotes and dashes unified, every run of white space one space, ends trimmed.
 */
export function foldText(text: string): string {
  return replaceLookAlikes(text.replace(/[\u200b-\u200d\ufeff\u00ad]/g, '').normalize('NFKC'))
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”"'’`]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
