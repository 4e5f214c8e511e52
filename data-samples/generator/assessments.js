/** @import { Pupil, Score } from './types.js' */
/** @import { Random } from './random.js' */
import { boundYear, skipSunday } from './calendar.js';
import { compareClasses } from './headcounts.js';
import { foldYo } from './names.js';
import { findSpell } from './people.js';

/** The four Torrance scales. */
export const torranceScales = ['беглость', 'гибкость', 'оригинальность', 'разработанность'];

/**
 * The version of the Torrance test a school year used.
 * @param {number} year
 */
export function nameTorranceVersion(year) {
  return `фигурная форма ${year === 2025 ? 'Б' : 'А'}`;
}

/** @type {Record<number, number[]>} */
const torranceGrades = { 2023: [5, 6, 8], 2024: [6, 7, 9], 2025: [7, 8, 10] };
/** @type {Record<number, number[]>} */
const johnsonGrades = { 2024: [5, 8, 10], 2025: [6, 9, 11] };
const centres = [17, 11, 19, 28];
const spreads = [3.2, 2, 4.5, 5.5];
const noises = [2.2, 1.5, 3, 3.8];
const gains = [1.3, 0.7, 1.6, 2.2];
const formShift = [2, 1, 3, -3];
const tested = 0.91;

/** @param {Pupil} pupil */
function findDrive(pupil) {
  return 0.7 + 0.3 * Math.min(pupil.activity, 2.5);
}

/**
 * @param {Pupil[]} pupils
 * @param {number} year
 * @param {number[]} grades
 * @param {Random} random
 */
function listWaves(pupils, year, grades, random) {
  const { first, last } = boundYear(year);
  /** @type {Map<string, number[]>} */
  const dates = new Map();
  /** @type {Score[]} */
  const scores = [];
  for (const [index, wave] of /** @type {const} */ (['входная', 'итоговая']).entries()) {
    for (const pupil of pupils) {
      const centre = index === 0 ? first + 14 : last - 30;
      const known = findSpell(pupil, centre)?.className;
      if (!known || !grades.includes(Number.parseInt(known, 10)) || !random.chance(tested))
        continue;
      const key = `${wave}-${known}`;
      const drawn = dates.get(key) ?? [skipSunday(centre + random.drawInteger(0, 12))];
      dates.set(key, drawn);
      const date = drawn[0] ?? centre;
      if (findSpell(pupil, date)?.className !== known) continue;
      scores.push({ year, wave, date, pupil, className: known, values: [] });
    }
  }
  return scores.sort(
    (left, right) =>
      (left.wave < right.wave ? -1 : left.wave > right.wave ? 1 : 0) ||
      compareClasses(left.className, right.className) ||
      (foldYo(left.pupil.last) < foldYo(right.pupil.last)
        ? -1
        : foldYo(left.pupil.last) > foldYo(right.pupil.last)
          ? 1
          : left.pupil.id - right.pupil.id),
  );
}

/**
 * Torrance scores of some grades, before and after each school year.
 * @param {Pupil[]} pupils
 * @param {Random} random
 */
export function createTorrance(pupils, random) {
  const bases = pupils.map(() => spreads.map((spread) => spread * random.drawNormal()));
  return [2023, 2024, 2025].flatMap((year) => {
    const scores = listWaves(pupils, year, torranceGrades[year] ?? [], random);
    for (const score of scores) {
      score.values = centres.map((centre, scale) => {
        const base = bases[score.pupil.id - 1]?.[scale] ?? 0;
        const shift = year === 2025 ? (formShift[scale] ?? 0) : 0;
        const growth = score.wave === 'итоговая' ? (gains[scale] ?? 0) * findDrive(score.pupil) : 0;
        const noise = (noises[scale] ?? 0) * random.drawNormal();
        return Math.max(1, Math.round(centre + base + shift + growth + noise));
      });
      if (random.chance(0.006)) score.values[3] = null;
    }
    return scores;
  });
}

/**
 * Johnson questionnaires (eight items, one to five) of some grades in two school years.
 * @param {Pupil[]} pupils
 * @param {Random} random
 */
export function createJohnson(pupils, random) {
  const bases = pupils.map(() => 3 + 0.55 * random.drawNormal());
  return [2024, 2025].flatMap((year) => {
    const scores = listWaves(pupils, year, johnsonGrades[year] ?? [], random);
    for (const score of scores) {
      const base = bases[score.pupil.id - 1] ?? 3;
      const growth = score.wave === 'итоговая' ? 0.17 * findDrive(score.pupil) : 0;
      score.values = Array.from({ length: 8 }, () =>
        Math.min(5, Math.max(1, Math.round(base + growth + 0.75 * random.drawNormal()))),
      );
    }
    return scores;
  });
}
