import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

type Words = Catalogue['matching'];
type Params = Readonly<Record<string, string | number>>;

const records = (count: number): string => pluralEn(count, 'record', 'records');
const pairs = (count: number): string => pluralEn(count, 'pair', 'pairs');
const forms = (count: number): string => pluralEn(count, 'form', 'forms');
const text = (params: Params, name: string): string => String(params[name] ?? '');

const evidence: Words['evidence'] = {
  'name-same': () => 'the name is the same',
  'name-one-letter': (params) =>
    `one letter differs: “${text(params, 'from')}” and “${text(params, 'to')}”`,
  'name-variant': (params) =>
    `“${text(params, 'from')}” and “${text(params, 'to')}” are one first name`,
  'name-initial': () => 'the first name is an initial',
  'name-part': () => 'only a part of the name is written',
  'name-other': (params) =>
    `the names are alike but two: “${text(params, 'from')}” and “${text(params, 'to')}”`,
  'class-same': (params) => `the same class ${text(params, 'class')} in ${text(params, 'year')}`,
  'class-follows': (params) =>
    `the class goes on: ${text(params, 'from')} and ${text(params, 'to')}`,
  'class-other': (params) =>
    `two classes of one grade: ${text(params, 'from')} and ${text(params, 'to')}`,
  'year-other': (params) =>
    `the classes are a year apart: ${text(params, 'from')} and ${text(params, 'to')}`,
  'class-unknown': () => 'one of the two has no class',
  'birth-same': (params) => `the same date of birth: ${text(params, 'date')}`,
  'patronymic-same': () => 'the same patronymic',
  'patronymic-near': (params) =>
    params['initial'] ? 'the patronymic is an initial' : 'the patronymics are nearly the same',
  'only-candidate': () => 'nobody else is alike',
  'several-candidates': ({ count }) => `${count} are alike, so your word is needed`,
  together: ({ events }) =>
    `both are listed side by side at ${events} ${pluralEn(Number(events), 'event', 'events')}`,
  'one-roll': (params) =>
    params['class']
      ? `both are on the roll of ${text(params, 'class')}, so they are two pupils`
      : 'both are on one class roll, so they are two pupils',
  'said-different': () => 'through another spelling, those you called different would become one',
  'words-same': () => 'the telling words are the same',
  'words-alike': () => 'one letter differs',
  'words-left-out': () => 'one name is shorter than the other',
  acronym: (params) => `“${text(params, 'short')}” is made of the first letters of the other name`,
  'short-name': () => 'the list of partners shortens the name so',
  'one-list': () => 'one list of partners names both',
  'title-same': () => 'the title is the same',
  'title-alike': () => 'the titles are alike',
  'day-same': (params) => `the same day: ${text(params, 'date')}`,
  'days-overlap': () => 'the days overlap',
  'month-same': () => 'the same time',
  'participants-shared': ({ shared, of }) => `${shared} of ${of} participants are shared`,
  'partner-same': (params) => `the same partner: ${text(params, 'partner')}`,
  'partner-other': () => 'the partners differ',
};

