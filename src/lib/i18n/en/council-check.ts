import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const nb = '\u00a0';

const counted = (count: number, text: string, one: string, other: string): string =>
  `${text}${nb}${pluralEn(count, one, other)}`;

const safe = 'Nothing in the file was run, and your data are untouched.';

/** Sentences of the screen on which a snapshot’s file is checked and compared with another. */
export const councilCheck: Catalogue['councilCheck'] = {
  title: 'Check a snapshot',
  lead: 'Open the file of a snapshot: the app says whether it is whole, who signed it and whether its numbers come out. Nothing in the file is run, and nothing is sent anywhere.',
  back: 'Council',
  drop: {
    title: 'Drop the file of a snapshot here',
    hint: 'An HTML file that the app saved. Two files at once are compared with each other.',
    choose: 'Choose a file',
    second: 'Compare with another snapshot',
    secondHint: 'Drop the second file: what has changed is shown page by page.',
    instead: 'Take another file',
    insteadHint: 'It takes the place of the second.',
    given: (count, text) => `${counted(count, text, 'file', 'files')}, checking`,
    tooMany: (text) => `There were ${text} files; the first two were taken.`,
    folder:
      'What was dropped could not be read. Choose the file by the button; your data are untouched.',
  },
  checking: (name) => `Checking “${name}”…`,
  stop: 'Stop',
  remove: 'Remove',
  removeFile: (name) => `Remove “${name}”`,
  verdicts: {
    signed: (name) => `The snapshot is whole and signed: ${name}`,
    signedText:
      'Not a letter of the file has changed since it was signed. The name is what the signer typed: compare the fingerprint of the key with the one they tell you.',
    whole: 'The snapshot is whole, but nobody signed it',
    wholeText:
      'It is as the app saved it, without damage by chance. Who made it cannot be told from the file.',
    same: 'This is one and the same snapshot: all that they say agrees to the letter.',
  },
  refusals: {
    'too-large': {
      title: 'The file is too large for a snapshot',
      text: `A usual snapshot has less than 1${nb}MB. ${safe} See whether it is the right file.`,
    },
    'no-snapshot': {
      title: 'This is not a snapshot of Dinamika',
      text: `${safe} Choose an HTML file that the app saved: slides, workbooks and pictures cannot be checked.`,
    },
    'cut-short': {
      title: 'The file is cut short: its end is missing',
      text: `This happens when sending or copying to a stick was interrupted. ${safe} Ask for the file to be sent again.`,
    },
    newer: {
      title: 'The snapshot was made by a newer app',
      text: `This app cannot judge it. ${safe} Reload the page of Dinamika and open the snapshot again.`,
    },
    older: {
      title: 'The snapshot was made by an earlier version of the app',
      text: `The present one writes such files differently, so whether it is whole cannot be found out. ${safe} Ask for the snapshot to be saved anew.`,
    },
    changed: {
      title: 'The file was changed after it had been saved',
      text: `At least one character in it is not what it was, so its numbers cannot be trusted. This also happens when an open snapshot was saved from the browser as a page. ${safe} Take the file itself, or ask for it to be sent anew.`,
    },
    unreadable: {
      title: 'Inside is not what a snapshot is made of',
      text: `The file is whole but cannot be read as a snapshot: this app did not write it. It cannot be trusted. ${safe} Ask for the snapshot to be sent anew.`,
    },
    foreign: {
      title: 'The file holds something foreign',
      text: `There is something in it that the app does not write: a script, markup or a link. Do not open it in a browser. ${safe} Tell whoever sent it, and ask for the snapshot anew.`,
    },
    'wrong-signature': {
      title: 'The signature does not fit this file',
      text: `It was made for another file or under another name. It cannot be trusted. ${safe} Ask the person whose name it bears.`,
    },
    'no-crypto': {
      title: 'The signature cannot be checked here',
      text: `Browsers check signatures only on https pages and on this computer. ${safe} Open Dinamika at an address that begins with https, and check the snapshot there.`,
    },
    unopened: {
      title: 'The file cannot be read',
      text: `It may have been moved or deleted, or its stick unplugged. ${safe} Choose the file again.`,
    },
    unfinished: {
      title: 'The check did not come to its end',
      text: `Whether the file is whole is not known yet: the browser ran out of memory or broke off. ${safe} Close tabs that you do not need and choose the file again.`,
    },
  },
  file: (name, size) => `${name} · ${size}`,
  about: 'About the file',
  facts: {
    school: 'School',
    noSchool: 'not named',
    period: 'Period',
    dataDay: 'Data as of',
    madeOn: 'Made on',
    form: 'Form',
    forms: { slides: 'slides', note: 'note' },
    pages: (count, text) => counted(count, text, 'page', 'pages'),
    programme: 'Programme',
    sameProgramme: 'the one that is here now',
    otherProgramme: 'not the one that is here now: another, or changed since',
    sources: 'Data files',
    noSources: 'not named',
    unnamed: (count, text) => `${text} ${pluralEn(count, 'file', 'files')}, not named`,
    counted: 'counts here',
    earlier: 'Earlier snapshots',
    noEarlier: 'there were none',
    unknownEarlier: (count, text) =>
      `${counted(count, text, 'snapshot', 'snapshots')} not in the journal of this browser`,
    signedBy: 'Signed by',
    nobody: 'nobody',
    fingerprint: 'Fingerprint of the key',
    ownKey: 'the key of this browser',
    content: 'Checksum of the snapshot',
  },
  shared: (moment) => `This snapshot was shared from here, ${moment}.`,
  withdrawn: (moment) => `The snapshot was withdrawn, ${moment}: it is not relied on any more.`,
  pages: 'What is in the snapshot',
  pagesNote: 'Texts, pictures and tables are shown as they are; nothing in the file is run.',
  page: (number, title) => `${number}. ${title}`,
  untitled: 'untitled',
  tableOf: (title) => `Numbers: ${title}`,
  numbers: {
    title: 'Do the numbers come out?',
    noData:
      'To count the snapshot’s numbers again, load the tables that it was made of. Whether the file is whole can be seen without them.',
    toImport: 'To import',
    unknown:
      'This snapshot is not in the journal of this browser: it was not shared from here. The file itself holds only totals, so they cannot be counted again from records. It can be compared with a snapshot made here.',
    silent: 'The snapshot says nothing of pupils: there is nothing to count again.',
    counting: 'Counting the snapshot’s numbers again…',
    stop: 'Stop',
    stopped: 'Counting was stopped.',
    again: 'Count again',
    all: (count, text) =>
      count === 1
        ? 'The only statement of the snapshot comes out.'
        : `All ${counted(count, text, 'statement', 'statements')} come out.`,
    some: (_, leftText, allText) => `${leftText} of ${allText} statements do not come out`,
    how: 'Every number of the snapshot is made of numbers of pupils, participations, hours. They were counted anew from the records that count now.',
    why: 'This happens when tables were loaded, something was corrected or an import was undone after the snapshot.',
    otherProgramme:
      'The programme has changed since. The count goes by the present one, and numbers may not come out for that reason.',
    list: 'What does not come out',
    of: (what, whom) => (whom === '' ? what : `${what}: ${whom}`),
  },
  counts: {
    people: {
      any: 'participants',
      block: 'participants',
      direction: 'participants',
      level: 'participants',
      high: 'participants at a high level',
      civic: 'participants in civic deeds',
      award: 'winners and prize-winners',
      governed: 'organisers and hosts',
      competitive: 'participants in contests',
      'competitive-award': 'winners and prize-winners of contests',
      whole: 'pupils with a fully described participation',
    },
    deeds: {
      any: 'participations',
      block: 'participations',
      direction: 'participations with a direction',
      level: 'participations with a level',
      high: 'participations at a high level',
      civic: 'participations in civic deeds',
      award: 'wins and prizes',
      governed: 'participations of organisers and hosts',
      competitive: 'participations in contests',
      'competitive-award': 'wins and prizes in contests',
      whole: 'fully described participations',
    },
    often: 'took part more than once',
    both: 'took part both before and now',
    many: 'took part in several blocks',
    directions: 'directions of all together',
    hours: 'hours of all together',
    points: 'points of all together',
    values: {
      gain: 'gain in creativity',
      growth: 'reliable growth in creativity',
      level: 'level of creativity',
      volunteering: 'volunteering hours',
      belonging: 'questionnaire on belonging',
      wellbeing: 'questionnaire on wellbeing',
    },
    answered: (value) => `how many were measured, ${value}`,
    within: (value) => `how many within the bounds, ${value}`,
    sum: (value) => `sum, ${value}`,
    squares: (what) => `${what} (sum of squares)`,
  },
  compare: {
    title: 'What has changed',
    between: (before, after) => `Before: ${before}. After: ${after}.`,
    swap: 'Swap',
    nothing: 'Pages, texts and numbers are the same',
    nothingText:
      'Only what is told of the file itself differs: the day on which it was made, the data files, the check or the form.',
    facts: 'The snapshot as a whole',
    names: {
      title: 'Title',
      school: 'School',
      period: 'Period',
      dataDay: 'Data as of',
      programme: 'Programme',
      rules: 'Rules of protection',
    },
    rules: (least, assessed, width, zeros) =>
      `from ${least} pupils, in questionnaires from ${assessed}, spread from ${width}, ${zeros ? 'zeros withheld' : 'zeros shown'}`,
    programmeVersion: (name, hash) => `${name}, version ${hash}`,
    states: { same: 'unchanged', changed: 'changed', added: 'added', removed: 'removed' },
    moved: 'moved',
    movedFrom: (before, after) => `was no. ${before}, is no. ${after}`,
    wasAt: (place) => `was no. ${place}`,
    same: (count, text) => `${counted(count, text, 'page', 'pages')} unchanged`,
    headline: 'Title',
    words: 'Caption',
    picture: (title) => `Picture “${title}”`,
    cells: (_, text) => `Numbers changed: ${text}`,
    before: 'before',
    after: 'after',
    none: 'empty',
    absentBefore: 'not there',
    absentAfter: 'not there',
    notText: 'there was no text',
    noText: 'there is no text',
    cell: (row, column) => (row === '' ? column : `${row} · ${column}`),
    more: (count, text) => `Show ${counted(count, text, 'more line', 'more lines')}`,
  },
};
