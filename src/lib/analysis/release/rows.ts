import type { Answer, Engine } from '#lib/engine/engine.ts';
import { highLevels, points } from '#lib/measures/achievements.ts';
import { hasAllParts } from '#lib/measures/completeness.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { eventDimensions, pupilSideDimensions, type Dimension } from '#lib/model/dimension.ts';
import { isIn, literal, Query, sql } from '@uwdata/mosaic-sql';
import { memberKey, type MemberKey } from '../counts.ts';
import type { DeedMark } from './spec.ts';

/** One deed as the counts read it. */
export interface DeedRow {
  readonly person: number;
  readonly period: number;
  readonly marks: ReadonlySet<DeedMark>;
  readonly members: ReadonlyMap<Dimension, MemberKey>;
  readonly hours: number;
  readonly points: number;
  /** What its time says of the person where no roll does. */
  readonly stated: ReadonlyMap<Dimension, MemberKey>;
}

/** One pupil on the roll of a time, or one value of a pupil or a form. */
export interface PersonRow {
  readonly person: number;
  readonly time: number;
  readonly members: ReadonlyMap<Dimension, MemberKey>;
}

/** A value of a pupil or a form at a time. */
export interface ValueRow {
  readonly time: number;
  readonly members: ReadonlyMap<Dimension, MemberKey>;
  readonly value: number;
}

function columnsOf({ columns }: Answer) {
  return (name: string, row: number) => columns[name]?.[row] ?? null;
}

function membersAt(
  at: ReturnType<typeof columnsOf>,
  row: number,
  dimensions: readonly Dimension[],
  nameOf: (dimension: Dimension) => string = String,
): ReadonlyMap<Dimension, MemberKey> {
  return new Map(dimensions.map((name) => [name, memberKey(at(nameOf(name), row))]));
}

function deedQuery(programme: Programme): string {
  const high = highLevels(programme).map((id) => literal(id));
  return String(
    Query.from('prepared_deeds').select('person', 'period', ...eventDimensions, {
      hours: sql`coalesce(hours, 0)::DOUBLE`,
      points: sql`coalesce(${points(programme)}, 0)::DOUBLE`,
      high: high.length === 0 ? literal(false) : sql`coalesce(${isIn('level', high)}, false)`,
      civic: sql`coalesce(civic OR volunteering, false)`,
      award: sql`coalesce(award, false)`,
      governed: sql`coalesce(${isIn('role', [literal('organizer'), literal('host')])}, false)`,
      competitive: sql`coalesce(competitive, false)`,
      whole: sql`coalesce(${hasAllParts}, false)`,
      ...Object.fromEntries(pupilSideDimensions.map((name) => [name, sql`${name}_term`])),
    }),
  );
}

/** Every deed that counts. Rejects as the engine does. */
export async function askDeeds(
  engine: Engine,
  programme: Programme,
  signal?: AbortSignal,
): Promise<DeedRow[]> {
  const answer = await engine.ask(deedQuery(programme), signal);
  const at = columnsOf(answer);
  const rows: DeedRow[] = [];
  for (let row = 0; row < answer.length; row += 1) {
    const members = membersAt(at, row, eventDimensions);
    const is = (name: string) => at(name, row) === true;
    const marks = new Set<DeedMark>(['any']);
    for (const name of ['block', 'direction', 'level'] as const) {
      if (members.get(name) !== null) marks.add(name);
    }
    for (const name of ['high', 'civic', 'award', 'governed', 'competitive', 'whole'] as const) {
      if (is(name)) marks.add(name);
    }
    if (is('competitive') && is('award')) marks.add('competitive-award');
    rows.push({
      person: Number(at('person', row)),
      period: Number(at('period', row)),
      marks,
      members,
      hours: Number(at('hours', row)),
      points: Number(at('points', row)),
      stated: membersAt(at, row, pupilSideDimensions),
    });
  }
  return rows;
}

/** Everybody on the roll, one row a person and time. Rejects as the engine does. */
export async function askRoll(
  engine: Engine,
  grain: Grain,
  signal?: AbortSignal,
): Promise<PersonRow[]> {
  const query = Query.from(`prepared_pupils_${grain}`).select(
    'person',
    'time',
    ...pupilSideDimensions,
  );
  const answer = await engine.ask(String(query), signal);
  const at = columnsOf(answer);
  return Array.from({ length: answer.length }, (_, row) => ({
    person: Number(at('person', row)),
    time: Number(at('time', row)),
    members: membersAt(at, row, pupilSideDimensions),
  }));
}

/** The values that a query gives. Rejects as the engine does. */
export async function askValues(
  engine: Engine,
  query: string,
  signal?: AbortSignal,
): Promise<ValueRow[]> {
  const answer = await engine.ask(query, signal);
  const at = columnsOf(answer);
  return Array.from({ length: answer.length }, (_, row) => ({
    time: Number(at('time', row)),
    members: membersAt(at, row, pupilSideDimensions),
    value: Number(at('value', row)),
  }));
}
