import type { SandboxAnswer } from '#lib/engine/sandbox.ts';
import { locales } from '#lib/i18n/locale.ts';
import { describe, expect, it } from 'vitest';
import { fitPicture, suggestPicture } from './console-choosing.ts';
import { readLook, writeLook, type PictureChoice } from './console-look.ts';
import { toAnswerPicture } from './console-picture.ts';

const locale = locales.ru;

type Cell = string | number | null;

function answerOf(names: readonly string[], rows: readonly (readonly Cell[])[]): SandboxAnswer {
  const columns = names.map((name, index) => {
    const values = rows.map((row) => row[index] ?? null);
    const isNumber = values.every((value) => value === null || typeof value === 'number');
    const isDate = values.every((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)));
    return { name, type: isDate ? 'DATE' : isNumber ? 'DOUBLE' : 'VARCHAR', values };
  });
  return { columns, length: rows.length, isCut: false };
}

const reach = answerOf(
  ['school_year', 'term', 'block', 'on_roll', 'percent'],
  [
    ['2025/26', 1, 'I', 900, 41.5],
    ['2024/25', 4, 'I', 880, 40],
    ['2024/25', 4, 'II', 880, 31.2],
    ['2025/26', 1, 'III', 900, null],
  ],
);
const partners = answerOf(
  ['name', 'people'],
  [
    ['Музей', 12],
    ['Театр', 40],
    ['Лицей', 7],
  ],
);
const months = answerOf(
  ['month', 'pupils'],
  [
    ['2026-01-01', 3],
    ['2025-12-01', 9],
  ],
);

function picture(answer: SandboxAnswer, choice: PictureChoice | null) {
  if (!choice) throw new Error('There is no choice');
  const found = toAnswerPicture(answer, choice, locale);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('the picture of an answer', () => {
  it('is lines over terms in their order, a series a block in its colour, with gaps', () => {
    const choice = suggestPicture(reach);
    const x = ['school_year', 'term'];
    expect(choice).toEqual({ kind: 'trend', x, y: 'percent', by: 'block' });
    const { type, input } = picture(reach, choice);
    expect(type).toBe('trend');
    expect(input.periods.map(({ group, label }) => `${label} ${group}`)).toEqual([
      'IV 2024/25',
      'I 2025/26',
    ]);
    expect(input.series.map(({ label, tone }) => [label, tone.hue])).toEqual([
      ['I', 'block-1'],
      ['II', 'block-2'],
      ['III', 'block-3'],
    ]);
    const values = input.series.map(({ points }) =>
      points.map(({ outcome }) => (outcome.kind === 'estimate' ? outcome.value : null)),
    );
    expect(values).toEqual([
      [40, 41.5],
      [31.2, null],
      [null, null],
    ]);
    expect(input.values.text(41.5)).toBe('41,5');
  });

  it('is bars over names, the largest first, and lines over days', () => {
    const { type, input } = picture(partners, suggestPicture(partners));
    expect(type).toBe('bars');
    expect(input.series.map(({ label }) => label)).toEqual(['Театр', 'Музей', 'Лицей']);
    const time = picture(months, suggestPicture(months));
    expect(time.type).toBe('trend');
    expect(time.input.periods.map(({ label, group }) => [label, group])).toEqual([
      ['12', '2025'],
      ['01', '2026'],
    ]);
  });

  it('is not drawn where several rows stand for one place, or nothing is a number', () => {
    const bars = { kind: 'bars', x: ['block'], y: 'percent', by: null } as const;
    expect(toAnswerPicture(reach, bars, locale)).toBe('repeated');
    const names = answerOf(['name'], [['Музей']]);
    expect(suggestPicture(names)).toBeNull();
    const nothing = answerOf(['name', 'n'], [['Музей', null]]);
    const asked = { kind: 'bars', x: ['name'], y: 'n', by: null } as const;
    expect(toAnswerPicture(nothing, asked, locale)).toBe('no-numbers');
  });

  it('draws no more than can be read, and says what is left out', () => {
    const rows = Array.from({ length: 500 }, (_, index): Cell[] => [`Партнёр ${index}`, index]);
    const many = picture(answerOf(['name', 'n'], rows), {
      kind: 'bars',
      x: ['name'],
      y: 'n',
      by: null,
    });
    expect(many.steps).toEqual({ all: 500, shown: 200 });
    expect(many.input.series[0]?.label).toBe('Партнёр 499');
  });

  it('keeps what was chosen where the next answer has its columns', () => {
    const chosen = { kind: 'bars', x: ['name'], y: 'people', by: null } as const;
    expect(fitPicture(partners, chosen)).toEqual(chosen);
    expect(fitPicture(months, chosen)).toEqual(suggestPicture(months));
    expect(fitPicture(partners, { ...chosen, kind: 'matrix' })?.kind).toBe('bars');
  });
});

describe('the address of a look', () => {
  it('comes back as it was, and says what it did not understand', () => {
    const choice = { kind: 'matrix', x: ['school_year', 'term'], y: 'a, b', by: 'block' } as const;
    const look = { view: 'picture', choice } as const;
    expect(readLook(writeLook(look))).toEqual({ look, unknown: [] });
    expect(writeLook({ view: 'table', choice: null }).toString()).toBe('');
    const strange = readLook(new URLSearchParams('q=SELECT+1&view=globe&chart=pie&z=1'));
    expect(strange.unknown).toEqual(['view=globe', 'chart=pie', 'z=1']);
    expect(strange.look).toEqual({ view: 'table', choice: null });
  });
});
