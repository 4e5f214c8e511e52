import { pluralRu } from '../plural.ts';

/**
 * Texts that a template writes: a person reads them as they stand or writes their own instead. Numbers stand in them in
 * braces; both languages hold the same ones.
 */
const texts = {
  'aim-programme': 'Программа «{{programme}}»',
  'aim-tasks': '{{tasks}}',
  'aim-period': 'Снимок говорит о периоде: {{period}}.',
  'coverage-lead':
    'Охват: {{M01}}. Участвовали {{M01 as=of}} учеников; 95\u00a0% интервал — {{M01 as=interval}}.',
  'change-lead': 'Охват за год: {{M01 as=change}}. Год назад он был {{M01 at=year-ago}}.',
  'unreached-lead':
    'Ни в одном событии не участвовали {{M03 as=of}} учеников — {{M03}}. За год: {{M03 as=change}}.',
  'creativity-lead':
    'Прирост креативности у одних и тех же учеников: {{M26}}. Учеников с обеими диагностиками: {{M26 as=n}}. Надёжный рост: {{M27}}.',
  'civic-lead':
    'Гражданская вовлечённость: {{M29}}, то есть {{M29 as=of}} учеников. За год: {{M29 as=change}}. Волонтёрских часов на ученика: {{M30}}.',
  'partners-lead':
    'Партнёры, с которыми прошло хотя бы одно событие: {{M21}}. Договоры без единого события: {{M24 as=of}}.',
  'wellbeing-lead':
    'Последний опрос — {{M33 at=last as=when}}. Благополучие: {{M33 at=last}}, ответивших: {{M33 at=last as=n}}. В зоне риска: {{M44 at=last}}.',
  'note-title': 'Аналитическая записка о ходе программы «{{programme}}» за {{period}} уч. года',
  'note-aim':
    'Показать педагогическому совету, как изменилось участие учеников в социальном партнёрстве за {{period}} уч. года, и подготовить решения.',
  'note-period': '{{period}} уч. года в сравнении с той же четвертью год назад.',
  'note-examined':
    'списки классов и участие учеников по именам\nсобытия партнёров: {{M21}} с проведёнными событиями\nдиагностики креативности и анкеты благополучия',
  'note-method':
    'Каждый ученик считается один раз. Рядом с долями указаны «сколько из скольких» и 95\u00a0% интервал; изменение сравнивается с той же четвертью год назад. Малые числа скрыты, чтобы никого нельзя было узнать.',
  'note-classes':
    'Хотя бы в одном событии участвовали {{M01 as=of}} учеников — {{M01}}. По классам — на картинке и в таблице.',
  'note-levels':
    'Всего участий по именам: {{M04}}. С победой или призовым местом — {{M18 as=of}} участий в соревнованиях — {{M18}}.',
  'note-dynamics':
    'Охват за год: {{M01 as=change}}; год назад было {{M01 at=year-ago}}. Участники прошлого периода, которые участвуют снова: {{M09}}. Новые участники: {{M10}}.',
};

/** Titles of pages that a template gives. */
const titles = {
  aim: 'Цель и задачи',
  coverage: 'Охват по блокам',
  change: 'Что изменилось за год',
  unreached: 'Кто не охвачен',
  creativity: 'Творческий рост',
  civic: 'Гражданская активность',
  partners: 'Партнёры: кто работает, кто молчит',
  wellbeing: 'Благополучие и нагрузка',
  decisions: 'Решения',
  'note-opening': 'Аналитическая записка',
  'note-facts': 'Участие по классам',
  'note-levels': 'Уровни и результативность',
  'note-dynamics': 'Динамика',
  'note-judgement': 'Выводы и рекомендации',
  'note-resolved': 'Решили',
};

/** Headings of a note's parts. */
const headings = {
  'heading-aim': 'Цель',
  'heading-period': 'Период',
  'heading-examined': 'Что изучено',
  'heading-method': 'Как считали',
  'heading-strengths': 'Сильные стороны',
  'heading-problems': 'Проблемы',
  'heading-conclusions': 'Выводы',
  'heading-recommendations': 'Рекомендации',
};

