import type { Catalogue } from '../ru/catalogue.ts';

type Params = Readonly<Record<string, string | number>>;
type Words = Catalogue['issues'];

const fields: Words['fields'] = {
  row_no: 'running number',
  student_name: 'pupil’s name',
  last_name: 'surname',
  first_name: 'first name',
  patronymic: 'patronymic',
  student_id: 'personal number (not kept)',
  birth_date: 'date of birth',
  age: 'age',
  sex: 'sex',
  class: 'class',
  grade: 'grade',
  roll: 'on roll',
  class_teacher: 'class teacher',
  teacher: 'person in charge',
  parent: 'parent (not kept)',
  phone: 'telephone (not kept)',
  email: 'e-mail (not kept)',
  address: 'home address (not kept)',
  consent: 'consent',
  timestamp: 'time stamp',
  event_name: 'event',
  event_kind: 'kind of event',
  attendance_mode: 'in person or remote',
  event_level: 'level',
  stage: 'stage',
  event_date: 'date of the event',
  date_start: 'start date',
  date_end: 'end date',
  term: 'term',
  school_year: 'school year',
  block: 'block',
  direction: 'direction',
  partner: 'partner',
  partner_short: 'partner’s short name',
  partner_kind: 'kind of partner',
  partner_contract: 'contract',
  contract_term: 'term of the contract',
  partner_contact: 'partner’s contacts (not kept)',
  organiser: 'organiser',
  venue: 'venue',
  result: 'result',
  award_doc: 'supporting document',
  role: 'role',
  team: 'team',
  n_participants: 'number of participants',
  pct_participants: 'share of participants',
  n_winners: 'number of winners',
  n_prize: 'number of prizes',
  hours: 'hours',
  hours_source: 'source of the hours',
  attendance: 'attendance',
  club: 'club',
  note: 'note',
  instrument: 'instrument',
  version: 'version of the instrument',
  wave: 'wave',
  scale: 'scale',
  score: 'score',
  scale_score: 'score on a scale',
  answer: 'answer to a question',
  creat_fluency: 'fluency',
  creat_flexibility: 'flexibility',
  creat_originality: 'originality',
  creat_elaboration: 'elaboration',
  creat_title: 'title of the drawing',
  creat_total: 'total score',
  williams: 'Williams scale',
  civic: 'civic position',
  upbringing: 'upbringing',
  wellbeing: 'wellbeing',
};

const fieldNames: Readonly<Record<string, string>> = fields;
const field = ({ field: id }: Params) => fieldNames[String(id ?? '')] ?? String(id ?? '');
const quoted = ({ value }: Params) => (value === undefined ? '' : ` “${value}”`);

