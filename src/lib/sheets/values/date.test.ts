import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOfDays } from '../serial-date.ts';
import { readDate, type DateHint } from './date.ts';
import { plainDate } from './text.ts';

describe('readDate', () => {
  it.each<[string, DateHint | undefined, string, string, string]>([
    ['14.04.2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['14.4.26', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['01.09.98', undefined, 'day', '1998-09-01', '1998-09-01'],
    ['2026-04-14', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['2026-04-14T09:30:00Z', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['14/04/2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['04/14/2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['02.01.2024 12:30:00', undefined, 'day', '2024-01-02', '2024-01-02'],
    ['14 апреля 2026 г.', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['14 апреля 2026 года', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['вторник, 14 апреля 2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['April 14, 2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['14 Apr 2026', undefined, 'day', '2026-04-14', '2026-04-14'],
    ['14 апреля', { year: 2026 }, 'day', '2026-04-14', '2026-04-14'],
    ['14 апреля', { year: 2025, firstMonth: 9 }, 'day', '2026-04-14', '2026-04-14'],
    ['14 октября', { year: 2025, firstMonth: 9 }, 'day', '2025-10-14', '2025-10-14'],
    ['14.04', { year: 2026 }, 'day', '2026-04-14', '2026-04-14'],
    ['12–15.10.2025', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['12-15.10.2025', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['12.10–15.10.2025', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['12.10.-15.10.2025', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['02.09-24.10.2024', undefined, 'range', '2024-09-02', '2024-10-24'],
    ['28.10.2025 – 02.11.2025', undefined, 'range', '2025-10-28', '2025-11-02'],
    ['28.12–02.01.2026', undefined, 'range', '2025-12-28', '2026-01-02'],
    ['с 12 по 15 октября 2025 г.', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['12–15 октября', { year: 2025 }, 'range', '2025-10-12', '2025-10-15'],
    ['28 октября – 2 ноября 2025', undefined, 'range', '2025-10-28', '2025-11-02'],
    ['октябрь – ноябрь 2025', undefined, 'month', '2025-10-01', '2025-11-30'],
    ['октябрь-ноябрь', { year: 2025 }, 'month', '2025-10-01', '2025-11-30'],
    ['декабрь – февраль', { year: 2025, firstMonth: 9 }, 'month', '2025-12-01', '2026-02-28'],
    ['октябрь 2025', undefined, 'month', '2025-10-01', '2025-10-31'],
    ['Октябрь', { year: 2025 }, 'month', '2025-10-01', '2025-10-31'],
    ['30.09-02.10.25', undefined, 'range', '2025-09-30', '2025-10-02'],
    ['5, 6 и 8 октября 2025', undefined, 'range', '2025-10-05', '2025-10-08'],
    ['12.10.2025, 14.10.2025', undefined, 'range', '2025-10-12', '2025-10-14'],
    ['сентябрь, октябрь 2025', undefined, 'month', '2025-09-01', '2025-10-31'],
    ['с сентября по май', { year: 2025, firstMonth: 9 }, 'month', '2025-09-01', '2026-05-31'],
    ['начало октября', { year: 2025 }, 'month', '2025-10-01', '2025-10-31'],
    ['3 неделя октября', { year: 2025 }, 'month', '2025-10-01', '2025-10-31'],
    ['до 15.10.2025', undefined, 'day', '2025-10-15', '2025-10-15'],
    ['14:00 12.10.2025', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['12.10.2025 15:00-16:00', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['12.10.2025 (суббота)', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['12.окт.2025', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['12-окт-25', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['12,10,2025', undefined, 'day', '2025-10-12', '2025-10-12'],
    ['October 12-15, 2025', undefined, 'range', '2025-10-12', '2025-10-15'],
    ['02.2024', undefined, 'month', '2024-02-01', '2024-02-29'],
  ])('reads «%s»', (text, hint, kind, starts, ends) => {
    expect(readDate(text, hint)).toEqual({ kind, starts, ends });
  });

  it.each([
    '31.04.2026',
    '30.02.2025',
    '12.13.2025',
    '00.10.2025',
    '29.02.2025',
    '15.10.2025 – 12.10.2025',
  ])('says that «%s» is impossible', (text) => {
    expect(readDate(text)).toEqual({ kind: 'impossible', starts: null, ends: null });
  });

  it.each([
    'в течение года',
    '14 апреля',
    'октябрь',
    '5А',
    '11-1',
    '3',
    '2025',
    '1,5',
    'Майский вальс',
    'март идёт',
    '2025/2026',
    '',
    '12:30',
    45901,
    null,
    true,
  ])('finds no date in %j', (cell) => {
    expect(readDate(cell)).toBeNull();
  });

  it('reads serial numbers only when asked', () => {
    expect(readDate(45901, { serial: true })).toEqual({
      kind: 'day',
      starts: '2025-09-01',
      ends: '2025-09-01',
    });
    expect(readDate(12, { serial: true })).toBeNull();
  });

  it('reads dates that a workbook stored, with or without a time', () => {
    expect(readDate({ date: '2025-09-01T12:30:00' })?.starts).toBe('2025-09-01');
  });

  it('reads back every printed day and range', () => {
    const day = fc.integer({ min: -25000, max: 47000 }).map(isoOfDays);
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [starts, ends] = one < other ? [one, other] : [other, one];
        expect(readDate(plainDate(one))).toEqual({ kind: 'day', starts: one, ends: one });
        const read = readDate(`${plainDate(starts)} – ${plainDate(ends)}`);
        expect([read?.starts, read?.ends]).toEqual([starts, ends]);
      }),
    );
  });
});
