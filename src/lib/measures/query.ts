import {
  and,
  column,
  from,
  isNotDistinct,
  join,
  literal,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import { cellsOf, rollSizes, span } from './cells.ts';
import { pupilDimensions, factTables } from './facts.ts';
import type { Aggregate, CountedMeasure, Slice } from './measure.ts';
import { Pass } from './pass.ts';
import { keys } from './tally.ts';

/** Equality of the named columns of two tables in which unknown equals unknown. */
function same(left: string, right: string, names: readonly string[]): ExprNode {
  return and(...names.map((name) => isNotDistinct(column(name, left), column(name, right))));
}

/** Gives each text one name, in the order in which the texts are met. */
class Names {
  readonly #prefix: string;
  readonly #known = new Map<string, string>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  of(text: string): string {
    const name = this.#known.get(text) ?? `${this.#prefix}_${this.#known.size}`;
    this.#known.set(text, name);
    return name;
  }
}

/** Where what was counted for one measure stands: a table, its columns by count, and the column that says «known». */
interface Place {
  readonly measure: string;
  readonly table: string;
  readonly columns: Partial<Record<Aggregate, string>>;
  readonly known: string;
}

/** A table of cells filled by one pass. */
interface Filling {
  readonly cells: string;
  readonly pass: string;
  readonly recorded: Set<string>;
}

/** Lays out measures so that those which count over the same rows share a pass, and those with the same cells share these. */
class Layout {
  readonly passes = new Map<string, Pass>();
  readonly recorded = new Map<string, Query>();
  readonly cells = new Map<string, Query>();
  readonly fillings = new Map<string, Filling>();
  readonly places: Place[] = [];
  readonly #slice: Slice;
  readonly #passNames = new Names('pass');
  readonly #recordedNames = new Names('recorded');

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  add(name: string, measure: CountedMeasure): void {
    const tally = measure.tally(this.#slice);
    const pass = this.#passNames.of(String(tally.rows));
    this.passes.set(pass, this.passes.get(pass) ?? new Pass(tally.rows));
    const recorded = measure.recorded(this.#slice);
    const known = this.#recordedNames.of(String(recorded));
    this.recorded.set(known, recorded);
    const pupils = measure.needsRoll ? null : pass;
    const members = measure.members === 'tally' ? pass : measure.members;
    const cells = `cells_${pupils ?? 'roll'}_${members}`;
    this.cells.set(cells, cellsOf(this.#slice.by, pupils, members));
    const table = `${cells}_${pass}`;
    const filling = this.fillings.get(table) ?? { cells, pass, recorded: new Set<string>() };
    filling.recorded.add(known);
    this.fillings.set(table, filling);
    const columns = this.passes.get(pass)?.add(tally) ?? {};
    this.places.push({ measure: name, table, columns, known });
  }

  /** The cells of a filling with the pupils on the roll and what the pass counted, null where it counted nothing. */
  filled({ cells, pass, recorded }: Filling): Query {
    const all = keys(this.#slice.by);
    const groups = keys(pupilDimensions(this.#slice.by));
    let rows = join(from(cells, 'g'), from('sizes', 's'), {
      type: 'LEFT',
      on: same('g', 's', groups),
    });
    rows = join(rows, from(pass, 't'), { type: 'LEFT', on: same('g', 't', all) });
    const known = [...recorded].map((name): [string, ExprNode] => [
      name,
      sql`g.time IN (SELECT time FROM ${name})`,
    ]);
    return Query.from(rows).select(
      ...all.map((key) => column(key, 'g')),
      ...(this.passes.get(pass)?.columns ?? []).map((name) => column(name, 't')),
      { roll: sql`coalesce(s.n, 0)`, ...Object.fromEntries(known) },
    );
  }

  /** The rows of one measure. */
  rows({ measure, table, columns, known }: Place): Query {
    const count = (name: Aggregate) => {
      const own = columns[name];
      return own ? column(own) : name === 'line' ? sql`NULL::VARCHAR` : sql`NULL::DOUBLE`;
    };
    return Query.from(table).select({ measure: literal(measure) }, ...keys(this.#slice.by), {
      x: count('x'),
      n: count('n'),
      total: count('total'),
      squares: count('squares'),
      x2: count('x2'),
      n2: count('n2'),
      line: count('line'),
      roll: 'roll',
      known,
    });
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
  const all = Query.unionAll(layout.places.map((place) => layout.rows(place)));
  return Query.with(factTables(slice), {
    span: span(),
    sizes: rollSizes(slice.by),
    ...Object.fromEntries([...layout.passes].map(([name, pass]) => [name, pass.query(slice.by)])),
    ...Object.fromEntries(layout.recorded),
    ...Object.fromEntries(layout.cells),
    ...Object.fromEntries([...layout.fillings].map(([name, one]) => [name, layout.filled(one)])),
  })
    .from({ all })
    .select('*');
}