const sentences: Words['sentences'] = {
  'file-empty': () => 'The file is empty. Check that it is the right one and save it again.',
  'file-not-spreadsheet': ({ what }) =>
    `This is not a spreadsheet${what ? ` but a ${what} file` : ''}. A CSV, XLSX, XLS or ODS file is needed.`,
  'file-picture': ({ what }) =>
    `This is a picture${what ? ` (${what})` : ''}, not a spreadsheet. Ask its author for the spreadsheet itself.`,
  'file-password': () =>
    'The file is protected by a password. Open it, remove the password, save it and add it again.',
  'file-truncated': () =>
    'The file ends in the middle: it was not downloaded or copied whole. Get it again.',
  'file-one-line': () =>
    'The whole file is one line and holds no table. Save the table again as CSV or XLSX.',
  'file-too-large': () =>
    'The file is too large to be opened here. Divide it, for example by term.',
  'file-no-table': () =>
    'No table was found in the file: no row of headings with records below it.',
  'file-unreadable': ({ cause }) =>
    `The file cannot be read${cause ? ` (${cause})` : ''}. Open it in a spreadsheet program, save it again and add it once more.`,
  'file-changed': () =>
    'The file was changed or removed while it was being read. Close it in other programs and add it once more.',
  'file-encoding': () =>
    'The encoding of the text could not be told. Save the file as “CSV UTF-8” or as XLSX.',
  'name-missing': (params) =>
    params['value'] === undefined
      ? 'There is no name. Fill it in, or leave the record in quarantine.'
      : `The name${quoted(params)} cannot be read. A surname and a first name are needed.`,
  'class-missing': () => 'No class is given. Fill it in, for example “5А”.',
  'class-unknown': (params) => `The class${quoted(params)} is not clear. Write it like “5А”.`,
  'event-missing': () => 'The event has no title.',
  'partner-missing': () => 'The partner has no name.',
  'date-missing': () => 'There is no date, and the headings do not tell the term. Fill in a date.',
  'date-impossible': (params) =>
    `There is no such date:${quoted(params)}. Correct the day or the month.`,
  'date-unknown': (params) => `The date${quoted(params)} is not clear. Write it like 14.04.2026.`,
  'period-unknown': (params) =>
    params['value'] === undefined
      ? 'It is not clear which school year the record belongs to. Say the year in the title or in the file’s name.'
      : `The date${quoted(params)} lies in no term. Check the date or the programme’s periods.`,
  'level-unknown': (params) =>
    `The level${quoted(params)} is not known. Correct it or add this spelling to the programme.`,
  'result-unknown': (params) =>
    `The result${quoted(params)} is not known. Correct it or add this spelling to the programme.`,
  'role-unknown': (params) =>
    `The role${quoted(params)} is not known. Correct it or add this spelling to the programme.`,
  'direction-unknown': (params) =>
    `The programme has no direction${quoted(params)}. Correct the name or extend the programme.`,
  'block-unknown': (params) =>
    `The programme has no block${quoted(params)}. I, II or III is expected.`,
  'number-unknown': (params) =>
    `${quoted(params).trim() || 'The value'} is not a number (${field(params)}).`,
  'number-negative': (params) =>
    `The number${quoted(params)} is below zero (${field(params)}), which cannot be.`,
  'answer-unknown': (params) =>
    `The answer${quoted(params)} does not fit the scale of the question.`,
  'kind-unknown': () =>
    'It is not clear what this table is. Choose what it holds and check the fields of its columns.',
  'field-required': (params) =>
    `No column “${field(params)}” was found; records cannot be accepted without it. Choose it above the table.`,
  'year-unknown': () =>
    'Nothing says which school year this is. Add it to the file’s name or to the title.',
  'identifier-dropped': ({ heading }) =>
    `The column${heading ? ` “${heading}”` : ''} holds personal data that is not needed here. It is not kept.`,
  'encoding-doubtful': () =>
    'The encoding of the text is doubtful. Look whether the letters read right.',
};

/** Words about what was read, in English. */
export const issues: Words = {
  sentences,
  workbook: {
    rowKey: 'Row no.',
    from: (file, sheet) =>
      sheet === ''
        ? `Quarantine of the file “${file}”`
        : `Quarantine of the file “${file}”, sheet “${sheet}”`,
    part: (written, of) => `The first ${written} rows of ${of} are here`,
    reason: (heading) => `⚠ ${heading}`,
  },
  fields,
  setAside: {
    blank: 'blank',
    total: 'totals',
    section: 'section headings',
    numbering: 'numbering of columns',
    note: 'notes and units',
    'repeated-header': 'repeated headings',
    duplicate: 'the same record again',
    'no-value': 'without values',
    dismissed: 'set aside by hand',
  },
  kinds: {
    roll: 'class rolls',
    event: 'events',
    participation: 'participation by name',
    headcount: 'numbers without names',
    assessment: 'assessment',
    survey: 'survey',
    partner: 'partners and contracts',
    volunteering: 'volunteer hours',
  },
  confidence: {
    exact: 'by its name',
    likely: 'by likeness of the name',
    values: 'by what it holds',
    recipe: 'set by you',
    none: 'not recognised',
  },
};
