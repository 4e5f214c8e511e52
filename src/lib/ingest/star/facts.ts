import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Programme } from '#lib/model/programme.ts';
import { emptyColumns, pushRow, type RecordKind, type RecordSet } from '../record.ts';
import type { Calendar } from './calendar.ts';
import type { EventRow } from './events.ts';
import { indexIds } from './lookup.ts';
import type { Register } from './people.ts';

/** What the facts of the star are made from. */
export interface StarWork {
  readonly imports: readonly { readonly id: string; readonly records: RecordSet }[];
  readonly programme: Programme;
  readonly calendar: Calendar;
  readonly register: Register;
  readonly events: readonly EventRow[];
  readonly eventOf: Int32Array;
  /** The mention of an event in each record, by the columns of the records. */
  readonly mentions: ReadonlyMap<object, Int32Array>;
}

/** A table of facts and how many records repeated a fact of another. */
export interface Facts<T> {
  readonly table: T;
  readonly repeated: number;
}

/** Every record of a kind with its columns, position and import. */
export function* walk<K extends RecordKind>(
  work: StarWork,
  kind: K,
): Generator<{ columns: NonNullable<RecordSet[K]>; at: number; importId: string; order: number }> {
  for (const [order, { id, records }] of work.imports.entries()) {
    const columns = records[kind];
    if (!columns) continue;
    for (let at = 0; at < columns.row.length; at += 1) yield { columns, at, importId: id, order };
  }
}

interface Held {
  readonly order: number;
  readonly at: number;
  readonly worth: number;
  readonly columns: object;
}

/** Participations, one a person and event: the later import wins, within one import the better result. */
export function addParticipations(work: StarWork): Facts<Star['participation']> {
  const { calendar, register, events, eventOf, mentions, programme } = work;
  const table = emptyColumns(schema.participation);
  const roles = indexIds(programme.roles);
  const results = indexIds(programme.results);
  const ordinary = programme.roles.findIndex((role) => role.counted);
  const kept = new Map<number, Held & { person: number; event: number; importId: string }>();
  let repeated = 0;
  const width = events.length + 1;
  for (const { columns, at, importId, order } of walk(work, 'participation')) {
    const mention = mentions.get(columns)?.[at] ?? -1;
    const event = mention < 0 ? -1 : (eventOf[mention] ?? -1);
    const name = columns.name[at] ?? null;
    const key = columns.key[at] ?? null;
    if (event < 0 || name === null || key === null) continue;
    const period = events[event]?.period ?? null;
    const schoolYear =
      period === null
        ? (columns.school_year[at] ?? null)
        : (calendar.terms[period]?.schoolYear ?? null);
    const person = register.find({
      name,
      key,
      patronymic: columns.patronymic[at] ?? null,
      sex: columns.sex[at] ?? null,
      class: columns.class[at] ?? null,
      grade: columns.grade[at] ?? null,
      period,
      schoolYear,
    });
    const role = columns.role[at] ?? null;
    const counted = role === null || (programme.roles[roles.get(role) ?? -1]?.counted ?? true);
    const weight = programme.results[results.get(columns.result[at] ?? '') ?? -1]?.weight ?? 0;
    const fact = person * width + event;
    const before = kept.get(fact);
    const worth = (counted ? 1000 : 0) + weight;
    if (before) repeated += 1;
    if (!before || order > before.order || worth > before.worth)
      kept.set(fact, { order, at, worth, columns, person, event, importId });
  }
  for (const { person, event, at, columns: held, importId } of kept.values()) {
    const columns = held as NonNullable<RecordSet['participation']>;
    const period = events[event]?.period ?? null;
    const place = register.place(person, period);
    const role = columns.role[at] ?? null;
    const result = columns.result[at] ?? null;
    pushRow(table, {
      event,
      person,
      period,
      class: place?.class ?? columns.class[at] ?? null,
      grade: place?.grade ?? columns.grade[at] ?? null,
      sex: register.people[person]?.sex ?? columns.sex[at] ?? null,
      role: role === null ? (ordinary < 0 ? null : ordinary) : (roles.get(role) ?? null),
      result: result === null ? null : (results.get(result) ?? null),
      hours: columns.hours[at] ?? null,
      hours_source: columns.hours_source[at] ?? null,
      team: columns.team[at] ?? null,
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    });
  }
  return { table, repeated };
}

/** Counts without names, one an event and class: the later import wins; where names of the event exist, they win. */
export function addHeadcounts(
  work: StarWork,
  named: Star['participation'],
): Facts<Star['headcount']> & {
  counted: { event: number; title: string; counted: number; named: number }[];
} {
  const { events, eventOf, mentions } = work;
  const table = emptyColumns(schema.headcount);
  const people = new Map<number, number>();
  for (const event of named.event)
    if (event !== null) people.set(event, (people.get(event) ?? 0) + 1);
  const kept = new Map<
    string,
    { event: number; at: number; columns: NonNullable<RecordSet['headcount']>; importId: string }
  >();
  let repeated = 0;
  for (const { columns, at, importId } of walk(work, 'headcount')) {
    const mention = mentions.get(columns)?.[at] ?? -1;
    const event = mention < 0 ? -1 : (eventOf[mention] ?? -1);
    if (event < 0) continue;
    const fact = `${event}|${columns.class[at] ?? ''}`;
    if (kept.has(fact)) repeated += 1;
    kept.set(fact, { event, at, columns, importId });
  }
  const sums = new Map<number, number>();
  for (const { event, at, columns, importId } of kept.values()) {
    sums.set(event, (sums.get(event) ?? 0) + (columns.n[at] ?? 0));
    pushRow(table, {
      event,
      period: events[event]?.period ?? null,
      class: columns.class[at] ?? null,
      grade: columns.grade[at] ?? null,
      n: columns.n[at] ?? null,
      n_winners: columns.n_winners[at] ?? null,
      n_prizes: columns.n_prizes[at] ?? null,
      named: people.has(event),
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    });
  }
  const counted = [...sums]
    .filter(([event]) => people.has(event))
    .map(([event, sum]) => ({
      event,
      title: events[event]?.title ?? '',
      counted: sum,
      named: people.get(event) ?? 0,
    }));
  return { table, repeated, counted };
}
