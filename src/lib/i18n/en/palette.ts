import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences of the palette that finds any screen, measure, partner, board or action. */
export const palette: Catalogue['palette'] = {
  open: 'Find',
  title: 'Find and open',
  keys: 'Ctrl+K',
  placeholder: 'Screen, measure, partner, board, action',
  close: 'Close',
  list: 'Found',
  nothing: (typed) => `Nothing found: ${typed}`,
  found: (count) => `Found: ${count}`,
  hint: 'Arrows choose, Enter opens, Esc closes',
  kinds: {
    screen: 'Screens',
    action: 'Actions',
    draft: 'Council snapshots',
    measure: 'Measures',
    board: 'Boards',
    partner: 'Partners',
  },
  language: (name) => `Language: ${name}`,
  theme: (name) => `Appearance: ${name.toLowerCase()}`,
  undo: 'Undo the last step',
  redo: 'Redo the step',
  failed: 'The search did not open. Reload the page.',
};
