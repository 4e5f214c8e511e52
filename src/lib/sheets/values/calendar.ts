/** Names of months as they begin, in Russian and English, January first. */
const stems = [
  /^янв|^jan/,
  /^фев|^feb/,
  /^мар|^mar/,
  /^апр|^apr/,
  /^ма[йя]|^may/,
  /^июн|^jun/,
  /^июл|^jul/,
  /^авг|^aug/,
  /^сен|^sep/,
  /^окт|^oct/,
  /^ноя|^nov/,
  /^дек|^dec/,
];
const whole =
  /^(?:янв(?:ар[ьяе])?|фев(?:р(?:ал[ьяе])?)?|март?[ае]?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]?|июл[ьяе]?|авг(?:уст[ае]?)?|сен(?:т(?:ябр[ьяе])?)?|окт(?:ябр[ьяе])?|ноя(?:б(?:р[ьяе])?)?|дек(?:абр[ьяе])?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/;

/** Number of a month (1 to 12) from its name or its short form in any case of Russian; null for other words. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  if (!whole.test(lower)) return null;
  const index = stems.findIndex((stem) => stem.test(lower));
  return index < 0 ? null : index + 1;
}

/** Days in a month of the Gregorian calendar; month 1 to 12. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** «YYYY-MM-DD» of a day, or null when the calendar has no such day or the year is not one people record (1900 to 2100). */
export function isoDay(year: number, month: number, day: number): string | null {
  if (
    year < 1900 ||
    year > 2100 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month)
  ) {
    return null;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A year written with two digits is this century up to 68, the last one from 69. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}
