import type { LayoutEvidence, LayoutReason, LineRole, WideRange } from '#lib/model/table.ts';
import { firstText } from './body.ts';
import { sampleBelow } from './column-sample.ts';
import type { Draft, Lines } from './draft.ts';
import type { Grid } from './grid.ts';
import { isNoteWord } from './words.ts';

type Params = LayoutEvidence['params'];

/**
 * Why each line of a draft has its role: one entry a role and reason, with the lines it speaks of. `params.hidden` counts the
 * hidden lines among them; hidden data rows have an entry of their own.
 */
export function evidenceOf(
  grid: Grid,
  draft: Draft,
  lines: Lines,
  wide: WideRange | null,
): LayoutEvidence[] {
  const hidden = new Set(grid.sheet.hiddenRows);
  const found: LayoutEvidence[] = [];
  const add = (
    role: LineRole,
    rows: readonly number[],
    reason: LayoutReason,
    params: Params = {},
  ): void => {
    if (rows.length === 0) return;
    const concealed = hidden.size === 0 ? 0 : rows.filter((row) => hidden.has(row)).length;
    found.push({
      role,
      lines: rows,
      reason,
      params: concealed === 0 ? params : { ...params, hidden: concealed },
    });
  };
  /** Lines of a role by their reasons, those that a person decided apart. */
  const addBy = (role: LineRole, reasonOf: (row: number) => LayoutReason): void => {
    const byReason = new Map<LayoutReason, number[]>();
    for (const row of lines[role]) {
      const reason = draft.decided.has(row) ? 'decided' : reasonOf(row);
      const rows = byReason.get(reason);
      if (rows) rows.push(row);
      else byReason.set(reason, [row]);
    }
    for (const [reason, rows] of byReason) if (reason !== 'total-sum') add(role, rows, reason);
  };

  addBy('title', () => 'title-above');
  addBy('units', () => 'unit-words');
  if (draft.headerDecided || lines.header.length > 0) {
    const reason = draft.headerDecided ? 'decided' : headerReason(grid, draft);
    found.push({ role: 'header', lines: lines.header, reason, params: {} });
  } else found.push({ role: 'header', lines: [], reason: 'header-none', params: {} });
  addBy('numbering', () => 'numbering-run');
  addBy('section', (row) => (grid.count(row) > 1 ? 'section-repeated' : 'section-alone'));
  addBy('total', (row) => (draft.body.sums.has(row) ? 'total-sum' : 'total-word'));
  for (const [row, sum] of draft.body.sums) {
    if (!draft.decided.has(row))
      add('total', [row], 'total-sum', { columns: sum.columns, rows: sum.rows });
  }
  addBy('note', (row) => (isNoteWord(firstText(grid, row)) ? 'note-words' : 'note-below'));
  addBy('blank', () => 'blank-gap');
  const data = lines.data.filter((row) => draft.decided.has(row));
  add('data', data, 'decided');
  if (hidden.size > 0)
    add(
      'data',
      lines.data.filter((row) => hidden.has(row)),
      'header-types',
    );
  if (draft.beside)
    found.push({
      role: 'columns',
      lines: [...draft.beside],
      reason: draft.columnsDecided ? 'decided' : 'columns-gap',
      params: {},
    });
  if (wide)
    found.push({
      role: 'wide',
      lines: [wide.first, wide.last],
      reason: 'wide-run',
      params: { kind: wide.kind, columns: wide.last - wide.first + 1 },
    });
  return found;
}

function headerReason(grid: Grid, draft: Draft): LayoutReason {
  const { headerRows, dataStart } = draft.start;
  const isMerged = headerRows.some((row) =>
    grid.mergesAt(row).some((merge) => merge.right > merge.left || merge.bottom > merge.top),
  );
  if (isMerged) return 'header-merges';
  const typed = sampleBelow(grid, dataStart, draft.bottom).typed;
  return typed.size > 0 ? 'header-types' : 'header-texts';
}
