import { defaultProgramme } from '#lib/programme/default.ts';
import { describe, expect, it } from 'vitest';
import { defaultChoices, type Choices } from '../choices.ts';
import { wholeSelection } from './linked-selection.ts';
import { choicesOutside, wishOf } from './panel-answer.ts';

const idOf = (schoolYear: number, term: number): string =>
  defaultProgramme.periods.find((one) => one.schoolYear === schoolYear && one.term === term)?.id ??
  '';

/** What a panel shows elsewhere while its board looks from a term of 2025/26 to another. */
function outside(from: number, to: number, change: Partial<Choices> = {}) {
  const panel = {
    id: 'a',
    width: 3,
    choices: { ...defaultChoices, chart: 'bars', ...change },
  } as const;
  const times = {
    from: idOf(2025, from),
    to: idOf(2025, to),
    excluded: false,
    source: 'b',
    pinned: false,
  };
  const wish = wishOf(panel, { ...wholeSelection, times }, defaultProgramme);
  return choicesOutside(wish, defaultProgramme);
}

describe('a panel that takes terms together', () => {
  it('is elsewhere a picture of the half or the year that these are', () => {
    expect(outside(3, 4)).toMatchObject({ grain: 'half', period: idOf(2025, 4), chart: 'bars' });
    expect(outside(1, 2)).toMatchObject({ grain: 'half', period: idOf(2025, 2) });
    expect(outside(1, 4)).toMatchObject({ grain: 'year', period: idOf(2025, 4) });
  });

  it('is nothing else elsewhere where they are another span, or are shown one by one', () => {
    expect(outside(2, 3)).toBeNull();
    expect(outside(1, 3)).toBeNull();
    expect(outside(3, 4, { chart: 'trend' })).toBeNull();
  });
});
