import type { Answer } from '#lib/engine/engine.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Outcome } from '#lib/model/result.ts';
import { schoolYearOf } from '#lib/programme/time.ts';
import type { MemberKey } from './counts.ts';
import { orderMembers } from './members.ts';
import {
  isAdditive,
  isTimeField,
  keysOfCell,
  levelName,
  type LevelQuestions,
  type PivotField,
  type PivotLevel,
  type PivotSpec,
} from './pivot.ts';
import type { AnsweredCell, Result } from './result.ts';

/** The way from the whole to one row or column: a key for each field down to its own. */
export type PivotPath = readonly MemberKey[];

/** One member on an axis of a pivot, with those within it. */
export interface PivotMember {
  readonly field: PivotField;
  readonly key: MemberKey;
  readonly name: string | null;
  readonly path: PivotPath;
  readonly children: readonly PivotMember[];
}

/**
 * One cell: where it stands (the keys of its row before those of its column), and its outcome, null where several years
 * together have none; `time` is null where no one time has it.
 */
export interface PivotCell {
  readonly path: PivotPath;
  readonly outcome: Outcome | null;
  readonly time: number | null;
  readonly members: readonly MemberKey[];
}

/** What is known of a pivot so far. */
export interface PivotTable {
  readonly spec: PivotSpec;
  readonly rows: readonly PivotMember[];
  readonly columns: readonly PivotMember[];
  /** Levels that are answered, by their names. */
  readonly levels: ReadonlyMap<string, AnsweredLevel>;
}

/** The cells of one level, by measure and by the name of the cell. */
export interface AnsweredLevel {
  readonly asked: LevelQuestions;
  readonly cells: readonly ReadonlyMap<string, PivotCell>[];
  readonly refused: readonly boolean[];
}

/** Name of a path in a map. */
export function pathName(path: PivotPath): string {
  return JSON.stringify(path);
}

function cellName(row: PivotPath, column: PivotPath): string {
  return pathName([...row, ...column]);
}

/** What a cell of some measure is: an answer, that its level cannot be divided so or has not been answered yet, or nothing. */
export type FoundCell = PivotCell | 'not-divisible' | 'waiting' | null;

/** The cell of a measure, by its number, at two paths. */
export function cellAt(
  { levels }: PivotTable,
  measure: number,
  row: PivotPath,
  column: PivotPath,
): FoundCell {
  const level = levels.get(levelName({ rows: row.length, columns: column.length }));
  if (!level) return 'waiting';
  if (level.refused[measure]) return 'not-divisible';
  return level.cells[measure]?.get(cellName(row, column)) ?? null;
}

function isTelling(outcome: Outcome | null): boolean {
  return outcome?.kind === 'estimate' || outcome?.reason === 'too-few';
}

/** What several years come to: of one year its own cell, of more the sum where parts add up. */
function overYears(path: PivotPath, cells: readonly AnsweredCell[], adds: boolean): PivotCell {
  const [first] = cells;
  const at = { path, members: first?.members ?? [] };
  if (first && cells.length === 1) return { ...at, outcome: first.outcome, time: first.time };
  if (!adds) return { ...at, outcome: null, time: null };
  const withheld = cells.find(
    ({ outcome }) => 'reason' in outcome && outcome.reason === 'withheld',
  );
  // What is left of a sum without one of its parts is no sum.
  if (withheld) return { ...at, outcome: withheld.outcome, time: null };
  const known = cells.flatMap(({ outcome }) => (outcome.kind === 'estimate' ? [outcome] : []));
  const value = known.reduce((sum, one) => sum + one.value, 0);
  const outcome: Outcome =
    known.length === 0 && first
      ? first.outcome
      : { kind: 'estimate', value, x: null, n: null, lower: null, upper: null };
  return { ...at, outcome, time: null };
}

/** Whether a time, of those of which anything is known, is one that a pivot speaks of. */
export function wantedTimes(
  { rows, columns, within, time: only }: PivotSpec,
  grain: Grain,
  times: readonly number[],
  programme: Programme,
): (time: number) => boolean {
  if ([...rows, ...columns].some(isTimeField)) {
    return (time) => within === null || schoolYearOf(time, grain, programme) === within;
  }
  const latest = only ?? Math.max(...times);
  return (time) => time === latest;
}

