import type { CellValue } from '#lib/model/sheet.ts';
import { readText } from '../values/text.ts';

/** Words a line of totals may open with; each must end where a word ends. */
const total =
  /^[\s*]*(?:(?:под)?итого?|всего(?!\s+(?:понемногу|лишь|хорошего|доброго))|в\s+т\.?\s*ч\.?|в\s+том\s+числе|общий\s+итог|общее\s+количество|сумма|в\s+среднем|среднее(?=\s*(?:$|:|значение|по\s))|средний\s+балл)(?![а-яёa-z])/i;
const englishTotal =
  /^[\s*]*(?:(?:sub-?\s?|grand\s+)?totals?(?![a-z])(?!\s+(?:number|volume|amount|count|cost|hours|population|area|of)\b)|(?:sum|average|mean)\s*(?:$|[:\d(]))/i;
const endingTotal = /\s[-–—]\s*(?:всего|итого)[\s:\d)*]*$/i;
const wholeTotal =
  /^(?:в\s+целом\s+)?по\s+(?:школе|лицею|гимназии|учреждению|параллели|району|городу|округу|стране)(?:\s+в\s+целом)?\s*:?$/i;
/** Most texts need no closer look than this. */
const maybeTotal =
  /^[\s*]*(?:под|ито|все|в\s|общ|сум|сре|по\s|sub|gra|tot|sum|ave|mea)|\s[-–—]\s*(?:всего|итого)/i;
/** A named part («в том числе Ненецкий округ») is a row like any other. */
const namedPart = /^\s*(?:в\s+т\.?\s*ч\.?|в\s+том\s+числе)\s*:?\s+[А-ЯЁA-Z][а-яёa-z]/;
const bareTotal =
  /^(?:(?:под)?итого|всего|total|subtotal|grand\s+total)\s*:?(?:\s*,?\s*(?:в\s+т\.?\s*ч\.?|в\s+том\s+числе)\s*:?)?$/i;
const breakdown =
  /^\s*(?:в\s+т\.?\s*ч|в\s+том\s+числе|из\s+(?:них|него|нее|неё)|including|of\s+which)[^\d]*$/i;
const ofThem = /^\s*(?:из\s+(?:них|него|нее|неё)|of\s+which)(?![а-яёa-z])/i;
const note =
  /^(?:[*¹²³⁴†]|\d\)|примечани|прим\.|источник|сноск|директор|руководител|исполнител|зам\.|заместител|ответственн\S*\s*(?:[:_/]|за\s|$)|составил|подготовил|проверил|подпис|классн\S+\s+руководител\S*\s*[:_/]|м\.\s?п\.|дата\s*[:_]|тел\.|телефон|notes?\b|source|remark|footnote|signature|signed|prepared)/i;
const title =
  /^(?:(?:свод|журнал|реестр|перечень|список|план|табель|таблица|ведомость|форма|анкета|приложение|информация|сведения|отч[её]т|мониторинг|итоги|результаты|показатели|динамика|количество|численность|учет|учёт|участие|охват|list|report|table|summary|results|register)(?![а-яёa-z]).*\s.{3,}|.*\sза\s.{2,40}(?:четверть|полугодие|триместр|год[ау]?|г\.|месяц|период))/i;
/** The country above its regions: a whole whose name is no word of totals. */
const country = /^(?:российская\s+федерация|россия|рф)[\s\d).,*]*$/i;
const region =
  /област|(?:^|\s)край|республика|округ|автономн|^г\.|^город\s|москва|санкт-петербург/i;

/** True when a text opens as the label of a total, subtotal or average: «Итого», «Всего», «в т. ч.», «Total». */
export function isTotalWord(text: string): boolean {
  if (text.length >= 80 || !maybeTotal.test(text)) return false;
  if (namedPart.test(text) || ofThem.test(text)) return false;
  return (
    total.test(text) || englishTotal.test(text) || endingTotal.test(text) || wholeTotal.test(text)
  );
}

/** True when a text is nothing but a word of totals: «всего», «Итого:», «всего, в т. ч.». */
export function isBareTotal(text: string): boolean {
  return bareTotal.test(text.trim());
}

/** True when a text only announces that parts follow: «в том числе:», «из них». */
export function isBreakdownWord(text: string): boolean {
  return breakdown.test(text);
}

/** True when a text names one of the parts of what stands above it: «в том числе девочек». */
export function namesPart(text: string): boolean {
  return /^[\s*]*в\s+том\s+числе(?![а-яёa-z])/i.test(text);
}

/** True when a text opens as a note or a signature below a table does, or is a line to sign on. */
export function isNoteWord(text: string): boolean {
  return note.test(text) || /_{3,}/.test(text);
}

/** True when a text opens as the title of a table does: «Сведения об участии …», «… за III четверть». */
export function isTitleText(text: string): boolean {
  return text.length >= 10 && title.test(text);
}

/** True when a text names the country whose regions the other rows are. */
export function isCountry(text: string): boolean {
  return country.test(text);
}

/** True when a text names a region of a country. */
export function isRegion(text: string): boolean {
  return region.test(text);
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
