import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences of the frame around every screen, in English. */
export const app: Catalogue['app'] = {
  name: 'Dinamika',
  screens: {
    overview: 'Overview',
    import: 'Import',
    explore: 'Explore',
    records: 'Records',
    council: 'Council',
    programme: 'Programme',
    methods: 'Method',
    status: 'Status',
  },
  screenList: 'Screens',
  skip: 'Skip to content',
  onThisComputer: 'All data stay on this computer.',
  files: (count, text) => `${text} ${pluralEn(count, 'file', 'files')}`,
  records: (count, text) => `${text} ${pluralEn(count, 'record', 'records')}`,
  people: (count, text) => `${text} ${pluralEn(count, 'pupil', 'pupils')}`,
  lastImport: (date) => `Last import ${date}`,
  names: { hide: 'Hide names', show: 'Show names', key: 'F8' },
  settings: 'Language and appearance',
  language: 'Language',
  languageNames: { ru: 'Русский', en: 'English' },
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  starting: {
    journal: 'Opening the journal…',
    engine: 'Getting ready to compute…',
    deriving: 'Putting the records together…',
    loading: 'Filling the tables…',
  },
  recalculating: 'Recalculating…',
  empty: {
    title: 'No files yet',
    text: 'Import the spreadsheets of a term or open the demonstration, and the measures appear here.',
    toImport: 'Go to import',
  },
  failed: {
    title: 'That did not work',
    again: 'Try again',
    query:
      'This question to the data was not answered. The data themselves are safe: choose another measure or try again.',
    journalUnavailable:
      'The browser does not let the app keep data (as in a private window). Open the app in an ordinary window: without storage, what you accept would be lost.',
    journalBlocked:
      'The journal is open in a newer version of the app. Reload this page: what was written is safe.',
    journalQuota:
      'There is no room left on the disk or in the browser’s storage. Nothing was written; earlier data are safe. Free some space and try again.',
    journalFailed:
      'Writing to the journal failed. Nothing was written; earlier data are safe. Try again; if that does not help, restart the browser.',
    derive:
      'The records could not be put together. The journal is safe; take the last import back on the Import screen or reload the page.',
  },
  engine: {
    title: 'Computing is not available in this browser',
    'no-webassembly':
      'The browser does not support WebAssembly, or it is switched off. Open the app in a current Chrome, Edge, Firefox or Safari. Imported data are safe.',
    blocked:
      'Security rules keep WebAssembly from starting. Ask your administrator to allow “wasm-unsafe-eval” for this page. Imported data are safe.',
    timeout:
      'Computing did not start in time. Reload the page; if that does not help, close other tabs. Imported data are safe.',
    'no-worker':
      'The browser does not allow background computing. Open the app in an ordinary window of a current browser. Imported data are safe.',
    lost: 'Computing broke off, most likely for want of memory. Close other tabs and try again. Imported data are safe.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'Check the address or go to the overview.',
    back: 'To the overview',
  },
};
