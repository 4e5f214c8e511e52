import { foldText } from '#lib/i18n/fold.ts';
import { remember } from './remember.ts';

const words: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:(?:полностью|совершенно|абсолютно) (?:соглас[а-я]*|не соглас[а-я]*)|strongly (?:agree|disagree)|fully agree)/,
    1,
  ],
  [
    /^(?:скорее (?:да|соглас[а-я]*)|в основном (?:да|соглас[а-я]*)|somewhat agree|rather agree|agree somewhat)/,
    0.75,
  ],
  [
    /^(?:скорее (?:нет|не соглас[а-я]*)|в основном (?:нет|не соглас[а-я]*)|somewhat disagree|rather disagree)/,
    0.25,
  ],
  [/^(?:совсем не|совершенно не|полностью не|категорически не|strongly disagree|not at all)/, 0],
  [/^(?:не соглас[а-я]*|нет|никогда|disagree|no|never|неверно)$/, 0],
  [
    /^(?:затрудн[а-я]* ответить|затрудняюсь|и да,? и нет|нечто среднее|отчасти|частично|иногда|не знаю|neutral|neither.*|sometimes|partly|hard to say)/,
    0.5,
  ],
  [/^(?:редко|почти никогда|rarely|seldom)$/, 0.25],
  [/^(?:часто|почти всегда|often|usually)$/, 0.75],
  [/^(?:соглас(?:ен|на|ны)(?:\(?-?а\)?)?|да|всегда|agree|yes|always|верно)$/, 1],
];

/** How far an answer in words agrees, 0 to 1: «Скорее да» → 0.75; null when it is no such answer. */
export const readAgreement = remember((text: string): number | null => {
  const folded = foldText(text)
    .replace(/^\d\s*[-.)=–]\s*/, '')
    .replace(/[.!]+$/, '')
    .replace(/\s*\([^)]*\)/g, '')
    .trim();
  for (const [form, value] of words) {
    if (form.test(folded))
      return value === 1 && /(?<![а-я])не соглас|disagree/.test(folded) ? 0 : value;
  }
  return null;
});
