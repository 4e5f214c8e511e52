/** @import { Participation, Pupil, Quarter, SchoolEvent, Spell } from './types.js' */
/** @import { Random } from './random.js' */
import { quarters, splitDay } from './calendar.js';
import { foldYo } from './names.js';
import { findLastSpell, findSpell } from './people.js';
import { planReach } from './targets.js';

/** @typedef {{ pupil: Pupil, spell: Spell }} Place */

const outlier = { year: 2025, className: '8Б', from: 2, reached: 2 };
const shortestPresence = 25;
const mostEvents = 9;
const spectatorsPerQuarter = 130;
const seasons = [0.02, 0.02, 0.06, -0.06];
const awardStyles = [
  ['победитель', 'призёр', 'призёр'],
  ['1 место', '2 место', '3 место'],
  ['лауреат I степени', 'лауреат II степени', 'лауреат III степени', 'дипломант'],
  ['гран-при', 'дипломант', 'финалист', 'финалист'],
];

/** @param {SchoolEvent} event @param {Random} random */
function drawResult(event, random) {
  if (!event.competitive) return null;
  if (!random.chance(event.level === 'школьный' ? 0.34 : 0.24)) return 'участник';
  return random.pick(awardStyles[event.awardStyle] ?? ['призёр']);
}

/** @param {SchoolEvent} event @param {Random} random */
function drawRole(event, random) {
  if (event.competitive) return event.team ? 'член команды' : 'участник';
  if (event.kind === 'волонтёрская акция') return 'волонтёр';
  if (random.chance(0.045)) return 'организатор';
  return random.chance(0.02) ? 'ведущий' : 'участник';
}

/** @param {SchoolEvent} event @param {Random} random */
function drawHours(event, random) {
  if (event.hours === null) return null;
  if (event.kind !== 'волонтёрская акция') return event.hours;
  return Math.max(1, event.hours + random.drawInteger(-2, 2) / 2);
}

/** @param {Pupil} pupil @param {number} day */
function findHoursSource(pupil, day) {
  const birth = splitDay(pupil.birth);
  const now = splitDay(day);
  const early = now.month * 100 + now.day < birth.month * 100 + birth.day ? 1 : 0;
  return now.year - birth.year - early >= 14 ? 'личная книжка' : 'школьный журнал';
}

/** @param {SchoolEvent} event @param {Pupil} pupil @param {string | null} role @param {Random} random */
function createParticipation(event, pupil, role, random) {
  const chosen = role ?? drawRole(event, random);
  const spectator = chosen === 'зритель';
  /** @type {Participation} */
  const row = {
    event,
    pupil,
    className: findSpell(pupil, event.start)?.className ?? '',
    role: chosen,
    result: spectator ? null : drawResult(event, random),
    hours: spectator ? null : drawHours(event, random),
    source: chosen === 'волонтёр' ? findHoursSource(pupil, event.start) : null,
  };
  return row;
}

/** @param {Place[]} places @param {Quarter} quarter */
function measureGrades(places, quarter) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const { spell } of places) sizes.set(spell.grade, (sizes.get(spell.grade) ?? 0) + 1);
  if (sizes.size === 0) throw new Error(`Nobody on the roll in ${quarter.key}`);
  return new Map([...sizes].sort(([left], [right]) => left - right));
}

/** @param {Pupil} pupil @param {Quarter} quarter */
function isPresentLongEnough(pupil, quarter) {
  const days = pupil.spells.reduce(
    (sum, spell) =>
      sum + Math.max(0, Math.min(spell.to, quarter.end) - Math.max(spell.from, quarter.start) + 1),
    0,
  );
  return days >= shortestPresence;
}

/**
 * Everyone on the roll in a quarter with the class the quarter ends in.
 * @param {Pupil[]} pupils
 * @param {Quarter} quarter
 */
export function listPlaces(pupils, quarter) {
  /** @type {Place[]} */
  const places = [];
  for (const pupil of pupils) {
    const spell = findLastSpell(pupil, quarter);
    if (spell) places.push({ pupil, spell });
  }
  return places;
}

