/** @import { Cell, Row, RowTag, Sheet } from '../types.js' */

/**
 * An empty sheet to be filled row by row.
 * @param {string} name
 * @param {number[]} [widths]
 */
export function createSheet(name, widths = []) {
  /** @type {Sheet} */
  const sheet = { name, rows: [], merges: [], widths };
  return sheet;
}

/**
 * Adds one row and says what it is.
 * @param {Sheet} sheet
 * @param {RowTag} tag
 * @param {Cell[]} cells
 * @param {{ reason: string, value: string }} [flaw]
 */
export function addRow(sheet, tag, cells, flaw) {
  /** @type {Row} */
  const row = { tag, cells };
  if (flaw) Object.assign(row, flaw);
  sheet.rows.push(row);
}

/**
 * Adds a line of text merged over a number of columns.
 * @param {Sheet} sheet
 * @param {RowTag} tag
 * @param {string} text
 * @param {number} columns
 */
export function addLine(sheet, tag, text, columns) {
  sheet.merges.push({ row: sheet.rows.length, column: 0, rows: 1, columns });
  addRow(sheet, tag, [text]);
}

/**
 * Adds the approval lines that stand in the upper right corner.
 * @param {Sheet} sheet
 * @param {number} column
 */
export function addApproval(sheet, column) {
  const lines = ['Утверждаю', 'Директор лицея «Созвездие»', '____________ Н. В. Заозёрская'];
  for (const line of lines) addRow(sheet, 'title', [...emptyCells(column), line]);
  addRow(sheet, 'blank', []);
}

/**
 * Adds a two-row header: groups merged over their columns, single columns merged downwards.
 * @param {Sheet} sheet
 * @param {{ group?: string, heading: string }[]} columns
 */
export function addGroupedHeader(sheet, columns) {
  const row = sheet.rows.length;
  /** @type {Cell[]} */
  const upper = [];
  /** @type {Cell[]} */
  const lower = [];
  for (const [column, { group, heading }] of columns.entries()) {
    if (group === undefined) {
      upper.push(heading);
      lower.push(null);
      sheet.merges.push({ row, column, rows: 2, columns: 1 });
      continue;
    }
    lower.push(heading);
    if (columns[column - 1]?.group === group) {
      upper.push(null);
      continue;
    }
    upper.push(group);
    const length = columns.slice(column).findIndex((other) => other.group !== group);
    sheet.merges.push({
      row,
      column,
      rows: 1,
      columns: length < 0 ? columns.length - column : length,
    });
  }
  addRow(sheet, 'header', upper);
  addRow(sheet, 'header', lower);
}

/**
 * A run of empty cells.
 * @param {number} count
 * @returns {Cell[]}
 */
export function emptyCells(count) {
  return Array.from({ length: count }, () => null);
}

/**
 * A number with no-break spaces between thousands.
 * @param {number} value
 */
export function printThousands(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
