import { pluralRu } from '../plural.ts';

const nb = '\u00a0';

/** A count with its word: «1 234 числа». The number comes written as the language writes it. */
const counted = (count: number, text: string, one: string, few: string, many: string): string =>
  `${text}${nb}${pluralRu(count, one, few, many)}`;

/** Sentences inside a snapshot's file, and of what is found when one is opened and compared. */
export const snapshotFile = {
  /** A day by the numbers of its day, month and year, always in the same words: files are rebuilt to be checked. */
  day: (day: number, month: number, year: number): string =>
    `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`,
  dataOf: (day: string): string => `данные на${nb}${day}`,
  page: (number: number, of: number): string => `стр.${nb}${number} из${nb}${of}`,
  /** The running foot of a sheet of paper: what stands before, between and after its number and the number of all. */
  sheet: { before: `стр.${nb}`, between: `${nb}из${nb}`, after: '' },
  contents: 'Содержание',
  table: 'Числа таблицей',
  tableOf: (title: string): string => `Числа таблицей: ${title}`,
  pictureOf: (title: string): string => `Рисунок: ${title}`,
  /** Above a picture that a narrow screen cannot hold. */
  sideways: 'Рисунок шире экрана: листайте его вбок →',
  noNumber: '—',
  selection: (text: string): string => `Кто: ${text}`,
  signs: (text: string): string => `Обозначения: ${text}`,
  withheld: (hidden: number, all: number, hiddenText: string, allText: string): string =>
    `${pluralRu(hidden, 'Скрыто', 'Скрыто', 'Скрыто')} ${hiddenText} из${nb}${counted(all, allText, 'числа', 'чисел', 'чисел')}, чтобы никого нельзя было узнать.`,
  allWithheld:
    'Здесь скрыты все числа: группы слишком малы, и по ним можно было бы узнать человека.',
  emptyPage: 'На этой странице пока ничего нет.',
  decisions: { what: 'Решили', who: 'Ответственный', until: 'Срок' },
  /** What belongs on the empty lines of whoever signs. */
  signature: { office: 'должность', sign: 'подпись', name: 'фамилия, инициалы' },
  judgement: 'Вывод',
  /** Names of controls and what is told of them: these stand in the file as data for its script. */
  controls: {
    toolbar: 'Снимок',
    otherLanguage: 'English',
    otherLanguageTag: 'en',
    present: 'Показать на экране',
    print: 'Печать',
    openTables: 'Раскрыть таблицы',
    closeTables: 'Свернуть таблицы',
    presenting: 'Показ',
    next: 'Вперёд',
    previous: 'Назад',
    black: 'Чёрный экран',
    leave: 'Закончить показ',
    spotlight: 'Выделить',
    enlarge: 'Крупнее',
    target: 'Время доклада, минут',
    minutes: 'мин',
    over: 'сверх',
    clock: 'Прошло времени',
    isBlack: 'Экран погашен. Любая клавиша вернёт страницу.',
    marks:
      'Стрелки ведут по отметкам рисунка, Home и End — к первой и последней, S выделяет отметку, Esc возвращает.',
    table: 'Таблица',
    keysTitle: 'Клавиши',
    closeKeys: 'Закрыть список клавиш',
    /** What keys do while a snapshot is shown, in the app and in its file. */
    keys: [
      ['→, пробел, PageDown', 'вперёд'],
      ['←, PageUp', 'назад'],
      ['↓, ↑', 'дальше по длинной странице'],
      ['Home, End', 'в начало и в конец'],
      ['Tab, стрелки', 'по отметкам картинки'],
      ['S', 'выделить отметку'],
      ['T', 'таблица и обратно'],
      ['Z', 'картинка крупно'],
      ['B', 'чёрный экран'],
      ['L', 'другой язык'],
      ['M', 'время доклада'],
      ['F1', 'этот список'],
      ['Esc', 'отпустить отметку, закончить'],
    ] as readonly (readonly [keys: string, what: string])[],
    signed: 'Подписано',
    unchecked:
      'Подпись проверяет программа «Динамика»: «Проверить снимок». Сам файл проверить себя не может.',
  },
  certificate: {
    title: 'Что скрыто и почему',
    allOpen: (numbers: number, text: string): string =>
      `В${nb}снимке ${counted(numbers, text, 'число', 'числа', 'чисел')}, и все открыты: ни одна группа не оказалась слишком малой.`,
    hidden: (numbers: number, text: string, hiddenText: string): string =>
      `В${nb}снимке ${counted(numbers, text, 'число', 'числа', 'чисел')}, скрыто ${hiddenText}: так никого нельзя узнать ни по одному из них, ни по всем вместе.`,
    primary: (text: string): string => `${text} — потому что за ними слишком мало людей;`,
    secondary: (text: string): string =>
      `${text} — потому что без этого скрытые числа можно было бы вычислить.`,
    rules: 'По каким правилам',
    least: (count: number, text: string): string =>
      `Не показываем число, за которым стоит меньше ${text}${nb}${pluralRu(count, 'ученика', 'учеников', 'учеников')}. То же, если столько осталось до «всех».`,
    leastAssessed: (count: number, text: string): string =>
      `Для опросов и психологических шкал — меньше ${text}${nb}${pluralRu(count, 'ученика', 'учеников', 'учеников')}.`,
    zeros: 'Не показываем и группы, из которых не участвовал никто или участвовали все.',
    noZeros: 'Если из группы не участвовал никто, это видно.',
    width: (text: string): string =>
      `Возможные значения скрытого числа должны расходиться не меньше чем на${nb}${text}.`,
    audit: 'Как проверено',
    statements: (count: number, text: string): string =>
      `Всё, что сказано в${nb}снимке, вместе со списками классов и прежними снимками — это ${counted(count, text, 'утверждение', 'утверждения', 'утверждений')} о числах учеников.`,
    sensitive: (_count: number, text: string): string => `Чисел, которые нельзя выдать: ${text}.`,
    noSensitive: 'Чисел, которые нельзя выдать, среди них нет.',
    narrowest: (count: number, text: string): string =>
      `Для каждого программа нашла наборы данных, которые согласны со всем сказанным, но в${nb}этом числе расходятся. Самое определённое из них может иметь ${counted(count, text, 'значение', 'значения', 'значений')}.`,
    caution:
      'Проверка верна при сведениях, которые известны школе. Того, что кто-то знает о ребёнке сам, она учесть не может.',
    made: 'Из чего сделан снимок',
    school: 'Школа',
    period: 'Период',
    dataDay: 'Данные на',
    madeOn: 'Снимок сделан',
    programme: 'Программа',
    programmeHash: 'Контрольная сумма программы',
    sources: 'Файлы с данными',
    source: (name: string, hash: string): string => `${name} — ${hash}`,
    namelessSources: (count: number, text: string): string =>
      `${counted(count, text, 'файл', 'файла', 'файлов')} без названия`,
    noSources: 'не названы',
    earlier: 'Учтены прежние снимки',
    noEarlier: 'прежние снимки не учитывались',
    worlds: 'Контрольная сумма проверочных наборов',
    content: 'Контрольная сумма снимка (SHA-256)',
    method:
      'Доли и средние даны с 95-процентными интервалами. Скрытое — штриховка, отсутствующее — пропуск, ноль — ноль.',
  },
};
