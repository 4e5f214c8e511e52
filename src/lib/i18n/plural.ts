const rules = new Map<string, Intl.PluralRules>();

// Made when first needed: the first screen starts sooner.
function ruleOf(language: 'ru' | 'en', count: number): Intl.LDMLPluralRule {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known.select(count);
}

/** The Russian form that goes with a number. */
export function pluralRu(
  count: number,
  one: string,
  few: string,
  many: string,
  other = few,
): string {
  const rule = ruleOf('ru', count);
  return rule === 'one' ? one : rule === 'few' ? few : rule === 'many' ? many : other;
}

/** The English form that goes with a number. */
export function pluralEn(count: number, one: string, other: string): string {
  return ruleOf('en', count) === 'one' ? one : other;
}
