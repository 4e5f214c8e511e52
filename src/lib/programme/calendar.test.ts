import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '#lib/model/programme.ts';
import { periodIndex, periodOf, schoolYears, termsOf, yearAgo } from './calendar.ts';
import { addDays } from './day.ts';
import { defaultProgramme } from './default.ts';

const withGap = (gapBelongsTo: Programme['gapBelongsTo']): Programme => ({
  ...defaultProgramme,
  gapBelongsTo,
});
const anyDay = fc.integer({ min: 0, max: 365 * 4 }).map((days) => addDays('2023-09-01', days));

describe('periodOf', () => {
  it.each<[string, Programme['gapBelongsTo'], string | null]>([
    ['2025-09-01', 'none', '2025-1'],
    ['2025-10-24', 'none', '2025-1'],
    ['2025-10-28', 'none', null],
    ['2025-10-28', 'preceding', '2025-1'],
    ['2025-10-28', 'following', '2025-2'],
    ['2024-09-01', 'preceding', '2024-1'],
    ['2024-07-10', 'preceding', '2023-4'],
    ['2024-07-10', 'following', '2024-1'],
    ['2024-06-10', 'following', '2023-4'],
    ['2023-08-30', 'preceding', '2023-1'],
    ['2023-06-30', 'preceding', null],
    ['2027-08-31', 'preceding', '2026-4'],
    ['2027-09-01', 'preceding', null],
    ['2025-10-15T12:30:00', 'none', '2025-1'],
    ['2025-02-30', 'preceding', null],
    ['', 'preceding', null],
  ])('%s with gaps to %s', (day, gap, id) => {
    const index = periodOf(withGap(gap), day);
    expect(index === null ? null : defaultProgramme.periods[index]?.id).toBe(id);
  });

  it('gives each day of four school years to a period of its own school year, unless gaps belong to none', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('preceding', 'following'), (day, gap) => {
        const period = defaultProgramme.periods[periodOf(withGap(gap), day) ?? -1];
        if (!period) throw new Error(`${day} belongs to nothing`);
        expect(day >= `${period.schoolYear}-07-01`).toBe(true);
        expect(day <= `${period.schoolYear + 1}-08-31`).toBe(true);
      }),
    );
  });

  it('with gaps to none, a day belongs to a period exactly when it lies in it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const inside = defaultProgramme.periods.findIndex(
          ({ starts, ends }) => starts <= day && day <= ends,
        );
        expect(periodOf(withGap('none'), day)).toBe(inside === -1 ? null : inside);
      }),
    );
  });

  it('never goes back in time', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (day, later) => {
        const first = periodOf(withGap('preceding'), day) ?? Infinity;
        expect(
          periodOf(withGap('preceding'), addDays(day, later)) ?? Infinity,
        ).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

it('finds terms, the same term a year ago and school years', () => {
  expect(periodIndex(defaultProgramme, 2025, 4)).toBe(11);
  expect(periodIndex(defaultProgramme, 2025, 5)).toBeNull();
  expect(yearAgo(defaultProgramme, 11)).toBe(7);
  expect(yearAgo(defaultProgramme, 3)).toBeNull();
  expect(yearAgo(defaultProgramme, 99)).toBeNull();
  expect(schoolYears(defaultProgramme)).toEqual([2023, 2024, 2025, 2026]);
  expect(termsOf(defaultProgramme, 2024)).toBe(4);
});
