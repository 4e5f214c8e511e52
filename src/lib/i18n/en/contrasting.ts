import type { Catalogue } from '../ru/catalogue.ts';
import { pluralEn } from '../plural.ts';

const pupils = (count: number, text: string): string =>
  `${text} ${pluralEn(count, 'pupil', 'pupils')}`;

/** Sentences of the screen that compares two selections. */
export const contrasting: Catalogue['contrasting'] = {
  tab: 'Compare',
  title: 'A and B compared',
  lead: 'Any two selections on one scale and the difference between them: classes, blocks, periods, or the same pupils at different times.',
  sideOf: { a: 'Selection A', b: 'Selection B' },
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
  drop: (text) => `Remove the condition “${text}”`,
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
  columns: { member: 'Who', a: 'A', b: 'B', change: 'B − A', q: 'q' },
};
