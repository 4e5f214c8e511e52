import { foldText } from '#lib/i18n/fold.ts';
import { remember } from '../remember.ts';
import { groupBy } from '../grouping.ts';
import type { RecordColumns } from '../record.ts';
import type { Calendar } from './calendar.ts';
import type { PartnerBook } from './partners.ts';

/** Kinds of record that tell of events, the most telling first. */
const tellers = ['event', 'participation', 'headcount'] as const;

/** A kind of record that tells of an event. */
export type Teller = (typeof tellers)[number];

/** One way in which records speak of one event. */
interface EventMention {
  readonly title: string;
  readonly titleKey: string;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly period: number | null;
  readonly partner: string | null;
  readonly facts: Fact[];
  event: number;
}

interface Fact {
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

/** One event as all records together tell it; ids are the programme's. */
export interface EventRow extends Omit<Fact, 'rank' | 'order' | 'planned' | 'held'> {
  readonly title: string;
  readonly starts: number | null;
  readonly ends: number | null;
  readonly period: number | null;
  readonly planned: boolean;
  readonly held: boolean | null;
}

/** A title folded for matching: letters and digits only. */
export const titleKey = remember((title: string): string =>
  foldText(title)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim(),
);

/** Gathers what records say of events, then tells which speak of the same one. */
export class EventBook {
  readonly #mentions: EventMention[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #calendar: Calendar;
  readonly #partners: PartnerBook;

  constructor(calendar: Calendar, partners: PartnerBook) {
    this.#calendar = calendar;
    this.#partners = partners;
  }

