import type { Catalogue } from '../ru/catalogue.ts';
import { pluralEn } from '../plural.ts';

const pupils = (count: number, text: string): string =>
  `${text} ${pluralEn(count, 'pupil', 'pupils')}`;

/** Sentences of the screen that compares two selections. */
export const contrasting: Catalogue['contrasting'] = {
  tab: 'Compare',
  title: 'A and B compared',
  lead: 'Any two selections side by side, by several measures at once: classes, blocks, periods, or the same pupils at different times.',
  sideOf: { a: 'Selection A', b: 'Selection B' },
  controls: 'What to compare',
  time: 'Period',
  swap: 'Swap A and B',
  yearBefore: 'The same period a year ago',
  samePupils: 'The same pupils',
  sameSelection: 'The selection is that of A: these are the same pupils at another time.',
  notMatchable:
    'These pupils cannot be followed: that takes two different periods and a measure that speaks of each pupil.',
  allPupils: 'Show all pupils',
  notDivisible: (side) => `${side}: this measure cannot be filtered so.`,
  clear: 'Remove the filters that do not fit',
  noTimes: 'There are no two periods in these data that could be compared.',
  nobody: (side, reason) => `${side}: there is no number: ${reason}.`,
  whole: 'all together',
  noDifference: (name) => `${name}: there is no difference`,
  difference: (name, change) => `${name}: B − A ${change}`,
  footings: {
    matched: () => 'The same pupils are on both sides: the difference is paired.',
    apart: () => 'No pupil is on both sides: they are compared as independent.',
    times: (count, text) =>
      `One selection at two periods; ${pupils(count, text)} ${pluralEn(count, 'is', 'are')} in both. The interval is reckoned as if they were different people, so it is rather too wide. To follow only those in both, choose “The same pupils”.`,
    overlap: (count, text) =>
      count > 0
        ? `The groups overlap: ${pupils(count, text)} ${pluralEn(count, 'is', 'are')} on both sides. The difference is shown, but cannot be tested as one of different people, so it has neither an interval nor q.`
        : 'The sides are not independent, so the difference is shown without an interval and q.',
  },
  family: (count) => `q is corrected for the number of comparisons in the table: ${count}.`,
  periods: (a, b) => `A: ${a}; B: ${b}`,
  sideText: (time, selection) => (selection === '' ? time : `${time}, ${selection}`),
  table: 'Difference B − A',
  columns: { member: 'Who', measure: 'Measure', a: 'A', b: 'B', change: 'B − A', q: 'q' },
  tableName: 'The measures in A and B',
  tableTitle: (count, stands, tested) =>
    count === 0
      ? `None of the tested measures (${tested}) differs by more than chance could give`
      : `${stands} of ${tested} tested measures differ by more than chance could give`,
  tableUntested: 'The measures side by side; their differences cannot be tested here',
  tableFamily: (count) =>
    `q is corrected for the number of tested measures: ${count}. Choose a measure to look at it below, or a value to see its records.`,
  draw: (name) => `Show large: ${name}`,
  behind: (name, side) => `Records: ${name}, ${side}`,
  behindMatched:
    'These are the records of the whole selection in that period, not of the common pupils alone.',
  closeBehind: 'Close the records',
  unfit: 'not counted for such a selection',
};
