import type { Catalogue } from '../ru/catalogue.ts';

/** A snapshot on a screen for many, in English. */
export const councilPresent: Catalogue['councilPresent'] = {
  title: 'Present to the council',
  text: 'Full screen, one page at a time. Only numbers that passed the check are seen.',
  open: 'Present',
  failed: 'The presentation did not open. The snapshot is safe, try again.',
  screen: (place, title) => (place === '' ? title : `${place}: ${title}`),
  marks:
    'Arrows lead along the marks, S puts one in the spotlight, Enter opens its row of the table, Esc returns to the page.',
  rows: 'Arrows up and down lead along the rows, Enter shows the mark in the picture.',
  toMark: (row) => `Show in the picture: ${row}`,
  now: 'Time now',
};
