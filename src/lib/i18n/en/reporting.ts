import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const files = (count: number, text: string): string =>
  `${text} ${pluralEn(count, 'file', 'files')}`;
const records = (count: number, text: string): string =>
  `${text} ${pluralEn(count, 'record', 'records')}`;

/** Sentences of the command that makes a snapshot without the app. */
export const reporting: Catalogue['reporting'] = {
  colon: (head, text) => `${head}: ${text}`,
  programme: {
    unread: (path, cause) => `The programme cannot be read: ${path} (${cause}).`,
    wrong: (path) => `The programme is not accepted: ${path}.`,
  },
  period: {
    unknown: (id, known) => `The programme has no period “${id}”. It has: ${known}.`,
    untold: (id, known) =>
      `The files tell nothing of the period “${id}”. There are records of: ${known}.`,
    none: 'No record belongs to any period of the programme: there is nothing to tell. Check the periods of the programme.',
  },
  unread: {
    returned: 'This is the quarantine of another file; it can be returned in the app only.',
    nothing:
      'Not one record of the file was accepted. What is wrong with it, npm run check says of this file.',
    stopped: (count, text) =>
      `No snapshot was made: without these data (${files(count, text)}) it would be wrong. Mend or remove them, or repeat with --skip-unreadable.`,
    skipped: (count, text) =>
      `Going on without them (${files(count, text)}): the snapshot is incomplete.`,
  },
  passedOver: (count, text, list) =>
    `What does not sound like tables in the folders was not read (${files(count, text)}): ${list}.`,
  source: (files, day) => `Source: ${files}, data as of ${day}`,
  noFiles: 'There is no file with records: nothing to make a snapshot of.',
  checking: (done, all) => `Checking: ${done} of ${all} small numbers`,
  files: {
    title: 'Files',
    counted: (count, text, all, allText) => `${files(count, text)}, ${records(all, allText)}`,
    quarantined: (file, count, text) =>
      `${file}: ${text} ${pluralEn(count, 'row stays in quarantine and does', 'rows stay in quarantine and do')} not count`,
    replaced: (file, by) => `${file}: does not count, the file “${by}” is newer`,
  },
  audit: 'Certificate',
  ledger: {
    unread: (path, cause) => `The ledger of snapshots cannot be read: ${path} (${cause}).`,
    foreign: (path) =>
      `This is no ledger of snapshots of this program: ${path}. Nothing was written.`,
    none: 'not reckoned with. Two snapshots together may tell more than each of them: where you share several, keep a ledger (--ledger FILE)',
  },
  content: 'Hash of the snapshot (SHA-256)',
  place: (number, page, piece) => `${number}. ${page} — ${piece}`,
  text: (role) => `text “${role}”`,
  names: (list) => `What looks like names of pupils in the texts of the snapshot: ${list}.`,
  written: 'Written',
  notWritten: (path, cause) => `Not written: ${path} (${cause}).`,
  failed: (cause) => `No snapshot was made, nothing was written: ${cause}`,
};
