import type { Period } from '#lib/model/programme.ts';

const quarters: Readonly<Record<number, readonly (readonly [starts: string, ends: string])[]>> = {
  2023: [
    ['2023-09-01', '2023-10-27'],
    ['2023-11-06', '2023-12-29'],
    ['2024-01-09', '2024-03-22'],
    ['2024-04-01', '2024-05-24'],
  ],
  2024: [
    ['2024-09-02', '2024-10-25'],
    ['2024-11-05', '2024-12-28'],
    ['2025-01-09', '2025-03-21'],
    ['2025-03-31', '2025-05-26'],
  ],
  2025: [
    ['2025-09-01', '2025-10-24'],
    ['2025-11-05', '2025-12-30'],
    ['2026-01-12', '2026-03-27'],
    ['2026-04-06', '2026-05-26'],
  ],
  2026: [
    ['2026-09-01', '2026-10-24'],
    ['2026-11-05', '2026-12-30'],
    ['2027-01-12', '2027-03-27'],
    ['2027-04-06', '2027-05-26'],
  ],
};

/** Quarters of four school years; 2025/26 by the federal schedule, 2026/27 by the same days. */
export const periodsOfYears: readonly Period[] = Object.entries(quarters).flatMap(([year, terms]) =>
  terms.map(([starts, ends], index) => ({
    id: `${year}-${index + 1}`,
    schoolYear: Number(year),
    term: index + 1,
    starts,
    ends,
  })),
);
