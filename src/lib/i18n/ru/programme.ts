import { pluralRu } from '../plural.ts';

type Params = Readonly<Record<string, string | number>>;

/** A period of the calendar in words: its Roman numeral, how many terms its year has, the year as «2025/26». */
interface PeriodWords {
  readonly roman: string;
  readonly of: number;
  readonly year: string;
}

const termNames: Readonly<Record<number, readonly [string, string, string]>> = {
  2: ['полугодие', 'полугодия', 'полуг.'],
  3: ['триместр', 'триместра', 'трим.'],
  4: ['четверть', 'четверти', 'четв.'],
};
const otherTerm = ['период', 'периода', 'пер.'] as const;

const nameTerm = (of: number) => termNames[of] ?? otherTerm;

const fields: Readonly<Record<string, string>> = {
  version: 'версия',
  name: 'название',
  ru: 'по-русски',
  en: 'по-английски',
  school: 'школа',
  tasks: 'задачи',
  blocks: 'блоки',
  aim: 'цель',
  directions: 'направления',
  block: 'блок',
  civic: 'гражданское направление',
  periods: 'периоды',
  schoolYear: 'учебный год',
  term: 'номер периода',
  starts: 'начало',
  ends: 'конец',
  gapBelongsTo: 'дни каникул',
  levels: 'уровни',
  results: 'результаты',
  roles: 'роли',
  id: 'код',
  weight: 'вес',
  synonyms: 'другие написания',
  award: 'считается успехом',
  counted: 'считается участием',
  remoteFactor: 'множитель заочного участия',
  teamFactor: 'множитель командного участия',
  creativityCut: 'порог уровня творчества',
  reliability: 'надёжность методик',
  torrance: 'Торренс',
  johnson: 'Джонсон',
  williams: 'Вильямс',
  whiteSpotTarget: 'порог белого пятна',
  overload: 'перегрузка',
  rule: 'правило',
  percentile: 'процентиль прошлого года',
  weekly: 'участий в неделю',
  continuity: 'преемственность',
  from: 'с параллели',
  to: 'по параллель',
  wellbeing: 'анкета благополучия',
  lessIsBetter: 'меньше — лучше',
  risk: 'порог зоны риска',
  privacy: 'защита в снимках',
  least: 'наименьшая группа',
  leastAssessed: 'наименьшая группа в шкалах и анкетах',
  width: 'разброс догадки',
  zeros: 'скрывать нули',
  classCorrelation: 'сходство учеников класса',
  aggregation: 'способ сложения',
  indices: 'индексы',
  creative: 'индекс творческого развития',
  low: 'значение для 0',
  high: 'значение для 100',
};

