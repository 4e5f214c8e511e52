import type { Calendar } from './calendar.ts';

/** What one record says of an event; `rank` is 0 for the most telling kind of record, `order` the import's place. */
export interface EventFact {
  readonly rank: number;
  readonly order: number;
  readonly direction: string | null;
  readonly block: string | null;
  readonly partner: string | null;
  readonly level: string | null;
  readonly remote: boolean | null;
  readonly kind: string | null;
  readonly hours: number | null;
  readonly planned: boolean | null;
  readonly held: boolean | null;
  readonly importId: string;
  readonly sheet: number;
  readonly row: number;
}

/** One way in which records speak of one event. */
export interface EventMention {
  readonly title: string;
  readonly titleKey: string;
  /** The first and last day; null where only a month or a term is told. */
  readonly starts: number | null;
  readonly ends: number | null;
  /** First and last day of the month that is told in place of a day. */
  readonly span: readonly [number, number] | null;
  readonly period: number | null;
  readonly partner: string | null;
  readonly facts: EventFact[];
  /** How many records tell of it so. */
  records: number;
}

/** One event as all records together tell it; ids are the programme's. */
export interface EventRow extends Omit<EventFact, 'rank' | 'order' | 'planned' | 'held'> {
  readonly title: string;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly period: number | null;
  readonly planned: boolean;
  readonly held: boolean | null;
}

/** One event of all its mentions: the most telling kind of record says what it is, and of one kind the latest import. */
export function composeEvent(group: readonly EventMention[], calendar: Calendar): EventRow {
  const facts = group
    .flatMap((mention) => mention.facts.map((fact) => ({ fact, mention })))
    .sort(
      ({ fact: a }, { fact: b }) =>
        a.rank - b.rank || b.order - a.order || a.sheet - b.sheet || a.row - b.row,
    );
  const first = <V>(pick: (fact: EventFact) => V | null): V | null => {
    for (const { fact } of facts) {
      const value = pick(fact);
      if (value !== null) return value;
    }
    return null;
  };
  const exact = group.filter((mention) => mention.starts !== null);
  const starts = exact.reduce<number | null>(
    (least, { starts: day }) => (day === null ? least : Math.min(least ?? day, day)),
    null,
  );
  const ends = exact.reduce<number | null>(
    (most, mention) => Math.max(most ?? 0, mention.ends ?? mention.starts ?? 0),
    null,
  );
  const [source] = facts;
  return {
    title: (source?.mention ?? group[0])?.title ?? '',
    starts,
    ends,
    period:
      (starts === null ? null : calendar.at(starts)) ??
      group.find((mention) => mention.period !== null)?.period ??
      null,
    direction: first((fact) => fact.direction),
    block: first((fact) => fact.block),
    partner: first((fact) => fact.partner),
    level: first((fact) => fact.level),
    remote: first((fact) => fact.remote),
    kind: first((fact) => fact.kind),
    hours: first((fact) => fact.hours),
    planned: facts.some(({ fact }) => fact.planned === true),
    held: facts.some(({ fact }) => fact.rank > 0) ? true : first((fact) => fact.held),
    importId: source?.fact.importId ?? '',
    sheet: source?.fact.sheet ?? 0,
    row: source?.fact.row ?? 0,
  };
}
