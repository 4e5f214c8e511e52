import { describe, expect, it } from 'vitest';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import { defaultChoices, readChoices, writeChoices, type Choices } from './choices.ts';
import { dividedBy, fitChoices, refuseChoices, refuseView, remedyOf } from './fitting.ts';
import { furtherDimensions, takesTwo, views } from './views.ts';

const ids = Object.keys(measures) as MeasureId[];
/** Choices as the controls make them: a dimension that the measure does not have is given up with the measure. */
function chosen(change: Partial<Choices>): Choices {
  const choices = { ...defaultChoices, ...change };
  const { by, measure } = choices;
  const still = by !== null && measures[measure].by.includes(by);
  return fitChoices({ ...choices, by: still ? by : null });
}

describe('views and measures', () => {
  it('either fit or are refused with a remedy that leads to a view that fits', () => {
    for (const measure of ids) {
      for (const chart of views) {
        const choices = chosen({ measure, chart });
        const refusal = refuseChoices(choices);
        if (refusal === null) continue;
        const mended = fitChoices({ ...choices, ...remedyOf(choices, refusal) });
        expect(refuseChoices(mended), `${measure} ${chart} ${refusal}`).toBeNull();
      }
    }
  });

  it('stack only what adds up, spread only numbers of pupils, and link only partners', () => {
    const fitting = (chart: Choices['chart']) =>
      ids.filter((measure) => refuseView(chosen({ measure, chart }), chart) === null);
    expect(fitting('stacked')).toEqual(['M04', 'M16', 'M43']);
    expect(fitting('flows')).toEqual(['M15']);
    expect(fitting('network')).toEqual(['M04', 'M21', 'M22', 'M23']);
    expect(fitting('distribution')).toEqual(['M05', 'M06', 'M07', 'M12', 'M17', 'M26', 'M30']);
  });
});

describe('a second dimension', () => {
  it('is kept in the address and dropped where the view takes one, without being forgotten', () => {
    const choices: Choices = { ...defaultChoices, chart: 'multiples', across: 'sex' };
    const { choices: read } = readChoices(writeChoices(choices));
    expect(read.across).toBe('sex');
    expect(dividedBy(fitChoices(read))).toEqual(['block', 'sex']);
    expect(dividedBy(fitChoices({ ...read, chart: 'trend' }))).toEqual(['block']);
  });

  it('never asks for what the measure cannot be divided by', () => {
    for (const measure of ids) {
      for (const chart of views.filter(takesTwo)) {
        const { by } = chosen({ measure, chart });
        for (const across of furtherDimensions(measure, chart, by)) {
          const divided = dividedBy(chosen({ measure, chart, across }));
          expect(divided.every((one) => measures[measure].by.includes(one))).toBe(true);
          expect(new Set(divided).size).toBe(divided.length);
        }
      }
    }
  });

  it('shows directions grouped by block over time where blocks and directions meet in a matrix', () => {
    expect(dividedBy(chosen({ chart: 'matrix', by: 'block', across: 'direction' }))).toEqual([
      'direction',
    ]);
    expect(dividedBy(chosen({ chart: 'matrix', by: 'grade', across: 'block' }))).toEqual([
      'grade',
      'block',
    ]);
  });
});
