/** @import { Participation, Quarter, School, Share } from './types.js' */
import { findQuarter } from './calendar.js';
import { compareClasses } from './headcounts.js';
import { listPlaces } from './participation.js';

/**
 * A quarter's roll and its participations without spectators.
 * @param {School} school
 * @param {Quarter} quarter
 */
export function openQuarter(school, quarter) {
  const places = listPlaces(school.pupils, quarter);
  const rows = school.participations.filter(
    ({ event, role }) => event.quarter === quarter && role !== 'зритель',
  );
  return { quarter, places, rows };
}

/** @typedef {ReturnType<typeof openQuarter>} OpenQuarter */

/**
 * Distinct pupils on the roll reached, of all on the roll, in one slice.
 * @param {OpenQuarter} open
 * @param {{ row?: (row: Participation) => boolean, place?: (place: OpenQuarter['places'][number]) => boolean }} slice
 * @returns {Share}
 */
export function countReach(open, { row = () => true, place = () => true }) {
  const reached = new Set(open.rows.filter(row).map(({ pupil }) => pupil.id));
  const places = open.places.filter(place);
  return { x: places.filter(({ pupil }) => reached.has(pupil.id)).length, n: places.length };
}

/**
 * Reach per group of pupils.
 * @param {OpenQuarter} open
 * @param {(place: OpenQuarter['places'][number]) => string} group
 * @param {(row: Participation) => boolean} [row]
 */
export function countReachBy(open, group, row = () => true) {
  const names = [...new Set(open.places.map(group))].sort(compareClasses);
  return Object.fromEntries(
    names.map((name) => [name, countReach(open, { row, place: (place) => group(place) === name })]),
  );
}

/**
 * Reach per group in the quarter with this key, for one block or all.
 * @param {School} school
 * @param {string} key
 * @param {(place: OpenQuarter['places'][number]) => string} group
 * @param {number} [block]
 */
export function measureGroups(school, key, group, block) {
  const open = openQuarter(school, findQuarter(key));
  return countReachBy(
    open,
    group,
    ({ event }) => block === undefined || event.direction.block === block,
  );
}
