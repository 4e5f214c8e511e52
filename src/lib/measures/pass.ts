import type { Dimension } from '#lib/model/dimension.ts';
import { literal, Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Aggregate, Tally } from './measure.ts';
import { keys } from './tally.ts';

/** The place of a measure's counts in the list that a pass counts, from 1, as lists of SQL have it. */
export type Places = Readonly<Partial<Record<Aggregate, number>>>;

/** One pass over the rows of a source with everything that measures count over them. */
export class Pass {
  readonly #rows: Tally['rows'];
  readonly #counts = new Map<string, ExprNode>();
  #line: ExprNode = sql`NULL::VARCHAR`;

  constructor(rows: Tally['rows']) {
    this.#rows = rows;
  }

  /** Takes in what a tally counts, and says where it will stand; equal counts share a place. */
  add({ counts }: Tally): Places {
    const { line, ...numbers } = counts;
    if (line) this.#line = line;
    return Object.fromEntries(
      Object.entries(numbers).map(([name, count]) => {
        const text = String(count);
        this.#counts.set(text, count);
        return [name, [...this.#counts.keys()].indexOf(text) + 1];
      }),
    );
  }

  /** The pass as a query: its number, the keys of the slice, the list of `counts` and the `line` of its rows. */
  query(by: readonly Dimension[], number: number): Query {
    const rows = this.#rows;
    const counts = [...this.#counts.values()].map((count) => sql`(${count})::DOUBLE`);
    return Query.from(typeof rows === 'string' ? rows : { source: rows })
      .select({ pass: literal(number) }, ...keys(by), {
        counts: sql`[${listed(counts)}]`,
        line: this.#line,
      })
      .groupby(...keys(by));
  }
}

/** Nodes with commas between them. */
export function listed(nodes: readonly ExprNode[]): ExprNode {
  return nodes.reduce((all, node) => sql`${all}, ${node}`);
}