/** What people are asked to write themselves: judgements, decisions, signatures. */
const hints = {
  'why-coverage': 'Что в этих числах важно для совета и почему так вышло?',
  'why-change': 'Чем объясняется изменение? Что сделали иначе, чем год назад?',
  'why-unreached': 'Почему эти ученики не участвуют и что им можно предложить?',
  'why-creativity': 'Что показала диагностика и что из этого следует?',
  'why-civic': 'Какие дела дали этот результат? Чего не хватило?',
  'why-partners': 'С кем стоит продолжить, с кем поговорить, кого найти?',
  'why-wellbeing': 'Не слишком ли велика нагрузка? Кому нужна поддержка?',
  'why-classes': 'Каким классам нужна помощь и какая?',
  'why-levels': 'Что помогло выйти на высокий уровень? Что мешает?',
  'why-dynamics': 'Какие изменения устойчивы, а какие стоит проверить?',
  strengths: 'Что получилось хорошо? Одна мысль — одна строка.',
  problems: 'Что не получилось и почему? Одна мысль — одна строка.',
  conclusions: 'Что из этого следует? Одна мысль — одна строка.',
  decision: 'Что сделать; кто отвечает; срок. Одно решение — одна строка.',
  recommendation: 'Что стоит сделать? Одна рекомендация — одна строка.',
  resolved: 'Решили: что сделать; кто отвечает; срок. Одно решение — одна строка.',
  signature: 'Должность; фамилия и инициалы. Одна подпись — одна строка.',
};

const page = (n: number): string => `${n} ${pluralRu(n, 'страница', 'страницы', 'страниц')}`;

