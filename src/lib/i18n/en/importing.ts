import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const files = (count: number): string => pluralEn(count, 'file', 'files');
const records = (count: number): string => pluralEn(count, 'record', 'records');

/** Sentences of the screen “Import”, in English. */
export const importing: Catalogue['importing'] = {
  title: 'Import',
  lead: 'Class rolls, events, participation, surveys, contracts: as they are, all at once.',
  drop: {
    title: 'Drop the term’s spreadsheets here',
    text: 'CSV, TSV, XLSX, XLSM, XLSB, XLS, ODS, ZIP; a whole folder too. A copied table can be pasted: Ctrl+V.',
    choose: 'Choose files',
    chooseFolder: 'Choose a folder',
    paste: 'Paste from the clipboard',
    pasteEmpty: 'There is no table in the clipboard. Copy the cells and paste again.',
    pasted: 'Pasted table',
  },
  demo: {
    open: 'Open the demonstration',
    text: 'An invented lyceum over three school years. The import can be undone.',
    failed:
      'The demonstration files did not open. Reload the page and try again; your data are untouched.',
  },
  reading: {
    title: 'Reading files',
    file: (index, of, name) => `${index} of ${of}: ${name}`,
    stages: {
      reading: 'reading',
      tables: 'finding tables',
      records: 'understanding records',
      comparing: 'comparing with what is stored',
    },
    cancel: 'Cancel',
    cancelled: 'Reading was cancelled. Nothing was written.',
  },
  review: {
    understood: (count) =>
      count === 1
        ? 'The file is fully understood'
        : `All ${count} ${files(count)} are fully understood`,
    partly: (good, of, questions) =>
      good === 0
        ? `${questions === 1 ? 'The file has' : `${questions} files have`} questions`
        : `${good} of ${of} files ${pluralEn(good, 'is', 'are')} fully understood; ${questions} more ${pluralEn(questions, 'has', 'have')} questions`,
    reopened: (rows) =>
      `Accepted; ${rows} ${pluralEn(rows, 'row is', 'rows are')} still in quarantine`,
    reopenedLead:
      'Mend the questions and accept the file once more: the mended reading takes the place of the former one, nothing is counted twice.',
    nothingNew: 'There is nothing new here',
    none: 'Nothing in these files can be accepted',
    lead: 'Nothing is written yet. Look at the questions, or accept what is understood: rows not accepted stay in quarantine and are counted.',
    accept: (count, text) => `Accept ${text} ${records(count)}`,
    acceptNothing: 'Nothing to accept',
    discard: 'Do not accept',
    accepting: 'Writing…',
    files: 'Files',
    table: 'Table',
    tableName: (sheet, range) => (sheet ? `${sheet}, ${range}` : range),
    kind: 'What the table holds',
    unknownKind: 'Not recognised',
    context: 'Read from the titles',
    field: (column) => `Field of column ${column}`,
    unused: 'not needed',
    remembered: 'The correction is remembered for tables of this layout.',
    revising: 'Reading again with the correction…',
    format: 'Format',
    encoding: 'Encoding',
    dialect: 'Delimiter',
    tab: 'tab',
    preview: 'The sheet as it lies in the file',
    more: 'Show further',
    earlier: 'Show above',
    issues: 'Questions',
    issueCount: (count, text) => `${text} ${pluralEn(count, 'question', 'questions')}`,
    noIssues: 'No questions.',
    moreIssues: (count) => `and ${count} more`,
    show: 'Show in the sheet',
    roles: {
      title: 'title',
      header: 'header',
      numbering: 'column numbers',
      section: 'section',
      total: 'total, not counted',
      note: 'note',
      blank: 'blank',
      data: '',
    },
  },
  status: {
    understood: 'understood',
    questions: (count, text) => `${text} ${pluralEn(count, 'question', 'questions')}`,
    refused: 'not read',
    unknown: 'not understood',
    known: 'already imported',
    undone: 'was undone',
    revision: 'new version',
    amended: 'mended',
    returned: 'quarantine returned',
  },
  revision: (name, added, changed, removed) =>
    `A new version of “${name}”: ${added} added, ${changed} changed, ${removed} removed. Once accepted, the earlier version no longer counts; undoing brings it back.`,
  returned: (name, cells, text) =>
    cells === 0
      ? `The quarantine of “${name}” came back unchanged.`
      : `The quarantine of “${name}” came back: ${text} ${pluralEn(cells, 'cell', 'cells')} mended. The changes stand in the file itself; accept it.`,
  returnedUnknown:
    'This is the quarantine of a file that is not here: neither accepted nor open. Add the file itself together with this one.',
  known: (date) => `This file was accepted on ${date}. Accepting it again changes nothing.`,
  knownWaiting: (date) =>
    `This file was accepted on ${date}. The rows still in quarantine can be mended and accepted.`,
  knownSuperseded: 'A newer version of this file is in place. Accepting it again changes nothing.',
  knownUndone: (date) =>
    `This file was accepted and undone (${date}). Accepting brings its records back.`,
  sum: {
    read: 'read',
    accepted: 'to accept',
    acceptedDone: 'accepted',
    quarantined: 'to quarantine',
    setAside: 'set aside by a rule',
    outside: 'outside the table',
  },
  accepted: (count, text, fileCount) =>
    `Accepted ${text} ${records(count)} from ${fileCount} ${files(fileCount)}`,
  acceptedText: 'Everything is written on this computer. Any import can be undone below.',
  toOverview: 'To the overview',
  ledger: {
    title: 'What is imported',
    empty: 'Accepted files appear here.',
    file: 'File',
    when: 'Accepted on',
    kinds: 'What it holds',
    accepted: 'Accepted',
    quarantined: 'Quarantine',
    setAside: 'Set aside',
    state: 'State',
    states: { active: 'counts', undone: 'undone', superseded: 'replaced by a newer version' },
    action: 'Action',
    undo: 'Undo',
    redo: 'Redo',
    undoOf: (name) => `Undo the import of “${name}”`,
    redoOf: (name) => `Redo the import of “${name}”`,
  },
  source: {
    title: 'Source',
    place: (file, sheet, row) =>
      sheet ? `${file}, sheet “${sheet}”, row ${row}` : `${file}, row ${row}`,
    opening: 'Opening the file…',
    missing: 'The file of this source is not kept, so its place cannot be shown.',
    row: 'Row',
  },
};
