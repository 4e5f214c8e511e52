import { pluralRu } from '../plural.ts';

const files = (count: number): string => pluralRu(count, 'файл', 'файла', 'файлов');
const records = (count: number): string => pluralRu(count, 'запись', 'записи', 'записей');

/** Sentences of the screen «Загрузка», in Russian. */
export const importing = {
  title: 'Загрузка',
  lead: 'Списки классов, мероприятия, участие, анкеты, договоры: в любом виде, сразу все.',
  drop: {
    title: 'Перетащите сюда таблицы за четверть',
    text: 'CSV, TSV, XLSX, XLSM, XLSB, XLS, ODS, ZIP; можно папкой. Скопированную таблицу можно вставить: Ctrl+V.',
    choose: 'Выбрать файлы',
    chooseFolder: 'Выбрать папку',
    paste: 'Вставить из буфера',
    pasteEmpty: 'В буфере обмена нет таблицы. Скопируйте ячейки и вставьте ещё раз.',
    pasted: 'Вставленная таблица',
  },
  demo: {
    open: 'Открыть демонстрацию',
    text: 'Вымышленный лицей за три учебных года. Загрузку можно отменить.',
    failed:
      'Файлы демонстрации не открылись. Обновите страницу и повторите; ваши данные не затронуты.',
  },
  reading: {
    title: 'Читаю файлы',
    file: (index: number, of: number, name: string) => `${index} из ${of}: ${name}`,
    stages: {
      reading: 'читаю',
      tables: 'ищу таблицы',
      records: 'разбираю записи',
      comparing: 'сравниваю с принятым',
    },
    cancel: 'Отменить',
    cancelled: 'Чтение отменено. Ничего не записано.',
  },
  review: {
    understood: (count: number) =>
      count === 1
        ? 'Файл понят целиком'
        : `${count} ${files(count)} ${pluralRu(count, 'понят', 'поняты', 'поняты')} целиком`,
    partly: (good: number, of: number, questions: number) =>
      good === 0
        ? questions === 1
          ? 'В файле есть вопросы'
          : `В ${questions} файлах есть вопросы`
        : `${good} из ${of} ${pluralRu(of, 'файла', 'файлов', 'файлов')} ${pluralRu(good, 'понят', 'поняты', 'поняты')} целиком; ещё ${questions === 1 ? 'в одном' : `в ${questions}`} есть вопросы`,
    reopened: (rows: number) =>
      `Файл принят; в карантине ${pluralRu(rows, 'осталась', 'осталось', 'осталось')} ${rows} ${pluralRu(rows, 'строка', 'строки', 'строк')}`,
    reopenedLead:
      'Исправьте вопросы и примите файл ещё раз: исправленное чтение займёт место прежнего, дважды ничего не посчитается.',
    nothingNew: 'Здесь нет ничего нового',
    none: 'Из этих файлов ничего не принять',
    lead: 'Ничего ещё не записано. Проверьте вопросы или примите понятное: непринятые строки останутся в карантине и будут посчитаны.',
    accept: (count: number, text: string) => `Принять ${text} ${records(count)}`,
    acceptNothing: 'Принимать нечего',
    discard: 'Не принимать',
    accepting: 'Записываю…',
    files: 'Файлы',
    table: 'Таблица',
    tableName: (sheet: string, range: string) => (sheet ? `${sheet}, ${range}` : range),
    kind: 'Что в таблице',
    unknownKind: 'Не определено',
    context: 'Узнано из заголовков',
    field: (column: string) => `Поле столбца ${column}`,
    unused: 'не нужен',
    remembered: 'Исправление запомнено для таблиц такого вида.',
    revising: 'Перечитываю с исправлением…',
    format: 'Формат',
    encoding: 'Кодировка',
    dialect: 'Разделитель',
    tab: 'табуляция',
    preview: 'Лист, как он лежит в файле',
    more: 'Показать дальше',
    earlier: 'Показать выше',
    issues: 'Вопросы',
    issueCount: (count: number, text: string) =>
      `${text} ${pluralRu(count, 'вопрос', 'вопроса', 'вопросов')}`,
    noIssues: 'Вопросов нет.',
    moreIssues: (count: number) => `и ещё ${count}`,
    show: 'Показать в листе',
    roles: {
      title: 'заголовок',
      header: 'шапка',
      numbering: 'нумерация граф',
      section: 'раздел',
      total: 'итог, не считается',
      note: 'примечание',
      blank: 'пусто',
      data: '',
    },
  },
  status: {
    understood: 'понятен',
    questions: (count: number, text: string) =>
      `${text} ${pluralRu(count, 'вопрос', 'вопроса', 'вопросов')}`,
    refused: 'не прочитан',
    unknown: 'не понят',
    known: 'уже загружен',
    undone: 'был отменён',
    revision: 'новая версия',
    amended: 'исправлен',
    returned: 'карантин вернулся',
  },
  revision: (name: string, added: string, changed: string, removed: string) =>
    `Новая версия файла «${name}»: добавлено ${added}, изменено ${changed}, убрано ${removed}. После приёма прежняя версия не считается; отмена её вернёт.`,
  returned: (name: string, cells: number, text: string) =>
    cells === 0
      ? `Карантин файла «${name}» вернулся без исправлений.`
      : `Карантин файла «${name}» вернулся: исправлено ${text} ${pluralRu(cells, 'ячейка', 'ячейки', 'ячеек')}. Исправления показаны в самом файле; примите его.`,
  returnedUnknown:
    'Это карантин файла, которого здесь нет: он не принят и не открыт. Добавьте сам файл вместе с этим.',
  known: (date: string) => `Этот файл уже принят ${date}. Повторный приём ничего не изменит.`,
  knownWaiting: (date: string) =>
    `Этот файл принят ${date}. Строки, которые остались в карантине, можно исправить и принять.`,
  knownSuperseded: 'Этот файл уже заменён более новой версией. Повторный приём ничего не изменит.',
  knownUndone: (date: string) => `Этот файл был принят и отменён ${date}. Приём вернёт его записи.`,
  sum: {
    read: 'прочитано',
    accepted: 'принять',
    acceptedDone: 'принято',
    quarantined: 'в карантин',
    setAside: 'отложено правилом',
    outside: 'вне таблицы',
  },
  accepted: (count: number, text: string, fileCount: number) =>
    `Принято ${text} ${records(count)} из ${fileCount} ${pluralRu(fileCount, 'файла', 'файлов', 'файлов')}`,
  acceptedText: 'Всё записано на этом компьютере. Любую загрузку можно отменить ниже.',
  toOverview: 'К обзору',
  ledger: {
    title: 'Что загружено',
    empty: 'Здесь появятся принятые файлы.',
    file: 'Файл',
    when: 'Принят',
    kinds: 'Что в нём',
    accepted: 'Принято',
    quarantined: 'Карантин',
    setAside: 'Отложено',
    state: 'Состояние',
    states: { active: 'считается', undone: 'отменён', superseded: 'заменён новой версией' },
    action: 'Действие',
    undo: 'Отменить',
    redo: 'Вернуть',
    undoOf: (name: string) => `Отменить загрузку «${name}»`,
    redoOf: (name: string) => `Вернуть загрузку «${name}»`,
  },
  source: {
    title: 'Источник',
    place: (file: string, sheet: string, row: number) =>
      sheet ? `${file}, лист «${sheet}», строка ${row}` : `${file}, строка ${row}`,
    opening: 'Открываю файл…',
    missing: 'Файл этого источника не сохранён, поэтому показать место нельзя.',
    row: 'Строка',
  },
};
