import type { Catalogue } from '../ru/catalogue.ts';
import { pluralEn } from '../plural.ts';

const splits = (count: number): string => `${count} ${pluralEn(count, 'breakdown', 'breakdowns')}`;
const parts = (count: number, text: string): string =>
  `${text} ${pluralEn(count, 'part', 'parts')}`;

/** Sentences of the screen that takes a change apart. */
export const explaining: Catalogue['explaining'] = {
  tab: 'Change',
  open: 'Take the change apart',
  title: 'What makes up the change',
  lead: 'To which groups, blocks and partners the difference between two periods falls. It shows where the difference arose; what stands behind it, numbers alone do not tell.',
  from: 'Before',
  to: 'After',
  noTime: 'not chosen',
  sameTime: 'The same period is chosen twice. Choose two different ones.',
  chooseTimes: 'There are no two periods in these data between which a difference can be taken.',
  index:
    'An index is made of its parts: the analysis shows it taken apart by them, in the view “Parts of the index”.',
  toIndex: 'Open the parts of the index',
  notDivisible: 'This measure cannot be filtered so. Remove the filter to see what it consists of.',
  clear: 'Remove the filter',
  noChange: (time, reason) => `There is no difference: ${time}: ${reason}.`,
  otherInstrument: 'There is no difference: the two periods were measured with different things.',
  noDimension: 'The filter has left one group already: there is nothing to take it apart by.',
  stop: 'Stop',
  stopped: 'The count was stopped.',
  stoppedFormer: 'The count was stopped. Below is the former answer, not to this question.',
  resume: 'Count',
  controls: 'Which change to take apart',
  working: (by) => `Counting ${by}`,
  step: (done, of) => `${done} of ${of}`,
  subject: (name, selection) => (selection === '' ? name : `${name}, ${selection}`),
  ends: (before, after) => `${before} → ${after}`,
  looksTitle: 'How many times we looked',
  looks: (dimensions, looked, text) => `Looked at: ${splits(dimensions)}, ${parts(looked, text)}.`,
  chance: (tested, expected) =>
    `Tested against chance: ${tested}. With so many tests about ${expected} would pass p < 0.05 even if nothing had changed, so each has its q, corrected for all tests of this screen.`,
  notTested: 'Such a measure has no test against chance: the parts are shown as they are.',
  stand: (count, text) =>
    `With this correction ${text} ${pluralEn(count, 'passes', 'pass')} q < 0.05.`,
  standNone: 'With this correction none passes q < 0.05.',
  verdicts: {
    mix: (by, mix, rate) =>
      `Taken apart ${by}, nearly all of the change is mix: ${mix}; the groups themselves ${rate}`,
    rate: (by, rate, mix) =>
      `Taken apart ${by}, nearly all of the change is in the groups themselves: ${rate}; mix ${mix}`,
    both: (by, rate, mix) =>
      `Taken apart ${by}, both changed: the groups themselves ${rate}, the mix ${mix}`,
    against: (by, rate, mix) =>
      `Taken apart ${by}, the groups themselves and the mix pull apart: ${rate} and ${mix}`,
    none: (by) => `Taken apart ${by}, neither the groups nor the mix changed`,
  },
  sums: (by, first, value) => `Taken apart ${by}, most falls to “${first}”: ${value}`,
  overlap: (by, first, value) =>
    `Counted anew without one, ${by}: furthest from the whole without “${first}”, contribution ${value}`,
  ways: {
    split:
      'The parts add up to the change. “Own”: the measure changed within the group. “Mix”: the group’s share among all grew or shrank, and its level is above or below the mean.',
    sums: 'The parts add up to the change.',
    overlap:
      'These do not add up: one pupil can be in several rows at once. Each row is counted anew from the records: by how much the change is larger than without it. What is tested is the row’s own change.',
  },
  rest: (value) => `Left over: ${value}.`,
  left: (count, text) =>
    `${text} more ${pluralEn(count, 'is', 'are')} not counted anew: ${pluralEn(count, 'its', 'their')} own change is smaller.`,
  reversed: 'The groups moved against the total: it must not be read as their change.',
  effects: { rate: 'own', mix: 'mix', sum: '', without: '' },
  part: (name, effect) => (effect === '' ? name : `${name} · ${effect}`),
  columns: {
    part: 'Part',
    bare: 'Contribution',
    interval: '95% interval',
    own: 'Own before → after',
    q: 'q',
  },
  tableOf: (by) => `Parts of the change ${by}`,
  noOutcome: '—',
  more: (count) => `Show ${parts(count, String(count))} more`,
  fewer: 'Show the main ones',
  waterfall: 'As steps',
  inside: (name) => `Take apart within: ${name}`,
};
