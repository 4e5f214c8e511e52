/** A number from what a person typed: comma or point as the decimal sign, spaces between thousands; null when empty, undefined when it is no number. */
export function parseDecimal(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[\u2212\u2013]/g, '-');
  if (bare === '') return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare)) return undefined;
  return Number(bare.replace(',', '.'));
}

/** A number as a person would type it, with the language's decimal sign and no thousands separators. */
export function printDecimal(value: number | null, sign: ',' | '.'): string {
  return value === null ? '' : String(value).replace('.', sign).replace('-', '\u2212');
}
