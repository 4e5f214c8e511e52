import { star as schema, type Star } from '#lib/engine/schema.ts';
import type { Programme } from '#lib/model/programme.ts';
import { emptyColumns, type RecordKind, type RecordSet } from '../record.ts';
import type { Calendar } from './calendar.ts';
import type { EventRow } from './event-row.ts';
import { indexIds } from './lookup.ts';
import type { OwnDimensions } from './own-dimensions.ts';
import { placeAt, type People } from './people.ts';
import { appendTo } from './table-rows.ts';

/** What the facts of the star are made from. */
export interface StarWork {
  readonly imports: readonly { readonly id: string; readonly records: RecordSet }[];
  readonly programme: Programme;
  readonly calendar: Calendar;
  readonly people: People;
  readonly events: readonly EventRow[];
  /** The event of each record (-1: none), by the columns of the records. */
  readonly eventOf: ReadonlyMap<object, Int32Array>;
  readonly own: OwnDimensions;
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
  readonly columns: NonNullable<RecordSet['participation']>;
  readonly person: number;
  readonly event: number;
  readonly importId: string;
}

/** Participations, one a person and event: the later import wins, within one import the better result. */
export function addParticipations(work: StarWork): Facts<Star['participation']> {
  const { people, events, eventOf, programme } = work;
  const table = emptyColumns(schema.participation);
  const append = appendTo(table);
  const roles = indexIds(programme.roles);
  const results = indexIds(programme.results);
  const ordinary = programme.roles.findIndex((role) => role.counted);
  const kept = new Map<number, Held>();
  let repeated = 0;
  const width = events.length + 1;
  for (const { columns, at, importId, order } of walk(work, 'participation')) {
    const event = eventOf.get(columns)?.[at] ?? -1;
    const person = people.personOf.get(columns)?.[at] ?? -1;
    if (event < 0 || person < 0) continue;
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
  for (const { person, event, at, columns, importId } of kept.values()) {
    const period = events[event]?.period ?? null;
    const place = placeAt(people, person, period);
    const role = columns.role[at] ?? null;
    const result = columns.result[at] ?? null;
    append({
      event,
      person,
      period,
      class: place?.class ?? columns.class[at] ?? null,
      grade: place?.grade ?? columns.grade[at] ?? null,
      sex: people.people[person]?.sex ?? columns.sex[at] ?? null,
      role: role === null ? (ordinary < 0 ? null : ordinary) : (roles.get(role) ?? null),
      result: result === null ? null : (results.get(result) ?? null),
      hours: columns.hours[at] ?? null,
      hours_source: columns.hours_source[at] ?? null,
      team: columns.team[at] ?? null,
      ...work.own.read(columns, at),
      import_id: importId,
      sheet: columns.sheet[at] ?? null,
      row: columns.row[at] ?? null,
      col: columns.col[at] ?? null,
    });
  }
  return { table, repeated };
}
