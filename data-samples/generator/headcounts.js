/** @import { Headcount, Participation, Partner, Pupil, SchoolEvent } from './types.js' */
/** @import { Random } from './random.js' */
import { quarters, splitDay } from './calendar.js';
import { listPlaces } from './participation.js';
import { directions } from './programme.js';

/** The school year whose mass events were counted without names. */
export const headcountYear = 2025;

/** @type {[string, string, string, boolean][]} */
const massEvents = [
  ['Праздник «День лицея»', 'art', 'школьный', false],
  ['Праздник «Город на озере»', 'culture', 'муниципальный', false],
  ['Общелицейская игра «Знатоки Светлоозёрска»', 'culture', 'школьный', true],
  ['Смотр песни «Голоса двора»', 'art', 'школьный', true],
  ['Неделя науки', 'nature', 'школьный', true],
  ['Фестиваль чтения «Открытая книга»', 'literature', 'муниципальный', true],
  ['Урок города «Моя улица»', 'moral', 'муниципальный', false],
  ['Ярмарка вузов', 'information', 'региональный', false],
];
const massKind = 'массовое мероприятие';
const namedEvents = 6;
const countedExtra = [0, 0, 2, 0, 1, 0];

/** @param {Partner[]} partners @param {Random} random */
function createMassEvents(partners, random) {
  /** @type {SchoolEvent[]} */
  const events = [];
  for (const quarter of quarters.filter(({ year }) => year === headcountYear)) {
    for (const [title, key, level, competitive] of massEvents) {
      const direction = directions.find((candidate) => candidate.key === key);
      if (!direction || random.chance(0.35)) continue;
      if (key === 'information' && quarter.number === 1) continue;
      let start = random.drawInteger(quarter.start + 3, quarter.end - 3);
      while (splitDay(start).weekday === 0) start -= 1;
      const active = partners.filter(
        ({ block, activeYears }) =>
          block === direction.block && activeYears.includes(headcountYear),
      );
      events.push({
        title,
        start,
        end: start,
        quarter,
        direction,
        partner: random.pick(active),
        level,
        mode: 'очно',
        kind: massKind,
        competitive,
        awardStyle: 0,
        team: false,
        hours: null,
        weight: 1,
      });
    }
  }
  return events;
}

/**
 * Counts of participants by event and class, some of them for events that are also known by name.
 * @param {Pupil[]} pupils
 * @param {Partner[]} partners
 * @param {Participation[]} participations
 * @param {Random} random
 */
export function createHeadcounts(pupils, partners, participations, random) {
  /** @type {Headcount[]} */
  const rows = [];
  for (const event of createMassEvents(partners, random)) {
    /** @type {Map<string, number>} */
    const sizes = new Map();
    for (const { spell } of listPlaces(pupils, event.quarter)) {
      sizes.set(spell.className, (sizes.get(spell.className) ?? 0) + 1);
    }
    for (const [className, size] of [...sizes].sort(([left], [right]) =>
      compareClasses(left, right),
    )) {
      if (random.chance(0.45)) continue;
      const count = Math.max(3, Math.round(size * (0.3 + 0.6 * random.next())));
      const winners = event.competitive && random.chance(0.3) ? 1 : 0;
      const prizes = event.competitive ? random.drawInteger(0, 2) : 0;
      rows.push({ event, className, count, winners, prizes, named: false });
    }
  }
  return [...rows, ...countNamed(participations)];
}

/** @param {Participation[]} participations */
function countNamed(participations) {
  /** @type {Map<SchoolEvent, Participation[]>} */
  const byEvent = new Map();
  for (const row of participations) {
    if (row.event.quarter.year !== headcountYear || row.role === 'зритель') continue;
    if (!row.event.competitive || row.event.team) continue;
    byEvent.set(row.event, [...(byEvent.get(row.event) ?? []), row]);
  }
  const largest = [...byEvent]
    .sort((left, right) => right[1].length - left[1].length || left[0].start - right[0].start)
    .slice(0, namedEvents);
  return largest.flatMap(([event, rows], index) => {
    const names = [...new Set(rows.map((row) => row.className))].sort(compareClasses);
    return names.map((className, place) => {
      const own = rows.filter((row) => row.className === className);
      const extra = place === 0 ? (countedExtra[index] ?? 0) : 0;
      /** @type {Headcount} */
      const headcount = {
        event,
        className,
        count: own.length + extra,
        winners: own.filter(({ result }) =>
          /^(победитель|1 место|лауреат I степени|гран-при)$/.test(result ?? ''),
        ).length,
        prizes: own.filter(({ result }) =>
          /^(призёр|[23] место|лауреат II{1,2} степени|дипломант)$/.test(result ?? ''),
        ).length,
        named: true,
      };
      return headcount;
    });
  });
}

/**
 * Orders classes by grade, then letter.
 * @param {string} left
 * @param {string} right
 */
export function compareClasses(left, right) {
  const grades = Number.parseInt(left, 10) - Number.parseInt(right, 10);
  if (grades !== 0) return grades;
  return left < right ? -1 : left > right ? 1 : 0;
}
