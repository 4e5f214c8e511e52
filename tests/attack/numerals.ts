const spaces = /[\u00a0\u202f]/g;
/** What holds digits without counting anything: school years, days, classes and grades, terms of a calendar. */
const names: readonly RegExp[] = [
  /\d{4}\/\d\d/g,
  /\d\d\.\d\d\.\d{4}|\d{1,2} \p{L}+ \d{4}/gu,
  /\d+-[ех] класс\p{L}*/gu,
  /\d+[А-Я](?!\p{L})/gu,
  /grades? \d+/gi,
];

/** The numbers in a text of a language, without what only names something; a share in per cent as it is written. */
export function numeralsIn(text: string, language: 'ru' | 'en'): number[] {
  const bare = names.reduce(
    (rest, name) => rest.replace(name, ' '),
    text.replace(spaces, '\u00a0'),
  );
  const grouped =
    language === 'ru'
      ? bare.replace(/(?<=\d)\u00a0(?=\d{3}(?!\d))/g, '')
      : bare.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const decimal = language === 'ru' ? /\d+(?:,\d+)?/g : /\d+(?:\.\d+)?/g;
  return (grouped.match(decimal) ?? []).map((one) => Number(one.replace(',', '.')));
}

/** Every way in which a number of a table can be written: to any number of decimals that it has, without its sign. */
export function writingsOf(value: number): number[] {
  const size = Math.abs(value);
  return [0, 1, 2, 3, 4].map((decimals) => Number(size.toFixed(decimals)));
}
