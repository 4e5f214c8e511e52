import type { IssueCode, SetAsideRule } from '#lib/model/issue.ts';

type Params = Readonly<Record<string, string | number>>;

/** Names of the fields that a column can be. */
const fields = {
  row_no: 'номер по порядку',
  student_name: 'фамилия и имя',
  last_name: 'фамилия',
  first_name: 'имя',
  patronymic: 'отчество',
  student_id: 'личный номер (не сохраняется)',
  birth_date: 'дата рождения',
  age: 'возраст',
  sex: 'пол',
  class: 'класс',
  grade: 'параллель',
  roll: 'по списку',
  class_teacher: 'классный руководитель',
  teacher: 'ответственный',
  parent: 'родитель (не сохраняется)',
  phone: 'телефон (не сохраняется)',
  email: 'электронная почта (не сохраняется)',
  address: 'домашний адрес (не сохраняется)',
  consent: 'согласие',
  timestamp: 'отметка времени',
  event_name: 'мероприятие',
  event_kind: 'вид мероприятия',
  attendance_mode: 'очно или дистанционно',
  event_level: 'уровень',
  stage: 'этап',
  event_date: 'дата мероприятия',
  date_start: 'дата начала',
  date_end: 'дата окончания',
  term: 'четверть',
  school_year: 'учебный год',
  block: 'блок',
  direction: 'направление',
  partner: 'партнёр',
  partner_short: 'краткое название партнёра',
  partner_kind: 'вид партнёра',
  partner_contract: 'договор',
  contract_term: 'срок договора',
  partner_contact: 'контакты партнёра (не сохраняются)',
  organiser: 'организатор',
  venue: 'место проведения',
  result: 'результат',
  award_doc: 'подтверждающий документ',
  role: 'роль',
  team: 'команда',
  n_participants: 'число участников',
  pct_participants: 'доля участников',
  n_winners: 'число победителей',
  n_prize: 'число призёров',
  hours: 'часы',
  hours_source: 'источник часов',
  attendance: 'присутствие',
  club: 'объединение',
  note: 'примечание',
  instrument: 'методика',
  version: 'версия методики',
  wave: 'срез',
  scale: 'шкала',
  score: 'балл',
  scale_score: 'балл по шкале',
  answer: 'ответ на вопрос',
  creat_fluency: 'беглость',
  creat_flexibility: 'гибкость',
  creat_originality: 'оригинальность',
  creat_elaboration: 'разработанность',
  creat_title: 'название рисунка',
  creat_total: 'сумма баллов',
  williams: 'шкала Вильямса',
  civic: 'гражданская позиция',
  upbringing: 'воспитанность',
  wellbeing: 'самочувствие',
};

const fieldNames: Readonly<Record<string, string>> = fields;
const field = ({ field: id }: Params) => fieldNames[String(id ?? '')] ?? String(id ?? '');
const quoted = ({ value }: Params) => (value === undefined ? '' : ` «${value}»`);