/** Sentences about what is one thing under two names or in two files, and about remembered forms, in English. */
export const matching: Words = {
  tabs: { label: 'Parts of the import', files: 'Files', matches: 'Matches', forms: 'Forms' },
  waiting: (count) => `${count} ${pluralEn(count, 'waits', 'wait')} for an answer`,
  difference: {
    version: (name, date) => `A new version of “${name}”, accepted on ${date}`,
    versionInHand: (name) => `A new version of “${name}”, which is under review too`,
    versionText:
      'Once accepted, this version counts. Undoing the import brings the earlier one back whole. Leave as it was whatever should not change.',
    overlap: (name, count, shown) =>
      `Tells what “${name}” tells too: ${shown} ${pluralEn(count, 'record', 'records')} in common`,
    overlapText:
      'Both files stay and nothing is removed: what both tell counts once. Where they differ, choose whether to take the new.',
    inHandText: 'They can be compared record by record once the earlier file is accepted.',
    same: (count, shown) => `${shown} ${records(count)} unchanged`,
    beyond: (count, shown) => `${shown} more ${records(count)} in the new file alone`,
    none: 'The records of both files are the same.',
    comparing: 'Comparing record by record…',
    filter: 'What to show',
    all: 'All',
    changes: { added: 'added', changed: 'changed', removed: 'not in the new one' },
    search: 'Find',
    searchHint: 'name, event…',
    nothing: 'No such differences. Change the search.',
    table: 'Differences from the earlier file',
    columns: {
      change: 'What',
      record: 'Record',
      cells: 'Before → now',
      place: 'Where',
      take: 'Take',
    },
    was: 'before',
    became: 'now',
    empty: 'blank',
    now: (place) => `here: ${place}`,
    before: (place) => `before: ${place}`,
    place: (sheet, place) => (sheet === '' ? place : `${sheet}, ${place}`),
    sheet: (number) => `sheet ${number}`,
    row: (row) => `row ${row}`,
    take: 'take',
    takeWhat: (what) => `Take: ${what}`,
    acceptKind: {
      added: (count) => `Add all (${count})`,
      changed: (count) => `Take all changes (${count})`,
      removed: (count) => `Remove all that are gone (${count})`,
    },
    refuseKind: {
      added: (count) => `Do not add (${count})`,
      changed: (count) => `Do not change (${count})`,
      removed: (count) => `Do not remove (${count})`,
    },
    acceptAll: 'Take everything',
    refused: (count, shown) =>
      `${shown} ${pluralEn(count, 'difference', 'differences')} will not be taken`,
    undo: 'Undo the choice',
    redo: 'Redo the choice',
    range: (from, to, of) => `${from}–${to} of ${of}`,
    earlier: 'Earlier',
    later: 'Further',
  },
  columns: {
    birth: 'date of birth',
    birth_year: 'year of birth',
    entered: 'entered',
    left: 'left',
    exact: 'date known to the day',
    remote: 'remote',
    planned: 'planned',
    held: 'held',
    date: 'date',
    item: 'question',
    value: 'answer',
  },
  evidence,
  facts: {
    class: 'Class',
    'school-year': 'School years',
    'birth-year': 'Year of birth',
    sex: 'Sex',
    patronymic: 'Patronymic',
    kind: 'Kind',
    block: 'Block',
    contract: 'Contract',
    date: 'Date',
    period: 'Period',
    partner: 'Partner',
    participants: 'Participants',
  },
  matches: {
    title: (count) =>
      count === 1
        ? 'One pair looks like one thing under two names'
        : `${count} ${pairs(count)} look like one thing under two names`,
    settled: 'Everything that looks alike is settled',
    lead: 'Say whether it is one. The answer is remembered for further files; files stay as they are, and every answer can be taken back.',
    subjects: { person: 'People', partner: 'Partners', event: 'Events' },
    subject: 'Whom or what it is about',
    subjectCount: (name, count) => `${name} (${count})`,
    proposed: 'Looks like one',
    impossible: 'Cannot be one',
    impossibleText: 'You said that it is one, but a rule does not allow it.',
    made: 'Put together by itself',
    madeText: 'There is no doubt here. If they are two after all, split them.',
    decided: 'Decided by you',
    decidedText: 'An answer can be taken back: the pair returns to what the files say.',
    none: 'No more questions.',
    noneText: 'New ones appear when files hold something alike.',
    pair: (a, b) => `“${a}” and “${b}”`,
    likelihood: (share) => `${share} alike`,
    pending: 'Counted as one for the time being.',
    speaksFor: 'For',
    speaksAgainst: 'Against',
    records: (count, shown) => `${shown} ${records(count)}`,
    places: 'From',
    place: (file, sheet, row) => [file, sheet, row].filter((part) => part !== '').join(' · '),
    sheet: (sheet) => `sheet ${sheet}`,
    row: (row) => `row ${row}`,
    source: 'Source',
    close: 'Close',
    same: { person: 'One person', partner: 'One partner', event: 'One event' },
    different: { person: 'Two people', partner: 'Two partners', event: 'Two events' },
    later: 'Decide later',
    split: 'Split',
    splitWhat: (pair) => `Split: ${pair}`,
    withdraw: 'Take the answer back',
    withdrawWhat: (pair) => `Take the answer back: ${pair}`,
    answers: { same: 'one', different: 'two' },
    absent: 'The files do not hold this now.',
    keys: 'Keys: J and K or arrows go to the next and the previous pair, 1 means one, 2 means two, 3 later, U takes the last answer back.',
    said: (answer, left) =>
      left === 0 ? `${answer}. No more questions.` : `${answer}. ${left} left.`,
    postponed: 'Moved to the end of the list.',
    withdrawn: 'The answer was taken back.',
    undo: 'Take the answer back',
    last: (pair, answer) => `${pair}: ${answer}`,
    applying: 'Reckoning again with your answers…',
    more: (count, shown) => `Show ${shown} more ${pairs(count)}`,
    capped: 'The likeliest are shown; the others appear as you answer.',
  },
  forms: {
    title: (count) =>
      `${count} ${forms(count)} ${pluralEn(count, 'is', 'are')} remembered: such tables are read by themselves`,
    empty: 'No form is remembered yet',
    emptyText:
      'When you accept a file, its form is remembered: next time it is read the same way by itself.',
    toImport: 'To the import',
    lead: 'A form is a layout of a table: its headings and what you decided about it. Forms can be carried to another computer.',
    list: 'Remembered forms',
    search: 'Find',
    searchHint: 'name or heading…',
    nothing: 'No such form. Change the search.',
    unnamed: 'Form without a name',
    andMore: (count) => `and ${count} more`,
    imports: (count, shown) => `${shown} ${pluralEn(count, 'import', 'imports')}`,
    lastUsed: (date) => `last on ${date}`,
    unused: 'not met in a file yet',
    rename: 'Name',
    renameWhat: (name) => `Name the form: ${name}`,
    nameLabel: 'Name of the form',
    save: 'Save',
    giveUp: 'Leave as it is',
    decided: (count, shown) =>
      count === 0
        ? 'No decisions: all was found by itself'
        : `${shown} ${pluralEn(count, 'decision', 'decisions')} and the columns`,
    headings: 'Columns',
    byYou: 'decided by you',
    asFound: 'found by itself',
    ownField: (name) => `own field “${name}”`,
    dimension: 'breaks records down',
    unusedColumn: 'not needed',
    kind: (name) => `The table holds: ${name}`,
    encoding: (name) => `Encoding: ${name}`,
    delimiter: (name) => `Delimiter: ${name}`,
    layout: {
      columns: (from, to) => `The table spans columns ${from}–${to}`,
      header: (from, to) =>
        from === to ? `The header is row ${from}` : `The header is rows ${from}–${to}`,
      noHeader: 'There is no header',
      from: (row) => `The data start at row ${row}`,
      until: (words) => `The table ends before “${words}”`,
      untilEnd: 'The table goes to the end of the sheet',
      line: (words, role) => `The row “${words}” is: ${role}`,
    },
    replacement: (heading, from, to) => `${heading}: “${from === '' ? 'blank' : from}” → “${to}”`,
    export: 'Save to a file',
    exportWhat: (name) => `Save the form to a file: ${name}`,
    exportAll: 'Save all to a file',
    fileName: (name) => `Form ${name}.json`,
    allFileName: 'Forms of tables.json',
    forget: 'Forget',
    forgetWhat: (name) => `Forget the form: ${name}`,
    forgotten: (name) => `The form “${name}” is forgotten. Accepted files stay as they were.`,
    restore: 'Bring back',
    drop: 'Take forms from a file',
    dropText: 'A JSON file saved here or on another computer. You see what it holds first.',
    choose: 'Choose a file',
    given: (count, shown) => `${shown} ${pluralEn(count, 'file', 'files')} of forms`,
    incoming: (name) => `From the file “${name}”`,
    states: { fresh: 'new', replaces: 'replaces yours', same: 'already here' },
    take: (count, shown) => `Take ${shown} ${forms(count)}`,
    refuse: 'Do not take',
    nothingNew: 'You have all of these forms already.',
    taken: (count, shown) =>
      `${shown} ${forms(count)} ${pluralEn(count, 'was', 'were')} taken from the file.`,
    faults: {
      'recipes-too-large': () => 'The file is too large for a file of forms. Nothing was taken.',
      'recipes-not-json': () => 'This is not a file of forms. A JSON file saved here is needed.',
      'recipes-foreign': () =>
        'The file holds no forms, or another version of the app saved it. Nothing was taken.',
      'recipe-invalid': (place) => `Form no. ${place} of the file is damaged and was passed over.`,
    },
    unreadable: (name) => `The file “${name}” could not be read. Your forms are untouched.`,
    more: (count, shown) => `Show ${shown} more ${forms(count)}`,
  },
  ledger: {
    kept: (count, shown) =>
      `${shown} ${records(count)} still ${pluralEn(count, 'counts', 'count')}`,
    withheld: (count, shown) => `${shown} ${records(count)} not taken`,
    amended: 'corrected after acceptance',
    replacedByAmended: 'replaced by its correction',
    mend: 'Correct',
    mendOf: (count, shown, name) =>
      `Correct ${shown} ${pluralEn(count, 'row', 'rows')} in quarantine of “${name}”`,
  },
};
