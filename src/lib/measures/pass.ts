import type { Dimension } from '#lib/model/dimension.ts';
import { Query, sql, type ExprNode } from '@uwdata/mosaic-sql';
import type { Aggregate, Tally } from './measure.ts';
import { eachPupil, keys } from './tally.ts';

interface Count {
  readonly place: string;
  readonly aggregate: ExprNode;
}

/** One pass over the rows of a source with everything that measures count over them. */
export class Pass {
  readonly #rows: Tally['rows'];
  readonly #each = new Map<string, ExprNode>();
  readonly #counts = new Map<string, Count>();

  constructor(rows: Tally['rows']) {
    this.#rows = rows;
  }

  /** The columns in which a tally's counts stand; equal counts share one. Throws where one name means two aggregates. */
  add({ each, counts }: Tally): Partial<Record<Aggregate, string>> {
    for (const [name, aggregate] of Object.entries(each ?? {})) {
      const known = this.#each.get(name);
      if (known && String(known) !== String(aggregate)) {
        throw new Error(`Two measures aggregate different things as «${name}»`);
      }
      this.#each.set(name, aggregate);
    }
    return Object.fromEntries(
      Object.entries(counts).map(([name, count]) => {
        const aggregate = sql`(${count})::${name === 'line' ? 'VARCHAR' : 'DOUBLE'}`;
        const text = String(aggregate);
        const place = this.#counts.get(text)?.place ?? `c${this.#counts.size}`;
        this.#counts.set(text, { place, aggregate });
        return [name, place];
      }),
    );
  }

  /** Names of the columns that the pass counts. */
  get columns(): string[] {
    return [...this.#counts.values()].map(({ place }) => place);
  }

  /** The pass as a query: the keys of the slice and its columns. */
  query(by: readonly Dimension[]): Query {
    const rows =
      this.#rows === 'participants' ? eachPupil(by, Object.fromEntries(this.#each)) : this.#rows;
    const counts = [...this.#counts.values()].map(({ place, aggregate }) => [place, aggregate]);
    return (typeof rows === 'string' ? Query.from(rows) : Query.from({ source: rows }))
      .select(...keys(by), Object.fromEntries(counts) as Record<string, ExprNode>)
      .groupby(...keys(by));
  }
}