/** Sentences of the council's screen: snapshots that are put together. */
export const council = {
  title: 'Педсовет',
  lead: 'Здесь собирают снимок для совета: страницы с картинками, числами и выводами. Числа подставляются сами, выводы пишут люди.',
  drafts: 'Снимки в работе',
  none: {
    title: 'Снимков пока нет',
    text: 'Начните с образца: страницы и числа уже на месте, останется написать выводы.',
  },
  begin: 'Новый снимок',
  templates: {
    slides: { name: 'Слайды для совета', text: '9 страниц: от цели и охвата до решений' },
    note: { name: 'Аналитическая записка', text: 'На листах А4: факты, динамика, выводы, решения' },
    'empty-slides': { name: 'Пустые слайды', text: 'Одна чистая страница' },
    'empty-note': { name: 'Пустая записка', text: 'Один чистый лист' },
  },
  forms: { slides: 'Слайды', note: 'Записка' },
  nameOf: (template: string, period: string): string =>
    period === '' ? template : `${template}, ${period}`,
  noData:
    'Загруженных таблиц нет: страницы и тексты можно готовить, а картинки и числа появятся после загрузки.',
  toImport: 'К загрузке',
  pages: page,
  changedAt: (moment: string): string => `изменён ${moment}`,
  manage: (name: string): string => `Действия со снимком «${name}»`,
  rename: 'Переименовать…',
  copy: 'Сделать копию',
  copied: (name: string): string => `Копия «${name}» готова.`,
  copyOf: (name: string): string => `${name} (копия)`,
  remove: 'Удалить',
  removed: (name: string): string => `Снимок «${name}» удалён.`,
  notRemoved: (name: string): string =>
    `Снимок «${name}» только что изменили в другой вкладке, поэтому он не удалён. Посмотрите на него и повторите.`,
  putBack: 'Вернуть',
  name: 'Название',
  nameHint: 'Название видно в списке и на первой странице.',
  save: 'Сохранить',
  close: 'Закрыть',
  unreadable: (n: number): string =>
    `${n} ${pluralRu(n, 'снимок не читается', 'снимка не читаются', 'снимков не читаются')}: записано более новой версией приложения. Обновите страницу; записанное в сохранности.`,
  gone: {
    title: 'Такого снимка нет',
    text: 'Возможно, его удалили. Вернитесь к списку.',
    back: 'Все снимки',
  },
  back: 'Все снимки',
  saving: {
    saved: 'Сохранено',
    saving: 'Сохраняю…',
    waiting: 'Есть несохранённое',
    failed: 'Не сохранено',
  },
  elsewhere: {
    title: 'Этот снимок изменили в другой вкладке',
    text: 'Ваши последние правки ещё не записаны. Ничего не пропало: выберите, как поступить.',
    take: 'Взять то, что в другой вкладке',
    keep: 'Сохранить моё отдельным снимком',
    gone: 'Этот снимок удалили в другой вкладке',
  },
  editor: {
    pageList: 'Страницы',
    addPage: 'Добавить страницу',
    fullPages: (most: number): string => `В снимке не больше ${most} страниц.`,
    pageName: (number: string, title: string): string => `${number}. ${title}`,
    untitled: 'Без названия',
    managePage: (title: string): string => `Действия со страницей «${title}»`,
    earlier: 'Раньше',
    later: 'Позже',
    copyPage: 'Сделать копию',
    removePage: 'Удалить страницу',
    dragged: (title: string, place: string): string => `«${title}»: место ${place}`,
    pageOf: (place: string, of: string): string => `Страница ${place} из ${of}`,
    previousPage: 'Предыдущая страница',
    nextPage: 'Следующая страница',
    pageTitle: 'Название страницы',
    emptyPage: 'На странице пока ничего нет: добавьте текст или картинку.',
    add: 'Добавить на страницу',
    addFigure: 'Картинка',
    addText: 'Текст',
    full: (most: number): string => `На странице не больше ${most} частей.`,
    roles: {
      lead: 'Главная мысль',
      heading: 'Заголовок',
      paragraph: 'Абзац',
      list: 'Список',
      judgement: 'Вывод',
      decision: 'Решения',
      signature: 'Подписи',
    },
    roleHints: {
      lead: 'Одно предложение, с которого начинают',
      heading: 'Название части страницы',
      paragraph: 'Обычный текст',
      list: 'Каждая строка — пункт',
      judgement: 'Что это значит: пишут люди',
      decision: 'Строка: что; кто; срок',
      signature: 'Строка: должность; имя',
    },
    role: 'Что это за текст',
    placeholders: {
      lead: 'Главная мысль страницы',
      heading: 'Заголовок',
      paragraph: 'Текст',
      list: 'Каждая строка — пункт списка',
      judgement: 'Вывод: что это значит и почему',
      decision: 'Что сделать; кто отвечает; срок',
      signature: 'Должность; фамилия и инициалы',
    },
    textLabel: (role: string, place: string): string => `${role}, часть ${place}`,
    textKeys:
      'Ctrl+Z отменяет, Ctrl+Shift+Z возвращает, Ctrl+I вставляет число. Число в тексте — одна отметка.',
    managePiece: (what: string, place: string): string => `Действия: ${what}, часть ${place}`,
    up: 'Выше',
    down: 'Ниже',
    toPage: (title: string): string => `Перенести: ${title}`,
    removePiece: 'Убрать со страницы',
    insertNumber: 'Вставить число',
    editFigure: 'Что показать…',
    openFigure: 'Открыть в анализе',
    figureTitle: 'Картинка',
    applyFigure: 'Готово',
    figureWithout: 'Картинка появится, когда будут загружены таблицы.',
    likeDraft: 'как у снимка',
    names: (n: number, list: string): string =>
      `${pluralRu(n, 'Похоже на имя ученика', 'Похоже на имена учеников', 'Похоже на имена учеников')}: ${list}`,
    namesText: 'В снимке, который увидят другие, учеников лучше не называть.',
    tooLong: (most: string): string => `Текст не длиннее ${most} знаков: лишнее не записано.`,
  },
  settings: {
    title: 'О снимке',
    period: 'Период',
    latest: 'последний в данных',
    periodHint: 'О нём говорят все числа и картинки, у которых нет своего периода.',
    form: 'Вид',
    formHint: {
      slides: 'Страница на весь экран; при печати — альбомный лист.',
      note: 'Листы А4 книжной ориентации.',
    },
    help: 'Из чего состоит страница',
    helpText:
      'Картинки и числа в тексте всегда берутся из данных. Всё, что написано словами, остаётся таким, как написано.',
    numbersBefore:
      'Числа здесь — до проверки: перед тем как поделиться, малые группы будут скрыты.',
  },
  numbers: {
    title: 'Вставить число',
    editTitle: 'Изменить число',
    insert: 'Вставить',
    change: 'Готово',
    measure: 'Показатель',
    of: (place: number): string => (place === 0 ? 'О ком или о чём' : 'И ещё'),
    everybody: 'обо всех',
    member: 'Что именно',
    time: 'Когда',
    times: {
      this: 'период снимка',
      'year-ago': 'год назад от периода снимка',
      last: 'последний период с данными',
    },
    grain: 'За какое время',
    form: 'Что сказать',
    forms: {
      value: 'само число',
      of: 'сколько из скольких',
      change: 'изменение за год',
      interval: '95\u00a0% интервал',
      n: 'на скольких основано',
      when: 'за какой период',
    },
    preview: 'Сейчас',
    before: 'до проверки',
    asking: 'считаю…',
    noData: 'появится после загрузки таблиц',
    unknown: 'неизвестное число',
    hidden: 'скрыто',
    noInterval: 'интервала нет',
    noCount: 'число не указано',
    interval: (lower: string, upper: string): string => `от ${lower} до ${upper}`,
    name: (parts: readonly string[]): string => parts.join(', '),
    formOf: {
      value: '',
      of: 'сколько из скольких',
      change: 'изменение за год',
      interval: '95\u00a0% интервал',
      n: 'на скольких основано',
      when: 'за какой период',
    },
    /** A number of an earlier time than the one that was asked for. */
    lastAt: (time: string, asked: string): string => `${time} (за ${asked} данных нет)`,
    draftPeriod: 'период снимка',
    yearBefore: 'год назад от периода снимка',
    chip: (name: string, value: string): string => `${value} — ${name}`,
  },
  live: {
    programme: 'название программы',
    school: 'название школы',
    tasks: 'задачи программы',
    blocks: 'блоки программы',
    period: 'период снимка',
    'period-of': 'период снимка (чего?)',
    group: 'Слова из программы',
    noPeriod: 'период не выбран',
    noSchool: 'школа не названа',
  },
  blockLine: (block: string, aim: string): string => `${block}: ${aim}`,
  toSnapshot: {
    action: 'В снимок…',
    title: 'Добавить в снимок',
    notOpened: 'Окно не открылось. Обновите страницу: ничего не изменилось.',
    draft: 'Снимок',
    newDraft: 'новый снимок',
    newName: 'Снимок для совета',
    page: 'Страница',
    newPage: 'новая страница',
    add: 'Добавить',
    added: (place: string, of: string, draft: string): string =>
      `Добавлено в снимок «${draft}» на страницу ${place} из ${of}.`,
    open: 'Открыть снимок',
    undo: 'Отменить',
    undone: 'Отменено: снимок снова такой, каким был.',
    pageFull: 'На этой странице больше нет места: выберите другую или новую.',
    draftFull: 'В этом снимке больше нет места для страниц: выберите другой.',
    changed: 'Снимок только что изменили в другой вкладке. Повторите.',
    refused: {
      kind: 'Такую картинку нельзя показать в снимке: в ней больше, чем числа по группам. Выберите другой вид.',
      partner:
        'Отбор по партнёру в снимок не переносится. Снимите это условие или выберите разбивку по партнёрам.',
    },
    spanLost:
      'Отбор времени на доске сюда не переносится: картинка в снимке будет до последнего из выбранных периодов.',
    finding: (name: string, value: string, change: string): string =>
      `${name}: ${value}; за год ${change}.`,
    findingTitle: (title: string): string => `В снимок: ${title}`,
  },
  titles,
  texts: { ...texts, ...headings },
  hints,
};
