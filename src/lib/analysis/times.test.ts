import { describe, expect, it } from 'vitest';
import { quarterlyProgramme, smallProgramme } from '../../../tests/engine/small-school.ts';
import { comparedTime } from './times.ts';

describe('the time compared with', () => {
  it.each([
    ['term', 'year-ago', 3, 0],
    ['term', 'year-ago', 2, null],
    ['term', 'previous', 3, 2],
    ['term', 'previous', 0, null],
    ['term', 'none', 3, null],
    ['year', 'year-ago', 2024, 2023],
    ['year', 'previous', 2024, 2023],
    ['year', 'year-ago', 2023, null],
  ] as const)('of a %s, %s, at %i is %j', (grain, compare, time, expected) => {
    expect(comparedTime(smallProgramme, grain, compare, time)).toBe(expected);
  });

  it.each([
    ['year-ago', 4048, 4046],
    ['previous', 4048, 4047],
    ['year-ago', 4047, null],
  ] as const)('of a half, %s, at %i is %j', (compare, time, expected) => {
    expect(comparedTime(quarterlyProgramme, 'half', compare, time)).toBe(expected);
  });

  it('is the same term even where a year has fewer of them', () => {
    const periods = smallProgramme.periods.filter(({ id }) => id !== '2023-2');
    const programme = { ...smallProgramme, periods };
    expect(comparedTime(programme, 'term', 'year-ago', 3)).toBeNull();
    expect(comparedTime(programme, 'term', 'year-ago', 4)).toBe(1);
  });
});
