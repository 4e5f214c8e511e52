import type { Engine } from '#lib/engine/engine.ts';
import { factTables } from '#lib/measures/facts.ts';
import type { Slice } from '#lib/measures/measure.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { and, column, from, isNotDistinct, join, Query, sql } from '@uwdata/mosaic-sql';
import { memberKey } from '../counts.ts';
import { bitsFor, setOf } from './person-set.ts';
import { readNumbers, type RollTerms } from './roll-book.ts';

function sliceOf(programme: Programme): Slice {
  return { grain: 'term', by: [], selection: [], programme, score: null };
}

/** Reads who is on the roll of which term, nobody told apart. Rejects with `QueryError` where the engine refuses. */
export async function readRoll(
  engine: Engine,
  programme: Programme,
  signal?: AbortSignal,
): Promise<RollTerms> {
  const counted = await engine.ask(
    String(Query.from('participant').select({ people: sql`coalesce(max(person) + 1, 0)` })),
    signal,
  );
  const people = Number(counted.columns['people']?.[0] ?? 0);
  const bits = bitsFor(people);
  const { columns, bytes } = await engine.ask(
    String(
      Query.with(factTables(sliceOf(programme)))
        .from('pupils')
        .select('time', { people: sql`bitstring_agg(person, 0, ${bits - 1})::BLOB` })
        .groupby('time'),
    ),
    signal,
  );
  const sets = Array.from(columns['time'] ?? [], (time, index) => {
    const set = setOf(bytes?.['people']?.[index] ?? null, bits);
    return [Number(time), set] as const;
  });
  return { people, sets: new Map(sets), groups: [], numbers: new Map() };
}

/** Reads in which class, grade and sex each pupil of the roll is. Rejects with `QueryError` where the engine refuses. */
export async function readGroups(
  engine: Engine,
  programme: Programme,
  roll: RollTerms,
  signal?: AbortSignal,
): Promise<RollTerms> {
  const occurring = Query.from('pupils')
    .select(...pupilSideDimensions)
    .distinct();
  // The same order in both queries, so that a group has the same number.
  const numbered = Query.from({ occurring }).select(...pupilSideDimensions, {
    number: sql`((row_number() OVER (ORDER BY ${pupilSideDimensions.join(', ')})) - 1)::INTEGER`,
  });
  const withNumbers = () => Query.with(factTables(sliceOf(programme)), { numbered });
  const same = pupilSideDimensions.map((name) =>
    isNotDistinct(column(name, 'p'), column(name, 'g')),
  );
  const rows = join(from('pupils', 'p'), from('numbered', 'g'), { on: and(...same) });
  const groups = await engine.ask(
    String(withNumbers().from('numbered').select('*').orderby('number')),
    signal,
  );
  const listed = await engine.ask(
    String(
      withNumbers()
        .from(rows)
        .select({ time: sql`p.time`, person: sql`p.person`, number: sql`g.number` }),
    ),
    signal,
  );
  return {
    ...roll,
    groups: Array.from({ length: groups.length }, (_, i) =>
      pupilSideDimensions.map((name) => memberKey(groups.columns[name]?.[i])),
    ),
    numbers: readNumbers(listed, bitsFor(roll.people)),
  };
}
