import type { Engine } from '#lib/engine/engine.ts';
import { eventCondition, factTables } from '#lib/measures/facts.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import {
  eventDimensions,
  isOwnDimension,
  type Dimension,
  type Grain,
} from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { and, eq, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';
import { orderMembers, partnerNames, type Member } from './members.ts';

/** What links of partners count. */
export type LinkWeight = 'events' | 'participations';

/** Which links are asked for: what partners are linked with, at one time. */
export interface LinkQuestion {
  readonly weighs: LinkWeight;
  readonly side: Dimension;
  readonly grain: Grain;
  readonly time: number;
  readonly selection: Selection;
}

/** Partners and members of another dimension by what there is between them; what has no partner stands aside. */
export interface PartnerLinks {
  readonly partners: readonly Member[];
  readonly others: readonly Member[];
  readonly links: readonly {
    readonly partner: MemberKey;
    readonly other: MemberKey;
    readonly weight: number;
  }[];
}

/** What a measure counts between partners and something else, or null where it counts nothing of the kind. */
export function linkWeight(measure: MeasureId): LinkWeight | null {
  if (measure === 'M04') return 'participations';
  return measure === 'M21' || measure === 'M22' || measure === 'M23' ? 'events' : null;
}

/** Whether a dimension belongs to an event itself, not to taking part in it. */
export function isOfEvents(dimension: Dimension): boolean {
  return eventDimensions.includes(dimension) && !isOwnDimension(dimension);
}

/** Events that were held, once each, with the time to which they count. */
function held(selection: Selection): Query {
  const all = Query.from(
    join(from('occasions', 'o'), from('clock', 'c'), { on: sql`o.period = c.period` }),
  )
    .select('time', 'event', 'block', 'direction', 'partner', 'level')
    .where(sql`o.held`);
  return Query.from({ all }).select('*').where(eventCondition(selection));
}

/** Rows of `partner`, the other side and `weight` at one time. */
export function partnerLinksQuery(question: LinkQuestion, programme: Programme): Query {
  const { weighs, side, grain, selection, time } = question;
  const slice = { grain, by: [], selection, programme, score: null };
  const rows = weighs === 'events' ? held(selection) : Query.from('counted').select('*');
  return Query.with(factTables(slice), { linked: rows })
    .from('linked')
    .select('partner', { other: side }, { weight: sql`count(*)::DOUBLE` })
    .where(and(eq('time', literal(time)), sql`partner IS NOT NULL`))
    .groupby('partner', side)
    .orderby('partner', side);
}

function keyOf(value: unknown): MemberKey {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Links of partners at one time, the partners and the others in their own order. */
export async function askPartnerLinks(
  engine: Engine,
  question: LinkQuestion,
  programme: Programme,
  signal?: AbortSignal,
): Promise<PartnerLinks> {
  const answer = await engine.ask(String(partnerLinksQuery(question, programme)), signal);
  const partners = await engine.ask(partnerNames, signal);
  const { columns, length } = answer;
  const links = Array.from({ length }, (_, row) => ({
    partner: keyOf(columns['partner']?.[row]),
    other: keyOf(columns['other']?.[row]),
    weight: Number(columns['weight']?.[row]),
  }));
  const keys = (side: 'partner' | 'other') => links.map((link) => link[side]);
  return {
    partners: orderMembers('partner', keys('partner'), programme, partners),
    others: orderMembers(question.side, keys('other'), programme, null),
    links,
  };
}
