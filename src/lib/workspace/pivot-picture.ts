import { addsUp, levelName, levelsOf } from '#lib/analysis/pivot.ts';
import type { Question } from '#lib/analysis/question.ts';
import type { ChosenCell } from './picture.ts';
import {
  cellAt,
  pathName,
  type FoundCell,
  type PivotMember,
  type PivotPath,
  type PivotTable,
} from '#lib/analysis/pivot-table.ts';
import { hatchOf } from '#lib/charts/absence.ts';
import type { Subject } from '#lib/charts/chart-input.ts';
import { outcomeWords, restsOn } from '#lib/charts/outcome-words.ts';
import type { Estimate, Outcome } from '#lib/model/result.ts';
import { measures } from '#lib/measures/registry.ts';
import type { PivotLine, PivotSheet, PivotText } from '#lib/tables/pivot-sheet.ts';
import type { PivotChoices } from './pivot-choices.ts';
import { openColumns, type ColumnPart } from './pivot-columns.ts';
import {
  labelMembers,
  nameCell,
  nameField,
  namePivotMember,
  type PivotNaming,
} from './pivot-names.ts';
import { formatOf } from './value-format.ts';

/** A pivot as it is shown, with what each of its cells speaks of. */
export interface PivotPicture {
  readonly table: PivotTable;
  readonly naming: PivotNaming;
  readonly sheet: PivotSheet;
  readonly parts: readonly ColumnPart[];
  /** The path of each line, by its id. */
  readonly paths: ReadonlyMap<string, PivotPath>;
  readonly subjects: readonly Subject[];
  /** Whether any total shown was counted anew. */
  readonly hasRecounted: boolean;
}

/** The estimate of a cell, or null. */
export function estimateOf(cell: FoundCell): Estimate | null {
  if (cell === null || typeof cell === 'string') return null;
  return cell.outcome?.kind === 'estimate' ? cell.outcome : null;
}

function outcomeOf(cell: FoundCell): Outcome | null {
  return cell === null || typeof cell === 'string' ? null : cell.outcome;
}

/** Why a cell has no number, in words. */
export function absenceWords(cell: FoundCell, { locale: { t } }: PivotNaming): string {
  if (cell === 'waiting') return t.pivot.waiting;
  if (cell === 'not-divisible') return t.charts.absence['not-divisible'];
  if (cell === null) return t.charts.noData;
  if (cell.outcome === null) return t.pivot.overYears;
  return cell.outcome.kind === 'absent' ? t.charts.absence[cell.outcome.reason] : '';
}

/** Whether the number of a cell is a total that its parts do not add up to. */
function isRecounted(
  { spec }: PivotTable,
  measure: number,
  row: PivotPath,
  column: PivotPath,
): boolean {
  const id = spec.measures[measure];
  const isTotal = row.length + column.length < spec.rows.length + spec.columns.length;
  const level = { rows: row.length, columns: column.length };
  return isTotal && id !== undefined && !addsUp(spec, id, level);
}

/** Lays out a table as choices show it. */
export function toPicture(
  table: PivotTable,
  choices: PivotChoices,
  naming: PivotNaming,
): PivotPicture {
  const { spec } = table;
  const { t } = naming.locale;
  const { columns, heads, headRows, parts } = openColumns(table, choices, naming);
  const paths = new Map<string, PivotPath>();
  const toLines = (members: readonly PivotMember[], inYear: boolean): PivotLine[] => {
    const labels = labelMembers(members, inYear, naming);
    return members.map((member, index) => {
      const id = pathName(member.path);
      const name = namePivotMember(member, inYear, naming);
      paths.set(id, member.path);
      return {
        id,
        name,
        label: labels[index] ?? name,
        level: member.path.length,
        children: toLines(member.children, inYear || member.field === 'year'),
      };
    });
  };
  const lines = toLines(table.rows, false);
  const whole = t.pivot.whole;
  const total = { id: pathName([]), name: whole, label: whole, level: 1, children: [] };
  paths.set(total.id, []);
  const subjects = spec.measures.map((id): Subject => ({
    name: t.measures.words[id].name,
    values: formatOf(id, naming.locale),
    locale: naming.locale,
  }));
  const shades = spec.measures.map((id, measure) => shadeOf(table, measure, choices, id));
  const numberOf = new Map(columns.map(({ id }, index) => [id, index]));
  const isTotal = (row: PivotPath, column: PivotPath) =>
    row.length + column.length < spec.rows.length + spec.columns.length;

  const text = (line: string, index: number): PivotText => {
    const part = parts[index];
    const row = paths.get(line);
    if (!part || !row) return { ...blank, look: 'none', text: '', words: null };
    const { measure, path } = part;
    const cell = cellAt(table, measure, row, path);
    const subject = subjects[measure];
    const estimate = estimateOf(cell);
    if (!estimate || !subject) {
      const words = absenceWords(cell, naming);
      if (cell === 'waiting') return { ...blank, look: 'waiting', text: '…', words };
      const look = hatchOf(outcomeOf(cell)) ? 'too-few' : 'none';
      return { ...blank, look, text: part.part === 'value' ? t.pivot.none : '', words };
    }
    if (part.part !== 'value') {
      const { n } = estimate;
      const told = part.part === 'interval' ? intervalWords(subject, estimate) : '';
      const shown = part.part === 'n' && n !== null ? naming.locale.format.number(n) : told;
      return { ...blank, look: 'number', text: shown, words: null };
    }
    const total = isTotal(row, path);
    return {
      look: 'number',
      text: subject.values.bare(estimate.value),
      words: null,
      recounted: isRecounted(table, measure, row, path) && columns[index]?.recounted === false,
      shade: total ? null : (shades[measure]?.(estimate.value) ?? null),
    };
  };

  const value = (line: string, column: string): number | undefined => {
    const part = parts[numberOf.get(column) ?? -1];
    const row = paths.get(line);
    if (!part || !row) return undefined;
    const estimate = estimateOf(cellAt(table, part.measure, row, part.path));
    return (part.part === 'n' ? estimate?.n : estimate?.value) ?? undefined;
  };

  const corner = spec.rows.map((field) => nameField(field, naming)).join(' › ');
  return {
    table,
    naming,
    sheet: { corner, total, lines, columns, heads, headRows, text, value },
    parts,
    paths,
    subjects,
    hasRecounted: levelsOf(spec)
      .slice(1)
      .some((level) => spec.measures.some((id) => !addsUp(spec, id, level))),
  };
}