  /** Takes in the events of one import's records of a kind; gives the mention of each record. */
  add(teller: Teller, importId: string, order: number, columns: RecordColumns<Teller>): Int32Array {
    const mentions = new Int32Array(columns.title.length).fill(-1);
    const facts = new Set<string>();
    for (const [at, title] of columns.title.entries()) {
      if (title === null) continue;
      const exact = columns.exact[at] === true;
      const starts = columns.starts[at] ?? null;
      const ends = columns.ends[at] ?? null;
      const period = this.#calendar.find(
        starts,
        columns.school_year[at] ?? null,
        columns.term[at] ?? null,
      );
      const name = columns.partner[at] ?? null;
      const sheet = columns.sheet[at] ?? 0;
      const row = columns.row[at] ?? 0;
      const partner = name === null ? null : this.#partners.addMention(name, importId, sheet, row);
      const key = `${titleKey(title)}|${exact ? 'd' : 'm'}|${starts ?? ''}|${ends ?? ''}|${starts === null ? (period ?? '') : ''}|${partner ?? ''}`;
      let index = this.#byKey.get(key);
      if (index === undefined) {
        index = this.#mentions.length;
        this.#byKey.set(key, index);
        this.#mentions.push({
          title,
          titleKey: titleKey(title),
          starts: exact ? starts : null,
          ends,
          period,
          partner,
          facts: [],
          event: -1,
        });
        if (!exact && starts !== null) this.#spans.set(index, [starts, ends ?? starts]);
      }
      mentions[at] = index;
      const direction = columns.direction[at] ?? null;
      const block = columns.block[at] ?? null;
      const level = columns.level[at] ?? null;
      const remote = columns.remote[at] ?? null;
      const kind = columns.event_kind[at] ?? null;
      const hours = teller === 'event' ? (columns.hours[at] ?? null) : null;
      const said = `${index}|${direction ?? ''}|${block ?? ''}|${level ?? ''}|${remote ?? ''}|${kind ?? ''}|${hours ?? ''}`;
      if (teller !== 'event' && facts.has(said)) continue;
      facts.add(said);
      const plan = teller === 'event' ? (columns as RecordColumns<'event'>) : null;
      const planned = plan?.planned[at] ?? null;
      const held = plan ? (plan.held[at] ?? null) : true;
      this.#mentions[index]?.facts.push({
        rank: tellers.indexOf(teller),
        order,
        direction,
        block,
        partner,
        level,
        remote,
        kind,
        hours,
        planned,
        held,
        importId,
        sheet,
        row,
      });
    }
    return mentions;
  }

  readonly #spans = new Map<number, readonly [number, number]>();

  /** Tells which mentions are one event: gives the events and the event of each mention. */
  settle(): { events: EventRow[]; eventOf: Int32Array } {
    const eventOf = new Int32Array(this.#mentions.length);
    const groups: EventMention[][] = [];
    const entries = this.#mentions.map((mention, index) => ({ mention, index }));
    for (const same of groupBy(entries, ({ mention }) => mention.titleKey).values()) {
      const dated = same.filter(({ mention }) => mention.starts !== null);
      const buckets: {
        starts: number;
        ends: number;
        partner: string | null;
        mentions: EventMention[];
      }[] = [];
      for (const [starts, day] of [...groupBy(dated, ({ mention }) => mention.starts ?? 0)].sort(
        ([a], [b]) => a - b,
      )) {
        const names = [...new Set(day.map(({ mention }) => mention.partner))].toSorted((a, b) =>
          a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
        );
        const split = names.filter((partner) => partner !== null);
        for (const { mention } of day) {
          const partner = mention.partner ?? split[0] ?? null;
          const ends = Math.max(starts, mention.ends ?? starts);
          const bucket = buckets.find(
            (other) => other.starts === starts && other.partner === partner,
          );
          if (bucket) {
            bucket.mentions.push(mention);
            bucket.ends = Math.max(bucket.ends, ends);
          } else buckets.push({ starts, ends, partner, mentions: [mention] });
        }
      }
      const loose: { mention: EventMention; index: number }[] = [];
      for (const entry of same) {
        if (entry.mention.starts !== null) continue;
        const span = this.#spans.get(entry.index);
        const inside = buckets.filter(
          (bucket) =>
            agree(bucket.partner, entry.mention.partner) &&
            (span
              ? bucket.starts >= span[0] && bucket.starts <= span[1]
              : entry.mention.period !== null &&
                this.#calendar.at(bucket.starts) === entry.mention.period),
        );
        const [only] = inside;
        if (inside.length === 1 && only) only.mentions.push(entry.mention);
        else loose.push(entry);
      }
      for (const bucket of buckets) groups.push(bucket.mentions);
      for (const together of groupBy(
        loose,
        ({ mention, index }) =>
          `${this.#spans.get(index)?.[0] ?? ''}|${mention.period ?? ''}|${mention.partner ?? ''}`,
      ).values()) {
        groups.push(together.map(({ mention }) => mention));
      }
    }
    const events = groups.map((group, event) => {
      for (const mention of group) mention.event = event;
      return this.#compose(group);
    });
    for (const [index, mention] of this.#mentions.entries()) eventOf[index] = mention.event;
    return { events, eventOf };
  }

  #compose(group: readonly EventMention[]): EventRow {
    const facts = group
      .flatMap((mention) => mention.facts)
      .sort((a, b) => a.rank - b.rank || b.order - a.order || a.sheet - b.sheet || a.row - b.row);
    const first = <V>(pick: (fact: Fact) => V | null): V | null => {
      for (const fact of facts) {
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
    const told = facts.some((fact) => fact.rank > 0);
    const head = group.find((mention) => mention.facts.includes(facts[0] as Fact)) ?? group[0];
    const source = facts[0];
    return {
      title: head?.title ?? '',
      starts,
      ends,
      period:
        (starts === null ? null : this.#calendar.at(starts)) ??
        group.find((mention) => mention.period !== null)?.period ??
        null,
      direction: first((fact) => fact.direction),
      block: first((fact) => fact.block),
      partner: first((fact) => fact.partner),
      level: first((fact) => fact.level),
      remote: first((fact) => fact.remote),
      kind: first((fact) => fact.kind),
      hours: first((fact) => fact.hours),
      planned: facts.some((fact) => fact.planned === true),
      held: told ? true : first((fact) => fact.held),
      importId: source?.importId ?? '',
      sheet: source?.sheet ?? 0,
      row: source?.row ?? 0,
    };
  }
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
