import { groupBy } from '../grouping.ts';
import type { RecordColumns } from '../record.ts';
import type { Calendar } from './calendar.ts';
import type { EventFact, EventMention } from './event-row.ts';
import type { PartnerBook } from './partners.ts';
import { titleKey } from './title-key.ts';

/** Kinds of record that tell of events, the most telling first. */
export const tellers = ['event', 'participation', 'headcount'] as const;

/** A kind of record that tells of an event. */
export type Teller = (typeof tellers)[number];

interface Bucket {
  readonly starts: number;
  readonly partner: string | null;
  readonly mentions: number[];
}

/** Gathers what records say of events, then tells which speak of the same one. */
export class EventBook {
  readonly mentions: EventMention[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #calendar: Calendar;
  readonly #partners: PartnerBook;

  constructor(calendar: Calendar, partners: PartnerBook) {
    this.#calendar = calendar;
    this.#partners = partners;
  }

  /** Takes in the events of one import's records of a kind; gives the mention of each record, -1 for none. */
  add(teller: Teller, importId: string, order: number, columns: RecordColumns<Teller>): Int32Array {
    const mentions = new Int32Array(columns.title.length).fill(-1);
    const said = new Set<string>();
    for (const [at, title] of columns.title.entries()) {
      if (title === null) continue;
      const name = columns.partner[at] ?? null;
      const partner = name === null ? null : this.#partners.resolve(name);
      const index = this.#mention(title, partner, columns, at);
      mentions[at] = index;
      const mention = this.mentions[index];
      if (!mention) continue;
      mention.records += 1;
      const plan = teller === 'event' ? (columns as RecordColumns<'event'>) : null;
      const told = {
        direction: columns.direction[at] ?? null,
        block: columns.block[at] ?? null,
        partner,
        level: columns.level[at] ?? null,
        remote: columns.remote[at] ?? null,
        kind: columns.event_kind[at] ?? null,
        hours: plan ? (plan.hours[at] ?? null) : null,
      };
      const saying = `${index}|${Object.values(told).join('|')}`;
      if (!plan && said.has(saying)) continue;
      said.add(saying);
      const fact: EventFact = {
        rank: tellers.indexOf(teller),
        order,
        ...told,
        planned: plan?.planned[at] ?? null,
        held: plan ? (plan.held[at] ?? null) : true,
        importId,
        sheet: columns.sheet[at] ?? 0,
        row: columns.row[at] ?? 0,
      };
      mention.facts.push(fact);
    }
    return mentions;
  }

  #mention(
    title: string,
    partner: string | null,
    columns: RecordColumns<Teller>,
    at: number,
  ): number {
    const exact = columns.exact[at] === true;
    const starts = columns.starts[at] ?? null;
    const ends = columns.ends[at] ?? null;
    const year = columns.school_year[at] ?? null;
    const period = this.#calendar.find(starts, year, columns.term[at] ?? null);
    const folded = titleKey(title);
    const key = `${folded}|${exact ? 'd' : 'm'}|${starts ?? ''}|${ends ?? ''}|${starts === null ? (period ?? '') : ''}|${partner ?? ''}`;
    let index = this.#byKey.get(key);
    if (index === undefined) {
      index = this.mentions.length;
      this.#byKey.set(key, index);
      this.mentions.push({
        title,
        titleKey: folded,
        starts: exact ? starts : null,
        ends,
        span: exact || starts === null ? null : [starts, ends ?? starts],
        period,
        partner,
        facts: [],
        records: 0,
      });
    }
    return index;
  }

  /**
   * Which mentions certainly speak of one event: one title on one day, of one partner or of none named; a month that holds
   * one such day speaks of it. Gives the mentions of each event.
   */
  group(): (readonly number[])[] {
    const groups: (readonly number[])[] = [];
    const titles = groupBy(this.mentions.keys(), (index) => this.#at(index).titleKey);
    for (const same of titles.values()) {
      const buckets = this.#byDay(same);
      const loose: number[] = [];
      for (const index of same) {
        const { starts, span, partner, period } = this.#at(index);
        if (starts !== null) continue;
        const inside = buckets.filter(
          (bucket) =>
            agree(bucket.partner, partner) &&
            (span
              ? bucket.starts >= span[0] && bucket.starts <= span[1]
              : period !== null && this.#calendar.at(bucket.starts) === period),
        );
        const [only] = inside;
        if (inside.length === 1 && only) only.mentions.push(index);
        else loose.push(index);
      }
      for (const bucket of buckets) groups.push(bucket.mentions);
      const together = groupBy(loose, (index) => {
        const { span, period, partner } = this.#at(index);
        return `${span?.[0] ?? ''}|${period ?? ''}|${partner ?? ''}`;
      });
      groups.push(...together.values());
    }
    return groups;
  }

  #byDay(same: readonly number[]): Bucket[] {
    const buckets: Bucket[] = [];
    const dated = same.filter((index) => this.#at(index).starts !== null);
    const days = [...groupBy(dated, (index) => this.#at(index).starts ?? 0)];
    for (const [starts, day] of days.sort(([a], [b]) => a - b)) {
      const partners = day.flatMap((index) => this.#at(index).partner ?? []).sort();
      for (const index of day) {
        const partner = this.#at(index).partner ?? partners[0] ?? null;
        const bucket = buckets.find(
          (other) => other.starts === starts && other.partner === partner,
        );
        if (bucket) bucket.mentions.push(index);
        else buckets.push({ starts, partner, mentions: [index] });
      }
    }
    return buckets;
  }

  #at(index: number): EventMention {
    const mention = this.mentions[index];
    if (!mention) throw new RangeError(`No mention ${index}`);
    return mention;
  }
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