/** Sentences of the part «programme» in Russian. */
export const programme = {
  /** Names of the parts of a programme. */
  fields,
  /** Where in the programme something stands: «уровни, 3, вес». */
  place: (path: readonly (string | number)[]) =>
    path
      .map((step, depth) => {
        if (typeof step === 'number') return String(step + 1);
        if (step === 'civic' && path[depth - 1] === 'indices') return 'гражданский индекс';
        return fields[step] ?? step;
      })
      .join(', '),
  /** What is wrong with a programme and what to do about it. */
  issues: {
    missing: () => 'Этого поля нет. Добавьте его.',
    'not-text': () => 'Здесь нужен текст.',
    'not-number': () => 'Здесь нужно число.',
    'not-whole': () => 'Здесь нужно целое число.',
    'not-yes-no': () => 'Здесь нужно «да» или «нет» (true или false).',
    'not-list': () => 'Здесь нужен список.',
    'not-group': () => 'Здесь нужна группа полей в фигурных скобках.',
    'not-choice': ({ choices = '' }: Params) =>
      `Здесь возможно только одно из значений: ${choices}.`,
    'text-empty': () => 'Текст пуст. Впишите его.',
    'text-long': ({ most = '' }: Params) => `Текст слишком длинный: допустимо знаков — ${most}.`,
    'id-shape': () =>
      'Код состоит из латинских букв, цифр и дефисов и начинается с буквы или цифры.',
    'list-empty': () => 'Список пуст. Нужна хотя бы одна запись.',
    'list-long': ({ most = '' }: Params) => `Список слишком длинный: допустимо записей — ${most}.`,
    'number-range': ({ least = '', most = '' }: Params) =>
      `Число должно быть от ${least} до ${most}.`,
    'number-below': ({ most = '' }: Params) => `Число должно быть от 0 и меньше ${most}.`,
    'factor-range': () => 'Множитель больше 0 и не больше 1.',
    'date-impossible': () =>
      'Такой даты нет. Дата пишется как год-месяц-день, например 2025-09-01.',
    'id-repeated': ({ id = '' }: Params) => `Код «${id}» уже занят. Коды в списке не повторяются.`,
    'block-unknown': ({ id = '' }: Params) =>
      `Блока «${id}» в программе нет. Выберите один из её блоков.`,
    'block-empty': ({ id = '' }: Params) =>
      `В блоке «${id}» нет ни одного направления. Добавьте направление или удалите блок.`,
    'synonym-repeated': ({ text = '', id = '' }: Params) =>
      `«${text}» уже означает запись «${id}». Одно написание означает одно.`,
    'weights-zero': () => 'Все веса равны нулю. Хотя бы один должен быть больше нуля.',
    'role-uncounted': () => 'Ни одна роль не считается участием. Отметьте хотя бы одну.',
    'period-reversed': () => 'Период кончается раньше, чем начинается. Поменяйте даты.',
    'period-overlap': ({ id = '' }: Params) =>
      `Период начинается не позже, чем кончается предыдущий («${id}»). Сдвиньте дату.`,
    'period-order': () => 'Периоды идут по порядку учебных лет и номеров. Переставьте запись.',
    'period-term': ({ term = '' }: Params) =>
      `Номера периодов в учебном году идут подряд с первого; здесь ожидается ${term}.`,
    'period-outside': ({ from = '', to = '' }: Params) =>
      `Период лежит вне своего учебного года: с ${from} по ${to}.`,
    'goalposts-same': () => 'Значения для 0 и для 100 не должны совпадать.',
    'grades-order': () => 'Последняя параллель меньше первой. Поменяйте их.',
    'below-least': ({ least = '' }: Params) =>
      `Для шкал и анкет порог не ниже общего: здесь нужно не меньше ${least}.`,
    'json-syntax': ({ line = '', column = '' }: Params) =>
      Number(line) > 0
        ? `Файл не читается как JSON: ошибка в строке ${line}, знак ${column}. Исправьте это место или сохраните программу заново.`
        : 'Файл не читается как JSON: он оборван. Сохраните программу заново.',
    'not-programme': () => 'В файле нет программы. Нужен файл, сохранённый на экране «Программа».',
    'version-unknown': ({ version = '' }: Params) =>
      `Программа сохранена в версии «${version}», которую эта страница не знает. Обновите страницу и откройте файл снова.`,
    'too-large': ({ most = '' }: Params) =>
      `Файл слишком велик для программы: допустимо килобайт — ${most}. Проверьте, тот ли это файл.`,
    'too-many': ({ count = 0 }: Params) =>
      `И ещё ${count} ${pluralRu(Number(count), 'замечание', 'замечания', 'замечаний')}. Исправьте показанные и проверьте снова.`,
    'year-present': ({ year = '' }: Params) => `Учебный год ${year} в календаре уже есть.`,
    'year-absent': ({ year = '' }: Params) => `Учебного года ${year} в календаре нет.`,
    'year-last': () => 'В календаре остался один учебный год. Сначала добавьте другой.',
    'step-absent': ({ id = '' }: Params) => `Записи «${id}» в программе нет.`,
  },
  /** The rules of single measures. */
  rules: {
    title: 'Правила показателей',
    text: 'Пороги и настройки, по которым считаются отдельные показатели.',
    reliability: 'Надёжность методик',
    reliabilityText:
      'От 0 до 1, из руководства к методике. По ней рост отличают от погрешности (показатель «Доля с надёжным ростом»).',
    instruments: { torrance: 'Торренс', johnson: 'Джонсон', williams: 'Вильямс' },
    overload: 'Перегрузка',
    overloadRule: 'Участник перегружен, если участий больше, чем',
    overloadRules: {
      percentile: 'у большинства участников год назад',
      weekly: 'задано на неделю',
    },
    percentile: 'Большинство — это доля участников, %',
    weekly: 'Участий в неделю',
    continuity: 'Преемственность с вузами',
    block: 'Блок вузов',
    from: 'С параллели',
    to: 'По параллель',
    whiteSpots: 'Белые пятна',
    target: 'Охват класса блоком ниже, чем, %',
    wellbeing: 'Благополучие',
    risk: 'Зона риска: не выше, %',
    lessIsBetter: 'Меньше — лучше в вопросах со словами',
    lessIsBetterHint: 'Части слов через запятую, например: страш, тревож.',
  },
  /** What is withheld in snapshots. */
  privacy: {
    title: 'Защита в снимках',
    text: 'По этим правилам скрываются числа в том, что уходит из школы. На экранах самого приложения они ничего не меняют.',
    small: 'Малые группы',
    least: 'Скрывать, если учеников меньше',
    leastHint:
      'Вместе с таким числом скрываются и те, из которых его можно вычислить. В школьных отчётах порог бывает от 5 до 30, чаще 10 (NCES 2011-603).',
    leastAssessed: 'То же в психологических шкалах и анкетах',
    leastAssessedHint:
      'Диагностика и ответы — сведения, близкие к здоровью, поэтому порог для них выше.',
    zeros: 'Скрывать группы, где не участвовал никто',
    zerosText:
      'Ноль говорит о каждом в группе: «никто из 9В не был». Если снять отметку, нули будут видны.',
    guess: 'Догадки',
    width: 'Наименьший разброс догадки',
    widthHint:
      'Тот, кто знает списки классов и всё показанное, не должен угадать скрытое число точнее. Перед отправкой для каждого такого числа находятся два положения дел, которые сходятся со всем показанным, а в нём расходятся не меньше чем на столько.',
    sureness: 'Надёжность изменений',
    classCorrelation: 'Сходство учеников одного класса',
    classCorrelationHint:
      'От 0 до 1. Класс ходит на события вместе, и изменения из-за этого менее надёжны. В снимке это считается по одному общему числу: настоящий разброс классов выдал бы скрытое. При 0,05 класс из 27 учеников говорит столько же, сколько 12 учеников из разных классов.',
  },
  /** Names of periods. */
  periods: {
    /** «четверть», «триместр», «полугодие». */
    kind: (of: number) => nameTerm(of)[0],
    /** «IV четверть 2025/26», as subject or after «за». */
    name: ({ roman, of, year }: PeriodWords) => `${roman} ${nameTerm(of)[0]} ${year}`,
    /** «IV четверти 2025/26», after «против» or «до». */
    genitive: ({ roman, of, year }: PeriodWords) => `${roman} ${nameTerm(of)[1]} ${year}`,
    /** «IV четв. 2025/26», where room is scarce. */
    short: ({ roman, of, year }: PeriodWords) => `${roman} ${nameTerm(of)[2]} ${year}`,
  },
};
