/** @import { Cell, Participation, Pupil, RowTag, Sheet } from '../types.js' */
/** @import { Column } from './columns.js' */
/** @import { FlawPlan } from './flaws.js' */
/** @import { Random } from '../random.js' */
import { createFlawedRows, printFlawedRow, printRow } from './flaws.js';
import { addRow } from './table.js';

/**
 * @typedef {object} Filling
 * @property {Participation[]} rows
 * @property {Column[]} columns
 * @property {Pupil[]} namesakes
 * @property {Random} random
 * @property {FlawPlan[]} [flaws]
 * @property {number} [typos]
 * @property {boolean} [numbered]
 * @property {number} [duplicates]
 * @property {number} [blankEvery]
 */

/**
 * Fills a sheet with participations, flawed rows scattered among them.
 * @param {Sheet} sheet
 * @param {Filling} filling
 */
export function fillParticipations(sheet, filling) {
  const { rows, columns, random, typos = 0, numbered = false, blankEvery = 0 } = filling;
  const flawed = createFlawedRows(rows, filling.flaws ?? [], filling.namesakes, random);
  /** @type {Map<number, typeof flawed[number]>} */
  const places = new Map();
  for (const item of flawed) {
    let place = random.drawInteger(5, rows.length - 5);
    while (places.has(place)) place += 1;
    places.set(place, item);
  }
  const repeated = new Set(
    random.shuffle(rows.map((_, index) => index)).slice(0, filling.duplicates ?? 0),
  );
  let number = 0;

  /** @param {RowTag} tag @param {Cell[]} cells @param {{ reason: string, value: string }} [flaw] */
  function add(tag, cells, flaw) {
    number += 1;
    addRow(sheet, tag, numbered ? [number, ...cells] : cells, flaw);
  }

  for (const [index, row] of rows.entries()) {
    const flaw = places.get(index);
    if (flaw) {
      add('rejected', printFlawedRow(flaw, columns), { reason: flaw.reason, value: flaw.value });
    }
    if (blankEvery > 0 && index > 0 && index % blankEvery === 0) addRow(sheet, 'blank', []);
    const cells = printRow(row, columns, typos, random);
    add('data', cells);
    if (repeated.has(index)) add('duplicate', cells);
  }
}
