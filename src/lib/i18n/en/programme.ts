import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const nameTerm = (of: number) =>
  of === 2 ? 'half-year' : of === 3 ? 'trimester' : of === 4 ? 'quarter' : 'period';

const fields: Readonly<Record<string, string>> = {
  version: 'version',
  name: 'name',
  ru: 'in Russian',
  en: 'in English',
  school: 'school',
  tasks: 'tasks',
  blocks: 'blocks',
  aim: 'aim',
  directions: 'directions',
  block: 'block',
  civic: 'civic direction',
  periods: 'periods',
  schoolYear: 'school year',
  term: 'number of the period',
  starts: 'start',
  ends: 'end',
  gapBelongsTo: 'days of holidays',
  levels: 'levels',
  results: 'results',
  roles: 'roles',
  id: 'code',
  weight: 'weight',
  synonyms: 'other spellings',
  award: 'counts as a success',
  counted: 'counts as taking part',
  remoteFactor: 'factor of remote participation',
  teamFactor: 'factor of team participation',
  creativityCut: 'cut of the creativity level',
  indices: 'indices',
  creative: 'creative development index',
  low: 'value for 0',
  high: 'value for 100',
};

/** Sentences of the part «programme» in English. */
export const programme: Catalogue['programme'] = {
  fields,
  place: (path) =>
    path
      .map((step, depth) => {
        if (typeof step === 'number') return String(step + 1);
        if (step === 'civic' && path[depth - 1] === 'indices') return 'civic index';
        return fields[step] ?? step;
      })
      .join(', '),
  issues: {
    missing: () => 'This field is missing. Add it.',
    'not-text': () => 'This must be text.',
    'not-number': () => 'This must be a number.',
    'not-whole': () => 'This must be a whole number.',
    'not-yes-no': () => 'This must be yes or no (true or false).',
    'not-list': () => 'This must be a list.',
    'not-group': () => 'This must be a group of fields in braces.',
    'not-choice': ({ choices = '' }) => `This can only be one of: ${choices}.`,
    'text-empty': () => 'The text is empty. Write it.',
    'text-long': ({ most = '' }) => `The text is too long: at most ${most} characters.`,
    'id-shape': () =>
      'A code consists of Latin letters, digits and hyphens and starts with a letter or a digit.',
    'list-empty': () => 'The list is empty. It needs at least one entry.',
    'list-long': ({ most = '' }) => `The list is too long: at most ${most} entries.`,
    'number-range': ({ least = '', most = '' }) =>
      `The number must lie between ${least} and ${most}.`,
    'factor-range': () => 'A factor is above 0 and at most 1.',
    'date-impossible': () =>
      'There is no such date. A date is written as year-month-day, such as 2025-09-01.',
    'id-repeated': ({ id = '' }) => `The code “${id}” is taken. Codes in a list are unique.`,
    'block-unknown': ({ id = '' }) =>
      `The programme has no block “${id}”. Choose one of its blocks.`,
    'block-empty': ({ id = '' }) =>
      `The block “${id}” has no direction. Add a direction or remove the block.`,
    'synonym-repeated': ({ text = '', id = '' }) =>
      `“${text}” already means the entry “${id}”. One spelling means one thing.`,
    'weights-zero': () => 'All weights are zero. At least one must be above zero.',
    'role-uncounted': () => 'No role counts as taking part. Tick at least one.',
    'period-reversed': () => 'The period ends before it starts. Swap the dates.',
    'period-overlap': ({ id = '' }) =>
      `The period starts no later than the one before it (“${id}”) ends. Move the date.`,
    'period-order': () => 'Periods follow the order of school years and numbers. Move the entry.',
    'period-term': ({ term = '' }) =>
      `The periods of a school year are numbered from one without gaps; here ${term} is expected.`,
    'period-outside': ({ from = '', to = '' }) =>
      `The period lies outside its school year: from ${from} to ${to}.`,
    'goalposts-order': () => 'The value for 0 must be below the value for 100.',
    'json-syntax': ({ line = '', column = '' }) =>
      Number(line) > 0
        ? `The file cannot be read as JSON: error in line ${line}, character ${column}. Correct that place or save the programme again.`
        : 'The file cannot be read as JSON: it is cut off. Save the programme again.',
    'not-programme': () =>
      'The file holds no programme. It must be a file saved on the Programme screen.',
    'version-unknown': ({ version = '' }) =>
      `The programme was saved in version “${version}”, which this page does not know. Reload the page and open the file again.`,
    'too-large': ({ most = '' }) =>
      `The file is too large for a programme: at most ${most} kilobytes. Check that it is the right file.`,
    'too-many': ({ count = 0 }) =>
      `And ${count} more ${pluralEn(Number(count), 'remark', 'remarks')}. Correct those shown and check again.`,
    'year-present': ({ year = '' }) => `The calendar already has the school year ${year}.`,
    'year-absent': ({ year = '' }) => `The calendar has no school year ${year}.`,
    'year-last': () => 'The calendar has only one school year left. Add another first.',
    'step-absent': ({ id = '' }) => `The programme has no entry “${id}”.`,
  },
  periods: {
    kind: nameTerm,
    name: ({ roman, of, year }) => `${nameTerm(of)} ${roman} of ${year}`,
    genitive: ({ roman, of, year }) => `${nameTerm(of)} ${roman} of ${year}`,
    short: ({ roman, year }) => `${roman} ${year}`,
  },
};
