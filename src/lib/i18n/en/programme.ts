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
  reliability: 'reliability of instruments',
  torrance: 'Torrance',
  johnson: 'Johnson',
  williams: 'Williams',
  whiteSpotTarget: 'target of a white spot',
  overload: 'overload',
  rule: 'rule',
  percentile: 'percentile of last year',
  weekly: 'participations a week',
  continuity: 'continuity',
  from: 'from grade',
  to: 'to grade',
  wellbeing: 'wellbeing questionnaire',
  lessIsBetter: 'less is better',
  risk: 'cut of the risk band',
  privacy: 'protection in snapshots',
  least: 'smallest group',
  leastAssessed: 'smallest group in scales and questionnaires',
  width: 'spread of a guess',
  zeros: 'withhold zeros',
  classCorrelation: 'likeness of pupils of a class',
  aggregation: 'way of adding up',
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
    'number-below': ({ most = '' }) => `The number must be at least 0 and below ${most}.`,
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
    'goalposts-same': () => 'The values for 0 and for 100 must differ.',
    'grades-order': () => 'The last grade is below the first. Swap them.',
    'below-least': ({ least = '' }) =>
      `For scales and questionnaires the limit is not below the general one: at least ${least} is needed here.`,
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
  rules: {
    title: 'Rules of measures',
    text: 'Thresholds and settings by which single measures are counted.',
    reliability: 'Reliability of instruments',
    reliabilityText:
      'From 0 to 1, from the instrument’s manual. It tells growth from error (measure “Reliable growth”).',
    instruments: { torrance: 'Torrance', johnson: 'Johnson', williams: 'Williams' },
    overload: 'Overload',
    overloadRule: 'A participant has too much with more participations than',
    overloadRules: { percentile: 'most participants a year ago', weekly: 'a number a week' },
    percentile: 'Most means this share of participants, %',
    weekly: 'Participations a week',
    continuity: 'University continuity',
    block: 'Block of universities',
    from: 'From grade',
    to: 'To grade',
    whiteSpots: 'White spots',
    target: 'Reach of a class in a block below, %',
    wellbeing: 'Wellbeing',
    risk: 'Risk band: at most, %',
    lessIsBetter: 'Less is better in questions with the words',
    lessIsBetterHint: 'Parts of words with commas between, such as: afraid, worr.',
  },
  privacy: {
    title: 'Protection in snapshots',
    text: 'By these rules numbers are withheld in what leaves the school. On the screens of the app itself they change nothing.',
    small: 'Small groups',
    least: 'Withhold if there are fewer pupils than',
    leastHint:
      'With such a number those are withheld from which it could be worked out. School reports use limits from 5 to 30, mostly 10 (NCES 2011-603).',
    leastAssessed: 'The same in psychological scales and questionnaires',
    leastAssessedHint: 'Assessments and answers are near to health, so their limit is higher.',
    zeros: 'Withhold groups of whom nobody took part',
    zerosText:
      'A zero speaks of everybody in the group: “nobody of 9C was there”. Without the mark zeros are shown.',
    guess: 'Guesses',
    width: 'Smallest spread of a guess',
    widthHint:
      'Somebody who knows the class lists and all that is shown must not guess a withheld number more closely. Before sharing, two states of affairs are found for each such number that agree with all that is shown and differ in it by at least so much.',
    sureness: 'How sure changes are',
    classCorrelation: 'Likeness of pupils of one class',
    classCorrelationHint:
      'From 0 to 1. A class goes to events together, which makes changes less sure. A snapshot reckons with one common number: the true spread of classes would give withheld numbers away. At 0.05 a class of 27 says as much as 12 pupils of different classes.',
  },
  periods: {
    kind: nameTerm,
    name: ({ roman, of, year }) => `${nameTerm(of)} ${roman} of ${year}`,
    genitive: ({ roman, of, year }) => `${nameTerm(of)} ${roman} of ${year}`,
    short: ({ roman, year }) => `${roman} ${year}`,
  },
};
