/** @import { Direction, Partner, PlanLine, Quarter, SchoolEvent } from './types.js' */
/** @import { Random } from './random.js' */
import { quarters, splitDay } from './calendar.js';
import { directions } from './programme.js';
import { listKinds, listTopics } from './titles.js';

const eventsPerQuarter = [78, 86, 104, 66];
const blockShares = [0.44, 0.38, 0.18];
const levels = [
  { level: 'школьный', contest: 38, other: 52 },
  { level: 'муниципальный', contest: 26, other: 40 },
  { level: 'региональный', contest: 18, other: 8 },
  { level: 'всероссийский', contest: 12, other: 0 },
  { level: 'международный', contest: 6, other: 0 },
];
const modes = [
  { mode: 'очно', weight: 72 },
  { mode: 'заочно', weight: 14 },
  { mode: 'дистанционно', weight: 14 },
];

/** @param {Quarter} quarter @param {Random} random @param {boolean} club @returns {[number, number]} */
function drawDates(quarter, random, club) {
  if (club)
    return [quarter.start + random.drawInteger(0, 9), quarter.end - random.drawInteger(0, 9)];
  if (quarter.number < 4 && random.chance(0.03)) {
    const day = random.drawInteger(quarter.end + 1, quarter.until);
    return [day, day];
  }
  let day = random.drawInteger(quarter.start, quarter.end);
  while (splitDay(day).weekday === 0) day = random.drawInteger(quarter.start, quarter.end);
  const long = random.chance(0.1) ? random.drawInteger(1, 4) : 0;
  return [day, Math.min(day + long, quarter.end)];
}

/** @param {Partner[]} partners @param {number} year @param {number} block @param {number} turn @param {Random} random */
function choosePartner(partners, year, block, turn, random) {
  const active = partners.filter(
    (partner) => partner.block === block && partner.activeYears.includes(year),
  );
  const next = active[turn];
  if (next) return next;
  return random.chance(0.1) ? null : random.pickWeighted(active, (partner) => partner.weight);
}

/**
 * The events of twelve quarters, every title unique together with its date.
 * @param {Partner[]} partners
 * @param {Random} random
 */
export function createEvents(partners, random) {
  /** @type {SchoolEvent[]} */
  const events = [];
  const taken = new Set();
  /** @type {Map<string, number>} */
  const turns = new Map();

  /** @param {Quarter} quarter @param {Direction} direction */
  function createEvent(quarter, direction) {
    const kind = random.pickWeighted(listKinds(direction.key), ({ weight }) => weight);
    let title;
    let start;
    let end;
    do {
      title = `${kind.prefix} «${random.pick(listTopics(direction.key))}»`;
      [start, end] = drawDates(quarter, random, kind.kind === 'кружок');
    } while (taken.has(`${title}|${start}`));
    taken.add(`${title}|${start}`);
    const slot = `${quarter.year}-${direction.block}`;
    const turn = turns.get(slot) ?? 0;
    turns.set(slot, turn + 1);
    events.push({
      title,
      start,
      end,
      quarter,
      direction,
      partner: choosePartner(partners, quarter.year, direction.block, turn, random),
      level: random.pickWeighted(levels, (entry) =>
        kind.competitive ? entry.contest : entry.other,
      ).level,
      mode: kind.competitive ? random.pickWeighted(modes, ({ weight }) => weight).mode : 'очно',
      kind: kind.kind,
      competitive: kind.competitive,
      awardStyle: random.drawInteger(0, 3),
      team: kind.competitive && random.chance(0.2),
      hours: kind.hours ? random.drawInteger(kind.hours[0], kind.hours[1]) : null,
      weight: Math.exp(0.5 * random.drawNormal()),
    });
  }

  for (const quarter of quarters) {
    const total = eventsPerQuarter[quarter.number - 1] ?? 0;
    for (const block of [1, 2, 3]) {
      const open = directions.filter(
        (direction) =>
          direction.block === block && !(direction.key === 'information' && quarter.number === 1),
      );
      const count = Math.round(total * (blockShares[block - 1] ?? 0));
      for (let index = 0; index < count; index += 1) {
        createEvent(quarter, open[index % open.length] ?? random.pick(open));
      }
    }
  }
  return events;
}

/**
 * The plan of a school year: most events that were held, and some that were not.
 * @param {SchoolEvent[]} held
 * @param {number} year
 * @param {Random} random
 */
export function createPlan(held, year, random) {
  /** @type {PlanLine[]} */
  const lines = [];
  const own = held.filter((event) => event.quarter.year === year);
  const taken = new Set(own.map((event) => `${event.title}|${event.start}`));
  for (const event of own) {
    if (random.chance(0.86)) lines.push({ ...event, held: true });
  }
  const models = own.filter((event) => event.kind !== 'кружок' && event.start === event.end);
  for (const event of random.sampleWeighted(models, 28, () => 1)) {
    const start = event.quarter.start + random.drawInteger(5, 35);
    if (taken.has(`${event.title}|${start}`) || splitDay(start).weekday === 0) continue;
    taken.add(`${event.title}|${start}`);
    lines.push({ ...event, start, end: start, held: false });
  }
  return lines.sort(
    (left, right) => left.start - right.start || (left.title < right.title ? -1 : 1),
  );
}
