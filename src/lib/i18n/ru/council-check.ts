import { pluralRu } from '../plural.ts';

const nb = '\u00a0';

const counted = (count: number, text: string, one: string, few: string, many: string): string =>
  `${text}${nb}${pluralRu(count, one, few, many)}`;

/** What is safe whatever a refused file holds. */
const safe = 'Из файла ничего не запущено, ваши данные не тронуты.';

/** Sentences of the screen on which a snapshot's file is checked and compared with another. */
export const councilCheck = {
  title: 'Проверить снимок',
  lead: 'Откройте файл снимка: программа скажет, цел ли он, кем подписан и сходятся ли его числа. Из файла ничего не запускается и никуда не отправляется.',
  back: 'Педсовет',
  drop: {
    title: 'Перетащите сюда файл снимка',
    hint: 'Нужен файл HTML, который сохранила программа. Два файла сразу — чтобы сравнить их.',
    choose: 'Выбрать файл',
    second: 'Сравнить с другим снимком',
    secondHint: 'Перетащите второй файл: страница за страницей будет видно, что изменилось.',
    instead: 'Взять другой файл',
    insteadHint: 'Он встанет на место второго.',
    given: (count: number, text: string): string =>
      `${counted(count, text, 'файл', 'файла', 'файлов')}, проверяю`,
    tooMany: (text: string): string => `Файлов было ${text}; взяты первые два.`,
    folder:
      'То, что перетащили, прочитать не удалось. Выберите файл кнопкой; ваши данные не тронуты.',
  },
  checking: (name: string): string => `Проверяю «${name}»…`,
  stop: 'Остановить',
  remove: 'Убрать',
  removeFile: (name: string): string => `Убрать «${name}»`,
  /** What was found, as it is read aloud and as it stands above a file. */
  verdicts: {
    signed: (name: string): string => `Снимок цел и подписан: ${name}`,
    signedText:
      'С тех пор как его подписали, в файле не изменилась ни одна буква. Имя подписавший указал сам: сверьте отпечаток ключа с тем, который он вам назовёт.',
    whole: 'Снимок цел, но не подписан',
    wholeText:
      'Он такой, каким его сохранила программа, случайных повреждений нет. Кто его сделал, по файлу узнать нельзя.',
    same: 'Это один и тот же снимок: всё, что в них сказано, совпадает до буквы.',
  },
  /** Why a file is refused: what happened; what is safe and what to do. */
  refusals: {
    'too-large': {
      title: 'Файл слишком велик для снимка',
      text: `Обычный снимок меньше 1${nb}МБ. ${safe} Проверьте, тот ли файл выбран.`,
    },
    'no-snapshot': {
      title: 'Это не снимок «Динамики»',
      text: `${safe} Выберите файл HTML, который сохранила программа: слайды, таблицы и картинки проверить нельзя.`,
    },
    'cut-short': {
      title: 'Файл обрезан: конца в нём нет',
      text: `Так бывает, когда прервалась пересылка или запись на флешку. ${safe} Попросите прислать файл ещё раз.`,
    },
    newer: {
      title: 'Снимок сделан более новой программой',
      text: `Эта программа о нём судить не может. ${safe} Обновите страницу «Динамики» и откройте снимок снова.`,
    },
    older: {
      title: 'Снимок сделан прежней версией программы',
      text: `Нынешняя пишет такие файлы иначе, поэтому узнать, цел ли он, нельзя. ${safe} Попросите сохранить снимок заново.`,
    },
    changed: {
      title: 'Файл изменён после того, как его сохранили',
      text: `Хотя бы один знак в нём не тот, верить его числам нельзя. Так бывает и тогда, когда открытый снимок сохранили из браузера как страницу. ${safe} Возьмите сам файл или попросите прислать его заново.`,
    },
    unreadable: {
      title: 'Внутри не то, из чего состоит снимок',
      text: `Файл цел, но прочитать его как снимок нельзя: его писала не эта программа. Верить ему нельзя. ${safe} Попросите прислать снимок заново.`,
    },
    foreign: {
      title: 'В файле есть постороннее',
      text: `В нём то, чего программа не пишет: чужой скрипт, разметка или ссылка. Не открывайте его в браузере. ${safe} Скажите тому, кто его прислал, и попросите снимок заново.`,
    },
    'wrong-signature': {
      title: 'Подпись не подходит к этому файлу',
      text: `Её сделали для другого файла или под другим именем. Верить ей нельзя. ${safe} Спросите того, чьё имя в подписи.`,
    },
    'no-crypto': {
      title: 'Подпись здесь проверить нельзя',
      text: `Браузер проверяет подписи только на страницах https и на этом компьютере. ${safe} Откройте «Динамику» по адресу, который начинается с https, и проверьте снимок там.`,
    },
    unopened: {
      title: 'Файл не читается',
      text: `Возможно, его переместили, удалили или вынули флешку. ${safe} Выберите файл ещё раз.`,
    },
    unfinished: {
      title: 'Проверка не дошла до конца',
      text: `Цел ли файл, пока не известно: браузеру не хватило памяти или он прервал работу. ${safe} Закройте лишние вкладки и выберите файл ещё раз.`,
    },
  },
  file: (name: string, size: string): string => `${name} · ${size}`,
  about: 'О файле',
  facts: {
    school: 'Школа',
    noSchool: 'не названа',
    period: 'Период',
    dataDay: 'Данные на',
    madeOn: 'Составлен',
    form: 'Вид',
    forms: { slides: 'слайды', note: 'записка' },
    pages: (count: number, text: string): string =>
      counted(count, text, 'страница', 'страницы', 'страниц'),
    programme: 'Программа',
    sameProgramme: 'та же, что сейчас здесь',
    otherProgramme: 'не та, что сейчас здесь: другая или с тех пор изменена',
    sources: 'Файлы с данными',
    noSources: 'не названы',
    unnamed: (count: number, text: string): string =>
      `${counted(count, text, 'файл', 'файла', 'файлов')}, не названы`,
    counted: 'учитывается здесь',
    earlier: 'Прежние снимки',
    noEarlier: 'не было',
    unknownEarlier: (count: number, text: string): string =>
      `${counted(count, text, 'снимок', 'снимка', 'снимков')}, ${pluralRu(count, 'которого', 'которых', 'которых')} нет в журнале этого браузера`,
    signedBy: 'Подписал',
    nobody: 'никто',
    fingerprint: 'Отпечаток ключа',
    ownKey: 'ключ этого браузера',
    content: 'Контрольная сумма снимка',
  },
  shared: (moment: string): string => `Этим снимком поделились отсюда ${moment}.`,
  withdrawn: (moment: string): string => `Снимок отозван ${moment}: на него больше не опираются.`,
  pages: 'Что в снимке',
  pagesNote: 'Тексты, картинки и таблицы показаны как есть; ничего из файла не выполняется.',
  page: (number: string, title: string): string => `${number}. ${title}`,
  untitled: 'без названия',
  tableOf: (title: string): string => `Числа: ${title}`,
  numbers: {
    title: 'Сходятся ли числа',
    noData:
      'Чтобы пересчитать числа снимка, загрузите таблицы, из которых он сделан. Цел ли файл, видно и без них.',
    toImport: 'К загрузке',
    unknown:
      'Этого снимка нет в журнале этого браузера: поделились им не отсюда. В самом файле есть только итоги, поэтому пересчитать их по записям нельзя. Его можно сравнить со снимком, который сделан здесь.',
    silent: 'Снимок ничего не говорит об учениках: пересчитывать нечего.',
    counting: 'Пересчитываю числа снимка…',
    stop: 'Остановить',
    stopped: 'Пересчёт остановлен.',
    again: 'Пересчитать',
    all: (count: number, text: string): string =>
      count === 1
        ? 'Единственное утверждение снимка сошлось.'
        : `Сошлось всё: ${counted(count, text, 'утверждение', 'утверждения', 'утверждений')}.`,
    some: (left: number, leftText: string, allText: string): string =>
      `Не сошлось ${leftText} из ${allText}${nb}${pluralRu(left, 'утверждений', 'утверждений', 'утверждений')}`,
    how: 'Каждое число снимка складывается из чисел учеников, участий, часов. Они посчитаны заново по записям, которые учитываются сейчас.',
    why: 'Так бывает, когда после снимка загрузили новые таблицы, что-то исправили или отменили загрузку.',
    otherProgramme:
      'Программа с тех пор изменена. Пересчёт идёт по нынешней, и числа могут не сойтись из-за этого.',
    list: 'Что не сошлось',
    of: (what: string, whom: string): string => (whom === '' ? what : `${what}: ${whom}`),
  },
  /** What a statement counts. */
  counts: {
    people: {
      any: 'участники',
      block: 'участники',
      direction: 'участники',
      level: 'участники',
      high: 'участники высокого уровня',
      civic: 'участники гражданских дел',
      award: 'победители и призёры',
      governed: 'организаторы и ведущие',
      competitive: 'участники соревнований',
      'competitive-award': 'победители и призёры соревнований',
      whole: 'ученики, участие которых описано полностью',
    },
    deeds: {
      any: 'участия',
      block: 'участия',
      direction: 'участия с направлением',
      level: 'участия с указанным уровнем',
      high: 'участия высокого уровня',
      civic: 'участия в гражданских делах',
      award: 'победы и призовые места',
      governed: 'участия организаторов и ведущих',
      competitive: 'участия в соревнованиях',
      'competitive-award': 'победы и призовые места в соревнованиях',
      whole: 'участия, описанные полностью',
    },
    often: 'участвовали не один раз',
    both: 'участвовали и раньше, и теперь',
    many: 'участвовали в нескольких блоках',
    directions: 'направления на всех вместе',
    hours: 'часы на всех вместе',
    points: 'баллы на всех вместе',
    values: {
      gain: 'прирост креативности',
      growth: 'надёжный рост креативности',
      level: 'уровень креативности',
      volunteering: 'волонтёрские часы',
      belonging: 'анкета сопричастности',
      wellbeing: 'анкета благополучия',
    },
    answered: (value: string): string => `сколько измерено, ${value}`,
    within: (value: string): string => `сколько в нужных пределах, ${value}`,
    sum: (value: string): string => `сумма, ${value}`,
    squares: (what: string): string => `${what} (сумма квадратов)`,
  },
  compare: {
    title: 'Что изменилось',
    between: (before: string, after: string): string => `Было: ${before}. Стало: ${after}.`,
    swap: 'Поменять местами',
    nothing: 'Страницы, тексты и числа одинаковы',
    nothingText:
      'Отличаются только сведения о самом файле: день составления, файлы с данными, проверка или вид.',
    facts: 'О снимке в целом',
    names: {
      title: 'Название',
      school: 'Школа',
      period: 'Период',
      dataDay: 'Данные на',
      programme: 'Программа',
      rules: 'Правила защиты',
    },
    rules: (least: string, assessed: string, width: string, zeros: boolean): string =>
      `от ${least} учеников, в опросах от ${assessed}, разброс от ${width}, ${zeros ? 'нули скрыты' : 'нули видны'}`,
    programmeVersion: (name: string, hash: string): string => `${name}, версия ${hash}`,
    states: {
      same: 'без изменений',
      changed: 'изменена',
      added: 'добавлена',
      removed: 'убрана',
    },
    moved: 'переставлена',
    movedFrom: (before: string, after: string): string => `была ${before}-й, стала ${after}-й`,
    wasAt: (place: string): string => `была ${place}-й`,
    same: (count: number, text: string): string =>
      `${pluralRu(count, 'Не изменилась', 'Не изменились', 'Не изменились')} ${counted(count, text, 'страница', 'страницы', 'страниц')}`,
    headline: 'Заголовок',
    words: 'Подпись',
    picture: (title: string): string => `Картинка «${title}»`,
    cells: (_count: number, text: string): string => `Изменилось чисел: ${text}`,
    before: 'было',
    after: 'стало',
    none: 'пусто',
    absentBefore: 'не было',
    absentAfter: 'нет',
    notText: 'текста не было',
    noText: 'текста нет',
    cell: (row: string, column: string): string => (row === '' ? column : `${row} · ${column}`),
    more: (count: number, text: string): string =>
      `Показать ещё ${counted(count, text, 'строку', 'строки', 'строк')}`,
  },
};
