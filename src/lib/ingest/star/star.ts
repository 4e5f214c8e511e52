import type { Star } from '#lib/engine/schema.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Decision } from '../decision.ts';
import type { RecordSet } from '../record.ts';
import { Calendar } from './calendar.ts';
import { eventTable } from './event-table.ts';
import { addParticipations, type StarWork } from './facts.ts';
import { addHeadcounts, type CountedEvent } from './headcounts.ts';
import { listMatches, type Match } from './matches/match.ts';
import { OwnDimensions } from './own-dimensions.ts';
import { partnerBlocks, partnerTable } from './partner-table.ts';
import { PartnerBook } from './partners.ts';
import { identifyPeople } from './people.ts';
import { participantTable, rollTable } from './person-tables.ts';
import { programmeTables } from './programme-tables.ts';
import { addAssessments, addSurveys, addVolunteering } from './scores.ts';
import { gatherEvents, gatherPartners, listNamings, settleEvents } from './telling.ts';

/** One import with its accepted records. */
export interface ImportRecords {
  readonly id: string;
  readonly records: RecordSet;
}

/** What the making of the star found out: counts for the report of a derivation. */
export interface StarReport {
  readonly people: number;
  readonly matched: number;
  readonly ambiguous: number;
  readonly events: number;
  readonly partners: number;
  /** Records that told a fact which another import tells too, by kind; each is counted once. */
  readonly repeated: {
    readonly participation: number;
    readonly headcount: number;
    readonly assessment: number;
    readonly volunteering: number;
  };
  /** Events with names and with counts, and how they differ. */
  readonly counted: readonly CountedEvent[];
  /** What is, may be or was said to be one: what waits for an answer first; no more than `mostMatches`. */
  readonly matches: readonly Match[];
  /** How many matches there are in all. */
  readonly matchCount: number;
  /** Names of the dimensions in `own1` to `own4`. */
  readonly ownDimensions: readonly string[];
}

/**
 * Makes the star schema from the records of all active imports, the earliest first: where two tell the same fact the
 * later one wins. `decisions` are people's answers about matches, the later ones stronger; `ownNames` are the columns of
 * the school's own that are dimensions. Pure; about a second for 200,000 participations.
 */
export function deriveStar(
  imports: readonly ImportRecords[],
  programme: Programme,
  decisions: readonly Decision[] = [],
  ownNames: readonly string[] = [],
): { star: Star; report: StarReport } {
  const calendar = new Calendar(programme);
  const own = new OwnDimensions(imports, ownNames);
  const book = new PartnerBook(decisions);
  const partnerMatches = gatherPartners(book, imports);
  const told = gatherEvents(imports, calendar, book);
  const people = identifyPeople(
    imports,
    calendar,
    () => listNamings(imports, calendar, told),
    decisions,
  );
  const {
    events,
    eventOf,
    matches: eventMatches,
  } = settleEvents(told, people, book, calendar, decisions);
  const partnerIndex = new Map([...book.partners.keys()].map((key, index) => [key, index]));
  const blockIds = partnerBlocks(book, partnerIndex, events, programme);

  const work: StarWork = { imports, programme, calendar, people, events, eventOf, own };
  const participation = addParticipations(work);
  const headcount = addHeadcounts(work, participation.table);
  const assessment = addAssessments(work);
  const volunteering = addVolunteering(work);
  const survey = addSurveys(work);
  const contested = new Set<number>();
  for (const [at, result] of participation.table.result.entries()) {
    const event = participation.table.event[at];
    if (result !== null && event !== null && event !== undefined) contested.add(event);
  }
  const star: Star = {
    ...programmeTables(programme, calendar),
    participant: participantTable(people),
    roll: rollTable(people),
    partner: partnerTable(book, blockIds, programme),
    event: eventTable(events, programme, partnerIndex, blockIds, contested),
    participation: participation.table,
    headcount: headcount.table,
    volunteering: volunteering.table,
    assessment: assessment.table,
    survey,
  };
  const matches = [...people.matches, ...partnerMatches, ...eventMatches];
  return {
    star,
    report: {
      people: people.people.length,
      matched: people.people.filter((person) => person.matched).length,
      ambiguous: people.ambiguous,
      events: events.length,
      partners: book.partners.size,
      repeated: {
        participation: participation.repeated,
        headcount: headcount.repeated,
        assessment: assessment.repeated,
        volunteering: volunteering.repeated,
      },
      counted: headcount.counted,
      matches: listMatches(matches),
      matchCount: matches.length,
      ownDimensions: own.names,
    },
  };
}
