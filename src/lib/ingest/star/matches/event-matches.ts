import type { Decision } from '../../decision.ts';
import { isoOf } from '../../day.ts';
import { mostPlaces } from '../bearers.ts';
import type { EventMention, EventRow } from '../event-row.ts';
import { Clusters } from './clusters.ts';
import { judge, type Candidate } from './judge.ts';
import { Blocking } from './likeness.ts';
import type { Match, Side, Weighed } from './match.ts';
import { compareTitles, titleKeys } from './title-likeness.ts';

/** One event before it is told whether another is the same. */
export interface ToldEvent {
  readonly row: EventRow;
  readonly mentions: readonly EventMention[];
  /** «school year.term» of its period; null outside of all. */
  readonly term: string | null;
}

/** What the judging of events works on. */
export interface EventsCase {
  readonly events: readonly ToldEvent[];
  /** Who took part in an event. */
  readonly participants: (event: number) => ReadonlySet<number>;
  readonly partnerName: (key: string) => string;
  /** Whether a partner list names a partner. */
  readonly isListed: (key: string) => boolean;
  readonly decisions: readonly Decision[];
}

/** What the judging of events works on, with the time of each event. */
interface DatedCase extends EventsCase {
  readonly dates: readonly Dated[];
}

const prior = -2;
const longest = 14;

interface Dated {
  /** What the key of an event says of its time. */
  readonly when: string;
  readonly days: readonly [number, number] | null;
}

function dateOf({ row, mentions, term }: ToldEvent): Dated {
  if (row.starts !== null)
    return { when: isoOf(row.starts), days: [row.starts, Math.max(row.starts, row.ends ?? 0)] };
  const span = mentions.find((mention) => mention.span !== null)?.span;
  return { when: span ? `m${isoOf(span[0])}` : `p${term ?? ''}`, days: null };
}

const stemOf = (event: ToldEvent) => `${event.mentions[0]?.titleKey ?? ''}|${dateOf(event).when}`;

/** The keys of events, which outlive further files: title, time and partner. */
function listKeys(events: readonly ToldEvent[]): {
  readonly keys: readonly string[];
  readonly resolve: (key: string) => number | null;
} {
  const keys: string[] = [];
  const byKey = new Map<string, number>();
  const byStem = new Map<string, number | null>();
  for (const [index, event] of events.entries()) {
    const stem = stemOf(event);
    let key = `${stem}|${event.row.partner ?? ''}`;
    while (byKey.has(key)) key += '+';
    keys.push(key);
    byKey.set(key, index);
    byStem.set(stem, byStem.has(stem) ? null : index);
  }
  // A partner that a further file names, or that got another name, does not make it another event.
  const resolve = (key: string) =>
    byKey.get(key) ?? byStem.get(key.slice(0, key.lastIndexOf('|'))) ?? null;
  return { keys, resolve };
}

function weighTimes(one: Dated, other: Dated): Weighed | null {
  if (one.when === other.when)
    return one.days
      ? { code: 'day-same', params: { date: one.when }, weight: 1 }
      : one.when === 'p'
        ? null
        : { code: 'month-same', params: {}, weight: 0 };
  if (!one.days || !other.days) return null;
  const overlap = one.days[0] <= other.days[1] && other.days[0] <= one.days[1];
  const isLong = ([from, to]: readonly [number, number]) => to - from >= longest;
  return overlap && !isLong(one.days) && !isLong(other.days)
    ? { code: 'days-overlap', params: {}, weight: 0.5 }
    : null;
}

function shareImport(a: ToldEvent, b: ToldEvent): boolean {
  const importsOf = ({ mentions }: ToldEvent) =>
    new Set(mentions.flatMap(({ facts }) => facts.map(({ importId }) => importId)));
  const own = importsOf(a);
  return [...importsOf(b)].some((importId) => own.has(importId));
}

/**
 * Why two events could be one. Two conditions make it likely enough to count them as one: the titles say the same at the
 * same time, and the partner or enough of those who took part are the same, fewer where different files tell it, since names
 * differ there too; where one title only says more than the other, most of those who took part must be the same and different
 * files must tell it.
 */
