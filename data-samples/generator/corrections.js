/** @import { Correction, Participation } from './types.js' */
/** @import { Place } from './participation.js' */
/** @import { Random } from './random.js' */
import { sortRows } from './participation.js';
import { listClasses } from './people.js';

/** The quarter whose participation file was sent twice. */
export const correctedQuarter = '2025/26-3';

const counts = { added: 26, results: 14, classes: 8, removed: 15 };

/** @param {Participation} row */
function identify(row) {
  return `${row.event.title}|${row.event.start}|${row.pupil.id}`;
}

/** @param {Participation} row @param {Random} random @returns {Participation} */
function misreportResult(row, random) {
  const others = ['участник', 'победитель', 'призёр'].filter((result) => result !== row.result);
  return { ...row, result: random.pick(others) };
}

/** @param {Participation} row @param {Random} random @returns {Participation} */
function misreportClass(row, random) {
  const grade = Number.parseInt(row.className, 10);
  const others = listClasses(2025, grade).filter((name) => name !== row.className);
  return { ...row, className: random.pick(others) };
}

/**
 * What the first version of a participation file got wrong.
 * @param {Participation[]} rows
 * @param {Place[]} places
 * @param {Random} random
 */
export function createCorrections(rows, places, random) {
  /** @type {Correction[]} */
  const corrections = [];
  const active = new Set(rows.map((row) => row.pupil.id));
  const calm = rows.filter((row) => !row.pupil.namesake && row.role !== 'зритель');
  const shuffled = random.shuffle(calm);
  for (const after of shuffled.splice(0, counts.added)) {
    corrections.push({ change: 'added', before: null, after });
  }
  const competitive = shuffled.filter((row) => row.event.competitive).slice(0, counts.results);
  for (const after of competitive) {
    corrections.push({ change: 'changed', before: misreportResult(after, random), after });
  }
  const others = shuffled.filter((row) => !competitive.includes(row)).slice(0, counts.classes);
  for (const after of others) {
    corrections.push({ change: 'changed', before: misreportClass(after, random), after });
  }
  const idle = random.shuffle(
    places.filter(({ pupil, spell }) => {
      const settled = pupil.spells.filter(({ year }) => year === spell.year).length === 1;
      return settled && !spell.left && !spell.arrived && !pupil.namesake && !active.has(pupil.id);
    }),
  );
  for (const { pupil, spell } of idle.slice(0, counts.removed)) {
    const model = random.pick(calm);
    const before = { ...model, pupil, className: spell.className };
    corrections.push({ change: 'removed', before, after: null });
  }
  return corrections;
}

/**
 * The rows as the first version of the file gave them.
 * @param {Participation[]} rows
 * @param {Correction[]} corrections
 */
export function restoreOriginal(rows, corrections) {
  /** @type {Map<string, Correction>} */
  const byRow = new Map();
  for (const correction of corrections) {
    if (correction.after) byRow.set(identify(correction.after), correction);
  }
  /** @type {Participation[]} */
  const original = [];
  for (const row of rows) {
    const correction = byRow.get(identify(row));
    if (!correction) original.push(row);
    else if (correction.before) original.push(correction.before);
  }
  for (const { change, before } of corrections) {
    if (change === 'removed' && before) original.push(before);
  }
  return sortRows(original);
}
