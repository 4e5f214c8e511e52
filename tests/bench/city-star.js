/** @import { Programme } from '../../src/lib/model/programme.ts' */
import { star as schema } from '../../src/lib/engine/schema.ts';

const pupilsOfClass = 25;
const grades = 11;
const letters = 'АБВГДЕЖЗИКЛМ';

/** @param {string} iso */
const dayOf = (iso) => Date.parse(iso) / 86_400_000;

/**
 * The star of a city with so many participations: a pupil of it takes part in about two events a term; nothing is random,
 * so that every run asks the same.
 * @param {Programme} programme
 * @param {number} participations
 * @param {number} people
 */
export function cityStar(
  programme,
  participations,
  people = Math.ceil(participations / (programme.periods.length * 1.4)),
) {
  const { periods, blocks, directions, levels, results, roles } = programme;
  const events = Math.ceil(participations / 60);
  const partners = 400;
  const classOf = (/** @type {number} */ person) => {
    const number = Math.floor(person / pupilsOfClass);
    const grade = 1 + (number % grades);
    const letter = letters[Math.floor(number / grades) % letters.length] ?? '';
    return { grade, name: `${grade}${letter}${Math.floor(number / grades / letters.length)}` };
  };
  const place = { import_id: 'city', sheet: 0, col: null };
  const count = (/** @type {number} */ n) => Array.from({ length: n }, (_, index) => index);
  const eventRows = count(events).map((event) => ({
    event,
    title: `Событие ${event}`,
    rank: event,
    starts: dayOf(periods[event % periods.length]?.starts ?? '') + (event % 30),
    ends: null,
    period: event % periods.length,
    direction: (event * 7) % directions.length,
    block: null,
    partner: (event * 13) % partners,
    level: (event * 3) % levels.length,
    remote: event % 9 === 0,
    kind: null,
    competitive: event % 3 === 0,
    volunteering: event % 17 === 0,
    hours: 1 + (event % 4),
    planned: event % 5 !== 0,
    held: event % 50 !== 0,
    row: event,
    ...place,
  }));
  const rows = {
    period: periods.map(({ id, schoolYear, term, starts, ends }, period) => ({
      period,
      id,
      school_year: schoolYear,
      term,
      starts: dayOf(starts),
      ends: dayOf(ends),
    })),
    block: blocks.map(({ id }, block) => ({ block, id })),
    direction: directions.map(({ id, block, civic }, direction) => ({
      direction,
      id,
      block: blocks.findIndex((one) => one.id === block),
      civic,
    })),
    level: levels.map(({ id, weight }, level) => ({ level, id, weight })),
    result: results.map(({ id, weight, award }, result) => ({ result, id, weight, award })),
    role: roles.map(({ id, counted }, role) => ({ role, id, counted })),
    participant: count(people).map((person) => ({
      person,
      key: `p${person}`,
      name: `Ученик ${person}`,
      rank: person,
      pseudonym: `У-${person}`,
      sex: person % 2 === 0 ? 'f' : 'm',
      birth_year: 2010,
      matched: true,
    })),
    roll: periods.flatMap((_, period) =>
      count(people).map((person) => {
        const { grade, name } = classOf(person);
        return { person, period, class: name, grade, row: person, ...place };
      }),
    ),
    partner: count(partners).map((partner) => ({
      partner,
      name: `Партнёр ${partner}`,
      rank: partner,
      kind: null,
      block: partner % blocks.length,
      contract: `№ ${partner}`,
      starts: null,
      ends: null,
      listed: true,
      row: partner,
      ...place,
    })),
    event: eventRows,
    headcount: [],
    volunteering: [],
    assessment: [],
    survey: [],
  };
  const eventOf = (/** @type {number} */ row) => row % events;
  const personOf = (/** @type {number} */ row) =>
    (Math.floor(row / events) * 1009 + eventOf(row) * 37 + (row % 11) * 4001) % people;
  const classes = count(people).map(classOf);
  /** @type {Record<string, (row: number) => unknown>} A column each, because millions of rows as objects take too much room. */
  const participation = {
    event: eventOf,
    person: personOf,
    period: (row) => eventOf(row) % periods.length,
    class: (row) => classes[personOf(row)]?.name,
    grade: (row) => classes[personOf(row)]?.grade,
    role: () => 0,
    result: (row) => (row % 7 === 0 ? 1 : 0),
    team: (row) => row % 10 === 0,
    row: (row) => row,
    sheet: () => 0,
    import_id: () => place.import_id,
  };
  return Object.fromEntries(
    Object.entries(schema).map(([table, columns]) => {
      if (table === 'participation') {
        const value = (/** @type {string} */ name) => participation[name] ?? (() => null);
        return [
          table,
          Object.fromEntries(
            Object.keys(columns).map((name) => [
              name,
              Array.from({ length: participations }, (_, row) => value(name)(row)),
            ]),
          ),
        ];
      }
      const list = /** @type {Record<string, unknown>[]} */ (
        rows[/** @type {keyof typeof rows} */ (table)]
      );
      return [
        table,
        Object.fromEntries(
          Object.keys(columns).map((name) => [name, list.map((row) => row[name])]),
        ),
      ];
    }),
  );
}
