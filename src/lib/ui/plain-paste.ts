/** What a word processor puts before the items of its lists. */
const bullets = /^[ \t]*[•·▪◦‣●○■□–*\uf0b7\uf0a7-][ \t]+/gm;

/**
 * A pasted text as plain text: line breaks of any kind as «\n», no control letters, no soft hyphens, no bullets, no empty lines
 * at the ends; on one line where only one is wanted.
 */
export function plainPaste(pasted: string, single: boolean): string {
  const plain = pasted
    .replace(/\r\n?|[\v\f\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replace(bullets, '')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
  return single ? plain.replace(/\s*\n\s*/g, ' ') : plain;
}
