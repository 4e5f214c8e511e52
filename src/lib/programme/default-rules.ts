import type { Programme } from '#lib/model/programme.ts';

/** The rules of single measures; a programme that was saved before a rule existed has the default. */
export type Rules = Pick<
  Programme,
  | 'reliability'
  | 'whiteSpotTarget'
  | 'overload'
  | 'continuity'
  | 'wellbeing'
  | 'privacy'
  | 'aggregation'
>;

/** The rules with which the app starts. */
export const defaultRules: Rules = {
  // Test–retest: TTCT .50–.93 by scale (Torrance 1974, Norms-Technical Manual), here .80; Creativity Assessment Packet in
  // the .60s (Williams 1980); between raters of Johnson's checklist .70–.80 (Johnson 1979).
  reliability: { torrance: 0.8, johnson: 0.7, williams: 0.6 },
  whiteSpotTarget: 0.2,
  overload: { rule: 'percentile', percentile: 0.9, weekly: 5 },
  continuity: { block: 'III', from: 9, to: 11 },
  wellbeing: {
    lessIsBetter: [
      'страш',
      'страх',
      'боюсь',
      'боишься',
      'бояться',
      'тревож',
      'тревог',
      'пережива',
      'волну',
      'беспоко',
      'устал',
      'устаю',
      'утомл',
      'одинок',
      'afraid',
      'fear',
      'worr',
      'anxi',
      'nervous',
      'tired',
      'lonely',
    ],
    risk: 0.4,
  },
  // Least sizes in use in state reports go from 5 to 30 (NCES 2011-603); scales of the mind are near to health and ask for
  // more. Correlation within classes and schools is mostly .10–.25 (Hedges and Hedberg 2007).
  privacy: { least: 5, leastAssessed: 10, width: 5, zeros: true, classCorrelation: 0.05 },
  aggregation: { creative: 'arithmetic', civic: 'arithmetic' },
};
