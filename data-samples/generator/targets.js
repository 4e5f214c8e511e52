/** @import { Quarter } from './types.js' */

/** @type {Record<string, number[]>} */
const overall = {
  2023: [0.37, 0.39, 0.43, 0.38, 0.29, 0.31, 0.34, 0.3],
  2024: [0.385, 0.4, 0.445, 0.395, 0.315, 0.325, 0.365, 0.31],
  2025: [0.39, 0.41, 0.455, 0.395, 0.34, 0.36, 0.4, 0.382],
};
const universityRates = { junior: 0.02, middle: 0.05, senior: 0.32 };
const universityScale = [0.83, 0.9, 1, 0.98];
const seventhGrade = { before: 0.45, after: 0.26 };

/** @param {number} grade */
function findUniversityRate(grade) {
  if (grade <= 6) return universityRates.junior;
  return grade <= 8 ? universityRates.middle : universityRates.senior;
}

/**
 * How many pupils of each grade a block reaches in a quarter.
 * @param {Quarter} quarter
 * @param {number} block
 * @param {Map<number, number>} sizes
 */
export function planReach(quarter, block, sizes) {
  /** @type {Map<number, number>} */
  const plan = new Map();
  if (block === 3) {
    const scale = universityScale[quarter.number - 1] ?? 1;
    for (const [grade, size] of sizes) {
      plan.set(grade, Math.round(size * findUniversityRate(grade) * scale));
    }
    return plan;
  }
  const rate = overall[quarter.year]?.[(block - 1) * 4 + quarter.number - 1] ?? 0;
  const everyone = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let leftTotal = Math.round(rate * everyone);
  let leftSize = everyone;
  if (block === 1 && quarter.number === 4 && quarter.year > 2023) {
    const size = sizes.get(7) ?? 0;
    const count = Math.round(
      size * (quarter.year === 2025 ? seventhGrade.after : seventhGrade.before),
    );
    plan.set(7, count);
    leftTotal -= count;
    leftSize -= size;
  }
  for (const [grade, size] of sizes) {
    if (plan.has(grade)) continue;
    const count = Math.round((leftTotal * size) / leftSize);
    plan.set(grade, count);
    leftTotal -= count;
    leftSize -= size;
  }
  return plan;
}
