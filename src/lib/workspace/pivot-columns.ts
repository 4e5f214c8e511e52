import { isAdditive, isTimeField } from '#lib/analysis/pivot.ts';
import type { PivotMember, PivotPath, PivotTable } from '#lib/analysis/pivot-table.ts';
import { pathName } from '#lib/analysis/pivot-table.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { PivotColumn, PivotHead } from '#lib/tables/pivot-sheet.ts';
import { isOpen, type PivotChoices } from './pivot-choices.ts';
import { labelMembers, namePivotMember, type PivotNaming } from './pivot-names.ts';
import { formatOf } from './value-format.ts';

/** What one column shows: which measure at which path, and its number, its n or its interval. */
export interface ColumnPart {
  readonly path: PivotPath;
  /** Names along the path, for a file; none for the whole. */
  readonly names: readonly string[];
  readonly measure: number;
  readonly part: 'value' | 'n' | 'interval';
}

/** The columns of a pivot that are open, with their heads. */
export interface OpenColumns {
  readonly columns: readonly PivotColumn[];
  readonly heads: readonly PivotHead[];
  readonly headRows: number;
  readonly parts: readonly ColumnPart[];
}

const widths = { value: 104, n: 84, interval: 128 } as const;
const widest = 190;
const letter = 7.2;

/** What is shown of a measure: a number of things has no n to stand on, and only shares, means and their differences have an interval. */
function partsOf(id: MeasureId, { n, interval }: PivotChoices): ColumnPart['part'][] {
  const { kind } = measures[id];
  const hasInterval = kind === 'proportion' || kind === 'mean' || kind === 'difference';
  return [
    'value',
    ...(n && kind !== 'count' ? (['n'] as const) : []),
    ...(interval && hasInterval ? (['interval'] as const) : []),
  ];
}

/** Whether the totals of a measure are the sums of their parts. */
function isSum({ spec }: PivotTable, measure: number): boolean {
  const id = spec.measures[measure];
  return id !== undefined && isAdditive(id);
}

/** Whether a column would be of several years together for a measure that is not counted so: it is not shown at all. */
function isOverYears({ spec }: PivotTable, measure: number, path: PivotPath): boolean {
  const id = spec.measures[measure];
  const within = spec.columns.slice(0, path.length);
  return (
    id !== undefined &&
    !isAdditive(id) &&
    spec.within === null &&
    spec.columns.some(isTimeField) &&
    ![...spec.rows, ...within].some(isTimeField)
  );
}

/** Lays out the columns: the total of each group stands before its members. */
export function openColumns(
  table: PivotTable,
  choices: PivotChoices,
  naming: PivotNaming,
): OpenColumns {
  const { spec } = table;
  const t = naming.locale.t;
  const kindsOf = spec.measures.map((id) => partsOf(id, choices));
  const depth = spec.columns.length;
  const hasMeasureRow = depth === 0 || kindsOf.flat().length > 1;
  const headRows = depth + Number(hasMeasureRow);
  const columns: PivotColumn[] = [];
  const parts: ColumnPart[] = [];
  const heads: PivotHead[] = [];

  const measureWords = spec.measures.map((id) => {
    const { unit } = formatOf(id, naming.locale);
    const name = t.measures.words[id].short;
    // What is counted is in the name of a count.
    const isBare = unit === '' || measures[id].kind === 'count';
    return { name, label: isBare ? name : `${name}, ${unit}` };
  });

  /** The columns at one path, under a head with its label if it has one. */
  const lay = (path: PivotPath, names: readonly string[], label: string, row: number): void => {
    const start = columns.length;
    const single = !hasMeasureRow;
    for (const [measure, words] of measureWords.entries()) {
      if (isOverYears(table, measure, path)) continue;
      for (const part of kindsOf[measure] ?? []) {
        const own = part === 'value' ? words.label : t.pivot.parts[part];
        const id = JSON.stringify([path, spec.measures[measure], part]);
        const along = names.length === 0 && depth > 0 ? [label] : names;
        const said = [...along, words.name, ...(part === 'value' ? [] : [own])];
        const shown = single ? label : own;
        columns.push({
          id,
          name: said.join(' · '),
          width: Math.round(Math.max(widths[part], Math.min(widest, shown.length * letter + 36))),
          sortable: part !== 'interval',
          begins: columns.length === start,
          isTotal: path.length < depth,
          recounted: part === 'value' && path.length < depth && !isSum(table, measure),
        });
        parts.push({ path, names, measure, part });
        if (single) continue;
        heads.push({
          label: own,
          row: headRows - 1,
          rows: 1,
          start: columns.length - 1,
          span: 1,
          group: null,
          sorts: part === 'interval' ? null : id,
          open: false,
        });
      }
    }
    if (depth === 0 || columns.length === start) return;
    heads.push({
      label,
      row,
      rows: (hasMeasureRow ? headRows - 1 : headRows) - row,
      start,
      span: columns.length - start,
      group: null,
      sorts: single ? (columns[start]?.id ?? null) : null,
      open: false,
    });
  };

  const walk = (members: readonly PivotMember[], names: readonly string[], inYear: boolean) => {
    const labels = labelMembers(members, inYear, naming);
    for (const [index, member] of members.entries()) {
      const { path, children, field } = member;
      const name = namePivotMember(member, inYear, naming);
      const own = [...names, name];
      const label = labels[index] ?? name;
      const row = path.length - 1;
      if (path.length === depth) {
        lay(path, own, label, row);
        continue;
      }
      const start = columns.length;
      const id = pathName(path);
      const open = isOpen(choices.openColumns, id);
      lay(path, own, t.pivot.total, row + 1);
      if (open) walk(children, own, inYear || field === 'year');
      heads.push({
        label,
        row,
        rows: 1,
        start,
        span: columns.length - start,
        group: children.length > 0 ? id : null,
        sorts: null,
        open,
      });
    }
  };

  lay([], [], t.pivot.whole, 0);
  walk(table.columns, [], false);
  return { columns, heads, headRows, parts };
}
