import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences of a snapshot's slides, workbook and pictures. */
export const snapshotOffice: Catalogue['snapshotOffice'] = {
  continued: (title) => `${title} (continued)`,
  dataOn: (day) => `data as of ${day}`,
  madeOn: (day) => `made on ${day}`,
  chart: 'Chart',
  layouts: { cover: 'Cover', page: 'Page' },
  parts: {
    title: 'Title',
    chart: 'Chart',
    table: 'Table',
    text: 'Text',
    source: 'Source',
    footer: 'Imprint',
  },
  withheld: (hidden, all) =>
    `Withheld: ${hidden} of ${all} numbers, so that nobody can be recognised.`,
  allWithheld: 'All numbers here are withheld, so that nobody can be recognised.',
  none: '—',
  noneMeans: (mark, reason) => `—${mark} ${reason}`,
  noneUnknown: 'there is no number, or it is withheld',
  blankMeans: 'blank: there is no number, or it is withheld',
  whiskersMean: 'whiskers: 95% interval',
  reaches: {
    down: (series) => `${series}: lower bound to value`,
    up: (series) => `${series}: value to upper bound`,
  },
  axisBroken: 'the axis does not start at zero',
  rowsOf: (from, to, all) => `Rows ${from}–${to} of ${all}`,
  notes: {
    selection: (whom) => `About: ${whom}`,
    signs: (signs) => `Signs: ${signs}`,
  },
  sheets: { contents: 'Contents', about: 'About' },
  contents: {
    number: 'No.',
    page: 'Page',
    table: 'Table',
    about: 'Measure, period, n',
    sheet: 'Sheet',
    noTable: 'no tables',
  },
  about: {
    title: 'Where the numbers come from, and how pupils are protected',
    snapshot: 'Snapshot',
    school: 'School',
    period: 'Period',
    dataDay: 'Data as of',
    madeOn: 'Made on',
    programme: 'Programme',
    programmeHash: 'Hash of the programme (SHA-256)',
    sources: 'Files',
    source: (number) => `File ${number}`,
    unnamed: 'unnamed',
    fileCount: (count, shown) => `${shown} ${pluralEn(count, 'file', 'files')}`,
    andMore: (count) => `and ${count} more`,
    numbers: 'Numbers in the snapshot',
    primary: 'Withheld by the rules',
    secondary: 'Withheld beside those',
    statements: 'Statements reckoned with',
    sensitive: 'Numbers protected',
    narrowest: 'Narrowest range',
    rules: 'Rules',
    worlds: 'Hash of the witnesses (SHA-256)',
    earlier: 'Earlier snapshots',
    none: 'none',
    hidden: (primary, secondary, all) =>
      `Numbers in the snapshot: ${all}. Withheld by the rules: ${primary}; beside those, so that they cannot be worked out: ${secondary}.`,
    nothingHidden: (all) => `Nothing had to be withheld of the ${all} numbers in the snapshot.`,
    checked: (statements, sensitive, narrowest) =>
      `Statements of this snapshot, earlier ones and the rolls that were checked: ${statements}. Protected numbers: ${sensitive}; the narrowest of them has at least ${narrowest} possible values.`,
    nothingSensitive: (statements) =>
      `${statements} statements of this snapshot, earlier ones and the rolls were checked. None of them needs protection.`,
    least: (least, assessed) =>
      `Groups of fewer than ${least} pupils are not shown, in psychological scales fewer than ${assessed}.`,
    zeros: 'Nor is it shown where nobody of a group took part.',
    limits:
      'The check knows this snapshot, earlier snapshots and the rolls. It cannot know what somebody knows of the children in person.',
  },
};
