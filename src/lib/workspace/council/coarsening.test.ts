import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { describe, expect, it } from 'vitest';
import { defaultChoices, type Choices } from '../choices.ts';
import {
  coarserChoices,
  coarserFigure,
  coarserNumber,
  putChoices,
  putNumber,
  type CoarserWay,
  type CoarseningContext,
} from './coarsening.ts';
import { nameFigureWay, nameNumberWay } from './coarser-words.ts';
import type { Draft } from './draft.ts';
import { readNumber, writeNumber } from './live-number.ts';

const year = [8, 9, 10, 11];
const context: CoarseningContext = {
  programme: defaultProgramme,
  told: [4, 5, 6, 7, ...year],
  period: 11,
};
const trimesters: CoarseningContext = {
  ...context,
  programme: {
    ...defaultProgramme,
    periods: defaultProgramme.periods.filter(({ term }) => term < 4),
  },
  told: [0, 1, 2, 3, 4, 5],
  period: 5,
};
const byClass: Choices = { ...defaultChoices, chart: 'matrix', by: 'class' };

function waysOf(choices: Partial<Choices>, around = context): readonly string[] {
  const offered = coarserChoices({ ...byClass, ...choices }, around);
  return offered.map(({ way }) => nameFigureWay(way, [], locales.ru));
}

describe('ways in which a picture becomes coarser', () => {
  it('are larger groups and longer times, and one of two dimensions', () => {
    expect(waysOf({})).toEqual(['по параллелям', 'по полугодиям']);
    expect(waysOf({ by: 'class', across: 'direction' })).toEqual([
      'по параллелям',
      'по блокам',
      'только по классам',
      'только по направлениям',
      'по полугодиям',
    ]);
    expect(waysOf({ by: 'grade', grain: 'half' })).toEqual(['по учебным годам']);
    expect(waysOf({ by: 'sex', grain: 'year' })).toEqual([]);
  });

  it('lead on until nothing is left to be made coarser', () => {
    let choices: Choices = { ...byClass, across: 'direction' };
    const taken: CoarserWay['kind'][] = [];
    for (;;) {
      const [next] = coarserChoices(choices, context);
      if (!next) break;
      taken.push(next.way.kind);
      choices = next.value;
    }
    expect(taken).toEqual(['larger', 'larger', 'only', 'longer', 'longer']);
    expect(choices).toMatchObject({ by: 'grade', across: null, grain: 'year' });
  });

  it('never divide by the same dimension twice', () => {
    const [first] = coarserChoices({ ...byClass, by: 'grade', across: 'class' }, context);
    expect(first?.value).toMatchObject({ by: 'grade', across: null });
  });

  it('leave out halves where a year has three terms', () => {
    expect(waysOf({}, trimesters)).toEqual(['по параллелям', 'по учебным годам']);
  });

  it('leave out a longer time that no other term has come into yet', () => {
    const bars: Partial<Choices> = { chart: 'bars', by: 'grade' };
    expect(waysOf(bars, { ...context, told: [4, 8, 9, 10], period: 10 })).toEqual([
      'по учебным годам',
    ]);
    expect(waysOf(bars, { ...context, told: [8], period: 8 })).toEqual([]);
  });

  it('keep to what the view and the measure can show', () => {
    // A funnel has no other groups than classes.
    expect(waysOf({ chart: 'funnel', by: 'class' })).toEqual(['по полугодиям']);
    expect(waysOf({ measure: 'M33', by: 'class' })).toEqual(['по параллелям', 'по полугодиям']);
  });
});

describe('ways in which a live number becomes coarser', () => {
  const number = readNumber('{{M01 of.class=%227%D0%90%22 of.direction=%22science%22}}');

  it('are its grade, its block, one of its members, and a longer time', () => {
    if (!number) throw new Error('No number');
    const direction = defaultProgramme.directions[0];
    const own = {
      ...number,
      members: number.members.map((one) =>
        one.dimension === 'direction' ? { ...one, key: direction?.id ?? null } : one,
      ),
    };
    const offered = coarserNumber(own, context);
    expect(offered.map(({ value }) => value.members.map(({ key }) => key))).toEqual([
      [7, direction?.id],
      ['7А', direction?.block],
      ['7А'],
      [direction?.id],
      ['7А', direction?.id],
    ]);
    expect(offered.at(-1)?.value.grain).toBe('half');
    const [first] = offered;
    expect(first && nameNumberWay(first.way, first.value, defaultProgramme, locales.ru)).toBe(
      '7-е классы',
    );
  });
});

describe('a step', () => {
  const token = '{{M01 of.class=%227%D0%90%22}}';
  const draft: Draft = {
    id: 'a',
    name: 'Совет',
    form: 'slides',
    period: defaultProgramme.periods[11]?.id ?? null,
    pages: [
      {
        id: 's1',
        title: '',
        pieces: [
          { kind: 'figure', id: 'p1', choices: byClass },
          { kind: 'text', id: 'p2', role: 'paragraph', text: `Охват ${token}, снова ${token}.` },
        ],
      },
    ],
  };

  it('changes one picture, which goes on following the draft’s period', () => {
    const place = { page: 's1', piece: 'p1' };
    const [first] = coarserFigure(draft, place, context);
    if (!first) throw new Error('No way');
    const next = putChoices(draft, place, first.value);
    expect(next.pages[0]?.pieces[0]).toMatchObject({ choices: { by: 'grade', period: null } });
    expect(next.pages[0]?.pieces[1]).toBe(draft.pages[0]?.pieces[1]);
  });

  it('changes a number wherever its text says it', () => {
    const number = readNumber(token);
    const [first] = number ? coarserNumber(number, context) : [];
    if (!first) throw new Error('No way');
    const next = putNumber(draft, [{ page: 's1', piece: 'p2' }], token, first.value, locales.ru.t);
    const coarse = writeNumber(first.value);
    expect(next.pages[0]?.pieces[1]).toMatchObject({ text: `Охват ${coarse}, снова ${coarse}.` });
  });
});
