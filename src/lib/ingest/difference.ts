import { recordKinds, type RecordKind, type RecordSet } from './record.ts';
import { contentColumns, identifyRecords, type Cells } from './revision-identity.ts';

/** A value of a stored column. */
type Stored = string | number | boolean | null;

/** Where a record stands in its file, 0-based. */
export interface RecordPlace {
  readonly sheet: number;
  readonly row: number;
  readonly col: number | null;
}

/** One record that is not the same in two sets: what it is, where it stands, and cell by cell what was and what is. */
export interface Difference {
  /** The record's identity, the same on both sides. */
  readonly id: string;
  readonly kind: RecordKind;
  readonly change: 'added' | 'changed' | 'removed';
  /** Who and what: the cells that a person knows the record by, as text. */
  readonly label: readonly string[];
  readonly cells: readonly {
    readonly column: string;
    readonly before: Stored;
    readonly after: Stored;
  }[];
  readonly before: RecordPlace | null;
  readonly after: RecordPlace | null;
}

/** Which records of an import count: not the withheld ones, and where `kept` is a set, none but those. */
export interface CountedPart {
  readonly withheld: ReadonlySet<string>;
  readonly kept: ReadonlySet<string> | null;
}

/** An import whose records count in whole or in part. */
export interface CountedImport {
  readonly importId: string;
  readonly records: RecordSet;
  readonly partial?: CountedPart;
}

/** What accepting a file in part leaves out of it, and what it leaves standing of the imports that it supersedes. */
export interface PartialAcceptance {
  readonly withheld: readonly string[];
  readonly keeps: readonly { readonly importId: string; readonly ids: readonly string[] }[];
}

const labels: Readonly<Record<RecordKind, readonly string[]>> = {
  roll: ['name', 'class'],
  event: ['title'],
  participation: ['name', 'class', 'title'],
  headcount: ['title', 'class'],
  assessment: ['name', 'class', 'instrument', 'scale', 'wave'],
  survey: ['item', 'class'],
  partner: ['partner'],
  volunteering: ['name', 'class'],
};

interface Found {
  readonly id: string;
  readonly kind: RecordKind;
  readonly cells: Cells;
  readonly at: number;
}

function* listRecords(set: RecordSet): Generator<Found> {
  for (const kind of recordKinds) {
    const columns = set[kind];
    if (!columns) continue;
    const cells = columns as unknown as Cells;
    for (const [at, id] of identifyRecords(kind, columns).entries()) yield { id, kind, cells, at };
  }
}

function cellOf({ cells, at }: Found, column: string): Stored {
  return cells[column]?.[at] ?? null;
}

function placeOf(found: Found): RecordPlace {
  const at = (column: string) => Number(cellOf(found, column) ?? 0);
  const col = cellOf(found, 'col');
  return { sheet: at('sheet'), row: at('row'), col: col === null ? null : Number(col) };
}

function describe(
  change: Difference['change'],
  newer: Found | null,
  older: Found | null,
): Difference | null {
  const shown = newer ?? older;
  if (!shown) return null;
  const { id, kind } = shown;
  const cells = contentColumns[kind].flatMap((column) => {
    const before = older ? cellOf(older, column) : null;
    const after = newer ? cellOf(newer, column) : null;
    return before === after ? [] : [{ column, before, after }];
  });
  if (change === 'changed' && cells.length === 0) return null;
  return {
    id,
    kind,
    change,
    label: labels[kind].flatMap((column) => {
      const value = cellOf(shown, column);
      return value === null ? [] : [String(value)];
    }),
    cells,
    before: older ? placeOf(older) : null,
    after: newer ? placeOf(newer) : null,
  };
}

/**
 * Compares a file with what counts now, record by record: what it adds and changes in its own order, then what it lacks.
 * `older` is one set, or the imports that a newer version takes the place of, each as far as it counts.
 */
export function listDifferences(
  newer: RecordSet,
  older: RecordSet | readonly CountedImport[],
): Difference[] {
  const before = new Map<string, Found>();
  const sources: readonly CountedImport[] = isList(older)
    ? older
    : [{ importId: '', records: older }];
  for (const source of sources) {
    for (const found of listRecords(source.records)) {
      if (counts(found.id, source.partial) && !before.has(found.id)) before.set(found.id, found);
    }
  }
  const differences: Difference[] = [];
  const note = (difference: Difference | null) => {
    if (difference) differences.push(difference);
  };
  for (const found of listRecords(newer)) {
    const old = before.get(found.id);
    before.delete(found.id);
    note(describe(old ? 'changed' : 'added', found, old ?? null));
  }
  for (const old of before.values()) note(describe('removed', null, old));
  return differences;
}

/**
 * What a file's entry says when some differences from the imports that it supersedes are refused: refused additions and
 * changes are withheld, the old side of refused changes and removals is kept.
 */
export function acceptPartly(
  differences: readonly Difference[],
  refused: ReadonlySet<string>,
  superseded: readonly CountedImport[],
): PartialAcceptance {
  const withheld: string[] = [];
  const wanted = new Set<string>();
  for (const { id, change } of differences) {
    if (!refused.has(id)) continue;
    if (change !== 'removed') withheld.push(id);
    if (change !== 'added') wanted.add(id);
  }
  const keeps = superseded.flatMap(({ importId, records, partial }) => {
    const ids: string[] = [];
    for (const { id } of wanted.size === 0 ? [] : listRecords(records)) {
      if (counts(id, partial) && wanted.delete(id)) ids.push(id);
    }
    return ids.length > 0 ? [{ importId, ids }] : [];
  });
  return { withheld, keeps };
}

/** The records of a set without those of these identities. */
export function withhold(records: RecordSet, ids: ReadonlySet<string>): RecordSet {
  return ids.size === 0 ? records : filterRecords(records, (id) => !ids.has(id));
}

/** The records of a set with these identities alone. */
export function keepOnly(records: RecordSet, ids: ReadonlySet<string>): RecordSet {
  return ids.size === 0 ? {} : filterRecords(records, (id) => ids.has(id));
}

/** The records of an import that count. */
export function countedRecords(records: RecordSet, part: CountedPart): RecordSet {
  if (part.kept === null) return withhold(records, part.withheld);
  if (part.kept.size === 0) return {};
  return filterRecords(records, (id) => counts(id, part));
}

function counts(id: string, part: CountedPart | undefined): boolean {
  if (!part) return true;
  return !part.withheld.has(id) && (part.kept === null || part.kept.has(id));
}

function filterRecords(set: RecordSet, holds: (id: string) => boolean): RecordSet {
  const filtered: Record<string, unknown> = {};
  for (const kind of recordKinds) {
    const columns = set[kind];
    if (!columns) continue;
    const rows = identifyRecords(kind, columns).flatMap((id, at) => (holds(id) ? [at] : []));
    if (rows.length === columns.row.length) filtered[kind] = columns;
    else if (rows.length > 0)
      filtered[kind] = Object.fromEntries(
        Object.entries(columns).map(([name, values]) => [
          name,
          rows.map((at) => (values as readonly unknown[])[at]),
        ]),
      );
  }
  return filtered as RecordSet;
}

function isList(older: RecordSet | readonly CountedImport[]): older is readonly CountedImport[] {
  return Array.isArray(older);
}
