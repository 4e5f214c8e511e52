import type { Migration } from './stores.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';

/**
 * The versions of the journal, the oldest first: the place in this list is the number of the version. A new version is one
 * file and one line here, and never changes a file before it. It is due, with an empty migration, also when entries can say what
 * an app of the version before would not understand: that shuts the older app out. `version-N.json` beside it is a small
 * journal that the app of version N wrote; each is opened in the tests.
 */
export const migrations: readonly Migration[] = [version1, version2];
