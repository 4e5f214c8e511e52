import { defaultProgramme } from '#lib/programme/default.ts';
import { describe, expect, it } from 'vitest';
import {
  contrastQuestion,
  listMeasures,
  readContrastChoices,
  strangeSides,
  swapSides,
  writeContrastChoices,
  yearBefore,
} from './contrast-choices.ts';

const shown = defaultProgramme.periods.map((_, index) => index);
const last = shown.length - 1;
const idOf = (time: number): string => defaultProgramme.periods[time]?.id ?? '';
const address = new URLSearchParams([
  ['measure', 'M05'],
  ['by', 'grade'],
  ['a.time', idOf(last - 1)],
  ['a.only.sex', '["f"]'],
  ['b.except.class', '["5А"]'],
]);
const { choices } = readContrastChoices(address);

describe('the address of a comparison', () => {
  it('holds both sides and gives them back, changed round too', () => {
    expect(writeContrastChoices(choices).toString()).toBe(address.toString());
    const question = contrastQuestion(choices, shown, defaultProgramme);
    if (!question) throw new Error('There is a question');
    const swapped = swapSides(choices, question, defaultProgramme);
    expect(readContrastChoices(writeContrastChoices(swapped)).choices).toEqual(swapped);
    expect(contrastQuestion(swapped, shown, defaultProgramme)).toEqual({
      ...question,
      first: question.second,
      second: question.first,
    });
    expect(question).toEqual({
      measure: 'M05',
      by: 'grade',
      grain: 'term',
      first: { time: last - 1, selection: choices.a.selection },
      second: { time: last, selection: choices.b.selection },
      matched: false,
    });
  });

  it('holds which measures stand in the table, with the drawn one among them', () => {
    expect(choices.measures).toContain('M05');
    const other = readContrastChoices(new URLSearchParams('measure=M31')).choices;
    expect(other.measures[0]).toBe('M31');
    expect(writeContrastChoices(other).toString()).toBe('measure=M31');
    const listed = { ...choices, ...listMeasures(choices, ['M01', 'M05', 'M31']) };
    expect(listed.measure).toBe('M05');
    expect(readContrastChoices(writeContrastChoices(listed)).choices).toEqual(listed);
    const without = { ...listed, ...listMeasures(listed, ['M31', 'M01']) };
    expect(without.measure).toBe('M31');
    expect(readContrastChoices(writeContrastChoices(without)).choices).toEqual(without);
    const { unknown, choices: read } = readContrastChoices(
      new URLSearchParams('measures=M01,M99&measure=moon'),
    );
    expect(unknown).toEqual(['measures=M01,M99', 'measure=moon']);
    expect(read.measure).toBe(read.measures[0]);
  });

  it('says what it did not understand', () => {
    const { choices: read, unknown } = readContrastChoices(
      new URLSearchParams('by=moon&a.only.block=I&c.time=1&pupils=none&b.time=never&by=-'),
    );
    expect(unknown).toEqual(['by=moon', 'a.only.block=I', 'c.time=1', 'pupils=none']);
    expect(strangeSides(read, defaultProgramme)).toEqual(['b.time=never']);
    expect(read.by).toBeNull();
  });

  it('follows the same pupils with the clauses of A, and goes a year back with those of B', () => {
    const same = contrastQuestion({ ...choices, pupils: 'same' }, shown, defaultProgramme);
    expect(same?.second.selection).toEqual(choices.a.selection);
    const question = contrastQuestion(choices, shown, defaultProgramme);
    if (!question) throw new Error('There is a question');
    const year = yearBefore(choices, question, defaultProgramme);
    expect(year?.a).toEqual({ time: idOf(last - 4), selection: choices.b.selection });
    expect(year?.b.time).toBe(idOf(last));
    const early = { ...question, second: { ...question.second, time: 0 } };
    expect(yearBefore(choices, early, defaultProgramme)).toBeNull();
    expect(contrastQuestion(choices, [], defaultProgramme)?.second).toBeUndefined();
  });
});
