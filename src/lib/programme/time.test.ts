import { describe, expect, it } from 'vitest';
import { defaultProgramme } from './default.ts';
import { grainsOf, periodsOf, readHalf, schoolYearOf, timeOf } from './time.ts';

const terms = (schoolYear: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${schoolYear}-${index + 1}`,
    schoolYear,
    term: index + 1,
    starts: `${schoolYear}-09-01`,
    ends: `${schoolYear}-09-02`,
  }));
const mixed = { periods: [...terms(2024, 3), ...terms(2025, 4)] };

describe('times of a calendar', () => {
  it('are halves of two terms each where a year has four, and none where it has three', () => {
    const halves = mixed.periods.map((_, period) => timeOf(mixed, 'half', period));
    expect(halves).toEqual([null, null, null, 4050, 4050, 4051, 4051]);
    expect(periodsOf(mixed, 'half', 4051)).toEqual([5, 6]);
    expect([4050, 4051].map(readHalf)).toEqual([
      { schoolYear: 2025, half: 1 },
      { schoolYear: 2025, half: 2 },
    ]);
  });

  it('offers halves only to a calendar that has some', () => {
    expect(grainsOf({ periods: terms(2024, 3) })).toEqual(['term', 'year']);
    expect(grainsOf(defaultProgramme)).toEqual(['term', 'half', 'year']);
  });

  it('lies in its school year at every grain', () => {
    for (const grain of grainsOf(mixed)) {
      for (const [period, { schoolYear }] of mixed.periods.entries()) {
        const time = timeOf(mixed, grain, period);
        if (time === null) continue;
        expect(schoolYearOf(time, grain, mixed)).toBe(schoolYear);
        expect(periodsOf(mixed, grain, time)).toContain(period);
      }
    }
  });
});
