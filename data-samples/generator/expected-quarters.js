/** @import { Participation, SampleFile, School } from './types.js' */
/** @import { OpenQuarter } from './reach.js' */
import { quarters } from './calendar.js';
import { round } from './intervals.js';
import { blockNumerals, directions } from './programme.js';
import { countReach, countReachBy, openQuarter } from './reach.js';
import { volunteering } from './school.js';

/** @param {string | null} result */
function isAward(result) {
  return result !== null && result !== 'участник' && result !== 'финалист';
}

/** @param {Participation[]} rows */
function groupByPupil(rows) {
  /** @type {Map<number, Participation[]>} */
  const byPupil = new Map();
  for (const row of rows) byPupil.set(row.pupil.id, [...(byPupil.get(row.pupil.id) ?? []), row]);
  return [...byPupil.values()];
}

/** @param {SampleFile[]} files */
function listQuartersWithoutHours(files) {
  return files.filter(({ carriesHours }) => !carriesHours).flatMap((file) => file.quarters);
}

/** @param {OpenQuarter} open @param {string[]} withoutHours */
function sumHours({ quarter, rows }, withoutHours) {
  const told = rows.filter(({ event, hours }) => {
    if (hours === null) return false;
    if (event.kind === volunteering) return quarter.year > 2023;
    return !withoutHours.includes(quarter.key);
  });
  const volunteers = rows.filter(
    ({ event, hours }) => event.kind === volunteering && hours !== null,
  );
  /** @param {Participation[]} list */
  function sum(list) {
    return list.reduce((total, { hours }) => total + (hours ?? 0), 0);
  }
  const sources = ['личная книжка', 'школьный журнал'];
  return {
    hours: { sum: sum(told), rows: told.length },
    volunteerHours: {
      sum: sum(volunteers),
      rows: volunteers.length,
      pupils: new Set(volunteers.map(({ pupil }) => pupil.id)).size,
      from: quarter.year === 2023 ? 'wide table' : 'participation rows',
      bySource:
        quarter.year === 2023
          ? null
          : Object.fromEntries(
              sources.map((name) => [
                name,
                sum(volunteers.filter(({ source }) => source === name)),
              ]),
            ),
    },
  };
}

/** @param {School} school @param {OpenQuarter} open */
function countPartners(school, { quarter }) {
  const named = school.participations.filter(({ event }) => event.quarter === quarter);
  const counted = school.headcounts.filter(({ event }) => event.quarter === quarter);
  const namedEvents = new Set(named.map(({ event }) => event));
  const allEvents = new Set([...namedEvents, ...counted.map(({ event }) => event)]);
  /** @param {typeof allEvents} events */
  function listPartners(events) {
    return new Set([...events].flatMap(({ partner }) => (partner ? [partner] : [])));
  }
  const active = listPartners(allEvents);
  const inForce = school.partners.filter(
    ({ from, to }) => from !== null && to !== null && from <= quarter.end && to >= quarter.start,
  );
  return {
    events: { named: namedEvents.size, withHeadcounts: allEvents.size },
    activePartners: { named: listPartners(namedEvents).size, withHeadcounts: active.size },
    contractsInForce: inForce.length,
    silentContracts: inForce.filter((partner) => !active.has(partner)).length,
  };
}

/** @param {School} school @param {OpenQuarter} open */
function countPlan(school, { quarter }) {
  const lines = school.plan.filter((line) => line.quarter === quarter);
  if (lines.length === 0) return null;
  return { planned: lines.length, held: lines.filter(({ held }) => held).length };
}

/** @param {OpenQuarter} open @param {OpenQuarter | undefined} next */
function countRetention(open, next) {
  if (!next) return null;
  const now = new Set(open.rows.map(({ pupil }) => pupil.id));
  const later = new Set(next.rows.map(({ pupil }) => pupil.id));
  const kept = next.places.filter(({ pupil }) => now.has(pupil.id));
  return { x: kept.filter(({ pupil }) => later.has(pupil.id)).length, n: kept.length };
}

/**
 * Everything a correct reading of the files gives for each quarter.
 * @param {School} school
 * @param {SampleFile[]} files
 */
export function describeQuarters(school, files) {
  const withoutHours = listQuartersWithoutHours(files);
  const opened = quarters.map((quarter) => openQuarter(school, quarter));
  return Object.fromEntries(
    opened.map((open, index) => {
      const { quarter, rows, places } = open;
      const byPupil = groupByPupil(rows);
      const competitive = rows.filter(({ event }) => event.competitive);
      const awards = competitive.filter(({ result }) => isAward(result));
      const breadth = byPupil.map((own) => new Set(own.map(({ event }) => event.direction)).size);
      const blocks = byPupil.map(
        (own) => new Set(own.map(({ event }) => event.direction.block)).size,
      );
      const awarded = new Set(awards.map(({ pupil }) => pupil.id));
      /** @template T @param {T[]} list @param {(item: T) => string} name @param {(item: T) => (row: Participation) => boolean} match */
      function sliceRows(list, name, match) {
        return Object.fromEntries(
          list.map((item) => [
            name(item),
            {
              ...countReach(open, { row: match(item) }),
              participations: rows.filter(match(item)).length,
            },
          ]),
        );
      }
      return [
        quarter.key,
        {
          roll: places.length,
          reach: countReach(open, {}),
          participations: rows.length,
          spectators: school.participations.filter(
            ({ event, role }) => event.quarter === quarter && role === 'зритель',
          ).length,
          byBlock: sliceRows(
            [1, 2, 3],
            (block) => blockNumerals[block - 1] ?? '',
            (block) =>
              ({ event }) =>
                event.direction.block === block,
          ),
          byDirection: sliceRows(
            directions,
            ({ name }) => name,
            (direction) =>
              ({ event }) =>
                event.direction === direction,
          ),
          byGrade: countReachBy(open, ({ spell }) => String(spell.grade)),
          bySex: countReachBy(open, ({ pupil }) => pupil.sex),
          byClass: countReachBy(open, ({ spell }) => spell.className),
          ...sumHours(open, withoutHours),
          ...countPartners(school, open),
          plan: countPlan(school, open),
          repeat: { x: byPupil.filter((own) => own.length >= 2).length, n: byPupil.length },
          meanDirections: round(breadth.reduce((sum, value) => sum + value, 0) / byPupil.length),
          multiBlock: { x: blocks.filter((count) => count >= 2).length, n: byPupil.length },
          success: { x: awards.length, n: competitive.length },
          awardedPupils: { x: awarded.size, n: places.length },
          retentionToNext: countRetention(open, opened[index + 1]),
        },
      ];
    }),
  );
}
