import { from, join, Query, sql } from '@uwdata/mosaic-sql';
import { pupilCondition } from './facts.ts';
import type { Mean, Slice } from './measure.ts';
import { keys, moments } from './tally.ts';

/** Answers to items of civic identity at their time. */
function answered(): Query {
  const rows = join(from('survey', 's'), from('clock', 'c'), { on: sql`s.period = c.period` });
  return Query.from(rows)
    .select('time', 'answer', 'class', 'grade', { id: sql`s.rowid`, value: sql`s.value` })
    .where(sql`s.instrument = 'civic' AND s.value IS NOT NULL`);
}

function belongingTally({ by, selection }: Slice): Query {
  const each = Query.from({ answered: answered() })
    .select(...keys(by), 'answer', { value: sql`avg(value)` })
    .where(pupilCondition(selection))
    .groupby(...keys(by), 'answer');
  return moments(by, each);
}

/** M32: mean agreement with the items of civic identity, from 0 (not at all) to 1 (fully), over anonymous answers. */
export const belonging: Mean = {
  kind: 'mean',
  unit: 'percent',
  better: 'up',
  minimum: 10,
  tasks: ['4'],
  by: ['grade', 'class'],
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
  recorded: () => Query.from({ answered: answered() }).select('time').distinct(),
  tally: belongingTally,
  traces: ({ selection }) => [
    {
      table: 'survey',
      with: { answered: answered() },
      where: (cell) =>
        sql`f.rowid IN (SELECT id FROM answered WHERE ${cell} AND ${pupilCondition(selection)})`,
    },
  ],
};
