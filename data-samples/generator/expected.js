/** @import { SampleFile, School } from './types.js' */
import { printIsoDay, printSchoolYear, quarters, schoolYears } from './calendar.js';
import { restoreOriginal } from './corrections.js';
import { describeFiles } from './expected-files.js';
import {
  describeAssessments,
  describeClassChanges,
  describeCorrections,
  describeNamesakes,
  describeSurveys,
} from './expected-people.js';
import { describeQuarters } from './expected-quarters.js';
import { describeTruths } from './truths.js';

const definitions = {
  quarter:
    'A date belongs to the quarter it falls in; a date in a gap belongs to the quarter before the gap. An event belongs to the quarter of its first day.',
  roll: 'On the roll in a quarter: entered on or before its last day and not left before its first day. A pupil is counted in the last class of the quarter.',
  reach:
    'x: distinct pupils on the roll with at least one participation in a role other than «зритель»; n: pupils on the roll.',
  event: 'Unique by title and date (quotation marks, dashes and «ё» folded).',
  participation: 'Unique by event and pupil; spectators are not counted in `participations`.',
  hours:
    'Only rows whose file tells hours; the volunteer hours of 2023/24 come from the wide table and are not in `hours`.',
  success:
    'x: rows with an award (победитель, призёр, лауреат, дипломант, гран-при, 1–3 место); n: rows of competitive events, which are the rows with any result.',
  partners: '`withHeadcounts` adds events known only as counts; `named` leaves them out.',
  plan: 'Lines of the register and the plan, held ones among them; not every held event was planned.',
  rejectedRows: 'Row numbers count from 1 as a spreadsheet shows them; in a text, lines.',
};

/** @param {School} school */
function describeTotals(school) {
  return {
    pupilsEver: school.pupils.length,
    partners: school.partners.length,
    eventsNamed: school.events.length,
    eventsWithHeadcounts: new Set([
      ...school.events,
      ...school.headcounts.map(({ event }) => event),
    ]).size,
    participations: school.participations.filter(({ role }) => role !== 'зритель').length,
    spectators: school.participations.filter(({ role }) => role === 'зритель').length,
    rollRows: Object.fromEntries(
      schoolYears.map((year) => [
        printSchoolYear(year),
        {
          rows: school.pupils.flatMap(({ spells }) => spells).filter((spell) => spell.year === year)
            .length,
          pupils: school.pupils.filter(({ spells }) => spells.some((spell) => spell.year === year))
            .length,
        },
      ]),
    ),
  };
}

/** @param {School} school */
function describeHeadcounts({ headcounts, participations }) {
  const events = [...new Set(headcounts.map(({ event }) => event))];
  return {
    rows: headcounts.length,
    events: events.length,
    people: headcounts.reduce((sum, { count }) => sum + count, 0),
    alsoNamed: events
      .filter((event) => headcounts.some((row) => row.event === event && row.named))
      .map((event) => ({
        event: event.title,
        date: printIsoDay(event.start),
        counted: headcounts
          .filter((row) => row.event === event)
          .reduce((sum, { count }) => sum + count, 0),
        named: participations.filter((row) => row.event === event && row.role !== 'зритель').length,
      })),
  };
}

/** @param {School} school */
function countBeforeCorrection(school) {
  const original = restoreOriginal(
    school.participations.filter(({ event }) => event.quarter.key === '2025/26-3'),
    school.corrections,
  );
  return original.filter(({ role }) => role !== 'зритель').length;
}

/**
 * The oracle: what a correct reading of all files gives, computed from the microdata alone.
 * @param {School} school
 * @param {SampleFile[]} files
 * @param {number} seed
 */
export function describeSample(school, files, seed) {
  return {
    about: 'Synthetic data. Computed from the generated school, never by reading the files back.',
    seed,
    definitions,
    calendar: quarters.map(({ key, start, end, until }) => ({
      key,
      start: printIsoDay(start),
      end: printIsoDay(end),
      countsUntil: printIsoDay(until),
    })),
    totals: describeTotals(school),
    truths: describeTruths(school),
    files: describeFiles(files),
    quarters: describeQuarters(school, files),
    headcounts: describeHeadcounts(school),
    assessments: describeAssessments(school),
    surveys: describeSurveys(school),
    namesakes: describeNamesakes(school),
    classChanges: describeClassChanges(school),
    corrections: {
      ...describeCorrections(school.corrections),
      participationsBeforeCorrection: countBeforeCorrection(school),
    },
  };
}
