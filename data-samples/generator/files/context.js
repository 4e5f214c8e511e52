/** @import { Participation, Pupil, SampleFile, School, Sheet } from '../types.js' */
import { findQuarter, printSchoolYear } from '../calendar.js';
import { createRandom } from '../random.js';
import { volunteering } from '../school.js';

/**
 * What every writer of files needs: the microdata and its own source of chance.
 * @typedef {object} Context
 * @property {School} school
 * @property {Pupil[]} namesakes
 * @property {(seed: number) => import('../random.js').Random} createOwnRandom
 */

/**
 * The context of one run.
 * @param {School} school
 * @param {number} seed
 * @returns {Context}
 */
export function createContext(school, seed) {
  return {
    school,
    namesakes: school.pupils.filter(({ namesake }) => namesake),
    createOwnRandom: (own) => createRandom(seed * 1000 + own),
  };
}

/**
 * The participations a quarter's files hold; volunteering is kept apart from 2024/25 on.
 * @param {School} school
 * @param {string} key
 * @param {number[]} [blocks]
 * @returns {Participation[]}
 */
export function listQuarterRows(school, key, blocks = [1, 2, 3]) {
  const quarter = findQuarter(key);
  return school.participations.filter(
    ({ event }) =>
      event.quarter === quarter &&
      blocks.includes(event.direction.block) &&
      (quarter.year === 2023 || event.kind !== volunteering),
  );
}

/**
 * «III четверть 2024/2025 уч. года».
 * @param {string} key
 */
export function nameQuarter(key) {
  const quarter = findQuarter(key);
  return `${quarter.roman} четверть ${printSchoolYear(quarter.year)} уч. года`;
}

/**
 * A sample file with the year its quarters belong to.
 * @param {Omit<SampleFile, 'schoolYear' | 'carriesHours'> & { schoolYear?: string, carriesHours?: boolean }} parts
 * @returns {SampleFile}
 */
export function createFile(parts) {
  const year = parts.quarters[0] ? findQuarter(parts.quarters[0]).year : null;
  return {
    schoolYear: year === null ? null : printSchoolYear(year),
    carriesHours: true,
    ...parts,
  };
}

/**
 * How many rows with this tag a sheet has.
 * @param {Sheet} sheet
 * @param {string} tag
 */
export function countTag(sheet, tag) {
  return sheet.rows.filter((row) => row.tag === tag).length;
}
