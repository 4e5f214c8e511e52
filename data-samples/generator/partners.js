/** @import { Partner } from './types.js' */
/** @import { Random } from './random.js' */
import { countDay } from './calendar.js';

const supplementary = 'Муниципальное бюджетное учреждение дополнительного образования';
const culture = 'Муниципальное бюджетное учреждение культуры';
const university =
  'Федеральное государственное бюджетное образовательное учреждение высшего образования';

/** @type {[number, string, string, string][]} */
const institutions = [
  [1, supplementary, 'Дом детского творчества «Радуга»', 'ДДТ «Радуга»'],
  [1, supplementary, 'Дом детского творчества «Родник»', 'ДДТ «Родник»'],
  [1, supplementary, 'Центр детского творчества «Журавлик»', 'ЦДТ «Журавлик»'],
  [1, supplementary, 'Станция юных натуралистов «Росток»', 'СЮН «Росток»'],
  [1, supplementary, 'Станция юных техников «Вектор»', 'СЮТ «Вектор»'],
  [1, supplementary, 'Детский технопарк «Куб»', 'Технопарк «Куб»'],
  [1, supplementary, 'Эколого-биологический центр «Исток»', 'ЭБЦ «Исток»'],
  [1, supplementary, 'Школа юного журналиста «Строка»', 'ШЮЖ «Строка»'],
  [1, supplementary, 'Литературная студия «Словолад»', 'Литстудия «Словолад»'],
  [1, supplementary, 'Центр развития «Горизонт»', 'ЦР «Горизонт»'],
  [1, supplementary, 'Детско-юношеский центр «Компас»', 'ДЮЦ «Компас»'],
  [1, supplementary, 'Детский планетарий «Орбита»', 'Планетарий «Орбита»'],
  [1, supplementary, 'Клуб юных моряков «Штурвал»', 'КЮМ «Штурвал»'],
  [1, supplementary, 'Центр «Юный педагог»', 'Центр «Юный педагог»'],
  [1, supplementary, 'Дом учителя «Диалог»', 'Дом учителя «Диалог»'],
  [1, supplementary, 'Детская киностудия «Кадр»', 'Киностудия «Кадр»'],
  [1, supplementary, 'Центр детского туризма «Азимут»', 'ЦДТур «Азимут»'],
  [2, culture, 'Светлоозёрский краеведческий музей', 'Краеведческий музей'],
  [2, culture, 'Музей «Дом купца Ладожникова»', 'Музей «Дом Ладожникова»'],
  [2, culture, 'Картинная галерея «Палитра»', 'Галерея «Палитра»'],
  [2, culture, 'Драматический театр «Лестница»', 'Театр «Лестница»'],
  [2, culture, 'Театр кукол «Петелька»', 'Театр «Петелька»'],
  [2, culture, 'Камерная филармония «Камертон»', 'Филармония «Камертон»'],
  [2, culture, 'Центральная городская библиотека', 'ЦГБ'],
  [2, culture, 'Библиотека-филиал «Книжный остров»', 'Библиотека «Книжный остров»'],
  [2, culture, 'Детская школа искусств № 17', 'ДШИ № 17'],
  [2, culture, 'Детская школа искусств № 24', 'ДШИ № 24'],
  [2, culture, 'Детская музыкальная школа «Лира»', 'ДМШ «Лира»'],
  [2, culture, 'Дворец культуры «Маяк»', 'ДК «Маяк»'],
  [2, culture, 'Дом культуры «Речник»', 'ДК «Речник»'],
  [2, culture, 'Кинотеатр «Луч»', 'Кинотеатр «Луч»'],
  [2, culture, 'Музей реки «Плёс»', 'Музей «Плёс»'],
  [2, culture, 'Центр народного творчества «Прялка»', 'ЦНТ «Прялка»'],
  [2, culture, 'Выставочный зал «Грань»', 'Зал «Грань»'],
  [2, culture, 'Культурно-просветительский центр «Лампада»', 'КПЦ «Лампада»'],
  [3, university, 'Светлоозёрский государственный университет', 'СГУ'],
  [3, university, 'Светлоозёрский педагогический институт', 'СПИ'],
  [3, university, 'Светлоозёрский технический университет', 'СТУ'],
  [3, university, 'Светлоозёрский аграрный университет', 'САУ'],
  [3, university, 'Светлоозёрский институт культуры', 'СИК'],
  [3, university, 'Академия речного флота (Светлоозёрский филиал)', 'АРФ'],
  [3, university, 'Заозёрский медицинский университет', 'ЗМУ'],
  [3, university, 'Заозёрский университет экономики', 'ЗУЭ'],
  [3, university, 'Заозёрский лесной институт', 'ЗЛИ'],
  [3, university, 'Заозёрский институт связи', 'ЗИС'],
];

const silentForYears = [
  'КЮМ «Штурвал»',
  'Дом учителя «Диалог»',
  'Музей «Плёс»',
  'Зал «Грань»',
  'ЗИС',
];
const silentLately = ['ЦДТур «Азимут»', 'Кинотеатр «Луч»'];
const expired = ['ЦДТ «Журавлик»', 'ДК «Речник»', 'ЗЛИ'];
const recent = ['Технопарк «Куб»', 'КПЦ «Лампада»', 'ЗУЭ'];
const withoutContract = ['Киностудия «Кадр»', 'ДШИ № 24', 'САУ'];

const kinds = ['учреждение дополнительного образования', 'учреждение культуры', 'вуз'];

/** @param {string} short */
function listActiveYears(short) {
  if (silentForYears.includes(short)) return [];
  if (silentLately.includes(short)) return [2023];
  if (expired.includes(short)) return [2023, 2024];
  if (recent.includes(short)) return [2024, 2025];
  return [2023, 2024, 2025];
}

/** @param {string} short @param {Random} random @returns {[string, string]} */
function drawTerm(short, random) {
  if (expired.includes(short)) return ['2021-09-01', '2025-08-31'];
  if (recent.includes(short)) return ['2024-09-02', '2027-08-31'];
  return random.pick([
    ['2023-09-01', '2026-08-31'],
    ['2022-09-01', '2027-08-31'],
    ['2023-01-16', '2026-12-31'],
    ['2022-10-03', '2026-06-30'],
  ]);
}

/**
 * The lyceum's partners with their contracts.
 * @param {Random} random
 */
export function createPartners(random) {
  return institutions.map(([block, form, name, short], index) => {
    const [from, to] = drawTerm(short, random);
    const contracted = !withoutContract.includes(short);
    /** @type {Partner} */
    const partner = {
      full: name.includes('«') ? `${form} ${name}` : `${form} «${name}»`,
      short,
      kind: kinds[block - 1] ?? '',
      block,
      contract: contracted ? `${index + 11}/${from.slice(2, 4)}-СП` : null,
      from: contracted ? countDay(from) : null,
      to: contracted ? countDay(to) : null,
      activeYears: listActiveYears(short),
      weight: Math.exp(0.6 * random.drawNormal()),
    };
    return partner;
  });
}
