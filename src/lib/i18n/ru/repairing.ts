import type { RepairReason } from '#lib/model/issue.ts';
import type { LayoutReason, LineRole, WideKind } from '#lib/model/table.ts';
import { pluralRu } from '../plural.ts';

type Params = Readonly<Record<string, string | number>>;

const questions = (count: number): string => pluralRu(count, 'вопрос', 'вопроса', 'вопросов');
const quoted = (params: Params, name: string): string =>
  params[name] === undefined ? '' : ` «${params[name]}»`;

/** Why a repair suggests itself, said after the proposed value. */
const repairReasons: Record<RepairReason, (params: Params) => string> = {
  'day-and-month-swapped': () => 'день и месяц переставлены',
  'day-too-large': () => 'в этом месяце нет такого дня',
  'year-of-the-sheet': () => 'год — как во всём листе',
  'letters-alike': () => 'латинские буквы среди русских',
  'one-letter': () => 'отличается одной буквой',
  'known-name': () => 'так это названо в программе',
  'words-alike': () => 'похоже по словам',
  'digits-in-text': () => 'в тексте есть число',
  'class-form': () => 'обычная запись класса',
  'decimal-mark': () => 'дробная часть записана через другой знак',
  'taken-from-section': (params) => `так сказано в разделе${quoted(params, 'section')}`,
  'same-elsewhere': () => 'так записано в других строках',
};

/** Why the reader took a line or columns for what it took them, said after the name of the role. */
const layoutReasons: Record<LayoutReason, (params: Params) => string> = {
  decided: () => 'так указано вами',
  'title-above': () => 'текст над таблицей',
  'unit-words': () => 'названы только единицы измерения',
  'header-texts': () => 'здесь названия, а под ними записи',
  'header-merges': () => 'объединённые ячейки над названиями столбцов',
  'header-types': () => 'здесь слова, а под ними числа и даты',
  'header-none': () => 'строки с названиями нет: записи начинаются сразу',
  'numbering-run': () => 'номера граф по порядку',
  'section-alone': () => 'одна надпись на всю ширину, под ней записи',
  'section-repeated': () => 'такие надписи повторяются над группами строк',
  'total-word': (params) => `сказано${quoted(params, 'word') || ' словом'}`,
  'total-sum': ({ rows: count }) =>
    count === undefined
      ? 'равна сумме строк над ней'
      : `равна сумме ${count} ${pluralRu(Number(count), 'строки', 'строк', 'строк')} над ней`,
  'note-words': () => 'пояснение, подпись или источник',
  'note-below': () => 'текст под таблицей',
  'blank-gap': () => 'отделено пустыми строками',
  'columns-gap': () => 'отделено пустым столбцом',
  'wide-run': () => 'одна величина в нескольких столбцах подряд',
};

const lineRoles: Record<LineRole, string> = {
  title: 'заголовок',
  units: 'единицы',
  header: 'шапка',
  numbering: 'номера граф',
  data: 'запись',
  section: 'раздел',
  total: 'итог',
  note: 'примечание',
  blank: 'пусто',
};

const wideKinds: Record<WideKind, string> = {
  term: 'по четвертям',
  month: 'по месяцам',
  year: 'по годам',
  date: 'по датам',
  'year+month': 'по годам и месяцам',
  'year+term': 'по годам и четвертям',
  level: 'по уровням',
  result: 'по результатам',
  'level+result': 'по уровням и результатам',
};

