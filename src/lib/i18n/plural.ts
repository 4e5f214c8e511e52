const russian = new Intl.PluralRules('ru');
const english = new Intl.PluralRules('en');

/** The Russian form that goes with a number. */
export function pluralRu(
  count: number,
  one: string,
  few: string,
  many: string,
  other = few,
): string {
  const rule = russian.select(count);
  return rule === 'one' ? one : rule === 'few' ? few : rule === 'many' ? many : other;
}

/** The English form that goes with a number. */
export function pluralEn(count: number, one: string, other: string): string {
  return english.select(count) === 'one' ? one : other;
}
