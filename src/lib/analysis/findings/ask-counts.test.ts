import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#lib/engine/engine.ts';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import {
  encodeSchool,
  schools,
  smallProgramme,
  type School,
} from '../../../../tests/engine/small-school.ts';
import { askEvidenceCounts } from './ask-counts.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeDuckDB();
});
afterAll(() => engine.close());

/** Each run loads a whole star. */
const patience = 120_000;

const { blocks, directions, roles, periods } = smallProgramme;

function placeOf(school: School, index: number | null) {
  const event = school.event[index ?? -1];
  const direction = directions[event?.direction ?? -1];
  return {
    held: event?.held ?? event?.planned !== true,
    direction: direction?.id ?? null,
    block: blocks[event?.block ?? -1]?.id ?? direction?.block ?? null,
  };
}

function countedIn(school: School, period: number) {
  return school.participation
    .filter((row) => row.period === period && roles[row.role ?? -1]?.counted !== false)
    .map((row) => ({ person: row.person, ...placeOf(school, row.event) }));
}

function plainReach(school: School, period: number | null, grade: number | null, part: Part) {
  if (period === null) return { x: 0, n: 0 };
  const listed = school.roll
    .filter((row) => row.period === period && row.grade === grade)
    .map(({ person }) => person);
  const reached = new Set(
    countedIn(school, period)
      .filter((deed) => part.direction === null || deed.direction === part.direction)
      .filter((deed) => part.direction !== null || part.block === null || deed.block === part.block)
      .map(({ person }) => person),
  );
  return { x: listed.filter((person) => reached.has(person)).length, n: listed.length };
}

interface Part {
  readonly block: string | null;
  readonly direction: string | null;
}

it(
  'counts what a plain reading of the same records counts',
  async () => {
    await fc.assert(
      fc.asyncProperty(schools, fc.nat(periods.length - 1), async (school, period) => {
        await engine.load(encodeSchool(school));
        const evidence = await askEvidenceCounts(engine, smallProgramme, period);
        const before = period >= 3 ? period - 3 : null;
        const isRecorded = evidence.records.some((one) => one.period === before);
        expect(evidence.yearAgo).toBe(isRecorded ? before : null);
        expect(evidence.parts).toHaveLength(1 + blocks.length + directions.length);
        for (const part of evidence.parts) {
          for (const grade of part.grades) {
            expect(grade.after).toEqual(plainReach(school, period, grade.grade, part));
            expect(grade.before).toEqual(plainReach(school, before, grade.grade, part));
          }
          const everyone = part.grades.reduce((sum, { after }) => sum + after.n, 0);
          expect(everyone).toBe(school.roll.filter((row) => row.period === period).length);
        }
        for (const { name, x, n } of evidence.classes) {
          const own = school.roll.filter((row) => row.period === period && row.class === name);
          const deeds = new Set(countedIn(school, period).map(({ person }) => person));
          expect({ x, n }).toEqual({
            x: own.filter(({ person }) => deeds.has(person)).length,
            n: own.length,
          });
        }
        for (const { direction, now } of evidence.directions) {
          const own = school.event.filter(
            (event) =>
              event.period === period &&
              placeOf(school, event.event).held &&
              placeOf(school, event.event).direction === direction,
          );
          expect(now).toBe(own.length);
        }
      }),
      { numRuns: 40 },
    );
  },
  patience,
);

it(
  'knows contracts in force with their events, and records from the first period on',
  async () => {
    await fc.assert(
      fc.asyncProperty(schools, fc.nat(periods.length - 1), async (school, period) => {
        await engine.load(encodeSchool(school));
        const evidence = await askEvidenceCounts(engine, smallProgramme, period);
        const day = (iso = '') => Date.parse(iso) / 86_400_000;
        const [from, to] = [day(periods[period]?.starts), day(periods[period]?.ends)];
        const first = period >= 3 ? 3 : 0;
        const heldBy = (partner: number | null, least: number, most: number) =>
          school.event.filter(
            (event) =>
              event.partner === partner &&
              (event.held ?? event.planned !== true) &&
              event.period !== null &&
              event.period >= least &&
              event.period <= most,
          ).length;
        const inForce = school.partner.filter(
          ({ contract, starts, ends }) =>
            (contract !== null || starts !== null) &&
            (starts ?? -Infinity) <= to &&
            (ends ?? Infinity) >= from,
        );
        expect(evidence.partners).toEqual(
          inForce.map(({ partner, name }) => ({
            partner,
            name,
            thisYear: heldBy(partner, first, period),
            earlier: heldBy(partner, 0, first - 1),
          })),
        );
        const all = periods.slice(0, period + 1).map((_, index) => {
          const roll = school.roll.filter((row) => row.period === index);
          const deeds = countedIn(school, index);
          const listed = new Set(roll.map(({ person }) => person));
          return {
            period: index,
            roll: roll.length,
            participations: deeds.length,
            unmatched: deeds.filter(({ person }) => !listed.has(person)).length,
          };
        });
        const begin = all.findIndex(({ roll, participations }) => roll + participations > 0);
        expect(evidence.records).toEqual(begin === -1 ? all.slice(-1) : all.slice(begin));
      }),
      { numRuns: 40 },
    );
  },
  patience,
);

it('rejects with the reason of an aborted signal', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(askEvidenceCounts(engine, smallProgramme, 0, stop.signal)).rejects.toThrow(
    'stopped',
  );
});
