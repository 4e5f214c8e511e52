import { openNodeDuckDB } from '../engine/node-duckdb.ts';
import {
  encodeSchool,
  noOwn,
  programmeTables,
  smallProgramme,
  type School,
} from '../engine/small-school.ts';
import type { Engine } from '#lib/engine/engine.ts';

/** Directions in the order of a pattern's digits. */
export const directions = smallProgramme.directions.map(({ id }) => id);

/** Classes with their sizes. */
export const classes = [
  ['5А', 14],
  ['5Б', 17],
  ['6А', 15],
  ['6Б', 16],
] as const;

/** Everybody of a class and sex who took part in the same directions of the same terms. */
export interface AttackedPupil {
  readonly class: string;
  readonly sex: 'f' | 'm';
  /** For each term of the last school year, in order: one bit a direction. */
  readonly patterns: readonly number[];
}

const place = { import_id: 'a', sheet: 0, row: 0, col: null };

/** Numbers from 0 to below 1 that follow from a seed: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pupils of whom few take part in some directions of some classes. */
export function pupilsOf(seed: number, terms: number): AttackedPupil[] {
  const random = randomOf(seed);
  return classes.flatMap(([name, size]) => {
    const liking = directions.map(() => [0.5, 0.25, 0.08][Math.floor(random() * 3)] ?? 0);
    return Array.from({ length: size }, (_, at): AttackedPupil => ({
      class: name,
      sex: at % 2 === 0 ? 'f' : 'm',
      patterns: Array.from({ length: terms }, () =>
        liking.reduce((bits, share, one) => bits | (random() < share ? 1 << one : 0), 0),
      ),
    }));
  });
}

/** The first period of the last school year. */
export const firstPeriod = 3;

/** An engine that holds these pupils. */
export async function loadPupils(pupils: readonly AttackedPupil[]): Promise<Engine> {
  const terms = pupils[0]?.patterns.length ?? 0;
  const event = Array.from({ length: terms * directions.length }, (_, number) => ({
    event: number,
    title: `Событие ${number}`,
    rank: number,
    period: firstPeriod + Math.floor(number / directions.length),
    direction: number % directions.length,
    block: null,
    starts: null,
    ends: null,
    kind: null,
    partner: null,
    level: null,
    remote: null,
    competitive: null,
    volunteering: null,
    hours: null,
    planned: null,
    held: null,
    ...place,
  }));
  const ofClass = ({ class: name }: AttackedPupil) => ({ class: name, grade: parseInt(name, 10) });
  const school: School = {
    ...programmeTables(smallProgramme),
    participant: pupils.map(({ sex }, person) => ({
      person,
      key: `k${person}`,
      name: `Ученик ${person}`,
      rank: person,
      pseudonym: `У-${person}`,
      sex,
      birth_year: null,
      matched: true,
    })),
    roll: pupils.flatMap((pupil, person) =>
      Array.from({ length: terms }, (_, term) => ({
        person,
        period: firstPeriod + term,
        ...ofClass(pupil),
        ...place,
      })),
    ),
    partner: [],
    event,
    participation: pupils.flatMap((pupil, person) =>
      pupil.patterns.flatMap((bits, term) =>
        directions.flatMap((_, one) =>
          (bits >> one) % 2 === 0
            ? []
            : [
                {
                  ...noOwn,
                  ...ofClass(pupil),
                  ...place,
                  event: term * directions.length + one,
                  person,
                  period: firstPeriod + term,
                  sex: pupil.sex,
                  role: null,
                  result: null,
                  hours: null,
                  hours_source: null,
                  team: null,
                },
              ],
        ),
      ),
    ),
    headcount: [],
    volunteering: [],
    assessment: [],
    survey: [],
  };
  const engine = await openNodeDuckDB();
  await engine.load(encodeSchool(school));
  return engine;
}
