import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

/** Sentences of the screen “Method”, in English. */
export const methods: Catalogue['methods'] = {
  title: 'Method',
  lead: 'How each measure is counted: formula, source and an example on your own data, step by step down to the record.',
  list: 'Measures',
  measure: 'Measure',
  all: 'All measures',
  search: 'Find a measure',
  searchHint: 'reach or M09',
  found: (count, text) => `${text} ${pluralEn(count, 'measure', 'measures')}`,
  nothing: (text) => `There is no measure “${text}”. Try another word or number.`,
  unknown: (id) =>
    `There is no measure “${id}”: the address may be out of date. These are all there are.`,
  task: (id) => `Task ${id}`,
  noTask: 'For every task',
  alsoTasks: (count, ids) => (count === 1 ? `also task ${ids}` : `also tasks ${ids}`),
  toExplore: 'Open in Explore',
  print: 'Print',

  formula: 'Formula',
  numerator: 'Numerator',
  denominator: 'Denominator',
  fractionSpoken: (over, under) => `${over}, divided by: ${under}`,
  isEqual: '=',
  facts: 'How to read it',
  unit: 'Unit',
  units: {
    percent: '%, a share of the whole',
    pp: 'percentage points: the difference of two shares',
    coefficient: 'a number without a unit',
    count: 'a count',
    participations: 'participations',
    hours: 'hours',
    directions: 'directions',
    points: 'achievement points',
    score: 'points of the instrument',
    partners: 'partners',
    events: 'events',
    cells: 'cells of class × block',
    index: 'from 0 to 100',
  },
  better: 'What is an improvement',
  goodness: {
    up: 'a rise: more is better',
    down: 'a fall: less is better',
    zero: 'coming closer to zero: a gap matters in either direction',
    context: 'neither: it is context for other measures',
  },
  minimum: 'Smallest n',
  noMinimum: 'none: this is a count, right for any n',
  minimums: {
    proportion: (n, step) =>
      `${n}. With a smaller n one case would move the share by more than ${step}.`,
    mean: (n) => `${n}. With a smaller n the mean would rest on one unusual value.`,
    ratio: (n) => `${n}. With a smaller n the ratio would rest on a single case.`,
    difference: (n) =>
      `${n} in each of the two groups. With a smaller n the difference would rest on one person.`,
    statistic: (n) => `${n}. With a smaller n the number would depend on a single record.`,
    count: (n) => n,
    composite: (n) =>
      `${n} pupils in the group. Smaller groups get no index, and parts with a smaller n do not enter it.`,
  },
  minimumPrivacy: 'A child might be recognised behind such a number.',
  oneOnly: 'one is enough: shown as soon as there is anything to count',
  tasks: 'Which tasks it serves',
  everyTask: 'all: it tells whether the others can be trusted',
  by: 'What it can be broken down by',
  byNothing: 'nothing: there is only the whole',
  grains: 'For which time',
  grainNames: { term: 'term', half: 'half-year', year: 'school year' },
  merging: 'Can it be added up',
  mergings: {
    sums: 'What was counted adds up: numerators with numerators, denominators with denominators. Finished shares and means do not.',
    moments:
      'Yes, as long as the parts share no pupil: the number of values, their sum and the sum of their squares add up. Finished means do not.',
    distinct:
      'It does not add up: the same pupil or partner can be in several parts, so for the whole the different ones are counted anew.',
    recount: 'It does not add up: for the whole it is counted anew from the records.',
  },
  undefinedWhen: 'When there is no number',
  always: 'there is a number wherever there are records',
  reasons: {
    'no-roll': 'there are no class lists for that time',
    'too-few': 'n is below the smallest n',
    'no-records': 'there are no records for that time to count it from',
    'no-pairs': 'no pupil has both assessments of the school year',
    'no-contracts': 'no contract is in force',
    'no-plan': 'there is no plan of events',
    'no-before': 'there are no records for the time to compare with',
    'no-spread': 'all first scores are the same',
    'no-split': 'grade or sex of the pupils is not stated',
    'all-zero': 'all values are zero',
    'other-pupils': 'broken down so, it would speak of other pupils',
    'incomplete-index': 'less than two thirds of the index by weight is there',
    'no-weights': 'the weights of the index sum to nothing',
    'no-scale': '0 and 100 of a part of the index stand on one value',
    'not-divisible': 'it is not counted in this breakdown',
    withheld: 'in a snapshot the number is withheld so that nobody can be recognised',
  },
  interval: '95% interval',
  intervals: {
    proportion:
      'Wilson: it stays between 0 and 100% and suits small groups (Wilson 1927, JASA 22:209–212).',
    mean: 'Student: mean ± t × standard deviation ÷ √n (Student 1908, Biometrika 6:1–25).',
    difference:
      'Newcombe for the difference of two shares, method 10 (Newcombe 1998, Stat Med 17:873–890).',
    ratio: 'none: numerator and denominator are different things, not a part and its whole.',
    statistic: 'none: the number describes what is recorded and is not generalised.',
    count: 'none: this is a count, and all of it was counted.',
    composite:
      'no confidence interval; how far the index depends on weights and method is shown in Explore, beside its parts.',
  },
  change: 'Change',
  changes: {
    proportion:
      'Later minus earlier, with Newcombe’s interval (Newcombe 1998, Stat Med 17:873–890). Pupils of a class take part together, so n is divided by the effect of classes (Rao, Scott 1992, Biometrics 48:577–585).',
    mean: 'Later minus earlier, with Welch’s interval (Welch 1947, Biometrika 34:28–35). Pupils of a class take part together, so n is divided by the effect of classes (Rao, Scott 1992, Biometrics 48:577–585).',
    difference: 'Later minus earlier, without an interval.',
    ratio: 'Later minus earlier, without an interval.',
    statistic: 'Later minus earlier, without an interval.',
    count: 'Later minus earlier, without an interval.',
    composite:
      'Later minus earlier, without an interval and only if both times have the same parts.',
  },
  source: 'Sources',
  ownSources: {
    programme: 'The programme: weights of levels and results',
    definition: 'The definition of the measure itself; there is no outside source',
  },

  example: 'Example on your data',
  exampleOf: (subject) => `Example on your data: ${subject}`,
  noData: 'An example on your data will stand here',
  noDataText:
    'Import a term’s spreadsheets or open the demonstration: the number will be taken apart, from the class lists to single records.',
  toImport: 'To import',
  computing: 'Working it out step by step…',
  period: 'Period',
  latest: 'latest with a number',
  grain: 'Length',
  divide: 'Break down by',
  whole: 'not at all',
  member: 'Value',
  addressProblem: (text) =>
    `The address holds something that is not here: ${text}. The rest is shown.`,
  notThere: 'There is no such value at that time: choose another period or another value.',
  never: 'In the time that is loaded this measure has no number.',
  steps: 'Steps of the calculation',
  step: {
    roll: (period, who) =>
      who === '' ? `On the class lists of ${period}` : `On the class lists of ${period}, ${who}`,
    rollValue: (count, text) => `${text} ${pluralEn(count, 'pupil', 'pupils')}`,
    records: (table, period) => `Records “${table}” of ${period}: these count`,
    allRecords: (table) => `Records “${table}”: these count`,
    recordsValue: (counted, of) => `${counted} of ${of}`,
    leftOut: 'These do not count:',
    people: (count, text) =>
      `Behind them ${pluralEn(count, 'is', 'are')} ${text} different ${pluralEn(count, 'pupil', 'pupils')}.`,
    counted: 'Counted from these records',
    calculation: 'Divided',
    arithmetic: 'Contributions added up',
    geometric: 'Scores to the power of their shares of weight, multiplied',
    difference: 'Subtracted',
    detectable: (change) =>
      `With these n and classes taken into account, a change from ${change} shows.`,
    rounded: 'Numbers between are shown rounded; nothing is rounded in the calculation.',
    statistic: 'By the formula above',
    interval: '95% interval',
    before: (period) => `A year ago, ${period}`,
    change: 'Change in a year',
    noBefore: 'The programme’s calendar has no year before to compare with',
    nothingBefore: 'there are no records for that time',
    otherLine: 'Not comparable: a year ago another instrument, or another version of it, was used.',
    otherParts: 'Not comparable: a year ago the index was made of other parts.',
    parts: (x, n) => `${x} of ${n} parts`,
    countOf: (what) => `Counted: ${what}`,
    absent: 'No number',
    restsOn: (n) => `n = ${n}`,
  },
  statistics: {
    M13: {
      counted: { n: 'participations with a direction', x: 'Σ c·ln c, with c a direction’s' },
      arithmetic: ({ n, x }) => `exp(ln ${n} − ${x} ÷ ${n})`,
    },
    M23: {
      counted: { n: 'events with a partner', squares: 'sum of squares of each partner’s events' },
      arithmetic: ({ n, squares }) => `${squares} ÷ ${n}²`,
    },
    M36: {
      counted: { n: 'classes', x: 'standard deviation of their shrunk reach' },
      arithmetic: null,
    },
    M37: {
      counted: {
        n: 'participants',
        total: 'their participations',
        x: 'Σ place × participations, with places from the fewest up',
      },
      arithmetic: ({ roll, n, total, x }) =>
        `2 × ((${roll} − ${n}) × ${total} + ${x}) ÷ (${roll} × ${total}) − (${roll} + 1) ÷ ${roll}`,
    },
    M38: {
      counted: { n: 'pairs in all', x: 'of them below the target or without a partner' },
      arithmetic: null,
    },
    M41: {
      counted: {
        n: 'pupils on the roll now',
        total: 'a year ago',
        x: 'sum of the groups’ contributions',
      },
      arithmetic: null,
    },
  },
  left: {
    'uncounted-role': 'a role that is not participation (such as a spectator)',
    'off-roll': 'the pupil is on no class list of that time',
    'not-held': 'the event was not held',
    named: 'the same event has participants by name',
    'no-hours': 'hours are not stated',
    'no-score': 'there is no score',
    'no-contract': 'there is no contract',
    'other-line': 'another instrument or version',
    'other-member': 'belong to another value of the breakdown',
    definition: 'are not in the numerator',
  },
  index: {
    part: 'Part',
    value: 'Value',
    goalposts: 'Gives 0 … 100',
    score: 'Score',
    share: 'Share of weight',
    contribution: 'Contribution',
    sum: 'Sum',
    caption: 'Parts of the index: value, way between the goalposts, weight and contribution',
    scoreIs:
      'Score = (value − “gives 0”) ÷ (“gives 100” − “gives 0”) × 100, not below 0 and not above 100.',
    arithmetic: 'Contribution = share of weight × score; the index is the sum of contributions.',
    geometric:
      'The index is a geometric mean: the product of scores to the power of their shares of weight; a score below 1 counts as 1.',
  },
  groups: {
    M35: { first: 'Reach of girls', second: 'Reach of boys' },
  },
  rows: 'First records behind this number',
  noRows: 'There are no single records behind this number.',
  indexRows: 'The records stand behind the parts of the index: open the method of a part.',
  allRows: (count, text) =>
    count === 1 ? 'Show the record' : `All ${text} ${pluralEn(count, 'record', 'records')}`,
  openRows: 'records',
  openRowsOf: (what) => `Show records: ${what}`,
  placeAt: (file, sheet, cell) =>
    [file, sheet === '' ? '' : `sheet ${sheet}`, cell].filter(Boolean).join(' · '),
  cell: (name) => `cell ${name}`,
  row: (row) => `row ${row}`,
  back: 'Back to the records',

  glossary: 'Words used here',
  terms: {
    interval: {
      name: 'Interval',
      meaning:
        'Limits made so that in 95 cases of 100 they hold the value around which such groups vary; the smaller the n, the wider they are.',
      source: 'Wilson 1927, JASA 22:209–212; Newcombe 1998, Stat Med 17:857–872',
    },
    q: {
      name: 'q',
      meaning:
        'The share of false discoveries that one would have to accept when calling this cell, and all cells of the same table with a smaller q, a change.',
      source: 'Benjamini, Hochberg 1995, JRSS-B 57:289–300',
    },
    detectable: {
      name: 'Smallest detectable change',
      meaning:
        'The smallest change that does not fit inside the error at these n; a smaller one may be there, but it cannot be seen.',
      source: 'Newcombe 1998, Stat Med 17:873–890',
    },
    cohort: {
      name: 'Matched cohort',
      meaning:
        'A comparison of only those who are on the lists both times, each with themselves: leavers and newcomers make no difference.',
      source: 'McNemar 1947, Psychometrika 12:153–157; Newcombe 1998, Stat Med 17:2635–2650',
    },
    mix: {
      name: 'Rate and mix',
      meaning:
        'The change of the whole splits into two parts without a rest: how far the shares inside groups differ, and how far the sizes of the groups differ.',
      source: 'Kitagawa 1955, JASA 50:1168–1194; Das Gupta 1993, P23-186',
    },
    suppressed: {
      name: 'Suppressed',
      meaning:
        'There is a number, but it is not shown: so few pupils stand behind it that one of them might be recognised.',
      source: 'Hundepool et al. 2012, Statistical Disclosure Control',
    },
  },
};
