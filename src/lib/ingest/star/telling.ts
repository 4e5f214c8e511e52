import type { Decision } from '../decision.ts';
import type { RecordSet } from '../record.ts';
import type { Calendar } from './calendar.ts';
import { composeEvent, type EventMention, type EventRow } from './event-row.ts';
import { EventBook, tellers } from './events.ts';
import { judgeEvents, type ToldEvent } from './matches/event-matches.ts';
import type { Match } from './matches/match.ts';
import type { PartnerBook } from './partners.ts';
import type { Naming, People } from './people.ts';

type Imports = readonly { readonly id: string; readonly records: RecordSet }[];

/** Takes in the institutions of all imports and tells which names mean one. */
export function gatherPartners(book: PartnerBook, imports: Imports): Match[] {
  for (const { id, records } of imports) if (records.partner) book.addList(id, records.partner);
  for (const { id, records } of imports) {
    for (const teller of tellers) {
      const columns = records[teller];
      for (const [at, name] of columns?.partner.entries() ?? []) {
        if (name === null || (columns?.title[at] ?? null) === null) continue;
        book.addMention(name, id, columns?.sheet[at] ?? 0, columns?.row[at] ?? 0);
      }
    }
  }
  return book.settle();
}

/** The events that certainly are one each, and which of them every record tells of. */
export interface Telling {
  readonly mentions: readonly EventMention[];
  readonly groups: readonly (readonly number[])[];
  readonly rows: readonly EventRow[];
  /** The event of each record (-1: none), by the columns of the records. */
  readonly eventOf: ReadonlyMap<object, Int32Array>;
}

/** Takes in the events that all imports tell of. */
export function gatherEvents(imports: Imports, calendar: Calendar, partners: PartnerBook): Telling {
  const book = new EventBook(calendar, partners);
  const mentionOf = new Map<object, Int32Array>();
  for (const [order, { id, records }] of imports.entries()) {
    for (const teller of tellers) {
      const columns = records[teller];
      if (columns) mentionOf.set(columns, book.add(teller, id, order, columns as never));
    }
  }
  const groups = book.group();
  const groupOf = new Int32Array(book.mentions.length);
  for (const [index, group] of groups.entries())
    for (const mention of group) groupOf[mention] = index;
  const { mentions } = book;
  const pick = (group: readonly number[]) => group.flatMap((index) => mentions[index] ?? []);
  return {
    mentions,
    groups,
    rows: groups.map((group) => composeEvent(pick(group), calendar)),
    eventOf: renumber(mentionOf, groupOf),
  };
}

/** Numbers by columns with each number put in another's place; -1 stays. */
function renumber(
  numbers: ReadonlyMap<object, Int32Array>,
  other: Int32Array,
): Map<object, Int32Array> {
  return new Map(
    [...numbers].map(([columns, own]) => [
      columns,
      own.map((index) => (index < 0 ? -1 : (other[index] ?? -1))),
    ]),
  );
}

/** Records that name people, with the period of each. */
export function listNamings(imports: Imports, calendar: Calendar, told: Telling): Naming[] {
  return imports.flatMap(({ id: importId, records }) => {
    const namings: Naming[] = [];
    const { participation, assessment, volunteering } = records;
    if (participation) {
      const events = told.eventOf.get(participation);
      const eventOf = (at: number) => events?.[at] ?? -1;
      const when = (at: number) => {
        const period = told.rows[eventOf(at)]?.period ?? null;
        const stated = participation.school_year[at] ?? null;
        const schoolYear = period === null ? stated : (calendar.terms[period]?.schoolYear ?? null);
        return { period, schoolYear };
      };
      namings.push({ importId, columns: participation, when, eventOf });
    }
    for (const columns of [assessment, volunteering]) {
      if (!columns) continue;
      const dates = 'date' in columns ? columns.date : [];
      const when = (at: number) => {
        const schoolYear = columns.school_year[at] ?? null;
        const term = columns.term[at] ?? null;
        return { period: calendar.find(dates[at] ?? null, schoolYear, term), schoolYear };
      };
      namings.push({ importId, columns, when, eventOf: () => -1 });
    }
    return namings;
  });
}

/** Tells which events are one by who took part and by answers; gives the events with the event of each record. */
export function settleEvents(
  told: Telling,
  people: People,
  book: PartnerBook,
  calendar: Calendar,
  decisions: readonly Decision[],
): { events: EventRow[]; eventOf: ReadonlyMap<object, Int32Array>; matches: Match[] } {
  const pick = (index: number) =>
    (told.groups[index] ?? []).flatMap((mention) => told.mentions[mention] ?? []);
  const events = told.rows.map((row, index): ToldEvent => {
    const term = row.period === null ? undefined : calendar.terms[row.period];
    return { row, mentions: pick(index), term: term ? `${term.schoolYear}.${term.term}` : null };
  });
  const partnerOf = (key: string) => book.partners.get(key);
  const { clusters, matches } = judgeEvents({
    events,
    participants: participantsOf(told, people),
    partnerName: (key) => partnerOf(key)?.name ?? key,
    isListed: (key) => partnerOf(key)?.listed ?? false,
    decisions,
  });
  const newIndex = new Int32Array(events.length);
  const rows = clusters.groups().map((members, event) => {
    for (const member of members) newIndex[member] = event;
    const [only] = members;
    return members.length === 1 && only !== undefined && told.rows[only]
      ? told.rows[only]
      : composeEvent(members.flatMap(pick), calendar);
  });
  return { events: rows, eventOf: renumber(told.eventOf, newIndex), matches };
}

const nobody: ReadonlySet<number> = new Set();

/** Who took part in each event, gathered when it is first asked. */
function participantsOf(told: Telling, people: People): (event: number) => ReadonlySet<number> {
  let sets: Map<number, Set<number>> | null = null;
  const gather = () => {
    const gathered = new Map<number, Set<number>>();
    for (const [columns, persons] of people.personOf) {
      const events = told.eventOf.get(columns);
      if (!events) continue;
      for (const [at, person] of persons.entries()) {
        const event = events[at] ?? -1;
        if (event < 0 || person < 0) continue;
        const set = gathered.get(event);
        if (set) set.add(person);
        else gathered.set(event, new Set([person]));
      }
    }
    return gathered;
  };
  return (event) => (sets ??= gather()).get(event) ?? nobody;
}
