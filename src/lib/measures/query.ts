import type { Dimension } from '#lib/model/dimension.ts';
import {
  and,
  column,
  cte,
  from,
  isNotDistinct,
  join,
  literal,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { cellsOf, rollSizes, span } from './cells.ts';
import { factTables, pupilDimensions } from './facts.ts';
import type { CountedMeasure, Slice } from './measure.ts';
import { listed, Pass, type Places } from './pass.ts';
import { keys } from './tally.ts';

/** Equality of the named columns of two tables in which unknown equals unknown. */
function same(left: string, right: string, names: readonly string[]): ExprNode {
  return and(...names.map((name) => isNotDistinct(column(name, left), column(name, right))));
}

/** Different things, numbered in the order in which they are met; things with one text are the same. */
class Numbered<T> {
  readonly #numbers = new Map<string, number>();
  readonly list: T[] = [];

  /** The number of the thing with a text, which is made where the text is new. */
  of(text: string, make: () => T): number {
    const number = this.#numbers.get(text) ?? this.list.push(make()) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Where what was counted for one measure stands. */
interface Place {
  readonly measure: string;
  /** Number of the cells that a pass fills. */
  readonly filling: number;
  /** Number of the times for which 0 is a fact. */
  readonly recorded: number;
  readonly counts: Places;
}

const numbers = ['x', 'n', 'total', 'squares', 'x2', 'n2'] as const;

/** Lays out measures so that those which count over the same rows share a pass, and those with the same cells share these. */
class Layout {
  readonly #slice: Slice;
  readonly #each = new Map<string, ExprNode>();
  readonly #passes = new Numbered<Pass>();
  readonly #recorded = new Numbered<Query>();
  readonly #cells = new Numbered<Query>();
  readonly #fillings = new Numbered<readonly [cells: number, pass: number]>();
  readonly #places: Place[] = [];

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  /** Takes in a measure. Throws where one name means two aggregates over the deeds of a person. */
  add(name: string, measure: CountedMeasure): void {
    const slice = this.#slice;
    const tally = measure.tally(slice);
    for (const [own, aggregate] of Object.entries(tally.each ?? {})) {
      if (String(this.#each.get(own) ?? aggregate) !== String(aggregate)) {
        throw new Error(`Two measures aggregate different things as «${own}»`);
      }
      this.#each.set(own, aggregate);
    }
    const pass = this.#passes.of(String(tally.rows), () => new Pass(tally.rows));
    const recorded = measure.recorded(slice);
    const counted = Query.from('passes').where(sql`pass = ${literal(pass)}`);
    const cells = cellsOf(
      slice.by,
      measure.needsRoll ? null : counted,
      measure.members === 'deeds' ? Query.from('deeds') : counted,
    );
    this.#places.push({
      measure: name,
      filling: this.#filling(
        this.#cells.of(String(cells), () => cells),
        pass,
      ),
      recorded: this.#recorded.of(String(recorded), () => recorded),
      counts: this.#passes.list[pass]?.add(tally) ?? {},
    });
  }

  #filling(cells: number, pass: number): number {
    return this.#fillings.of(`${cells} ${pass}`, () => [cells, pass]);
  }

  /** The tables on which the rows of the measures stand, by name. */
  tables() {
    const { by } = this.#slice;
    return {
      span: span(),
      sizes: rollSizes(by),
      passes: Query.unionAll(this.#passes.list.map((pass, number) => pass.query(by, number))),
      recorded: Query.unionAll(
        this.#recorded.list.map((times, number) =>
          Query.from({ times }).select({ recorded: literal(number) }, 'time'),
        ),
      ),
      cells: Query.unionAll(
        this.#cells.list.map((cells, number) =>
          Query.from({ own: cells }).select({ cells: literal(number) }, ...keys(by)),
        ),
      ),
      fillings: this.#fillingRows(),
      filled: this.#filled(),
      places: this.#placeRows(),
    };
  }

  /** The facts, with what the measures aggregate over the deeds of each person. */
  facts() {
    return factTables(this.#slice, Object.fromEntries(this.#each));
  }

  #fillingRows(): Query {
    const rows = this.#fillings.list.map(
      ([cells, pass], number) => sql`(${literal(number)}, ${literal(cells)}, ${literal(pass)})`,
    );
    return Query.from({ rows: sql`(VALUES ${listed(rows)})` }).select({
      filling: 'col0',
      cells: 'col1',
      pass: 'col2',
    });
  }

  /** One row a filling and cell with the pupils on the roll and what the pass counted, null where it counted nothing. */
  #filled(): Query {
    const all = keys(this.#slice.by);
    let rows = join(from('fillings', 'f'), from('cells', 'g'), { on: sql`g.cells = f.cells` });
    rows = join(rows, from('passes', 't'), {
      type: 'LEFT',
      on: and(sql`t.pass = f.pass`, same('g', 't', all)),
    });
    rows = join(rows, from('sizes', 's'), {
      type: 'LEFT',
      on: same('g', 's', keys(pupilDimensions(this.#slice.by))),
    });
    return Query.from(rows).select(
      { filling: sql`f.filling` },
      ...all.map((key) => column(key, 'g')),
      {
        counts: sql`t.counts`,
        line: sql`t.line`,
        roll: sql`coalesce(s.n, 0)`,
      },
    );
  }

  #placeRows(): Query {
    const rows = this.#places.map(
      ({ measure, filling, recorded, counts }) =>
        sql`(${listed(
          [measure, filling, recorded, ...numbers.map((name) => counts[name] ?? null)].map((one) =>
            literal(one),
          ),
        )})`,
    );
    const columns = ['measure', 'filling', 'recorded', ...numbers].map((name, index) => [
      name,
      sql`${column(`col${index}`)}`,
    ]);
    return Query.from({ rows: sql`(VALUES ${listed(rows)})` }).select(
      Object.fromEntries(columns) as Record<string, ExprNode>,
    );
  }
}

/**
 * One query for several measures of one slice. Its rows, in no order: `measure` (the name given), `time`, a column for
 * each dimension, the counts of `CellCounts` (null where nothing was counted), `roll` (pupils on the roll in that cell)
 * and `known` (where nothing was counted, 0 is a fact). Measures that count over the same rows share one pass.
 */
export function measuresQuery(
  measures: Readonly<Record<string, CountedMeasure>>,
  slice: Slice,
): Query {
  const layout = new Layout(slice);
  for (const [name, measure] of Object.entries(measures)) layout.add(name, measure);
  const counts = numbers.map((name) => [name, sql`g.counts[p.${column(name)}]`] as const);
  // Each table is finished before it is read: read in line, all measures by partner did not come to an end in DuckDB 1.4.
  return Query.with(
    layout.facts(),
    Object.entries(layout.tables()).map(([name, query]) => cte(name, query, true)),
  )
    .from(join(from('filled', 'g'), from('places', 'p'), { on: sql`g.filling = p.filling` }))
    .select(
      { measure: sql`p.measure` },
      ...keys(slice.by).map((key: Dimension | string) => column(key, 'g')),
      Object.fromEntries(counts),
      {
        line: sql`g.line`,
        roll: sql`g.roll`,
        known: sql`(p.recorded, g.time) IN (SELECT (recorded, time) FROM recorded)`,
      },
    );
}
