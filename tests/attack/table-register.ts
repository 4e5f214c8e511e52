import type { Deeds, Feature } from '#lib/disclosure/feature.ts';
import type { Pupil, Register, Statement } from '#lib/disclosure/register.ts';

/** A table of pupils: each row is a group whose roll is known, each column a deed, and every pupil did just one. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** By rows. */
  readonly counts: readonly number[];
}

/** What is said of a cell beside its count. */
export interface CellTelling {
  readonly least: number;
  /** Infinity where everybody knows it. */
  readonly cost: number;
  /** Whether all but a few of a row are too many to be told, too. */
  readonly counterpart: boolean;
}

/** The feature of who did one of these deeds. */
export function doing(kinds: readonly number[]): Feature {
  return { kind: 'met', least: 1, often: 1, of: [new Set(kinds)] };
}

/** A statement that everybody knows, whatever is said. */
export function known(feature: number, groups: readonly number[]): Statement {
  return { feature, groups, cost: Infinity, about: feature, among: null, least: 0, barred: false };
}

/** What makes everybody know that each pupil of each group did just one of these deeds: features to come next, and statements. */
export function oneDeedEach(kinds: readonly number[], groups: readonly number[], next: number) {
  const features: readonly Feature[] = [
    doing(kinds),
    { kind: 'sum', weights: new Map(kinds.map((kind) => [kind, 1])) },
  ];
  const statements = groups.flatMap((group) => [
    known(next, [group]),
    { ...known(next + 1, [group]), about: next },
  ]);
  return { features, statements };
}

/** The deeds that a pupil of a table can have done. */
export function patternsOf({ columns }: Pick<Table, 'columns'>): readonly Deeds[] {
  return Array.from({ length: columns }, (_, column) => [column]);
}

/** A table with known margins whose numbers, one a cell, are numbered by rows. */
export function tableRegister(
  { rows, columns, counts }: Table,
  tellingOf: (count: number, cell: number) => CellTelling,
): Register {
  const groups = [...Array(rows).keys()];
  const kinds = [...Array(columns).keys()];
  const pupils = counts.flatMap((count, cell) =>
    Array.from({ length: count }, (): Pupil => ({
      group: Math.floor(cell / columns),
      deeds: [cell % columns],
    })),
  );
  const each = oneDeedEach(kinds, groups, columns);
  const margins = [...kinds.map((kind) => known(kind, groups)), ...each.statements];
  const cells = counts.map((count, cell): Statement => {
    const { least, cost, counterpart } = tellingOf(count, cell);
    const about = cell % columns;
    const among = counterpart ? null : about;
    const group = Math.floor(cell / columns);
    return { feature: about, groups: [group], cost, about, among, least, barred: false };
  });
  return {
    pupils,
    features: [...kinds.map((kind) => doing([kind])), ...each.features],
    statements: [...margins, ...cells],
    numbers: cells.map((_, cell) => [margins.length + cell]),
  };
}
