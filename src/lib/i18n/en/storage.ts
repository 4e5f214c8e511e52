import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences about how the data are kept, in English. */
export const storage: Catalogue['storage'] = {
  room: (needed, left) =>
    `There is not enough room: ${needed} are needed, ${left} are left. Nothing was written; earlier data are safe. Free some space on the disk or import the files in parts.`,
  held: 'A tab with an older version of the app holds the journal. Close the other tabs with Dinamika and try again: what was written is safe.',
  closed:
    'The browser closed the storage, as happens when site data are cleared or a disk is taken away. Reload the page and look whether everything is there.',
  unopened:
    'The journal did not open. The app erased nothing. Restart the browser; if that does not help, free some space on the disk and open the page again.',
  fleeting: {
    title: 'The browser keeps nothing: the data will be gone when you close this tab',
    text: 'This happens in a private window, or where storing is forbidden in the settings. You can look and count; to keep what you import, open Dinamika in an ordinary window.',
  },
  newer: {
    title: 'A newer version of Dinamika is open; this tab no longer writes',
    text: 'Everything written is safe. Reload the page to go on.',
    action: 'Reload the page',
  },
  lost: {
    title: 'The browser closed the storage; this tab no longer writes',
    action: 'Reload the page',
  },
  narrow: {
    title: (used, quota) => `The storage is almost full: ${used} of ${quota} are used`,
    text: 'What was accepted is safe. Free some space on the disk: an import that does not fit will be refused whole.',
  },
  used: (used, left) => `${used} are used; the browser allows ${left} more.`,
  promised: 'The browser promised not to clear the data by itself.',
  unpromised: 'The browser did not promise to keep the data when the disk runs full: keep a copy.',
  damage: {
    title: (text) => `Damage found in the journal: ${text}`,
    mended: 'What was damaged is restored',
    text: 'Everything else is open and counts as before.',
    more: (count) => `and ${count} more`,
    unknownKind: 'entry',
    unknownTime: 'its time cannot be read',
    entryNames: {
      import: 'import of a file',
      undo: 'undoing of an import',
      redo: 'redoing of an import',
      programme: 'change of the programme',
      decision: 'decision about a match',
      recipe: 'rule for reading a form',
      board: 'board',
      annotation: 'note on a chart',
      draft: 'draft of a snapshot',
      release: 'release of a snapshot',
      withdrawal: 'withdrawal of a snapshot',
      backup: 'note of a backup',
    },
    entry: (kind, name, moment) =>
      `${kind}${name ? ` “${name}”` : ''}, ${moment}: it does not count; what was before it holds.`,
    importHint: 'Import this file again, and it will count again.',
    gap: (after, before) => `Between entries ${after} and ${before} one or more are missing.`,
    gapAtEnd: (after) => `After entry ${after} the last ones are missing.`,
    gapAtStart: 'The first entries are missing.',
    end: 'The mark of the journal’s end is damaged; the entries themselves are whole.',
    source: (name) =>
      `The file “${name}” is damaged or gone. Its records count, but the file itself cannot be looked into. Choose the same file again on the Import screen to restore it.`,
    columns: (name) =>
      `The records of the file “${name}” were damaged and were made again from the file itself. There is nothing to do.`,
    lost: (name) =>
      `The records of the file “${name}” can neither be read nor made again from the file: it does not count. Choose the same file again on the Import screen.`,
    drop: 'Remove what is damaged from the journal',
    dropText: 'The damaged entries will be gone for good; everything else stays as it is.',
  },
  restored: (count, text) => `${text} ${pluralEn(count, 'file is', 'files are')} restored.`,
};
