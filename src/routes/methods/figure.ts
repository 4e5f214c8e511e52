import type { Locale } from '#lib/i18n/locale.ts';

/** A number as a step shows it, with at most as many decimals as are asked for. */
export function figure(value: number, { format }: Locale, decimals = 4): string {
  return format.number(value, decimals, false);
}

/** A number after a sign of arithmetic: one below nothing stands in brackets. */
export function operand(value: number, locale: Locale): string {
  const text = figure(value, locale);
  return value < 0 ? `(${text})` : text;
}
