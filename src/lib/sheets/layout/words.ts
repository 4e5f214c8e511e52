import type { CellValue } from '#lib/model/sheet.ts';
import { readText } from '../values/text.ts';

const total =
  /^[\s*]*(?:(?:под)?итого?|всего|в\s+т\.?\s*ч\.?|в\s+том\s+числе|общий\s+итог|общее\s+количество|сумма|(?:sub|grand\s+)?total|sum|average|mean|в\s+среднем|среднее(?=\s*(?:$|:|значение|по\s))|средний\s+балл)(?![а-яёa-z])/i;
const endingTotal = /\s[-–—]\s*(?:всего|итого)[\s:\d)*]*$/i;
const breakdown =
  /^\s*(?:в\s+т\.?\s*ч|в\s+том\s+числе|из\s+(?:них|него|нее|неё)|including|of\s+which)[^\d]*$/i;
const note =
  /^(?:[*¹²³⁴†]|\d\)|примечани|прим\.|источник|сноск|директор|руководител|исполнител|зам\.|заместител|ответственн\S*\s*(?:[:_/]|за\s|$)|составил|подготовил|проверил|подпис|классн\S+\s+руководител\S*\s*[:_/]|м\.\s?п\.|дата\s*[:_]|тел\.|телефон|notes?\b|source|remark|footnote|signature|signed|prepared)/i;

/** True when a text opens as the label of a total, subtotal or average: «Итого», «Всего», «в т. ч.», «Total». */
export function isTotalWord(text: string): boolean {
  return text.length < 80 && (total.test(text) || endingTotal.test(text));
}

/** True when a text only announces that parts follow: «в том числе:», «из них». */
export function isBreakdownWord(text: string): boolean {
  return breakdown.test(text);
}

/** True when a text opens as a note or a signature below a table does, or is a line to sign on. */
export function isNoteWord(text: string): boolean {
  return note.test(text) || /_{3,}/.test(text);
}

/** The texts of the filled cells of a row, without repeats side by side. */
export function textsOf(cells: readonly CellValue[]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = readText(cell);
    if (text !== null && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts;
}
