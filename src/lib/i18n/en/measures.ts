import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const onRoll = 'pupils on the roll in this period';
const participants = 'pupils on the roll with at least one participation';

/** Sentences of the part «measures» in English. */
export const measures: Catalogue['measures'] = {
  words: {
    M01: {
      name: 'Reach',
      short: 'Reach',
      meaning: 'Which share of pupils took part in at least one event. Each pupil counts once.',
      formula: 'pupils with a participation ÷ pupils on the roll',
      denominator: onRoll,
    },
    M02: {
      name: 'Block reach',
      short: 'Block reach',
      meaning:
        'Which share of pupils took part in events of the block. Shares of blocks do not add up: one pupil can be in several.',
      formula: 'pupils with a participation in the block ÷ pupils on the roll',
      denominator: onRoll,
    },
    M03: {
      name: 'Not reached',
      short: 'Not reached',
      meaning: 'Which share of pupils took part in no event.',
      formula: '1 − reach',
      denominator: onRoll,
    },
    M04: {
      name: 'Participations',
      short: 'Participations',
      meaning:
        'How many participations there were by name. One pupil in three events makes three. Participants without names are counted apart.',
      formula: 'number of participations by name',
      denominator: 'none: this is a count',
    },
    M05: {
      name: 'Participations per participant',
      short: 'Per participant',
      meaning: 'How many participations fall to one participant.',
      formula: 'participations by name ÷ participants',
      denominator: participants,
    },
    M06: {
      name: 'Hours per participant',
      short: 'Hours',
      meaning:
        'How many hours of events fall to one participant. Participations without stated hours add none.',
      formula: 'sum of hours ÷ participants',
      denominator: participants,
    },
    M07: {
      name: 'Participations per pupil',
      short: 'Per pupil',
      meaning:
        'How many participations fall to each pupil on the roll, those who took no part included. It equals reach times participations per participant.',
      formula: 'participations by name ÷ pupils on the roll',
      denominator: onRoll,
    },
    M08: {
      name: 'Repeated participation',
      short: 'Repeated',
      meaning: 'Which share of participants came twice or more often.',
      formula: 'participants with two or more participations ÷ participants',
      denominator: participants,
    },
    M09: {
      name: 'Retention',
      short: 'Retention',
      meaning:
        'Which share of the former participants takes part again. Those who left the school do not count.',
      formula: 'participants of both periods ÷ participants of the former period still on the roll',
      denominator: 'participants of the former period who are on the roll of this one',
    },
    M12: {
      name: 'Breadth',
      short: 'Breadth',
      meaning: 'In how many directions a participant takes part on average.',
      formula: 'sum of different directions over participants ÷ participants',
      denominator: 'participants of events with a known direction',
    },
    M14: {
      name: 'In two or more blocks',
      short: '2+ blocks',
      meaning: 'Which share of participants took part in events of at least two blocks.',
      formula: 'participants of two or more blocks ÷ participants',
      denominator: participants,
    },
    M16: {
      name: 'Achievement points',
      short: 'Points',
      meaning:
        'Sum of points for results: weight of the level times weight of the result. A pupil’s best result in an event counts; remote and team results weigh less. The programme sets the weights.',
      formula: 'Σ level weight × result weight × remote factor × team factor',
      denominator: 'none: this is a sum',
    },
    M17: {
      name: 'Points per participant',
      short: 'Points per participant',
      meaning: 'How many achievement points fall to one participant.',
      formula: 'achievement points ÷ participants',
      denominator: participants,
    },
    M18: {
      name: 'Success rate',
      short: 'Success',
      meaning: 'Which share of participations in contests and olympiads won a prize.',
      formula: 'participations with an award ÷ participations in competitive events',
      denominator: 'participations in competitive events',
    },
    M19: {
      name: 'Pupils with an award',
      short: 'Awarded',
      meaning: 'Which share of pupils won at least one award.',
      formula: 'pupils with an award ÷ pupils on the roll',
      denominator: onRoll,
    },
    M20: {
      name: 'High-level share',
      short: 'High level',
      meaning: 'Which share of participations was at regional level or above.',
      formula: 'participations at regional level or above ÷ participations at a known level',
      denominator: 'participations at a known level',
    },
    M21: {
      name: 'Active partners',
      short: 'Partners',
      meaning:
        'With how many partners at least one event was held. Beside it: how many partners had a contract in force.',
      formula: 'number of partners with an event held',
      denominator: 'for comparison: partners with a contract in force in this period',
    },
    M24: {
      name: 'Silent contracts',
      short: 'Silent',
      meaning: 'Which share of partners with a contract in force held no event.',
      formula: 'partners with a contract and no event ÷ partners with a contract',
      denominator: 'partners with a contract in force in this period',
    },
    M26: {
      name: 'Creative gain',
      short: 'Gain',
      meaning:
        'By how many points the result of the same pupils changed on average from the first to the last assessment. Instruments and versions are never mixed.',
      formula: 'mean of (last score − first score)',
      denominator: 'pupils with both assessments in the school year',
    },
    M28: {
      name: 'At or above base level',
      short: 'Base level',
      meaning:
        'Which share of those assessed reached the cut on Johnson’s scale. The programme sets the cut.',
      formula: 'pupils with a score at or above the cut ÷ pupils with a score',
      denominator: 'pupils with a score on Johnson’s scale',
    },
    M29: {
      name: 'Civic participation',
      short: 'Civic',
      meaning: 'Which share of pupils took part in events of civic directions or in volunteering.',
      formula: 'pupils with such a participation ÷ pupils on the roll',
      denominator: onRoll,
    },
    M30: {
      name: 'Volunteer hours per pupil',
      short: 'Volunteering',
      meaning:
        'How many hours of volunteering fall to a pupil: at events and by the records of hours.',
      formula: 'sum of volunteer hours ÷ pupils on the roll',
      denominator: onRoll,
    },
    M31: {
      name: 'Civic index',
      short: 'Civic index',
      meaning:
        'Weighted mean of civic measures, each from 0 to 100 between the programme’s goalposts. With less than two thirds of the weight present there is no index.',
      formula: 'Σ weight × share of the way between goalposts ÷ Σ weight',
      denominator: 'measures of the index for which there are data',
    },
    M32: {
      name: 'Belonging',
      short: 'Belonging',
      meaning:
        'How far those who answered agree that school, city and home region are their own: 0% not at all, 100% fully.',
      formula: 'mean agreement over the questions of a form, then over the forms',
      denominator: 'those who answered the questionnaire',
    },
    M40: {
      name: 'Completeness of data',
      short: 'Completeness',
      meaning:
        'In which share of records of participation a pupil on the roll, date, partner and level are known and, in contests, the result.',
      formula: 'complete records ÷ records of participation',
      denominator: 'records of participation by name',
    },
    M42: {
      name: 'Creative development index',
      short: 'Creative index',
      meaning:
        'Weighted mean of creative measures, each from 0 to 100 between the programme’s goalposts. With less than two thirds of the weight present there is no index.',
      formula: 'Σ weight × share of the way between goalposts ÷ Σ weight',
      denominator: 'measures of the index for which there are data',
    },
    M43: {
      name: 'Participants without names',
      short: 'Without names',
      meaning:
        'How many participants are stated by number where there are no names. They are not added to reach: nobody knows whether they are the same pupils.',
      formula: 'sum of the numbers of participants stated',
      denominator: 'none: this is a count',
    },
  },
  units: {
    percent: () => '',
    count: () => '',
    participations: (value) => pluralEn(value, 'participation', 'participations'),
    hours: (value) => pluralEn(value, 'hour', 'hours'),
    directions: (value) => pluralEn(value, 'direction', 'directions'),
    points: (value) => pluralEn(value, 'point', 'points'),
    score: (value) => pluralEn(value, 'point', 'points'),
    partners: (value) => pluralEn(value, 'partner', 'partners'),
    index: () => 'of 100',
  },
  goodness: { up: 'more is better', down: 'less is better', context: 'for context' },
  minimum: (count) => `shown from ${count}`,
  dimensions: {
    block: 'Block',
    direction: 'Direction',
    partner: 'Partner',
    level: 'Level',
    grade: 'Grade',
    class: 'Class',
    sex: 'Sex',
  },
  unknownMember: {
    block: 'block unknown',
    direction: 'direction unknown',
    partner: 'no partner',
    level: 'level unknown',
    grade: 'grade unknown',
    class: 'class unknown',
    sex: 'sex unknown',
  },
  grains: { term: 'Term', year: 'School year' },
};
