import type { Answer, Engine } from '#lib/engine/engine.ts';
import { factTables, otherDimensions, pupilDimensions } from '#lib/measures/facts.ts';
import { hasCohort, type CohortMeasure, type Measure, type Slice } from '#lib/measures/measure.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import {
  and,
  column,
  cross_join,
  eq,
  from,
  isNotDistinct,
  join,
  literal,
  Query,
  sql,
} from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';
import { orderMembers, partnerNames, type Member } from './members.ts';

/** What is asked of the pupils of one time. */
export interface DistributionQuestion {
  readonly measure: MeasureId;
  readonly by: Dimension | null;
  readonly grain: Grain;
  readonly time: number;
  readonly selection: Selection;
}

/** How many pupils of one group have each value; the values ascend, and nobody is named. */
export interface SpreadGroup {
  readonly member: Member;
  readonly values: readonly { readonly value: number; readonly pupils: number }[];
}

/** A measure that is a mean of one number a pupil. */
export function hasNumbers(measure: Measure): measure is CohortMeasure {
  return measure.kind === 'mean' && hasCohort(measure);
}

/**
 * Rows of the slice's dimensions, `value` and `pupils` at one time. Over the roll, a pupil of whom nothing is told has 0,
 * with each member of events' dimensions that occurs then, as the mean counts it.
 */
export function distributionQuery(measure: CohortMeasure, slice: Slice, time: number): Query {
  const { by } = slice;
  const told = Query.from({ all_told: measure.each(slice) })
    .select('person', ...by, { value: sql`value::DOUBLE` })
    .where(eq('time', literal(time)));
  const counted = (rows: Query) =>
    Query.with(factTables(slice), { told })
      .from({ rows })
      .select(...by, 'value', { pupils: sql`count(*)::DOUBLE` })
      .where(sql`value IS NOT NULL`)
      .groupby(...by, 'value')
      .orderby(...by, 'value');
  if (measure.over === 'own') return counted(Query.from('told').select(...by, 'value'));
  const own = pupilDimensions(by);
  const kinds = otherDimensions(by);
  const listed = Query.from('enrolled')
    .select('person', ...own)
    .where(eq('time', literal(time)));
  const base =
    kinds.length === 0
      ? listed
      : Query.from(cross_join(from('listed', 'l'), from('kinds', 'k')))
          .with({
            listed,
            kinds: Query.from('told')
              .select(...kinds)
              .distinct(),
          })
          .select(
            column('person', 'l'),
            ...own.map((name) => column(name, 'l')),
            ...kinds.map((name) => column(name, 'k')),
          );
  const matched = and(
    sql`t.person = b.person`,
    ...kinds.map((name) => isNotDistinct(column(name, 't'), column(name, 'b'))),
  );
  const rows = Query.from(join(from('base', 'b'), from('told', 't'), { type: 'LEFT', on: matched }))
    .with({ base })
    .select(...by.map((name) => column(name, 'b')), { value: sql`coalesce(t.value, 0)` });
  return counted(rows);
}

function readGroups({ columns, length }: Answer, by: Dimension | null) {
  const groups = new Map<MemberKey, { value: number; pupils: number }[]>();
  for (let row = 0; row < length; row += 1) {
    const found = by === null ? null : (columns[by]?.[row] ?? null);
    const key = typeof found === 'boolean' ? String(found) : found;
    const values = groups.get(key) ?? [];
    values.push({
      value: Number(columns['value']?.[row]),
      pupils: Number(columns['pupils']?.[row]),
    });
    groups.set(key, values);
  }
  return groups;
}

/** The values of pupils at one time, by the members of a dimension. Empty where a measure has no number of each pupil. */
export async function askDistribution(
  engine: Engine,
  question: DistributionQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<readonly SpreadGroup[]> {
  const measure: Measure = measures[question.measure];
  if (!hasNumbers(measure)) return [];
  const { by, grain, selection, time } = question;
  const slice: Slice = { grain, by: by ? [by] : [], selection, programme, score: null };
  const answer = await engine.ask(String(distributionQuery(measure, slice, time)), signal);
  const groups = readGroups(answer, by);
  const partners = by === 'partner' ? await engine.ask(partnerNames, signal) : null;
  const members = by
    ? orderMembers(by, groups.keys(), programme, partners)
    : [...groups.keys()].map((key) => ({ key, name: null }));
  return members.map((member) => ({ member, values: groups.get(member.key) ?? [] }));
}
