import { foldText } from '#lib/i18n/fold.ts';
import { remember } from '../remember.ts';
import { stemWords } from '../vocabulary.ts';

const legalForm =
  /^(?:[мгфокр]{0,3}(?:б|а|к)о?у(?:к|до|дод|во|впо|спо|д|доп)?|до|дод|во|впо|спо|ано|ооо|нко|чу|чоу|ноу|зао|оао|пао|роо|ук)$/;
const legalStems = new Set(
  stemWords(
    'муниципальное государственное федеральное областное краевое бюджетное казённое автономное учреждение некоммерческая организация общество ограниченной ответственностью общеобразовательное образовательное высшего профессионального дополнительного образования культуры города',
  ),
);

const formalStems = new Set(stemWords('муниципальное бюджетное казённое автономное учреждение'));

/** Whether a folded word says nothing but a legal form wherever it stands: «мбу», «до», «муниципальное», «учреждение». */
export function isLegalWord(word: string): boolean {
  return legalForm.test(word) || formalStems.has(stemWords(word)[0] ?? '');
}

function canLead(word: string): boolean {
  return legalForm.test(word) || legalStems.has(stemWords(word)[0] ?? '');
}

/** A partner's name folded for matching: without quotes, «№», leading legal forms («МБУ ДО», «ГБУК») and punctuation. */
export const partnerKey = remember((name: string): string => {
  const words = foldText(name.replace(/№|(?<!\p{L})(?:no|n)\.?(?=\s*\d)/giu, ' '))
    .replace(/(?<![\p{L}])(?:имени|им\.?)(?![\p{L}])/gu, ' ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  let first = 0;
  while (first < words.length - 1 && canLead(words[first] ?? '')) first += 1;
  return words.slice(first).join(' ');
});
