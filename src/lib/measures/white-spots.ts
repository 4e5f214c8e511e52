import {
  column,
  cross_join,
  from,
  isNotDistinct,
  and,
  join,
  literal,
  Query,
  sql,
} from '@uwdata/mosaic-sql';
import { eventCondition, participationTimes } from './facts.ts';
import type { Slice, Statistic } from './measure.ts';
import { keys } from './tally.ts';
import { traceRoll } from './trace.ts';

/** A class under this many pupils has no reach to speak of. */
const smallestClass = 10;

/**
 * One row a time, class and block of the programme; `white` says that reach is under the programme's target, or that no
 * pupil of the class met a known partner there.
 */
function spots({ selection, programme }: Slice): Query {
  const classes = Query.from('enrolled')
    .select('time', 'class', 'grade', { n: sql`count(*)` })
    .where(sql`class IS NOT NULL`)
    .groupby('time', 'class', 'grade')
    .having(sql`count(*) >= ${literal(smallestClass)}`);
  const blocks = Query.from({ all_blocks: Query.from('block').select({ block: 'id' }) })
    .select('block')
    .where(eventCondition(selection));
  const hits = Query.from('counted')
    .select('time', 'class', 'grade', 'block', {
      y: sql`count(DISTINCT person)`,
      partners: sql`count(partner)`,
    })
    .where(sql`listed`)
    .groupby('time', 'class', 'grade', 'block');
  const rows = join(cross_join(from('classes', 'k'), from('blocks', 'b')), from('hits', 'h'), {
    type: 'LEFT',
    on: and(
      sql`h.time = k.time AND h.class = k.class AND h.block = b.block`,
      isNotDistinct(column('grade', 'h'), column('grade', 'k')),
    ),
  });
  return Query.from(rows)
    .with({ classes, blocks, hits })
    .select(
      { time: sql`k.time`, class: sql`k.class`, grade: sql`k.grade`, block: sql`b.block` },
      {
        white: sql`coalesce(h.y, 0) < ${literal(programme.whiteSpotTarget)} * k.n
          OR coalesce(h.partners, 0) = 0`,
      },
    );
}

/** M38: cells of class × block with reach under the programme's target or without a partner; `n` is the number of cells. */
export const whiteSpots: Statistic = {
  kind: 'statistic',
  unit: 'cells',
  better: 'down',
  minimum: 1,
  tasks: ['1', '2'],
  by: ['block', 'grade', 'class'],
  grains: ['term', 'half', 'year'],
  // A cell that is white in a term need not be so in the year.
  merging: 'recount',
  undefinedWhen: ['no-roll', 'no-records', 'too-few'],
  source: 'ArtsForward NYC 2014 gap analysis',
  over: 'own',
  needsRoll: true,
  members: 'tally',
  nothing: 'too-few',
  recorded: participationTimes,
  tally: (slice) => ({
    rows: spots(slice),
    counts: { x: sql`count(*) FILTER (WHERE white)`, n: sql`count(*)` },
  }),
  value: ({ x }) => x ?? 'too-few',
  traces(slice) {
    const white = Query.from({ spots: spots(slice) })
      .select('*')
      .where(sql`white`);
    const rows = join(from('enrolled', 'e'), from('white', 'w'), {
      on: and(
        sql`e.time = w.time AND e.class = w.class`,
        isNotDistinct(column('grade', 'e'), column('grade', 'w')),
      ),
    });
    const pupils = Query.from(rows)
      .with({ white })
      .select(...keys(['class', 'grade', 'block']).map((name) => column(name, 'w')), {
        person: sql`e.person`,
      });
    return traceRoll(pupils);
  },
};