/** @param {Place[]} places @param {Quarter} quarter */
function excludeOutlier(places, quarter) {
  if (quarter.year !== outlier.year || quarter.number < outlier.from) return places;
  let kept = 0;
  return places.filter(({ spell }) => {
    if (spell.className !== outlier.className) return true;
    kept += 1;
    return kept <= outlier.reached;
  });
}

/** @param {Pupil} pupil @param {Quarter} quarter @param {Random} random */
function drawCount(pupil, quarter, random) {
  const season = seasons[quarter.number - 1] ?? 0;
  const drive = Math.min(0.8, 0.365 + season + 0.13 * Math.log(1 + 2 * pupil.activity));
  let count = 1;
  while (count < mostEvents && random.chance(drive)) count += 1;
  return count;
}

/** @param {Pupil} pupil @param {Quarter} quarter @param {SchoolEvent[]} events @param {Random} random */
function chooseEvents(pupil, quarter, events, random) {
  const open = events.filter((event) => findSpell(pupil, event.start) !== undefined);
  if (open.length === 0) throw new Error(`No event open to pupil ${pupil.id}`);
  return random.sampleWeighted(open, drawCount(pupil, quarter, random), (event) => event.weight);
}

/** @param {Place[]} places @param {SchoolEvent[]} events @param {Participation[]} rows @param {Random} random */
function addSpectators(places, events, rows, random) {
  const taken = new Set(rows.map((row) => `${row.event.title}|${row.event.start}|${row.pupil.id}`));
  const shows = events.filter((event) =>
    ['концерт', 'спектакль', 'выставка', 'лекция'].includes(event.kind),
  );
  const watchers = random.sampleWeighted(places, spectatorsPerQuarter, ({ spell }) =>
    spell.year === outlier.year && spell.className === outlier.className ? 6 : 1,
  );
  for (const { pupil } of watchers) {
    const event = random.pick(shows);
    if (taken.has(`${event.title}|${event.start}|${pupil.id}`)) continue;
    if (findSpell(pupil, event.start))
      rows.push(createParticipation(event, pupil, 'зритель', random));
  }
}

/**
 * Who took part in what over twelve quarters, each pupil once an event.
 * @param {Pupil[]} pupils
 * @param {SchoolEvent[]} events
 * @param {Random} random
 */
export function createParticipations(pupils, events, random) {
  /** @type {Participation[]} */
  const all = [];
  /** @type {Map<string, number>} */
  const climates = new Map();

  /** @param {Spell} spell */
  function findClimate(spell) {
    const key = `${spell.year}-${spell.className}`;
    const known = climates.get(key) ?? Math.exp(0.09 * random.drawNormal());
    climates.set(key, known);
    return known;
  }

  for (const quarter of quarters) {
    const places = listPlaces(pupils, quarter);
    const sizes = measureGrades(places, quarter);
    const open = excludeOutlier(places, quarter).filter(({ pupil }) =>
      isPresentLongEnough(pupil, quarter),
    );
    const own = events.filter((event) => event.quarter === quarter);
    /** @type {Participation[]} */
    const rows = [];
    for (const block of [1, 2, 3]) {
      const offered = own.filter((event) => event.direction.block === block);
      for (const [grade, count] of planReach(quarter, block, sizes)) {
        const chosen = random.sampleWeighted(
          open.filter(({ spell }) => spell.grade === grade),
          count,
          ({ pupil, spell }) =>
            pupil.activity ** 0.8 * (pupil.affinity[block - 1] ?? 1) * findClimate(spell),
        );
        for (const { pupil } of chosen) {
          for (const event of chooseEvents(pupil, quarter, offered, random)) {
            rows.push(createParticipation(event, pupil, null, random));
          }
        }
      }
    }
    addSpectators(places, own, rows, random);
    all.push(...sortRows(rows));
  }
  return all;
}

/**
 * Participations by date, event and pupil's name, as a school keeps them.
 * @param {Participation[]} rows
 */
export function sortRows(rows) {
  /** @param {Participation} row */
  function rank(row) {
    return `${row.event.start}|${row.event.title}|${row.className.padStart(3, '0')}|${foldYo(row.pupil.last)}|${row.pupil.id}`;
  }
  return rows
    .map((row) => ({ row, key: rank(row) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ row }) => row);
}