/** What is wrong and what to do, for every code. */
const sentences: Record<IssueCode, (params: Params) => string> = {
  'file-empty': () => 'Файл пустой. Проверьте, тот ли это файл, и сохраните его заново.',
  'file-not-spreadsheet': ({ what }) =>
    `Это не таблица${what ? `, а файл ${what}` : ''}. Нужен файл CSV, XLSX, XLS или ODS.`,
  'file-picture': ({ what }) =>
    `Это картинка${what ? ` (${what})` : ''}, а не таблица. Попросите у автора саму таблицу: с картинки записи не прочесть.`,
  'file-password': () =>
    'Файл закрыт паролем. Откройте его, снимите пароль, сохраните и добавьте ещё раз.',
  'file-truncated': () =>
    'Файл обрывается на середине: он скачан или скопирован не целиком. Получите его заново.',
  'file-one-line': () =>
    'Весь файл — одна строка, таблицы в нём нет. Сохраните таблицу заново в CSV или XLSX.',
  'file-too-large': () =>
    'Файл слишком велик, чтобы открыть его здесь. Разделите его на части, например по четвертям.',
  'file-no-table': () =>
    'В файле не нашлось таблицы: нет строки с названиями столбцов и записей под ней.',
  'file-unreadable': ({ cause }) =>
    `Файл не читается${cause ? ` (${cause})` : ''}. Откройте его в редакторе таблиц, сохраните заново и добавьте ещё раз.`,
  'file-changed': () =>
    'Пока файл читался, его изменили или убрали. Закройте его в другой программе и добавьте ещё раз.',
  'file-encoding': () =>
    'Не удалось понять кодировку текста. Сохраните файл как «CSV UTF-8» или как XLSX.',
  'name-missing': (params) =>
    params['value'] === undefined
      ? 'Нет фамилии и имени. Впишите их в файл или оставьте запись в карантине.'
      : `Имя${quoted(params)} не прочесть. Нужны фамилия и имя.`,
  'class-missing': () => 'Не указан класс. Впишите его, например «5А».',
  'class-unknown': (params) =>
    `Класс${quoted(params)} не понятен. Напишите его, например, так: «5А».`,
  'event-missing': () => 'Нет названия мероприятия.',
  'partner-missing': () => 'Нет названия партнёра.',
  'date-missing': () => 'Нет даты, и четверть из заголовков не видна. Впишите дату.',
  'date-impossible': (params) =>
    `Такой даты не бывает:${quoted(params)}. Исправьте день или месяц.`,
  'date-unknown': (params) =>
    `Дата${quoted(params)} не понятна. Напишите её, например, так: 14.04.2026.`,
  'period-unknown': (params) =>
    params['value'] === undefined
      ? 'Не понятно, к какому учебному году относится запись. Укажите год в заголовке или в имени файла.'
      : `Дата${quoted(params)} не попадает ни в одну четверть. Проверьте дату или периоды программы.`,
  'level-unknown': (params) =>
    `Уровень${quoted(params)} не известен. Исправьте его или добавьте такое написание в программу.`,
  'result-unknown': (params) =>
    `Результат${quoted(params)} не известен. Исправьте его или добавьте такое написание в программу.`,
  'role-unknown': (params) =>
    `Роль${quoted(params)} не известна. Исправьте её или добавьте такое написание в программу.`,
  'direction-unknown': (params) =>
    `Направления${quoted(params)} нет в программе. Исправьте название или дополните программу.`,
  'block-unknown': (params) => `Блока${quoted(params)} нет в программе. Ожидается I, II или III.`,
  'number-unknown': (params) =>
    `${quoted(params).trim() || 'Значение'} — не число (${field(params)}).`,
  'number-negative': (params) =>
    `Число${quoted(params)} меньше нуля (${field(params)}), а так не бывает.`,
  'answer-unknown': (params) => `Ответ${quoted(params)} не подходит к шкале вопроса.`,
  'kind-unknown': () =>
    'Не понятно, что это за таблица. Выберите, что в ней, и проверьте поля столбцов.',
  'field-required': (params) =>
    `Не нашёлся столбец «${field(params)}», без него записи не принять. Выберите его над таблицей.`,
  'year-unknown': () =>
    'Нигде не сказано, за какой это учебный год. Допишите его в имя файла или в заголовок.',
  'identifier-dropped': ({ heading }) =>
    `Столбец${heading ? ` «${heading}»` : ''} — личные данные, которые здесь не нужны. Он не сохраняется.`,
  'encoding-doubtful': () =>
    'В кодировке текста есть сомнение. Посмотрите, верно ли читаются буквы.',
};

const setAside: Record<SetAsideRule, string> = {
  blank: 'пустые',
  total: 'итоги',
  section: 'заголовки разделов',
  numbering: 'нумерация граф',
  note: 'пояснения и единицы',
  'repeated-header': 'повтор шапки',
  duplicate: 'повторы той же записи',
  'no-value': 'без значений',
  dismissed: 'отставлены вручную',
};

/** Words of a workbook of rows in quarantine. */
const workbook = {
  rowKey: '№ строки',
  from: (file: string, sheet: string) =>
    sheet === '' ? `Карантин из файла «${file}»` : `Карантин из файла «${file}», лист «${sheet}»`,
  part: (written: string, of: string) => `Здесь первые ${written} строк из ${of}`,
  reason: (heading: string) => `⚠ ${heading}`,
};

/** Words about what was read: problems, kinds of record, fields, rules, confidence. */
export const issues = {
  sentences,
  workbook,
  fields,
  setAside,
  kinds: {
    roll: 'списки классов',
    event: 'мероприятия',
    participation: 'участие по именам',
    headcount: 'число участников без имён',
    assessment: 'диагностика',
    survey: 'анкета',
    partner: 'партнёры и договоры',
    volunteering: 'волонтёрские часы',
  },
  confidence: {
    exact: 'по названию',
    likely: 'по сходству названия',
    values: 'по содержанию',
    recipe: 'указано вами',
    none: 'не определено',
  },
};