/** Sentences of the review of one file, in Russian. */
export const repairing = {
  repairReasons,
  layoutReasons,
  lineRoles,
  wideKinds,
  close: 'Закрыть',
  quoted: (words: string) => `«${words}»`,
  outside: 'вне таблицы',
  dismissed: 'отставлена',
  hidden: 'скрыта',
  sheet: {
    hiddenColumn: 'Столбец скрыт в файле',
    toRow: 'К строке',
    go: 'Перейти',
    rowName: (row: number, role: string) => `Строка ${row}: ${role}`,
    rowActions: 'Что это за строка',
    empty: 'пусто',
    was: (value: string) => (value === '' ? 'было пусто' : `было: ${value}`),
    edit: 'Исправить',
    takeBack: 'Вернуть как было',
    editName: (address: string) => `Новое значение ячейки ${address}`,
    keys: 'Стрелки — по ячейкам, Enter — исправить, Esc — не менять.',
    pending: 'Читаю лист…',
  },
  boundary: {
    names: {
      'header-start': 'Начало шапки',
      'header-end': 'Конец шапки',
      'data-start': 'Начало данных',
      'data-end': 'Конец данных',
      left: 'Первый столбец',
      right: 'Последний столбец',
    },
    atRow: (name: string, row: number) => `${name}: строка ${row}`,
    atColumn: (name: string, column: string) => `${name}: столбец ${column}`,
    keys: 'Стрелки двигают, Enter применяет, Esc возвращает',
    group: 'Границы таблицы',
  },
  rowMenu: {
    'header-start': 'Шапка начинается здесь',
    'header-end': 'Шапка кончается здесь',
    'data-start': 'Данные начинаются здесь',
    'data-end': 'Ниже — не таблица',
    roles: {
      total: 'Это итог',
      section: 'Это заголовок раздела',
      note: 'Это примечание',
      data: 'Это запись',
    },
    dismiss: 'Отставить строку',
    takeBack: 'Вернуть строку',
  },
  column: {
    own: 'Оставить как своё поле…',
    ownName: (name: string) => `Своё поле: ${name}`,
    keep: 'Оставить намеренно…',
    dialog: (heading: string) => (heading === '' ? 'Своё поле' : `Своё поле из «${heading}»`),
    dialogText: 'Значения столбца останутся при записях под этим названием.',
    personalTitle: 'Это личные данные',
    personalText:
      'Для анализа они не нужны, поэтому обычно не сохраняются. Если оставить, столбец будет храниться на этом компьютере и попадёт в резервную копию.',
    personalConfirm: 'Я понимаю и хочу оставить этот столбец',
    nameLabel: 'Как назвать',
    nameMissing: 'Нужно название.',
    dimension: 'Разрез для анализа',
    apply: 'Оставить',
  },
  why: {
    title: 'Почему так',
    none: 'Таблица начинается с первой строки, ничего лишнего не найдено.',
    row: (numbers: string, count: number) => `${count === 1 ? 'Строка' : 'Строки'} ${numbers}`,
    columns: (names: string, count: number) => `${count === 1 ? 'Столбец' : 'Столбцы'} ${names}`,
    table: 'Столбцы таблицы',
    sentence: (place: string, role: string, reason: string) => `${place} — ${role}: ${reason}`,
    more: (count: number) => `и ещё ${count}`,
    show: 'Показать',
    showPlace: (place: string) => `Показать: ${place}`,
  },
  decoding: {
    change: 'Изменить…',
    changeWhat: 'Изменить…: кодировка и разделитель',
    title: 'Как прочитан текст',
    text: 'Выберите, при чём русские буквы читаются, а столбцы стоят на месте.',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16 LE',
      'utf-16be': 'UTF-16 BE',
      'windows-1251': 'Windows-1251',
      'koi8-r': 'KOI8-R',
      ibm866: 'DOS 866',
      'x-mac-cyrillic': 'Mac Cyrillic',
      'windows-1252': 'Windows-1252 (западная)',
    },
    delimiters: {
      ',': 'запятая',
      ';': 'точка с запятой',
      '\t': 'табуляция',
      '|': 'вертикальная черта',
      ':': 'двоеточие',
      ' ': 'пробел',
    },
    other: 'другой знак…',
    otherLabel: 'Знак',
    otherMissing: 'Нужен один знак.',
    preview: 'Первые строки',
    apply: 'Применить',
  },
  context: {
    title: 'Сказано обо всей таблице',
    schoolYear: 'Учебный год',
    term: 'Четверть',
    class: 'Класс',
    event: 'Мероприятие',
    unknown: 'не указано',
    noTerm: 'по датам записей',
    byYou: 'указано вами',
    sources: {
      title: 'из заголовка',
      sheet: 'из названия листа',
      section: 'из раздела',
      file: 'из имени файла',
    },
    evidence: (source: string, words: string) => `${source}: «${words}»`,
    change: 'Изменить',
    what: 'что сказано обо всей таблице',
    state: 'Указать',
    classUnknown: 'Класс не понятен. Напишите, например: 5А.',
  },
  work: {
    title: 'Вопросы',
    none: 'Вопросов нет.',
    noneText: 'Все строки поняты. Лист можно посмотреть и поправить и так.',
    cells: (count: number, shown: string) =>
      count === 1
        ? 'в одной ячейке'
        : `в ${shown} ${pluralRu(count, 'ячейке', 'ячейках', 'ячейках')}`,
    severities: { error: 'не принять', warning: 'проверьте', note: 'к сведению' },
    showCell: (address: string) => `Показать ${address}`,
    more: (count: number) => `ещё ${count}`,
    moreCells: (count: number) =>
      `Показать ещё ${count} ${pluralRu(count, 'место', 'места', 'мест')}`,
    proposal: (to: string, reason: string) => `Скорее всего «${to}»: ${reason}.`,
    fixAll: (count: number, shown: string) =>
      count === 1 ? 'Исправить' : `Исправить ${pluralRu(count, 'все', 'все', 'все')} ${shown}`,
    fixOne: 'Только эту',
    fixOneWhere: (address: string) => `Только эту: ${address}`,
    other: 'Другое…',
    otherLabel: (value: string) => (value === '' ? 'Что вписать' : `Что вписать вместо «${value}»`),
    save: 'Исправить',
    giveUp: 'Не менять',
    dismiss: (count: number): string => (count === 1 ? 'Отставить строку' : 'Отставить строки'),
    undo: 'Отменить исправление',
    redo: 'Вернуть исправление',
    quarantine: 'Скачать карантин',
    quarantineName: (name: string) => `${name}, карантин.xlsx`,
    quarantineFailed: 'Файл карантина не получился. Ваши данные не затронуты; попробуйте ещё раз.',
    further: (count: number, shown: string) => `Показать ещё ${shown} ${questions(count)}`,
    revising: 'Перечитываю с исправлением…',
  },
  near: {
    title: (name: string | null) =>
      name === null ? 'Похоже на форму, которую вы уже поясняли' : `Похоже на форму «${name}»`,
    inserted: (list: string) => `добавлено: ${list}`,
    removed: (list: string) => `убрано: ${list}`,
    renamed: (from: string, to: string) => `«${from}» теперь «${to}»`,
    adopt: 'Читать так же',
  },
  sum: {
    accepted: 'принять',
    quarantined: 'в карантин',
    label: (count: number, part: string) =>
      `${part}: показать ${pluralRu(count, 'строку', 'строки', 'строки')}`,
    title: (name: string) => `Строки: ${name}`,
    row: 'Строка',
    section: 'раздел',
    none: 'Таких строк нет.',
    range: (from: string, to: string, of: string) => `${from}–${to} из ${of}`,
    earlier: 'Раньше',
    later: 'Дальше',
    show: 'Показать в листе',
    showRow: (row: number) => `Показать строку ${row} в листе`,
  },
};
