import { describe, expect, it } from 'vitest';
import type { AnsweredCell, Result } from '#lib/analysis/result.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { cellOf, toChartInput, type Drawing } from './picture.ts';

const drawing: Drawing = {
  programme: defaultProgramme,
  locale: locales.ru,
  until: null,
  most: null,
  onlyLast: false,
};

const estimate = (value: number, x = 1): Outcome => ({
  kind: 'estimate',
  value,
  x,
  n: 2,
  lower: null,
  upper: null,
});

const cellAt = (time: number, value: number, rest: Partial<AnsweredCell> = {}): AnsweredCell => ({
  time,
  members: [],
  outcome: estimate(value),
  before: null,
  change: null,
  parts: [],
  roll: 2,
  line: null,
  ...rest,
});

const resultOf = (
  measure: Result['question']['measure'],
  cells: AnsweredCell[],
  by: 'class' | null = null,
): Result => ({
  question: {
    measure,
    by: by ? [by] : [],
    grain: 'term',
    times: 'all',
    selection: [],
    compare: 'year-ago',
  },
  cells,
  members: by
    ? [
        [...new Set(cells.map(({ members }) => members[0] ?? null))].map((key) => ({
          key,
          name: null,
        })),
      ]
    : [],
  times: [...new Set(cells.map(({ time }) => time))],
  refusal: null,
});

describe('the picture of a result', () => {
  it('never joins an index of other parts, and begins with what the last one rests on', () => {
    const part = (name: string, isKnown: boolean) => ({
      name,
      goalpost: { low: 0, high: 1, weight: 1 },
      outcome: isKnown ? estimate(1) : null,
    });
    const [some, all] = [false, true].map((isWhole) => [part('M01', true), part('M26', isWhole)]);
    const cells = [
      cellAt(0, 20, { parts: some ?? [] }),
      cellAt(1, 40, { parts: all ?? [], outcome: estimate(40, 2) }),
    ];
    const { series } = toChartInput(resultOf('M42', cells), drawing);
    expect(series.map(({ label, points }) => [label, points.map(({ time }) => time)])).toEqual([
      ['Творческий индекс (2 из 2 частей)', [1]],
      ['Творческий индекс (1 из 2 частей)', [0]],
    ]);
  });

  it('gives what belongs nowhere a place only where there is anything of it', () => {
    const labels = (value: number) => {
      const cells = ['5А', null].map((key) =>
        cellAt(1, key === null ? value : 0.4, { members: [key] }),
      );
      return toChartInput(resultOf('M01', cells, 'class'), drawing).series.map(({ id }) => id);
    };
    expect(labels(0)).toEqual(['["5А",null]']);
    expect(labels(0.1)).toEqual(['["5А",null]', '[null,null]']);
  });

  it('shows no earlier number that was measured with something else', () => {
    const cell = cellAt(1, 6, { line: 'torrance · Б', before: estimate(7) });
    const { series } = toChartInput(resultOf('M26', [cell]), drawing);
    expect(series[0]?.points[0]?.before).toBeNull();
  });

  it('keeps a change that stands where not every series has room', () => {
    const cells = ['5А', '5Б', '5В'].map((key, index) =>
      cellAt(0, 0.9 - index / 10, {
        members: [key],
        change: {
          value: -0.5,
          lower: -0.7,
          upper: -0.3,
          p: index === 2 ? 0.001 : 0.9,
          detectable: null,
        },
      }),
    );
    const { series } = toChartInput(resultOf('M01', cells, 'class'), { ...drawing, most: 2 });
    expect(series.map(({ label }) => label)).toEqual(['5А', '5В']);
  });

  it('puts series of a second dimension within the members of the first, and finds their cells again', () => {
    const pairs = [
      ['I', 'm'],
      ['I', 'f'],
      ['II', 'm'],
    ] as const;
    const cells = pairs.map(([block, sex], index) =>
      cellAt(1, index / 10, { members: [block, sex] }),
    );
    const nobody = cellAt(1, 0, {
      members: ['II', 'f'],
      outcome: { kind: 'absent', reason: 'no-records', n: 0 },
    });
    const asMembers = (keys: readonly string[]) => keys.map((key) => ({ key, name: null }));
    const whole = resultOf('M01', [...cells, nobody]);
    const result: Result = {
      ...whole,
      question: { ...whole.question, by: ['block', 'sex'] },
      members: [asMembers(['I', 'II']), asMembers(['f', 'm'])],
    };
    const input = toChartInput(result, { ...drawing, second: 'within' });
    expect(input.series.map(({ within }) => [within?.label, within?.own])).toEqual([
      ['Блок I', 'девочки'],
      ['Блок I', 'мальчики'],
      ['Блок II', 'мальчики'],
    ]);
    const cell = cellOf(result, input, { series: 2, period: 0 }, 1);
    expect(cell?.members).toEqual(['II', 'm']);
  });
});