/** The answers of one level as cells. */
export function answerLevel(
  spec: PivotSpec,
  asked: LevelQuestions,
  results: readonly Result[],
  programme: Programme,
): AnsweredLevel {
  const grain = asked.questions[0]?.grain ?? spec.grain;
  const hasTimes = [...spec.rows, ...spec.columns].some(isTimeField);
  const yearOf = (time: number) => schoolYearOf(time, grain, programme);
  const latest = Math.max(...results.flatMap(({ times }) => times));
  const isWanted = (time: number): boolean =>
    hasTimes
      ? spec.within === null || yearOf(time) === spec.within
      : time === (spec.time ?? latest);
  const cells = results.map((result, index) => {
    const found = new Map<string, PivotCell>();
    const groups = new Map<string, { path: PivotPath; cells: AnsweredCell[] }>();
    for (const cell of result.cells) {
      if (!isWanted(cell.time)) continue;
      const { time, members, outcome } = cell;
      const path = keysOfCell(asked.fields, time, members, yearOf(time));
      const name = pathName(path);
      if (!asked.isTotalOfTimes) {
        found.set(name, { path, outcome, time, members });
        continue;
      }
      const group = groups.get(name) ?? { path, cells: [] };
      group.cells.push(cell);
      groups.set(name, group);
    }
    const measure = spec.measures[index];
    const adds = measure !== undefined && isAdditive(measure);
    for (const [name, group] of groups) {
      found.set(name, overYears(group.path, group.cells, adds));
    }
    return found;
  });
  return { asked, cells, refused: results.map(({ refusal }) => refusal !== null) };
}

interface Branch {
  readonly key: MemberKey;
  readonly within: Map<MemberKey, Branch>;
}

function grow(within: Map<MemberKey, Branch>, path: PivotPath): void {
  let here = within;
  for (const key of path) {
    const branch = here.get(key) ?? { key, within: new Map<MemberKey, Branch>() };
    here.set(key, branch);
    here = branch.within;
  }
}

/** Lays answered levels out: the members of both axes that have anything to say, in their order. */
export class PivotLayout {
  readonly #spec: PivotSpec;
  readonly #programme: Programme;
  readonly #partners: Answer | null;
  readonly #rows = new Map<MemberKey, Branch>();
  readonly #columns = new Map<MemberKey, Branch>();
  readonly #levels = new Map<string, AnsweredLevel>();

  /** `partners` names them where a field of the pivot is the partner. */
  constructor(spec: PivotSpec, programme: Programme, partners: Answer | null) {
    this.#spec = spec;
    this.#programme = programme;
    this.#partners = partners;
  }

  /** Takes in the cells of one level. */
  add(level: PivotLevel, answered: AnsweredLevel): void {
    this.#levels.set(levelName(level), answered);
    for (const found of answered.cells) {
      for (const { path, outcome } of found.values()) {
        if (!isTelling(outcome)) continue;
        grow(this.#rows, path.slice(0, level.rows));
        grow(this.#columns, path.slice(level.rows));
      }
    }
  }

  /** What is known so far. */
  table(): PivotTable {
    const { rows, columns } = this.#spec;
    return {
      spec: this.#spec,
      rows: this.#axis(rows, this.#rows),
      columns: this.#axis(columns, this.#columns),
      levels: new Map(this.#levels),
    };
  }

  #axis(fields: readonly PivotField[], tree: Map<MemberKey, Branch>): PivotMember[] {
    const keys = fields.map(() => new Set<MemberKey>());
    collect(tree, keys, 0);
    const orders = fields.map((field, depth) =>
      orderOf(field, [...(keys[depth] ?? [])], this.#programme, this.#partners),
    );
    return membersOf(fields, tree, [], orders);
  }
}

function collect(tree: Map<MemberKey, Branch>, keys: readonly Set<MemberKey>[], depth: number) {
  for (const { key, within } of tree.values()) {
    keys[depth]?.add(key);
    collect(within, keys, depth + 1);
  }
}

function orderOf(
  field: PivotField,
  keys: readonly MemberKey[],
  programme: Programme,
  partners: Answer | null,
): Map<MemberKey, { readonly place: number; readonly name: string | null }> {
  const ordered = isTimeField(field)
    ? keys.toSorted((a, b) => Number(a) - Number(b)).map((key) => ({ key, name: null }))
    : orderMembers(field satisfies Dimension, keys, programme, partners);
  return new Map(ordered.map(({ key, name }, place) => [key, { place, name }]));
}

function membersOf(
  fields: readonly PivotField[],
  tree: Map<MemberKey, Branch>,
  above: PivotPath,
  orders: readonly ReturnType<typeof orderOf>[],
): PivotMember[] {
  const field = fields[above.length];
  if (field === undefined) return [];
  const order = orders[above.length];
  const place = (key: MemberKey) => order?.get(key)?.place ?? 0;
  return [...tree.values()]
    .sort((a, b) => place(a.key) - place(b.key))
    .map(({ key, within }) => {
      const path = [...above, key];
      const name = order?.get(key)?.name ?? null;
      return { field, key, name, path, children: membersOf(fields, within, path, orders) };
    });
}
