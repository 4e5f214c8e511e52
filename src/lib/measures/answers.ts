import type { Dimension } from '#lib/model/dimension.ts';
import { from, join, literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import { pupilCondition } from './facts.ts';
import type { Mean, Proportion, Slice } from './measure.ts';
import { keys, momentsOf, shareOf } from './tally.ts';

/** Answers to items of an instrument at their time, each with its goodness from 0 to 1. */
function answered(instrument: string, good: ExprNode = sql`s.value`): Query {
  const rows = join(from('survey', 's'), from('clock', 'c'), { on: sql`s.period = c.period` });
  return Query.from(rows)
    .select('time', 'answer', 'class', 'grade', { id: sql`s.rowid`, value: good })
    .where(sql`s.instrument = ${literal(instrument)} AND s.value IS NOT NULL`);
}

/** One row an anonymous form with the mean over its answers. */
function forms({ by, selection }: Slice, answers: Query): Query {
  return Query.from({ answered: answers })
    .select(...keys(by), 'answer', { value: sql`avg(value)` })
    .where(pupilCondition(selection))
    .groupby(...keys(by), 'answer');
}

const pupilSide: readonly Dimension[] = ['grade', 'class'];

const described = {
  unit: 'percent',
  minimum: 10,
  by: pupilSide,
  grains: ['term', 'half', 'year'],
  undefinedWhen: ['no-records', 'too-few'],
  over: 'own',
  needsRoll: false,
  members: 'tally',
  nothing: 'no-records',
} as const;

/** M32: mean agreement with the items of civic identity, from 0 (not at all) to 1 (fully), over anonymous forms. */
export const belonging: Mean = {
  ...described,
  kind: 'mean',
  better: 'up',
  tasks: ['4'],
  // A form belongs to one time and one class.
  merging: 'moments',
  source: 'Student 1908; ICCS 2022',
  recorded: () => times(answered('civic')),
  tally: (slice) => ({
    rows: forms(slice, answered('civic')),
    counts: momentsOf(sql`value`),
  }),
  traces: ({ selection }) => [
    {
      table: 'survey',
      with: { answered: answered('civic') },
      where: (cell) =>
        sql`f.rowid IN (SELECT id FROM answered WHERE ${cell} AND ${pupilCondition(selection)})`,
    },
  ],
};

function times(answers: Query): Query {
  return Query.from({ answered: answers }).select('time').distinct();
}

/** The text of items as the programme's words are compared with it. */
const folded = sql`replace(lower(s.item), 'ё', 'е')`;

function foldWord(word: string): string {
  return word.trim().toLowerCase().replaceAll('ё', 'е');
}

/** Answers on wellbeing, turned round where an item says that less is better. */
function feelings({ programme }: Slice): Query {
  const words = programme.wellbeing.lessIsBetter.map(foldWord).filter((word) => word !== '');
  const turned = words.map((word) => sql`contains(${folded}, ${literal(word)})`);
  const less = turned.reduce<ExprNode>((all, one) => sql`${all} OR ${one}`, literal(false));
  return answered('wellbeing', sql`CASE WHEN ${less} THEN 1 - s.value ELSE s.value END`);
}

/** M33: mean wellbeing of anonymous forms, from 0 (worst) to 1 (best), with items on which less is better turned round. */
export const wellbeing: Mean = {
  ...described,
  kind: 'mean',
  better: 'up',
  tasks: ['5'],
  // A form belongs to one time and one class.
  merging: 'moments',
  source: 'Student 1908; Phillips 1970; Doskin et al. 1973',
  recorded: (slice) => times(feelings(slice)),
  tally: (slice) => ({ rows: forms(slice, feelings(slice)), counts: momentsOf(sql`value`) }),
  traces: (slice) => [
    {
      table: 'survey',
      with: { answered: feelings(slice) },
      where: (cell) =>
        sql`f.rowid IN (SELECT id FROM answered WHERE ${cell} AND ${pupilCondition(slice.selection)})`,
    },
  ],
};

// Sums of tenths are not exact: a form whose mean is the cut itself is in the band.
function isAtRisk({ programme }: Slice): ExprNode {
  return sql`value <= ${literal(programme.wellbeing.risk)} + 1e-9`;
}

/** M44: anonymous forms whose wellbeing is at or under the programme's risk band, of the forms. */
export const wellbeingRisk: Proportion = {
  ...wellbeing,
  kind: 'proportion',
  better: 'down',
  merging: 'sums',
  source: 'Wilson 1927; Phillips 1970; Doskin et al. 1973',
  tally: (slice) => ({ rows: forms(slice, feelings(slice)), counts: shareOf(isAtRisk(slice)) }),
  traces: (slice) => {
    const risky = Query.from({ forms: forms({ ...slice, selection: [] }, feelings(slice)) })
      .select('*')
      .where(isAtRisk(slice));
    return [
      {
        table: 'survey',
        with: { answered: feelings(slice), risky },
        where: (cell) =>
          sql`f.rowid IN (SELECT id FROM answered WHERE ${cell} AND ${pupilCondition(slice.selection)}
            AND answer IN (SELECT answer FROM risky WHERE ${cell}))`,
      },
    ];
  },
};
