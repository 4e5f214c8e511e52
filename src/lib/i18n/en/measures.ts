import { pluralEn } from '../plural.ts';
import type { Catalogue } from '../ru/catalogue.ts';

const onRoll = 'pupils on the roll in this period';
const former = 'participants of the former period who are on the roll of this one';
const participants = 'pupils on the roll with at least one participation';

/** Sentences of the part «measures» in English. */
export const measures: Catalogue['measures'] = {
  words: {
    M01: {
      name: 'Reach',
      short: 'Reach',
      meaning: 'Which share of pupils took part in at least one event; each pupil counts once.',
      formula: 'pupils with a participation ÷ pupils on the roll',
      numerator: 'pupils with at least one participation',
      denominator: onRoll,
    },
    M02: {
      name: 'Block reach',
      short: 'Block reach',
      meaning:
        'Which share of pupils took part in events of the block; shares of blocks do not add up: one pupil can be in several.',
      formula: 'pupils with a participation in the block ÷ pupils on the roll',
      numerator: 'pupils with a participation in events of a known block',
      denominator: onRoll,
    },
    M03: {
      name: 'Not reached',
      short: 'Not reached',
      meaning: 'Which share of pupils took part in no event.',
      formula: '1 − reach',
      numerator: 'pupils without any participation',
      denominator: onRoll,
    },
    M04: {
      name: 'Participations',
      short: 'Participations',
      meaning:
        'How many participations there were by name: one pupil in three events makes three; participants without names are counted apart.',
      formula: 'number of participations by name',
      numerator: 'participations by name',
      denominator: 'none: this is a count',
    },
    M05: {
      name: 'Participations per participant',
      short: 'Per participant',
      meaning: 'How many participations fall to one participant.',
      formula: 'participations by name ÷ participants',
      numerator: 'participations of pupils on the roll',
      denominator: participants,
    },
    M06: {
      name: 'Hours per participant',
      short: 'Hours',
      meaning:
        'How many hours of events fall to one participant; participations without stated hours add none.',
      formula: 'sum of hours ÷ participants',
      numerator: 'hours of events of pupils on the roll',
      denominator: participants,
    },
    M07: {
      name: 'Participations per pupil',
      short: 'Per pupil',
      meaning:
        'How many participations fall to each pupil on the roll, those who took no part included; it is reach times participations per participant.',
      formula: 'participations by name ÷ pupils on the roll',
      numerator: 'participations of pupils on the roll',
      denominator: onRoll,
    },
    M08: {
      name: 'Repeated participation',
      short: 'Repeated',
      meaning: 'Which share of participants came twice or more often.',
      formula: 'participants with two or more participations ÷ participants',
      numerator: 'participants with two or more participations',
      denominator: participants,
    },
    M09: {
      name: 'Retention',
      short: 'Retention',
      meaning:
        'Which share of the former participants takes part again; those who left the school do not count.',
      formula: 'participants of both periods ÷ participants of the former period still on the roll',
      numerator: 'those of them who take part in this period too',
      denominator: former,
    },
    M10: {
      name: 'New entrants',
      short: 'New',
      meaning:
        'Which share of participants never took part before, as far as the loaded records show.',
      formula: 'participants without earlier participations ÷ participants',
      numerator: 'participants without any earlier participation',
      denominator: participants,
    },
    M11: {
      name: 'Drop-out',
      short: 'Drop-out',
      meaning:
        'Which share of the former participants takes no part any more although still on the roll.',
      formula: '1 − retention',
      numerator: 'those of them who take no part in this period',
      denominator: former,
    },
    M12: {
      name: 'Breadth',
      short: 'Breadth',
      meaning: 'In how many directions a participant takes part on average.',
      formula: 'sum of different directions over participants ÷ participants',
      numerator: 'different directions of each participant',
      denominator: 'participants of events with a known direction',
    },
    M13: {
      name: 'Diversity of directions',
      short: 'Diversity',
      meaning:
        'To how many equally full directions the spread of participations over directions is equivalent: the more even, the more.',
      formula: 'exp(−Σ p·ln p), with p a direction’s share of participations',
      numerator: 'participations of each direction',
      denominator: 'participations with a known direction',
    },
    M14: {
      name: 'In two or more blocks',
      short: '2+ blocks',
      meaning: 'Which share of participants took part in events of at least two blocks.',
      formula: 'participants of two or more blocks ÷ participants',
      numerator: 'participants of two or more blocks',
      denominator: participants,
    },
    M15: {
      name: 'Flow between blocks',
      short: 'Flow',
      meaning:
        'Which share of a block’s participants of the former period takes part in the same or another block now; rows need not make 100%: one pupil can be in several blocks.',
      formula:
        'participants of the block now ÷ participants of the block in the former period still on the roll',
      numerator: 'those of them who take part in the block now',
      denominator: former,
    },
    M16: {
      name: 'Achievement points',
      short: 'Points',
      meaning:
        'Sum of points for the pupils’ best results: weight of the level times weight of the result times the factors for remote and team results, all set by the programme.',
      formula: 'Σ level weight × result weight × remote factor × team factor',
      numerator: 'points for results',
      denominator: 'none: this is a sum',
    },
    M17: {
      name: 'Points per participant',
      short: 'Points per participant',
      meaning: 'How many achievement points fall to one participant.',
      formula: 'achievement points ÷ participants',
      numerator: 'points of pupils on the roll',
      denominator: participants,
    },
    M18: {
      name: 'Success rate',
      short: 'Success',
      meaning: 'Which share of participations in contests and olympiads won a prize.',
      formula: 'participations with an award ÷ participations in competitive events',
      numerator: 'participations with an award',
      denominator: 'participations in competitive events',
    },
    M19: {
      name: 'Pupils with an award',
      short: 'Awarded',
      meaning: 'Which share of pupils won at least one award.',
      formula: 'pupils with an award ÷ pupils on the roll',
      numerator: 'pupils with at least one award',
      denominator: onRoll,
    },
    M20: {
      name: 'High-level share',
      short: 'High level',
      meaning: 'Which share of participations was at regional level or above.',
      formula: 'participations at regional level or above ÷ participations at a known level',
      numerator: 'participations at regional level or above',
      denominator: 'participations at a known level',
    },
    M21: {
      name: 'Active partners',
      short: 'Partners',
      meaning:
        'With how many partners at least one event was held; beside it, how many partners had a contract in force.',
      formula: 'number of partners with an event held',
      numerator: 'partners with an event held',
      denominator: 'for comparison: partners with a contract in force in this period',
    },
    M22: {
      name: 'Events per partner',
      short: 'Per partner',
      meaning: 'How many events held fall to one active partner.',
      formula: 'events held with partners ÷ active partners',
      numerator: 'events held with a known partner',
      denominator: 'partners with at least one event held',
    },
    M23: {
      name: 'Partner concentration',
      short: 'Concentration',
      meaning:
        'How far events are concentrated on few partners: 1 means all with one; one divided by this number is how many equal partners it is equivalent to.',
      formula: 'Σ (events of the partner ÷ all events)²',
      numerator: 'squares of the partners’ shares of events',
      denominator: 'events held with a known partner',
    },
    M24: {
      name: 'Silent contracts',
      short: 'Silent',
      meaning: 'Which share of partners with a contract in force held no event.',
      formula: 'partners with a contract and no event ÷ partners with a contract',
      numerator: 'partners with a contract but no event',
      denominator: 'partners with a contract in force in this period',
    },
    M25: {
      name: 'Plan fulfilment',
      short: 'Plan',
      meaning:
        'Which share of the plan’s events took place; an event without a mark and without participants does not count as held.',
      formula: 'events of the plan held ÷ events of the plan',
      numerator: 'events of the plan that are known to have been held',
      denominator: 'events planned for this period',
    },
    M26: {
      name: 'Creative gain',
      short: 'Gain',
      meaning:
        'By how many points the result of the same pupils changed on average from the first to the last assessment; instruments and versions are never mixed.',
      formula: 'mean of (last score − first score)',
      numerator: 'changes of score from the first to the last assessment',
      denominator: 'pupils with both assessments in the school year',
    },
    M27: {
      name: 'Reliable growth',
      short: 'Reliable growth',
      meaning:
        'Which share of pupils grew by more than the instrument’s error explains; the programme sets the reliability of instruments.',
      formula:
        'pupils with (last − first) ÷ (SD of first · √2 · √(1 − reliability)) > 1.96 ÷ pupils with both assessments',
      numerator: 'pupils who grew by more than the error',
      denominator: 'pupils with both assessments in the school year',
    },
    M28: {
      name: 'At or above base level',
      short: 'Base level',
      meaning:
        'Which share of those assessed reached the cut on Johnson’s scale that the programme sets.',
      formula: 'pupils with a score at or above the cut ÷ pupils with a score',
      numerator: 'pupils with a score at or above the cut',
      denominator: 'pupils with a score on Johnson’s scale',
    },
    M29: {
      name: 'Civic participation',
      short: 'Civic',
      meaning: 'Which share of pupils took part in events of civic directions or in volunteering.',
      formula: 'pupils with such a participation ÷ pupils on the roll',
      numerator: 'pupils with a participation in a civic direction or in volunteering',
      denominator: onRoll,
    },
    M30: {
      name: 'Volunteer hours per pupil',
      short: 'Volunteering',
      meaning:
        'How many hours of volunteering fall to a pupil: at events and by the records of hours.',
      formula: 'sum of volunteer hours ÷ pupils on the roll',
      numerator: 'hours of volunteering at events and beside them',
      denominator: onRoll,
    },
    M31: {
      name: 'Civic index',
      short: 'Civic index',
      meaning:
        'Weighted mean of civic measures, each from 0 to 100 between the programme’s goalposts; with less than two thirds of the weight present there is no index.',
      formula: 'Σ weight × share of the way between goalposts ÷ Σ weight',
      numerator: 'weighted shares of the way between goalposts',
      denominator: 'measures of the index for which there are data',
    },
    M32: {
      name: 'Belonging',
      short: 'Belonging',
      meaning:
        'How far those who answered agree that school, city and home region are their own: 0% not at all, 100% fully.',
      formula: 'mean agreement over the questions of a form, then over the forms',
      numerator: 'agreement of each form',
      denominator: 'those who answered the questionnaire',
    },
    M33: {
      name: 'Wellbeing',
      short: 'Wellbeing',
      meaning:
        'How those who answered feel: 0% as bad as can be, 100% as good as can be; questions where less is better are turned round.',
      formula:
        'mean answer over the questions of a form (100% minus the answer where less is better), then over the forms',
      numerator: 'wellbeing of each form',
      denominator: 'those who answered the wellbeing questionnaire',
    },
    M34: {
      name: 'Overload watch',
      short: 'Overload',
      meaning:
        'Which share of participants takes part more often than nine in ten participants a year ago, or more often than the programme allows.',
      formula: 'participants above the limit ÷ participants',
      numerator: 'participants with more participations than the limit',
      denominator: participants,
    },
    M35: {
      name: 'Sex gap',
      short: 'Sex gap',
      meaning: 'By how many percentage points the reach of girls is above the reach of boys.',
      formula: 'reach of girls − reach of boys',
      numerator: 'girls and boys with a participation',
      denominator: 'girls and boys on the roll, apart',
    },
    M36: {
      name: 'Class gap',
      short: 'Class gap',
      meaning: 'How far classes differ in reach beyond what chance makes of small classes.',
      formula:
        'standard deviation of the classes’ reach drawn towards the common one: (pupils with a participation + common reach × M) ÷ (pupils + M)',
      numerator: 'drawn reach of each class',
      denominator: 'classes of at least five pupils',
    },
    M37: {
      name: 'Inequality of participation',
      short: 'Inequality',
      meaning:
        'How unequally participations are spread over pupils: 0 means all have the same, 1 means one has all.',
      formula: 'Gini coefficient of participations, zeros included',
      numerator: 'participations of each pupil',
      denominator: onRoll,
    },
    M38: {
      name: 'White spots',
      short: 'White spots',
      meaning:
        'In how many pairs of class and block reach is below the programme’s target or there is no partner.',
      formula: 'number of pairs class × block below the target or without a partner',
      numerator: 'pairs below the target or without a partner',
      denominator: 'pairs of classes of at least ten pupils and the programme’s blocks',
    },
    M39: {
      name: 'University continuity',
      short: 'Continuity',
      meaning:
        'Which share of the upper grades takes part in activities of universities in two successive terms.',
      formula:
        'pupils of the upper grades with university activities in this and the former term ÷ pupils of these grades',
      numerator: 'pupils of the upper grades with university activities in two successive terms',
      denominator: 'pupils of the grades that the programme names',
    },
    M40: {
      name: 'Completeness of data',
      short: 'Completeness',
      meaning:
        'In which share of records of participation a pupil on the roll, date, partner and level are known and, in contests, the result.',
      formula: 'complete records ÷ records of participation',
      numerator: 'records in which all that is needed is known',
      denominator: 'records of participation by name',
    },
    M41: {
      name: 'Mix effect',
      short: 'Mix',
      meaning:
        'By how many percentage points reach changed in a year because there are more of some and fewer of other pupils by grade and sex; classes are too small for this and do not survive a year.',
      formula:
        '½ Σ (share of the group now − share a year ago) × (reach of the group now + a year ago) over groups grade × sex',
      numerator: 'contributions of the groups grade × sex',
      denominator: 'pupils on the roll now and a year ago',
    },
    M42: {
      name: 'Creative development index',
      short: 'Creative index',
      meaning:
        'Weighted mean of creative measures, each from 0 to 100 between the programme’s goalposts; with less than two thirds of the weight present there is no index.',
      formula: 'Σ weight × share of the way between goalposts ÷ Σ weight',
      numerator: 'weighted shares of the way between goalposts',
      denominator: 'measures of the index for which there are data',
    },
    M43: {
      name: 'Participants without names',
      short: 'Without names',
      meaning:
        'How many participants are stated by number where there are no names; they are not added to reach: nobody knows whether they are the same pupils.',
      formula: 'sum of the numbers of participants stated',
      numerator: 'numbers of participants stated',
      denominator: 'none: this is a count',
    },
    M44: {
      name: 'In the risk band of wellbeing',
      short: 'Risk band',
      meaning:
        'For which share of those who answered wellbeing is at or below the cut that the programme sets.',
      formula: 'forms at or below the cut ÷ forms',
      numerator: 'forms with wellbeing at or below the cut',
      denominator: 'those who answered the wellbeing questionnaire',
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
    pp: () => 'pp',
    coefficient: () => '',
    events: (value) => pluralEn(value, 'event', 'events'),
    cells: (value) => pluralEn(value, 'pair', 'pairs'),
  },
  goodness: {
    up: 'more is better',
    down: 'less is better',
    zero: 'nearer to zero is better',
    context: 'for context',
  },
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
  flow: {
    origin: { name: 'From', by: 'by former block' },
    destination: { name: 'To', by: 'by present block' },
    none: 'no part',
  },
  grains: { term: 'Term', half: 'Half-year', year: 'School year' },
};