function weighEvents(a: ToldEvent, b: ToldEvent, work: DatedCase, ends: readonly [number, number]) {
  const [date, dateB] = [work.dates[ends[0]], work.dates[ends[1]]];
  const time = date && dateB ? weighTimes(date, dateB) : null;
  const sameKey = a.mentions[0]?.titleKey === b.mentions[0]?.titleKey;
  const alike = compareTitles(a.row.title, b.row.title);
  if (!time || !alike) return null;
  const reasons: Weighed[] = [
    sameKey
      ? { code: 'title-same', params: {}, weight: 3 }
      : { code: 'title-alike', params: {}, weight: alike === 'part' ? 1 : 2.5 },
    time,
  ];
  const [own, other] = [work.participants(ends[0]), work.participants(ends[1])];
  const [few, many] = own.size <= other.size ? [own, other] : [other, own];
  let shared = 0;
  for (const person of few) if (many.has(person)) shared += 1;
  const share = few.size === 0 ? 0 : shared / few.size;
  if (shared > 0)
    reasons.push({
      code: 'participants-shared',
      params: { shared, of: few.size },
      weight: 2.5 * share + (shared >= 5 ? 1 : 0),
    });
  const [partner, partnerB] = [a.row.partner, b.row.partner];
  const samePartner = partner !== null && partner === partnerB;
  const otherPartner = partner !== null && partnerB !== null && partner !== partnerB;
  if (samePartner)
    reasons.push({
      code: 'partner-same',
      params: { partner: work.partnerName(partner) },
      weight: 1,
    });
  if (otherPartner) reasons.push({ code: 'partner-other', params: {}, weight: -1.5 });
  const isStrong = otherPartner
    ? alike !== 'part' &&
      share >= 0.8 &&
      shared >= 3 &&
      !(work.isListed(partner) && work.isListed(partnerB))
    : alike === 'part'
      ? share >= 0.6 && shared >= 2 && !shareImport(a, b)
      : samePartner || (shared >= 1 && share >= (shareImport(a, b) ? 0.5 : 0.3));
  return { reasons, isStrong };
}

function sideOf(event: ToldEvent, key: string, work: EventsCase, index: number): Side {
  const { row, mentions, term } = event;
  const facts: Side['facts'][number][] = [];
  if (row.starts !== null) {
    const [from, to] = [isoOf(row.starts), isoOf(row.ends ?? row.starts)];
    facts.push({ code: 'date', text: from === to ? from : `${from}/${to}` });
  } else if (term !== null) facts.push({ code: 'period', text: term });
  if (row.partner !== null) facts.push({ code: 'partner', text: work.partnerName(row.partner) });
  if (row.block !== null) facts.push({ code: 'block', text: row.block });
  const people = work.participants(index).size;
  if (people > 0) facts.push({ code: 'participants', text: String(people) });
  return {
    key,
    name: row.title,
    facts,
    records: mentions.reduce((sum, { records }) => sum + records, 0),
    places: mentions
      .flatMap((mention) => mention.facts)
      .slice(0, mostPlaces)
      .map(({ importId, sheet, row: line }) => ({ importId, sheet, row: line, column: null })),
  };
}

/** Tells which events are one, by answers and by strong evidence; what is proposed counts as one until it is answered. */
export function judgeEvents(work: EventsCase): { clusters: Clusters; matches: Match[] } {
  const { events, decisions } = work;
  const clusters = new Clusters(events.length);
  const { keys, resolve } = listKeys(events);
  const at = (index: number): ToldEvent => {
    const event = events[index];
    if (!event) throw new RangeError(`No event ${index}`);
    return event;
  };
  const dated = { ...work, dates: events.map(dateOf) };
  const weigh = (a: number, b: number) => weighEvents(at(a), at(b), dated, [a, b]);
  const candidates = (isOpen: (a: number, b: number) => boolean): Candidate[] => {
    const blocking = new Blocking();
    for (const [index, event] of events.entries()) {
      const { when = '', days = null } = dated.dates[index] ?? {};
      const times = days
        ? Array.from({ length: Math.min(longest, days[1] - days[0] + 1) }, (_none, day) =>
            String(days[0] + day),
          )
        : [when];
      for (const key of titleKeys(event.row.title))
        for (const time of times) blocking.put(`${time}|${key}`, index);
    }
    return blocking.pairs(isOpen).flatMap(([a, b]) => {
      const weighed = weigh(a, b);
      return weighed?.isStrong ? [{ a, b, reasons: weighed.reasons }] : [];
    });
  };
  const matches = judge({
    about: 'event',
    clusters,
    decisions,
    resolve,
    keyOf: (index) => keys[index] ?? '',
    sideOf: (index) => sideOf(at(index), keys[index] ?? '', work, index),
    prior,
    weigh: (a, b) => weigh(a, b)?.reasons ?? null,
    forbids: () => null,
    passes: () => true,
    candidates,
    verdict: () => 'proposed',
    pendingAsOne: true,
  });
  return { clusters, matches };
}