/** The interval of an estimate without its unit; nothing where it has none. */
export function intervalWords({ values, locale }: Subject, { lower, upper }: Estimate): string {
  if (lower === null || upper === null) return '';
  return locale.t.charts.interval(values.bare(lower), values.bare(upper));
}

const blank = { recounted: false, shade: null } as const;

/** How a measure's numbers at the finest level are shaded: from the least, or 0 where none is under it, to the largest. */
function shadeOf(
  { spec, levels }: PivotTable,
  measure: number,
  { shading }: PivotChoices,
  id: PivotTable['spec']['measures'][number],
) {
  if (shading === 'none' || (shading === 'rates' && measures[id].kind === 'count')) return null;
  const finest = levels.get(`${spec.rows.length} ${spec.columns.length}`);
  let [least, most] = [0, -Infinity];
  for (const { outcome } of finest?.cells[measure]?.values() ?? []) {
    if (outcome?.kind !== 'estimate') continue;
    least = Math.min(least, outcome.value);
    most = Math.max(most, outcome.value);
  }
  if (most <= least) return null;
  return (value: number) => ({ share: (value - least) / (most - least), hue: measure });
}

/** What a cell says in full: where it stands, its number with interval and n, and whether it was counted anew. */
export function cellWords(picture: PivotPicture, line: string, column: number): string {
  const { table, naming, parts, paths, subjects } = picture;
  const part = parts[column];
  const row = paths.get(line);
  const subject = part && subjects[part.measure];
  if (!part || !row || !subject) return '';
  const cell = cellAt(table, part.measure, row, part.path);
  const place = nameCell(table, row, part.path, naming);
  const outcome = outcomeOf(cell);
  const said = estimateOf(cell)
    ? [outcomeWords(subject, outcome), restsOn(subject, outcome)].filter(Boolean).join(', ')
    : [absenceWords(cell, naming), restsOn(subject, outcome)].filter(Boolean).join(', ');
  const { t } = naming.locale;
  const isNew = estimateOf(cell) && isRecounted(table, part.measure, row, part.path);
  const recounted = isNew ? ` (${t.pivot.recounted})` : '';
  return `${place}. ${subject.name}: ${said}${recounted}`;
}

/** The records behind a cell: the question and the place in its answer; null where no one time has them. */
export function behindPivot(
  { table, naming, parts, paths }: PivotPicture,
  line: string,
  column: number,
): { question: Question; cell: ChosenCell } | null {
  const part = parts[column];
  const row = paths.get(line);
  if (!part || !row) return null;
  const cell = cellAt(table, part.measure, row, part.path);
  const name = levelName({ rows: row.length, columns: part.path.length });
  const question = table.levels.get(name)?.asked.questions[part.measure];
  if (!question || cell === null || typeof cell === 'string' || cell.time === null) return null;
  const label = nameCell(table, row, part.path, naming);
  const { time, members } = cell;
  return { question, cell: { by: question.by, members, time, label } };
}

/** Whether a table that is answered holds no number at all. */
export function hasNothing(table: PivotTable): boolean {
  const { spec, rows, columns } = table;
  if (rows.length > 0 || columns.length > 0) return false;
  return spec.measures.every((_, measure) => estimateOf(cellAt(table, measure, [], [])) === null);
}
