import { pluralRu } from '../plural.ts';

type Params = Readonly<Record<string, string | number>>;

const records = (count: number): string => pluralRu(count, 'запись', 'записи', 'записей');
const pairs = (count: number): string => pluralRu(count, 'пара', 'пары', 'пар');
const forms = (count: number): string => pluralRu(count, 'форма', 'формы', 'форм');
const text = (params: Params, name: string): string => String(params[name] ?? '');

/** Why two things look like one, or like two, as parts of a sentence; the parameters are written out already. */
const evidence = {
  'name-same': () => 'имя одно и то же',
  'name-one-letter': (params: Params) =>
    `различие в одну букву: «${text(params, 'from')}» и «${text(params, 'to')}»`,
  'name-variant': (params: Params) =>
    `«${text(params, 'from')}» и «${text(params, 'to')}» — одно имя`,
  'name-initial': () => 'имя записано инициалом',
  'name-part': () => 'записана только часть имени',
  'name-other': (params: Params) =>
    `имена похожи, но разные: «${text(params, 'from')}» и «${text(params, 'to')}»`,
  'class-same': (params: Params) =>
    `тот же класс ${text(params, 'class')} в ${text(params, 'year')}`,
  'class-follows': (params: Params) =>
    `класс продолжается: ${text(params, 'from')} и ${text(params, 'to')}`,
  'class-other': (params: Params) =>
    `разные классы одной параллели: ${text(params, 'from')} и ${text(params, 'to')}`,
  'year-other': (params: Params) =>
    `классы расходятся на год: ${text(params, 'from')} и ${text(params, 'to')}`,
  'class-unknown': () => 'у одной из записей класс не указан',
  'birth-same': (params: Params) => `та же дата рождения: ${text(params, 'date')}`,
  'patronymic-same': () => 'то же отчество',
  'patronymic-near': (params: Params): string =>
    params['initial'] ? 'отчество записано инициалом' : 'отчества почти совпадают',
  'only-candidate': () => 'больше никто не похож',
  'several-candidates': ({ count }: Params) =>
    `похожих несколько: ${count}, поэтому нужно ваше слово`,
  together: ({ events }: Params) =>
    `оба записаны рядом на ${events} ${pluralRu(Number(events), 'мероприятие', 'мероприятия', 'мероприятий')}`,
  'one-roll': (params: Params) =>
    params['class']
      ? `оба стоят в списке ${text(params, 'class')}, поэтому это два ученика`
      : 'оба стоят в одном списке класса, поэтому это два ученика',
  'said-different': () => 'через другую запись вместе оказались бы те, кого вы назвали разными',
  'words-same': () => 'значимые слова одни и те же',
  'words-alike': () => 'различие в одну букву',
  'words-left-out': () => 'одно название короче другого',
  acronym: (params: Params) => `«${text(params, 'short')}» — первые буквы другого названия`,
  'short-name': () => 'так название сокращено в списке партнёров',
  'one-list': () => 'оба названы в одном списке партнёров',
  'title-same': () => 'название одно и то же',
  'title-alike': () => 'названия похожи',
  'day-same': (params: Params) => `тот же день: ${text(params, 'date')}`,
  'days-overlap': () => 'дни пересекаются',
  'month-same': () => 'то же время',
  'participants-shared': ({ shared, of }: Params) =>
    `${shared} из ${of} ${pluralRu(Number(of), 'участника', 'участников', 'участников')} общие`,
  'partner-same': (params: Params) => `тот же партнёр: ${text(params, 'partner')}`,
  'partner-other': () => 'партнёры разные',
};

