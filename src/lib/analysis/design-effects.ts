import type { Answer } from '#lib/engine/engine.ts';
import type { CountedMeasure, Slice } from '#lib/measures/measure.ts';
import { measuresQuery } from '#lib/measures/query.ts';
import { isOwnDimension, eventDimensions, type Dimension } from '#lib/model/dimension.ts';
import { clusterVariance, designEffect, type ClusterSums } from '#lib/statistics/design-effect.ts';
import { isIn, literal, Query, sql } from '@uwdata/mosaic-sql';
import type { MemberKey } from './counts.ts';

/** The classes of one grade in one group, with Σv² of the values themselves where the measure is a mean. */
interface Stratum extends ClusterSums {
  readonly squares: number | null;
}

/**
 * How many times less each count says because classes take part together: 1 where pupils could as well have come alone.
 * A group of fewer than five classes borrows the effect of all classes in the same events.
 */
export interface DesignEffects {
  effect(measure: string, members: readonly MemberKey[]): number;
}

/** The effects where nothing is known of classes. */
export const noDesignEffects: DesignEffects = { effect: () => 1 };

/** The dimensions by which groups of classes are told apart: not the class itself, nor those with very many members. */
function groupedBy(by: readonly Dimension[]): Dimension[] {
  return by.filter((name) => name !== 'class' && name !== 'partner' && !isOwnDimension(name));
}

/** Says whether classes can be told apart in a measure. */
export function hasClasses(measure: CountedMeasure): boolean {
  const counted = measure.kind === 'proportion' || measure.kind === 'mean';
  return counted && measure.by.includes('class') && measure.by.includes('grade');
}

/**
 * SQL of the sums over classes for some measures of a slice: rows of `measure`, `time`, the dimensions kept, `grade`,
 * `clusters`, `y`, `n`, `yy`, `yn`, `nn` and `squares`.
 */
export function classesQuery(
  measures: Readonly<Record<string, CountedMeasure>>,
  slice: Slice,
): Query {
  const kept = groupedBy(slice.by);
  const groups = ['measure', 'time', ...new Set<string>([...kept, 'grade'])];
  const by = [...new Set<Dimension>([...kept, 'grade', 'class'])];
  const ofRoll = Object.keys(measures).filter((name) => measures[name]?.over === 'roll');
  const size = sql`CASE WHEN ${isIn(
    'measure',
    [...ofRoll, ''].map((name) => literal(name)),
  )} THEN roll::DOUBLE ELSE n END`;
  const classes = Query.from({ cells: measuresQuery(measures, { ...slice, by }) })
    .select(...groups, 'squares', { y: sql`coalesce(x, total, 0)`, n: size })
    .where(sql`class IS NOT NULL`);
  return Query.from({ classes })
    .select(...groups, {
      clusters: sql`count(*)::INTEGER`,
      y: sql`sum(y)`,
      n: sql`sum(n)`,
      yy: sql`sum(y * y)`,
      yn: sql`sum(y * n)`,
      nn: sql`sum(n * n)`,
      squares: sql`sum(squares)`,
    })
    .where(sql`n > 0`)
    .groupby(...groups);
}

/** The classes of one group by time. */
type Times = Map<number, Stratum[]>;

/** The effect over all times together: the share of classes in the variance is taken to be the same at each. */
function effectOf(times: Times, isMean: boolean): number | null {
  let clustered = 0;
  let independent = 0;
  for (const strata of times.values()) {
    const found = clusterVariance(strata);
    if (!found) continue;
    const y = strata.reduce((sum, one) => sum + one.y, 0);
    const n = strata.reduce((sum, one) => sum + one.n, 0);
    const squares = strata.reduce((sum, one) => sum + (one.squares ?? 0), 0);
    const ratio = y / n;
    const spread = isMean ? (squares / n - ratio ** 2) * (n / (n - 1)) : ratio * (1 - ratio);
    clustered += found.variance * found.freedom;
    independent += (spread / n) * found.freedom;
  }
  return independent > 0 ? designEffect(clustered, independent) : null;
}

type Place = MemberKey | '*';

function nameOf(measure: string, members: readonly Place[]): string {
  return JSON.stringify([measure, ...members]);
}

/** The same events among all pupils. */
function widen(members: readonly Place[], by: readonly Dimension[]): Place[] {
  return members.map((key, index) => {
    const dimension = by[index];
    return dimension && eventDimensions.includes(dimension) ? key : '*';
  });
}

function readStratum({ columns }: Answer, row: number): Stratum {
  const at = (name: string) => Number(columns[name]?.[row] ?? 0);
  return {
    clusters: at('clusters'),
    y: at('y'),
    n: at('n'),
    yy: at('yy'),
    yn: at('yn'),
    nn: at('nn'),
    squares: at('squares'),
  };
}

/** The design effects that the sums over classes tell. */
export function readDesignEffects(
  answer: Answer,
  measures: Readonly<Record<string, CountedMeasure>>,
  by: readonly Dimension[],
): DesignEffects {
  const kept = groupedBy(by);
  const groups = new Map<string, Times>();
  const add = (name: string, time: number, stratum: Stratum) => {
    const times = groups.get(name) ?? new Map<number, Stratum[]>();
    groups.set(name, times);
    times.set(time, [...(times.get(time) ?? []), stratum]);
  };
  for (let row = 0; row < answer.length; row += 1) {
    const measure = String(answer.columns['measure']?.[row]);
    const time = Number(answer.columns['time']?.[row]);
    const members = by.map((name): Place => {
      const key = kept.includes(name) ? (answer.columns[name]?.[row] ?? null) : '*';
      return typeof key === 'boolean' ? String(key) : key;
    });
    const own = nameOf(measure, members);
    const wide = nameOf(measure, widen(members, by));
    const stratum = readStratum(answer, row);
    add(own, time, stratum);
    if (wide !== own) add(wide, time, stratum);
  }
  const known = new Map<string, number | null>();
  const find = (measure: string, name: string): number | null => {
    const former = known.get(name);
    if (former !== undefined) return former;
    const times = groups.get(name);
    const effect = times ? effectOf(times, measures[measure]?.kind === 'mean') : null;
    known.set(name, effect);
    return effect;
  };
  return {
    effect(measure, members) {
      const own = members.map((key, index): Place => {
        const dimension = by[index];
        return dimension && kept.includes(dimension) ? key : '*';
      });
      return (
        find(measure, nameOf(measure, own)) ?? find(measure, nameOf(measure, widen(own, by))) ?? 1
      );
    },
  };
}
