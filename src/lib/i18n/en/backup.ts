import type { Catalogue } from '../ru/catalogue.ts';

const counted = (count: number, text: string, one: string, many: string): string =>
  `${text}\u00a0${count === 1 ? one : many}`;

/** What is safe whatever a refused file holds. */
const safe = 'Nothing here has changed.';

/** Sentences of the backup screen and of its reminder. */
export const backup: Catalogue['backup'] = {
  tab: 'Backup',
  title: 'A backup of everything',
  lead: 'One file with all spreadsheets, decisions, the programme, boards and snapshots. Everything can be restored from it, here or on another computer. The file is sent nowhere.',
  fileName: (day) => `Dinamika ${day}.dinamika`,
  fileKind: 'Dinamika backup',
  save: {
    title: 'Save a backup',
    text: 'Keep the file away from this computer: on a USB stick or the school’s network drive.',
    empty: 'There is nothing to save yet: no file has been imported.',
    never: 'There has been no backup yet.',
    last: (moment) => `Last backup: ${moment}.`,
    since: (count, text) =>
      count === 0
        ? 'Nothing has changed since.'
        : `${counted(count, text, 'change', 'changes')} since.`,
    protection: 'How to save it',
    locked: 'With a passphrase',
    open: 'Without one',
    lockedText:
      'Without the passphrase nobody can open the file, not even you: a forgotten one cannot be recovered. Best take several words that you will not forget.',
    openText:
      'The file holds the names and results of pupils. Without a passphrase anybody who gets it can read it.',
    noCrypto:
      'A backup can be locked only where the address of Dinamika begins with https, or where it runs on this computer.',
    phrase: 'Passphrase',
    again: 'Once more',
    show: 'Show',
    short: (least) => `At least ${least} characters`,
    unlike: 'The passphrases differ',
    button: 'Save a backup',
    keys: 'The key that signs snapshots does not go into the backup: the browser hands it to nobody. On another computer the signature is set up anew.',
    writing: 'Saving the backup…',
    stop: 'Stop',
    stopped: 'Stopped. No backup was saved, the data is in place.',
    saved: (name, size) => `Backup saved: “${name}”, ${size}`,
    savedLocked: 'Remember the passphrase: the file does not open without it.',
    savedOpen: 'The file is not locked: take care of it.',
    failed: 'The backup was not saved',
    failedText:
      'The file could not be written. Check that there is room and that the folder can be written to, and save again. The data here is in place.',
    noPacking:
      'This browser is too old to make a backup. Update it or open Dinamika in a recent one. The data here is in place.',
  },
  restore: {
    title: 'Restore from a backup',
    drop: 'Drop a backup file here',
    hint: 'First you will see what would change. Nothing is written before you agree.',
    choose: 'Choose a file',
    given: 'The file is here, checking it',
    unreadable: `What was dropped could not be read. Choose the file with the button. ${safe}`,
    reading: (name) => `Checking “${name}”…`,
    stop: 'Stop',
    locked: (name) => `“${name}” is locked with a passphrase`,
    unlock: 'Open',
    wrong: 'The passphrase does not fit',
    made: (moment) => `Backup of ${moment}`,
    whole: 'The whole file was checked: it is undamaged.',
    known: 'Everything in the backup is here already. There is nothing to add.',
    changed:
      'Something was written here while you were looking. Nothing was restored: check again and repeat.',
    table: 'The backup and what is here',
    what: 'What',
    added: 'Only in the backup',
    same: 'The same',
    differing: 'Different',
    onlyHere: 'Only here',
    subjects: {
      files: 'Data files',
      programme: 'Programme',
      decisions: 'Decisions on matches',
      forms: 'Spreadsheet layouts',
      boards: 'Boards',
      annotations: 'Notes and targets',
      drafts: 'Drafts of snapshots',
      releases: 'Shared snapshots',
    },
    names: (subject) => `${subject}: which ones`,
    addedNames: 'Only in the backup',
    differingNames: 'Different',
    onlyHereNames: 'Only here',
    nameless: 'untitled',
    newerThere: 'newer in the backup',
    newerHere: 'newer here',
    more: (count, text) => `and ${counted(count, text, 'more', 'more')}`,
    mode: 'How to restore',
    add: 'Add to what is here',
    addText: 'All that is here stays. Where something differs, the newer one stays.',
    replace: 'Replace everything',
    replaceText:
      'Only what is in the backup will be here. First save a backup of what is here now.',
    toSave: 'Save what is here',
    restore: 'Restore',
    doReplace: 'Replace everything with the backup',
    close: 'Do not restore',
    undoText: 'The restore can be taken back as long as this tab is neither closed nor reloaded.',
    writing: 'Writing…',
    restored: (name) => `Restored from “${name}”`,
    replaced: (name) => `Everything was replaced with the backup “${name}”`,
    undo: 'Take it back',
    undone: 'Everything is as it was before the restore.',
    toOverview: 'To the overview',
    failed: 'Not restored',
    failedText: 'Nothing was written, the data is in place. Close other tabs and try again.',
    undoLate:
      'It cannot be taken back any more: something was changed here after the restore. Nothing was written.',
    refusals: {
      'no-backup': {
        title: 'This is not a backup of Dinamika',
        text: `${safe} Choose a file whose name ends in .dinamika. Spreadsheets are imported on the screen “Import”.`,
      },
      'cut-short': {
        title: 'The backup is cut short: its end is missing',
        text: `This happens when writing to a USB stick or sending was interrupted. ${safe} Copy the file again from where it is whole.`,
      },
      altered: {
        title: 'The backup is damaged',
        text: `At least one byte of it is wrong, so nothing can be restored from it. ${safe} Take another backup or copy the file again.`,
      },
      newer: {
        title: 'The backup was made by a newer Dinamika',
        text: `This one would not understand it. ${safe} Reload the page and open the backup again.`,
      },
      'too-large': {
        title: 'There is more inside than a backup ever holds',
        text: `Such a file would fill all memory, so it was not unpacked. ${safe} If somebody sent it, ask what it is.`,
      },
      unreadable: {
        title: 'Inside is not what a backup is made of',
        text: `The file is undamaged, but some other program wrote it. ${safe} Take another backup.`,
      },
      'no-crypto': {
        title: 'A locked backup cannot be opened here',
        text: `The browser decrypts files only where the address begins with https, or where Dinamika runs on this computer. ${safe} Open it at such an address.`,
      },
      'no-unpacking': {
        title: 'This browser is too old',
        text: `It cannot unpack the backup. ${safe} Update it or open Dinamika in a recent one.`,
      },
      unopened: {
        title: 'The file cannot be read',
        text: `It may have been moved or deleted, or the USB stick was taken out. ${safe} Choose the file again.`,
      },
      unfinished: {
        title: 'The check came to no end',
        text: `The browser ran out of memory or stopped the work. ${safe} Close other tabs and choose the file again.`,
      },
    },
  },
  reminder: {
    never: 'There is no backup of this data yet',
    last: (moment) => `The last backup of the data was made ${moment}`,
    text: (count, text) =>
      `${counted(count, text, 'change exists', 'changes exist')} only in this browser. If the computer breaks, ${count === 1 ? 'it is' : 'they are'} lost.`,
    toBackup: 'Make a backup',
    later: 'Later',
  },
};