/** Sentences about what is one thing under two names or in two files, and about remembered forms, in Russian. */
export const matching = {
  tabs: { label: 'Разделы загрузки', files: 'Файлы', matches: 'Совпадения', forms: 'Формы' },
  waiting: (count: number) => `${count} ${pluralRu(count, 'ждёт', 'ждут', 'ждут')} ответа`,
  difference: {
    version: (name: string, date: string) => `Новая версия файла «${name}», принятого ${date}`,
    versionInHand: (name: string) => `Новая версия файла «${name}», который тоже на приёме`,
    versionText:
      'После приёма считается эта версия. Отмена загрузки вернёт прежнюю целиком. Чего не нужно менять, оставьте как было.',
    overlap: (name: string, count: number, shown: string) =>
      `Рассказывает о том же, что «${name}»: ${shown} ${pluralRu(count, 'совпадение', 'совпадения', 'совпадений')}`,
    overlapText:
      'Оба файла остаются, ничего не удаляется: что сказано в обоих, считается один раз. Где они расходятся, выберите, брать ли новое.',
    inHandText: 'Запись за записью их можно сравнить, когда прежний файл принят.',
    same: (count: number, shown: string) => `${shown} ${records(count)} без изменений`,
    beyond: (count: number, shown: string) => `ещё ${shown} ${records(count)} только в новом файле`,
    none: 'Записи в обоих файлах одни и те же.',
    comparing: 'Сравниваю запись за записью…',
    filter: 'Что показать',
    all: 'Все',
    changes: { added: 'добавлено', changed: 'изменено', removed: 'нет в новом' },
    search: 'Найти',
    searchHint: 'имя, мероприятие…',
    nothing: 'Таких различий нет. Измените поиск.',
    table: 'Различия с прежним файлом',
    columns: {
      change: 'Что',
      record: 'Запись',
      cells: 'Было → стало',
      place: 'Где',
      take: 'Принять',
    },
    was: 'было',
    became: 'стало',
    empty: 'пусто',
    now: (place: string) => `здесь: ${place}`,
    before: (place: string) => `было: ${place}`,
    place: (sheet: string, place: string) => (sheet === '' ? place : `${sheet}, ${place}`),
    sheet: (number: number) => `лист ${number}`,
    row: (row: number) => `строка ${row}`,
    take: 'принять',
    takeWhat: (what: string) => `Принять: ${what}`,
    acceptKind: {
      added: (count: string) => `Принять все добавленные (${count})`,
      changed: (count: string) => `Принять все изменения (${count})`,
      removed: (count: string) => `Удалить все, которых нет (${count})`,
    },
    refuseKind: {
      added: (count: string) => `Не добавлять (${count})`,
      changed: (count: string) => `Не менять (${count})`,
      removed: (count: string) => `Не удалять (${count})`,
    },
    acceptAll: 'Принять всё',
    refused: (count: number, shown: string) =>
      `${shown} ${pluralRu(count, 'различие', 'различия', 'различий')} не ${pluralRu(count, 'будет принято', 'будут приняты', 'будут приняты')}`,
    undo: 'Отменить выбор',
    redo: 'Вернуть выбор',
    range: (from: string, to: string, of: string) => `${from}–${to} из ${of}`,
    earlier: 'Раньше',
    later: 'Дальше',
  },
  columns: {
    birth: 'дата рождения',
    birth_year: 'год рождения',
    entered: 'зачислен',
    left: 'выбыл',
    exact: 'дата известна до дня',
    remote: 'дистанционно',
    planned: 'запланировано',
    held: 'проведено',
    date: 'дата',
    item: 'вопрос',
    value: 'ответ',
  },
  evidence,
  facts: {
    class: 'Класс',
    'school-year': 'Учебные годы',
    'birth-year': 'Год рождения',
    sex: 'Пол',
    patronymic: 'Отчество',
    kind: 'Вид',
    block: 'Блок',
    contract: 'Договор',
    date: 'Дата',
    period: 'Период',
    partner: 'Партнёр',
    participants: 'Участников',
  },
  matches: {
    title: (count: number) =>
      count === 1
        ? 'Одна пара похожа на одно и то же под двумя названиями'
        : `${count} ${pairs(count)} ${pluralRu(count, 'похожа', 'похожи', 'похожи')} на одно и то же под двумя названиями`,
    settled: 'Всё, что похоже, уже разобрано',
    lead: 'Решите, одно ли это. Ответ запоминается и действует для следующих файлов; файлы не меняются, любой ответ можно отменить.',
    subjects: { person: 'Люди', partner: 'Партнёры', event: 'Мероприятия' },
    subject: 'О ком или о чём',
    subjectCount: (name: string, count: string) => `${name} (${count})`,
    proposed: 'Похоже на одно',
    impossible: 'Объединить нельзя',
    impossibleText: 'Вы ответили, что это одно, но правило этого не допускает.',
    made: 'Объединено само',
    madeText: 'Здесь сомнений нет. Если это всё же разные, разделите.',
    decided: 'Решено вами',
    decidedText: 'Ответ можно отменить: пара вернётся к тому, что видно из файлов.',
    none: 'Вопросов больше нет.',
    noneText: 'Новые появятся, когда в файлах встретится похожее.',
    pair: (a: string, b: string) => `«${a}» и «${b}»`,
    likelihood: (share: string) => `похоже на ${share}`,
    pending: 'Пока считаются одним.',
    speaksFor: 'За',
    speaksAgainst: 'Против',
    records: (count: number, shown: string) => `${shown} ${records(count)}`,
    places: 'Откуда',
    place: (file: string, sheet: string, row: string) =>
      [file, sheet, row].filter((part) => part !== '').join(' · '),
    sheet: (sheet: string | number) => `лист ${sheet}`,
    row: (row: number) => `строка ${row}`,
    source: 'Источник',
    close: 'Закрыть',
    same: {
      person: 'Это один человек',
      partner: 'Это один партнёр',
      event: 'Это одно мероприятие',
    },
    different: {
      person: 'Это разные люди',
      partner: 'Это разные партнёры',
      event: 'Это разные мероприятия',
    },
    later: 'Решить позже',
    split: 'Разделить',
    splitWhat: (pair: string) => `Разделить: ${pair}`,
    withdraw: 'Отменить решение',
    withdrawWhat: (pair: string) => `Отменить решение: ${pair}`,
    answers: { same: 'одно', different: 'разные' },
    absent: 'Сейчас в файлах этого нет.',
    keys: 'Клавиши: J и K или стрелки — к следующей и предыдущей паре, 1 — одно, 2 — разные, 3 — позже, U — отменить последний ответ.',
    said: (answer: string, left: number) =>
      left === 0 ? `${answer}. Вопросов больше нет.` : `${answer}. Осталось ${left}.`,
    postponed: 'Отложено до конца списка.',
    withdrawn: 'Ответ отменён.',
    undo: 'Отменить ответ',
    last: (pair: string, answer: string) => `${pair}: ${answer}`,
    applying: 'Пересчитываю с вашими ответами…',
    more: (count: number, shown: string) => `Показать ещё ${shown} ${pairs(count)}`,
    capped: 'Показаны самые похожие; остальные появятся по мере ответов.',
  },
  forms: {
    title: (count: number) =>
      `${pluralRu(count, 'Запомнена', 'Запомнены', 'Запомнено')} ${count} ${forms(count)}: такие таблицы читаются сами`,
    empty: 'Пока ни одной формы не запомнено',
    emptyText:
      'Когда вы примете файл, его форма запомнится: в следующий раз она прочитается так же сама.',
    toImport: 'К загрузке',
    lead: 'Форма — это вид таблицы: её заголовки и то, что вы о ней решили. Формы можно перенести на другой компьютер.',
    list: 'Запомненные формы',
    search: 'Найти',
    searchHint: 'название или заголовок…',
    nothing: 'Такой формы нет. Измените поиск.',
    unnamed: 'Форма без названия',
    andMore: (count: number) => `и ещё ${count}`,
    imports: (count: number, shown: string) =>
      `${shown} ${pluralRu(count, 'загрузка', 'загрузки', 'загрузок')}`,
    lastUsed: (date: string) => `последняя ${date}`,
    unused: 'ещё не встречалась в файлах',
    rename: 'Назвать',
    renameWhat: (name: string) => `Назвать форму: ${name}`,
    nameLabel: 'Название формы',
    save: 'Сохранить',
    giveUp: 'Не менять',
    decided: (count: number, shown: string) =>
      count === 0
        ? 'Решений нет: всё найдено само'
        : `${shown} ${pluralRu(count, 'решение', 'решения', 'решений')} и столбцы`,
    headings: 'Столбцы',
    byYou: 'решено вами',
    asFound: 'найдено само',
    ownField: (name: string) => `своё поле «${name}»`,
    dimension: 'разрез для анализа',
    unusedColumn: 'не нужен',
    kind: (name: string) => `В таблице: ${name}`,
    encoding: (name: string) => `Кодировка: ${name}`,
    delimiter: (name: string) => `Разделитель: ${name}`,
    layout: {
      columns: (from: string, to: string) => `Таблица занимает столбцы ${from}–${to}`,
      header: (from: number, to: number) =>
        from === to ? `Шапка — строка ${from}` : `Шапка — строки ${from}–${to}`,
      noHeader: 'Шапки нет',
      from: (row: number) => `Данные начинаются со строки ${row}`,
      until: (words: string) => `Таблица кончается перед «${words}»`,
      untilEnd: 'Таблица идёт до конца листа',
      line: (words: string, role: string) => `Строка «${words}» — ${role}`,
    },
    replacement: (heading: string, from: string, to: string) =>
      `${heading}: «${from === '' ? 'пусто' : from}» → «${to}»`,
    export: 'Сохранить в файл',
    exportWhat: (name: string) => `Сохранить форму в файл: ${name}`,
    exportAll: 'Сохранить все в файл',
    fileName: (name: string) => `Форма ${name}.json`,
    allFileName: 'Формы таблиц.json',
    forget: 'Забыть',
    forgetWhat: (name: string) => `Забыть форму: ${name}`,
    forgotten: (name: string) => `Форма «${name}» забыта. Принятые файлы остались как были.`,
    restore: 'Вернуть',
    drop: 'Взять формы из файла',
    dropText:
      'Файл JSON, сохранённый здесь или на другом компьютере. Сначала вы увидите, что в нём.',
    choose: 'Выбрать файл',
    given: (count: number, shown: string) =>
      `${shown} ${pluralRu(count, 'файл', 'файла', 'файлов')} с формами`,
    incoming: (name: string) => `Из файла «${name}»`,
    states: { fresh: 'новая', replaces: 'заменит вашу', same: 'такая уже есть' },
    take: (count: number, shown: string) =>
      `Взять ${shown} ${pluralRu(count, 'форму', 'формы', 'форм')}`,
    refuse: 'Не брать',
    nothingNew: 'Все эти формы у вас уже есть.',
    taken: (count: number, shown: string) =>
      `${shown} ${pluralRu(count, 'форма взята', 'формы взяты', 'форм взято')} из файла.`,
    faults: {
      'recipes-too-large': () => 'Файл слишком велик для файла с формами. Ничего не взято.',
      'recipes-not-json': () => 'Это не файл с формами. Нужен файл JSON, сохранённый здесь.',
      'recipes-foreign': () =>
        'В файле нет форм, или он сохранён другой версией приложения. Ничего не взято.',
      'recipe-invalid': (place: number) => `Форма № ${place} в файле повреждена и пропущена.`,
    },
    unreadable: (name: string) => `Файл «${name}» не прочитался. Ваши формы не затронуты.`,
    more: (count: number, shown: string) => `Показать ещё ${shown} ${forms(count)}`,
  },
  ledger: {
    kept: (count: number, shown: string) =>
      `ещё ${pluralRu(count, 'считается', 'считаются', 'считается')} ${shown} ${records(count)}`,
    withheld: (count: number, shown: string) =>
      `не ${pluralRu(count, 'взята', 'взяты', 'взято')} ${shown} ${records(count)}`,
    amended: 'исправлен после приёма',
    replacedByAmended: 'заменён исправленным',
    mend: 'Исправить',
    mendOf: (count: number, shown: string, name: string) =>
      `Исправить ${shown} ${pluralRu(count, 'строку', 'строки', 'строк')} в карантине файла «${name}»`,
  },
};
