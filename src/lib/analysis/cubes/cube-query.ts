import type { Answer, Engine } from '#lib/engine/engine.ts';
import { factTables } from '#lib/measures/facts.ts';
import type { Slice } from '#lib/measures/measure.ts';
import {
  and,
  column,
  from,
  isNotDistinct,
  join,
  Query,
  sql,
  type ExprNode,
} from '@uwdata/mosaic-sql';
import type { Dimension } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Selection } from '#lib/model/selection.ts';
import { memberKey, type MemberKey } from '../counts.ts';
import type { Cube, CubeDimension, PupilValues } from './cube.ts';
import { setOf } from './person-set.ts';

/** What a cube is to hold: dimensions of events, the clauses on others that stay as they are, and what is counted. */
export interface CubeWish {
  readonly by: readonly Dimension[];
  readonly fixed: Selection;
  /** Conditions on deeds of which the people are wanted. */
  readonly sets: readonly ExprNode[];
  /** Aggregates that add up over deeds. */
  readonly sums: readonly ExprNode[];
  /** Values of a deed that are added up for each pupil. */
  readonly pupils: readonly ExprNode[];
}

/** Sets of people that would take more memory are not made: the records are asked instead. */
const mostBytes = 128_000_000;

/** One row a term and members that occur, numbered in an order that every query of the same tables gives. */
function cells(by: readonly Dimension[]): Query {
  const keys = ['time', ...by];
  return Query.from({
    occurring: Query.from('deeds')
      .select(...keys)
      .distinct(),
  }).select(...keys, {
    cell: sql`((row_number() OVER (ORDER BY ${keys.join(', ')})) - 1)::INTEGER`,
  });
}

function encode(column: ArrayLike<unknown> | undefined, length: number): CubeDimension {
  const codes = new Int32Array(length);
  const numbers = new Map<MemberKey, number>();
  for (let i = 0; i < length; i += 1) {
    const key = memberKey(column?.[i]);
    const code = numbers.get(key) ?? numbers.size;
    numbers.set(key, code);
    codes[i] = code;
  }
  return { keys: [...numbers.keys()], codes };
}

/** The rows of pupils put in the order of their cells. */
function sortByCell({ columns, length }: Answer, cellCount: number, value: string): PupilValues {
  const cell = columns['cell'] ?? [];
  const starts = new Int32Array(cellCount + 1);
  for (let i = 0; i < length; i += 1) {
    const next = Number(cell[i]) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let i = 0; i < cellCount; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const places = starts.slice();
  const people = new Int32Array(length);
  const values = new Float64Array(length);
  const person = columns['person'] ?? [];
  const worth = columns[value] ?? [];
  for (let i = 0; i < length; i += 1) {
    const at = Number(cell[i]);
    const place = places[at] ?? 0;
    places[at] = place + 1;
    people[place] = Number(person[i]);
    values[place] = Number(worth[i]);
  }
  return { starts, people, values };
}

function name(prefix: string, index: number): string {
  return `${prefix}${index}`;
}

/**
 * Counts what a wish names once for all, or null where it would take too much memory. Rejects with `QueryError` where the
 * engine refuses; aborting the signal cancels the query.
 */
export async function buildCube(
  engine: Engine,
  { by, fixed, sets, sums, pupils }: CubeWish,
  programme: Programme,
  bits: number,
  signal?: AbortSignal,
): Promise<Cube | null> {
  const slice: Slice = { grain: 'term', by, selection: fixed, programme, score: null };
  const keys = ['time', ...by];
  const withCells = () => Query.with(factTables(slice), { cells: cells(by) });
  const ask = (query: Query) => engine.ask(String(query), signal);
  const listed = await ask(withCells().from('cells').select('*').orderby('cell'));
  const { length } = listed;
  const size = length * ((sets.length * bits) / 8 + (sums.length + by.length + 1) * 8);
  if (size > mostBytes) return null;

  const same = and(...keys.map((key) => isNotDistinct(column(key, 'd'), column(key, 'c'))));
  const rows = () => join(from('deeds', 'd'), from('cells', 'c'), { on: same });
  const counts = Object.fromEntries([
    ...sets.map((condition, index) => [
      name('set', index),
      sql`(bitstring_agg(person, 0, ${bits - 1}) FILTER (WHERE ${condition}))::BLOB`,
    ]),
    ...sums.map((sum, index) => [name('sum', index), sql`(${sum})::DOUBLE`]),
  ]) as Record<string, ExprNode>;
  const counted =
    sets.length + sums.length === 0
      ? null
      : await ask(
          Query.with(factTables(slice), {
            cells: cells(by),
            filled: Query.from('deeds')
              .select(...keys, counts)
              .groupby(...keys),
          })
            .from(join(from('filled', 'd'), from('cells', 'c'), { on: same }))
            .select(
              { cell: sql`c.cell` },
              ...Object.keys(counts).map((each) => ({ [each]: column(each, 'd') })),
            )
            .orderby('cell'),
        );
  const values = Object.fromEntries(
    pupils.map((value, index) => [
      name('value', index),
      sql`coalesce(sum(${value})::DOUBLE, 'nan')`,
    ]),
  ) as Record<string, ExprNode>;
  const each =
    pupils.length === 0
      ? null
      : await ask(
          withCells()
            .from(rows())
            .select({ cell: sql`c.cell`, person: sql`d.person` }, values)
            .groupby(sql`c.cell`, sql`d.person`),
        );
  const pupilSize = (each?.length ?? 0) * pupils.length * 12;
  return {
    by,
    length,
    periods: Int32Array.from(listed.columns['time'] ?? [], Number),
    dimensions: new Map(by.map((key) => [key, encode(listed.columns[key], length)])),
    sets: new Map(
      sets.map((condition, index) => [
        String(condition),
        (counted?.bytes?.[name('set', index)] ?? []).map((bytes) => setOf(bytes, bits)),
      ]),
    ),
    sums: new Map(
      sums.map((sum, index) => [
        String(sum),
        Float64Array.from(counted?.columns[name('sum', index)] ?? [], (value) =>
          Number(value ?? 0),
        ),
      ]),
    ),
    pupils: new Map(
      pupils.map((value, index) => [
        String(value),
        sortByCell(each ?? { length: 0, columns: {} }, length, name('value', index)),
      ]),
    ),
    size: size + pupilSize,
  };
}
