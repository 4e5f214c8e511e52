/** @import { Partner, School } from './types.js' */
import { boundYear, quarters } from './calendar.js';
import { boundFunnel, compareShares, round, splitChange } from './intervals.js';
import { describeCorrections } from './expected-people.js';
import { measureGroups } from './reach.js';

const before = '2024/25-4';
const after = '2025/26-4';

/** @param {School} school @param {number} block */
function compareGrades(school, block) {
  /** @param {string} key */
  function measure(key) {
    return measureGroups(school, key, ({ spell }) => String(spell.grade), block);
  }
  const first = measure(before);
  const second = measure(after);
  return Object.fromEntries(
    Object.entries(first).map(([grade, share]) => [
      grade,
      compareShares(share, second[grade] ?? { x: 0, n: 0 }),
    ]),
  );
}

/** @param {School} school @param {number} block */
function compareAll(school, block) {
  /** @param {string} key */
  function measure(key) {
    return measureGroups(school, key, () => 'all', block)['all'] ?? { x: 0, n: 0 };
  }
  return compareShares(measure(before), measure(after));
}

/** @param {number} grade */
function nameGroup(grade) {
  if (grade <= 6) return '5–6';
  return grade <= 8 ? '7–8' : '9–11';
}

/** @param {School} school */
function describeMix(school) {
  /** @param {string} key */
  function measure(key) {
    return measureGroups(school, key, ({ spell }) => nameGroup(spell.grade), 3);
  }
  const first = measure(before);
  const second = measure(after);
  return {
    statement: 'Reach of block III rises by mix alone: no grade group changes, seniors became more',
    total: compareAll(school, 3),
    groups: Object.fromEntries(
      Object.entries(first).map(([name, share]) => [
        name,
        compareShares(share, second[name] ?? { x: 0, n: 0 }),
      ]),
    ),
    kitagawaByGradeGroup: splitChange(first, second),
  };
}

/** @param {School} school */
function describeOutlier(school) {
  return {
    statement: 'Class 8Б stands below the 99.8 % funnel limit from II quarter of 2025/26 on',
    class: '8Б',
    quarters: Object.fromEntries(
      quarters
        .filter(({ year }) => year === 2025)
        .map(({ key }) => {
          const classes = measureGroups(school, key, ({ spell }) => spell.className);
          const x = Object.values(classes).reduce((sum, share) => sum + share.x, 0);
          const n = Object.values(classes).reduce((sum, share) => sum + share.n, 0);
          const outside = Object.entries(classes).filter(([, share]) => {
            const { lower, upper } = boundFunnel(x / n, share.n);
            return share.x < lower || share.x > upper;
          });
          const own = classes['8Б'] ?? { x: 0, n: 1 };
          const { lower } = boundFunnel(x / n, own.n);
          return [
            key,
            {
              own,
              school: { x, n },
              lowerLimitCount: lower,
              classesOutside: outside.map(([name]) => name),
            },
          ];
        }),
    ),
  };
}

/** @param {School} school @param {number} year */
function listActive(school, year) {
  return new Set(
    [...school.participations, ...school.headcounts].flatMap(({ event }) =>
      event.quarter.year === year && event.partner ? [event.partner] : [],
    ),
  );
}

/** @param {Partner} partner @param {number} year */
function isInForce({ from, to }, year) {
  const { first, last } = boundYear(year);
  return from !== null && to !== null && from <= last && to >= first;
}

/** @param {School} school */
function describeSilence(school) {
  const active = listActive(school, 2025);
  const earlier = listActive(school, 2023);
  const silent = school.partners.filter(
    (partner) => isInForce(partner, 2025) && !active.has(partner),
  );
  return {
    statement: 'Seven partners have a contract in force and no event in 2025/26',
    inForce: school.partners.filter((partner) => isInForce(partner, 2025)).length,
    silent: silent.map(({ short }) => short),
    activeIn2023: silent.filter((partner) => earlier.has(partner)).map(({ short }) => short),
  };
}

/** @param {School} school */
function describeWhiteSpot(school) {
  return {
    statement: 'The informational direction of block III has no event in any I quarter',
    direction: 'информационное',
    events: Object.fromEntries(
      quarters.map((quarter) => [
        quarter.key,
        school.events.filter(
          (event) => event.quarter === quarter && event.direction.key === 'information',
        ).length,
      ]),
    ),
  };
}

/**
 * The planted truths with the numbers that show them.
 * @param {School} school
 */
export function describeTruths(school) {
  const { quarter, added, changed, removed } = describeCorrections(school.corrections);
  const blockOne = compareGrades(school, 1);
  return {
    realRise: {
      statement:
        'Reach of block II rises from IV quarter 2024/25 to IV quarter 2025/26 in every grade',
      total: compareAll(school, 2),
      grades: compareGrades(school, 2),
    },
    mixOnly: describeMix(school),
    maskedFall: {
      statement: 'Reach of block I stays, while grade 7 falls and the other grades rise a little',
      total: compareAll(school, 1),
      grades: blockOne,
      seventhGradeChange: round(blockOne['7']?.difference ?? 0),
    },
    outlyingClass: describeOutlier(school),
    silentContracts: describeSilence(school),
    correctedFile: {
      statement: 'The III quarter of 2025/26 was sent twice; the corrected file is the truth',
      quarter,
      original: 'Участие III четверть 2025-2026.xlsx',
      corrected: 'Участие III четверть 2025-2026 (исправлено).xlsx',
      added,
      changed,
      removed,
    },
    whiteSpot: describeWhiteSpot(school),
  };
}
