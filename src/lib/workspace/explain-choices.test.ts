import { defaultProgramme } from '#lib/programme/default.ts';
import type { Slice } from '#lib/analysis/slice-change.ts';
import { describe, expect, it } from 'vitest';
import {
  explainSlice,
  readExplainChoices,
  shownTimes,
  strangeTimes,
  timesOfChoices,
  writeExplainChoices,
} from './explain-choices.ts';

const periods = defaultProgramme.periods.map((_, index) => index);
const last = periods.length - 1;
const idOf = (time: number): string => defaultProgramme.periods[time]?.id ?? '';
const slice: Slice = {
  measure: 'M02',
  by: ['block'],
  members: ['III'],
  grain: 'term',
  time: last,
  selection: [{ dimension: 'sex', values: ['f'], excluded: true }],
  shown: [last],
  over: null,
};

describe('the address of an explanation', () => {
  it('holds the measure, the slice and both times, and gives them back', () => {
    const choices = explainSlice(slice, last - 4, defaultProgramme);
    if (!choices) throw new Error('The slice has a member');
    const address = writeExplainChoices(choices);
    expect(Object.fromEntries(address)).toEqual({
      measure: 'M02',
      from: idOf(last - 4),
      to: idOf(last),
      'except.sex': '["f"]',
      'only.block': '["III"]',
    });
    expect(readExplainChoices(address)).toEqual({ choices, unknown: [] });
    expect(timesOfChoices(choices, periods, defaultProgramme)).toEqual({
      before: last - 4,
      after: last,
    });
    expect(explainSlice({ ...slice, members: [null] }, 0, defaultProgramme)).toBeNull();
  });

  it('names halves of a year so that they come back', () => {
    const halves = shownTimes(periods, 'half', defaultProgramme);
    const half = halves.at(-1) ?? 0;
    const choices = explainSlice(
      { ...slice, grain: 'half', time: half },
      half - 2,
      defaultProgramme,
    );
    if (!choices) throw new Error('The slice has a member');
    const { choices: read } = readExplainChoices(writeExplainChoices(choices));
    expect(read).toMatchObject({ from: '2025-h2', to: '2026-h2' });
    expect(timesOfChoices(read, halves, defaultProgramme)).toEqual({
      before: half - 2,
      after: half,
    });
  });

  it('says what it did not understand, a strange time among it', () => {
    const { choices, unknown } = readExplainChoices(
      new URLSearchParams('measure=M99&only.moon=[1]&grain=year&to=1813&from=%20'),
    );
    expect(unknown).toEqual(['measure=M99', 'only.moon=[1]', 'from= ']);
    expect(strangeTimes(choices, defaultProgramme)).toEqual(['to=1813']);
    const years = shownTimes(periods, 'year', defaultProgramme);
    expect(timesOfChoices(choices, years, defaultProgramme).after).toBe(years.at(-1));
  });

  it('begins with the last time and the same a year before, or the one just before', () => {
    const { choices } = readExplainChoices(new URLSearchParams());
    expect([...writeExplainChoices(choices)]).toEqual([]);
    const of = (shown: readonly number[]) => timesOfChoices(choices, shown, defaultProgramme);
    expect(of(periods)).toEqual({ before: last - 4, after: last });
    expect(of([last - 1, last])).toEqual({ before: last - 1, after: last });
    expect(of([last])).toEqual({ before: null, after: last });
    expect(of([])).toEqual({ before: null, after: null });
  });
});
