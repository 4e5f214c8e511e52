/** @import { Cell, Participation, Pupil } from '../types.js' */
/** @import { Column } from './columns.js' */
/** @import { Random } from '../random.js' */
import { mistypeInLatin } from '../names.js';

/**
 * One row that cannot be accepted: where it stands, why, and what the bad cell says.
 * @typedef {{ kind: string, value: string }} FlawPlan
 */

/** @typedef {{ row: Participation, reason: string, value: string, fields: string[] }} FlawedRow */

/** @type {Record<string, { reason: string, fields: string[] }>} */
const reasons = {
  date: { reason: 'impossible-date', fields: ['date'] },
  name: { reason: 'empty-name', fields: ['name', 'last', 'first', 'patronymic'] },
  class: { reason: 'unknown-class', fields: ['class'] },
  result: { reason: 'unknown-result', fields: ['result'] },
};

/**
 * Rows made from true ones by breaking one thing, always for a pupil who was not in that event.
 * @param {Participation[]} rows
 * @param {FlawPlan[]} plans
 * @param {Pupil[]} namesakes
 * @param {Random} random
 */
export function createFlawedRows(rows, plans, namesakes, random) {
  return plans.map(({ kind, value }) => {
    const rule = reasons[kind];
    if (!rule) throw new RangeError(`No flaw ${kind}`);
    const models = rows.filter(({ event, role }) => event.competitive && role !== 'зритель');
    const model = random.pick(models);
    const inEvent = new Set(
      rows.filter(({ event }) => event === model.event).map(({ pupil }) => pupil.id),
    );
    const other = random.pick(
      rows.filter(({ pupil }) => !inEvent.has(pupil.id) && !pupil.namesake),
    );
    const twin = random.pick(namesakes);
    /** @type {FlawedRow} */
    const flawed = {
      row: { ...model, pupil: kind === 'class' ? twin : other.pupil, className: other.className },
      reason: rule.reason,
      value,
      fields: rule.fields,
    };
    return flawed;
  });
}

/**
 * The cells of a flawed row.
 * @param {FlawedRow} flawed
 * @param {Column[]} columns
 * @returns {Cell[]}
 */
export function printFlawedRow(flawed, columns) {
  return columns.map((column) => {
    if (flawed.fields.includes(column.field)) return flawed.value;
    if (flawed.reason === 'unknown-class' && column.field === 'name') {
      return `${flawed.row.pupil.last} ${flawed.row.pupil.first}`;
    }
    if (flawed.reason === 'unknown-class' && column.field === 'patronymic') return '';
    return column.print(flawed.row);
  });
}

/**
 * The cells of a true row, now and then with a Latin letter in the name or the class.
 * @param {Participation} row
 * @param {Column[]} columns
 * @param {number} typos
 * @param {Random} random
 * @returns {Cell[]}
 */
export function printRow(row, columns, typos, random) {
  return columns.map((column) => {
    const cell = column.print(row);
    if (typeof cell !== 'string' || typos === 0) return cell;
    const prone = ['name', 'class'].includes(column.field);
    return prone && random.chance(typos) ? mistypeInLatin(cell) : cell;
  });
}
