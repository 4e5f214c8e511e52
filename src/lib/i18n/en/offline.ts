import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences about the app as something that is kept in the browser, in English. */
export const offline: Catalogue['offline'] = {
  kept: 'Works offline too.',
  waiting: {
    title: 'A new version is ready.',
    text: 'The page opens anew. Everything accepted and saved stays.',
    action: 'Update',
  },
  taken: {
    title: 'A new version is open in another tab.',
    text: 'You can finish what you have begun here. The new version opens when you reload the page.',
    action: 'Reload the page',
  },
  launched: {
    title: (count, text) => (count === 1 ? `${text} file is waiting` : `${text} files are waiting`),
    text: 'They open when the files already read have been dealt with.',
    failed: 'The file did not open.',
    failedText: 'It may have been moved or removed. Drop it on the import screen.',
  },
};
