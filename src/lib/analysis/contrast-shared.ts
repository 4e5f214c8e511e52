import type { Engine } from '#lib/engine/engine.ts';
import { factTables, pupilCondition } from '#lib/measures/facts.ts';
import type { Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { and, from, join, literal, Query, sql } from '@uwdata/mosaic-sql';

/** Pupils at one time who meet the pupils' part of a selection. */
export interface Group {
  readonly time: number;
  readonly selection: Selection;
}

function pupilsOf({ time, selection }: Group): Query {
  return Query.from('pupils')
    .select('person')
    .distinct()
    .where(and(sql`time = ${literal(time)}`, pupilCondition(selection)));
}

/** How many pupils are on the rolls of both of two groups. Rejects as `askMeasures` does. */
export async function askShared(
  engine: Engine,
  [first, second]: readonly [Group, Group],
  grain: Grain,
  programme: Programme,
  signal?: AbortSignal,
): Promise<number> {
  const whole = { grain, by: [], selection: [], programme, score: null };
  const both = join(from('first_group', 'a'), from('second_group', 'b'), {
    on: sql`a.person = b.person`,
  });
  const query = Query.with(factTables(whole), {
    first_group: pupilsOf(first),
    second_group: pupilsOf(second),
  })
    .from(both)
    .select({ shared: sql`count(*)::INTEGER` });
  const { columns } = await engine.ask(String(query), signal);
  return Number(columns['shared']?.[0] ?? 0);
}
