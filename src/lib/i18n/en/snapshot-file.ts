import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const nb = '\u00a0';

const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'June',
  'July',
  'Aug',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
];

const counted = (count: number, text: string, one: string, other: string): string =>
  `${text}${nb}${pluralEn(count, one, other)}`;

/** Sentences inside a snapshot's file, and of what is found when one is opened and compared. */
export const snapshotFile: Catalogue['snapshotFile'] = {
  day: (day, month, year) => `${day}${nb}${months[month - 1] ?? month}${nb}${year}`,
  dataOf: (day) => `data as of${nb}${day}`,
  page: (number, of) => `page${nb}${number} of${nb}${of}`,
  sheet: { before: `page${nb}`, between: `${nb}of${nb}`, after: '' },
  contents: 'Contents',
  table: 'Numbers as a table',
  tableOf: (title) => `Numbers as a table: ${title}`,
  pictureOf: (title) => `Picture: ${title}`,
  sideways: 'Wider than the screen: swipe it sideways →',
  noNumber: '—',
  selection: (text) => `Who: ${text}`,
  signs: (text) => `Signs: ${text}`,
  withheld: (_, all, hiddenText, allText) =>
    `${hiddenText} of${nb}${counted(all, allText, 'number', 'numbers')} withheld so that nobody can be recognised.`,
  allWithheld:
    'All numbers are withheld here: the groups are too small, and somebody could be recognised by them.',
  emptyPage: 'There is nothing on this page yet.',
  decisions: { what: 'Decided', who: 'Responsible', until: 'Until' },
  signature: { office: 'position', sign: 'signature', name: 'surname, initials' },
  judgement: 'Conclusion',
  controls: {
    toolbar: 'Snapshot',
    otherLanguage: 'Русский',
    otherLanguageTag: 'ru',
    present: 'Present',
    print: 'Print',
    openTables: 'Open tables',
    closeTables: 'Close tables',
    presenting: 'Presentation',
    next: 'Next',
    previous: 'Back',
    black: 'Black screen',
    leave: 'End',
    spotlight: 'Spotlight',
    enlarge: 'Enlarge',
    target: 'Length of the talk, minutes',
    minutes: 'min',
    over: 'over',
    clock: 'Time elapsed',
    isBlack: 'The screen is black. Any key brings the page back.',
    marks:
      'Arrows lead along the marks of the picture, Home and End to the first and the last, S puts a mark in the spotlight, Esc takes it back.',
    table: 'Table',
    keysTitle: 'Keys',
    closeKeys: 'Close the list of keys',
    keys: [
      ['→, space, PageDown', 'next'],
      ['←, PageUp', 'back'],
      ['↓, ↑', 'on along a long page'],
      ['Home, End', 'to the beginning, to the end'],
      ['Tab, arrows', 'along the marks of a picture'],
      ['S', 'spotlight on a mark'],
      ['T', 'table, and back'],
      ['Z', 'one picture, large'],
      ['B', 'black screen'],
      ['L', 'the other language'],
      ['M', 'length of the talk'],
      ['F1', 'this list'],
      ['Esc', 'let go of the mark, end'],
    ],
    signed: 'Signed by',
    unchecked:
      'The signature is checked by the app “Dinamika”: “Check a snapshot”. The file cannot check itself.',
  },
  certificate: {
    title: 'What is withheld and why',
    allOpen: (numbers, text) =>
      `The snapshot has ${counted(numbers, text, 'number', 'numbers')}, and all are shown: no group turned out too small.`,
    hidden: (numbers, text, hiddenText) =>
      `The snapshot has ${counted(numbers, text, 'number', 'numbers')}, ${hiddenText} withheld: nobody can be recognised by any one of them or by all together.`,
    primary: (text) => `${text} because too few people stand behind them;`,
    secondary: (text) => `${text} because the withheld numbers could otherwise be worked out.`,
    rules: 'By which rules',
    least: (count, text) =>
      `A number with fewer than ${counted(count, text, 'pupil', 'pupils')} behind it is not shown, nor one with so few missing to “all”.`,
    leastAssessed: (count, text) =>
      `For questionnaires and psychological scales: fewer than ${counted(count, text, 'pupil', 'pupils')}.`,
    zeros: 'Groups of which nobody or everybody took part are not shown either.',
    noZeros: 'Where nobody of a group took part, this is shown.',
    width: (text) => `The possible values of a withheld number must lie at least ${text} apart.`,
    audit: 'How it was checked',
    statements: (count, text) =>
      `Everything said in the snapshot, with the class rolls and earlier snapshots, is ${counted(count, text, 'statement', 'statements')} about numbers of pupils.`,
    sensitive: (_, text) => `Numbers that must not come out: ${text}.`,
    noSensitive: 'None of the numbers among them is one that must not come out.',
    narrowest: (count, text) =>
      `For each of them the app found data that agree with everything said and yet differ in this number. The most certain of them can still have ${counted(count, text, 'value', 'values')}.`,
    caution:
      'The check holds for what the school knows. It cannot reckon with what somebody knows about a child by themselves.',
    made: 'What the snapshot is made of',
    school: 'School',
    period: 'Period',
    dataDay: 'Data as of',
    madeOn: 'Snapshot made on',
    programme: 'Programme',
    programmeHash: 'Checksum of the programme',
    sources: 'Data files',
    source: (name, hash) => `${name} — ${hash}`,
    namelessSources: (count, text) => `${counted(count, text, 'file', 'files')} without a name`,
    noSources: 'not named',
    earlier: 'Earlier snapshots reckoned with',
    noEarlier: 'none was taken into account',
    worlds: 'Checksum of the data sets used in the check',
    content: 'Checksum of the snapshot (SHA-256)',
    method:
      'Shares and means come with 95% intervals. What is withheld is hatched, what is missing is a gap, a zero is a zero.',
  },
};
