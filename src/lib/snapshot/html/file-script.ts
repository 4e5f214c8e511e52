import figures from './in-page/figures.js?raw';
import fitting from './in-page/fitting.js?raw';
import keyList from './in-page/key-list.js?raw';
import keys from './in-page/keys.js?raw';
import main from './in-page/main.js?raw';
import marks from './in-page/marks.js?raw';
import parts from './in-page/parts.js?raw';
import presentation from './in-page/presentation.js?raw';
import shownPage from './in-page/shown-page.js?raw';
import sideways from './in-page/sideways.js?raw';
import talkClock from './in-page/talk-clock.js?raw';

/** A module as part of one script: what it takes from the others stands before it. */
function joined(module: string): string {
  return module
    .replace(/^import [^;]+;\n/gm, '')
    .replace(/^export /gm, '')
    .replace(/^\s*(?:\/\*\*[^]*?\*\/|\/\/[^\n]*)\n/gm, '')
    .replace(/\r/g, '');
}

/** The one script of a snapshot's file. */
export const fileScript = `\n${[
  ...[parts, marks, figures, fitting, sideways],
  ...[keys, keyList, talkClock, shownPage, presentation, main],
]
  .map(joined)
  .join('')}`;
