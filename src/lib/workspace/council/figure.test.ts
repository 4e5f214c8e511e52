import type { AnsweredCell } from '#lib/analysis/result.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Outcome } from '#lib/model/result.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { NativeChart, SnapshotFigure } from '#lib/snapshot/document.ts';
import { leanDrawing } from '#lib/snapshot/html/drawing-markup.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../../tests/engine/samples.ts';
import { defaultChoices, type Choices } from '../choices.ts';
import { isOfSamePupils } from '../fitting.ts';
import { askView, type ViewAnswer } from '../view-answer.ts';
import { views } from '../views.ts';
import { figureKinds, refuseFigure, toFigure, type FigureContext } from './figure.ts';

const context: FigureContext = {
  programme: defaultProgramme,
  own: [],
  source: { ru: 'Источник: 3 файла', en: 'Source: 3 files' },
};

const period = '2025-4';
const wishes: Readonly<Record<(typeof figureKinds)[number], Partial<Choices>>> = {
  trend: { by: 'direction' },
  multiples: { by: 'block', across: 'sex' },
  slope: { by: 'direction' },
  dumbbell: { by: 'class' },
  funnel: { by: 'class' },
  bars: { by: 'class' },
  stacked: { measure: 'M04', by: 'direction' },
  matrix: { by: 'direction' },
  cohort: { by: 'grade' },
};

let engine: Engine;
const answers = new Map<string, ViewAnswer>();

async function ask(wish: Partial<Choices>): Promise<ViewAnswer> {
  return askView(engine, { ...defaultChoices, period, ...wish }, defaultProgramme);
}

beforeAll(async () => {
  engine = await openNodeDuckDB();
  await loadSamples(engine);
  for (const chart of figureKinds) answers.set(chart, await ask({ ...wishes[chart], chart }));
}, 120_000);

afterAll(() => engine.close());

function answerOf(chart: string): ViewAnswer {
  const answer = answers.get(chart);
  if (!answer) throw new Error(chart);
  return answer;
}

function figureOf(answer: ViewAnswer): SnapshotFigure {
  const made = toFigure('a1', answer, context);
  if (made.kind === 'refused') throw new Error(made.reason);
  return made.figure;
}

/** An answer some of whose numbers are withheld, with everything beside them left as careless hands would leave it. */
function hide(answer: ViewAnswer, isHidden: (cell: AnsweredCell, index: number) => boolean) {
  const cells = answer.result.cells.map((cell, index): AnsweredCell => {
    if (!isHidden(cell, index)) return cell;
    const outcome: Outcome = { kind: 'absent', reason: 'withheld', n: cell.outcome.n };
    return { ...cell, outcome };
  });
  return { ...answer, result: { ...answer.result, cells } };
}

/** The same with another truth where nobody may know it: at the hidden cells, and in what others are compared with. */
function pretend(answer: ViewAnswer, isHidden: (cell: AnsweredCell, index: number) => boolean) {
  const other: Outcome = { kind: 'estimate', value: 0.77, x: 77, n: 100, lower: 0.6, upper: 0.9 };
  const hidden = new Set(
    answer.result.cells.flatMap((cell, index) =>
      isHidden(cell, index) ? [JSON.stringify([cell.time, cell.members])] : [],
    ),
  );
  const change = { value: 0.5, lower: 0.4, upper: 0.6, p: 0.00001, detectable: 0.3 };
  const cells = answer.result.cells.map((cell, index): AnsweredCell => {
    if (isHidden(cell, index)) return { ...cell, outcome: other, change, roll: 99 };
    const then = JSON.stringify([cell.time - 4, cell.members]);
    // The same pupils a year ago are others than those of that time: theirs is a number of its own.
    if (isOfSamePupils(answer.choices)) return cell;
    if (cell.before === null || !hidden.has(then)) return cell;
    return { ...cell, before: other, change: cell.change && change };
  });
  return { ...answer, result: { ...answer.result, cells } };
}

const kilobytes = (text: string) => new TextEncoder().encode(text).length / 1024;

describe.each(figureKinds)('%s', (chart) => {
  it('is drawn, said and tabled in both languages, lightly', () => {
    const figure = figureOf(answerOf(chart));
    expect(figure.withheld).toBe(0);
    expect(figure.numbers).toBeGreaterThan(3);
    for (const language of ['ru', 'en'] as const) {
      const drawing = figure.drawing?.[language];
      if (!drawing) throw new Error('not drawn');
      const { svg, spots, width, height } = drawing;
      expect(kilobytes(svg)).toBeGreaterThan(1);
      expect(kilobytes(svg)).toBeLessThan(30);
      expect(svg).not.toMatch(/class=|style=|ecmeta|<script|href|\d\.\d{5}|NaN|undefined/);
      expect(leanDrawing(svg).length).toBeGreaterThan(svg.length * 0.8);
      expect(spots.flat().length).toBeGreaterThan(2);
      for (const { box, title, phrases } of spots.flat()) {
        const [x, y, wide, high] = box;
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + wide - width, y + high - height)).toBeLessThan(0.2);
        expect(title + phrases.join('')).not.toMatch(/undefined|NaN/);
        expect(phrases.length).toBeGreaterThan(0);
      }
      const { heads, rows, figures } = figure.table[language];
      expect(figures).toHaveLength(heads.length);
      for (const row of rows) expect(row).toHaveLength(heads.length);
      expect(figure.title[language]).not.toBe('');
      expect(figure.subtitle[language]).not.toBe('');
    }
    expect(figure.title.ru).not.toBe(figure.title.en);
    expect(figure.drawing?.en.svg).not.toMatch(/[а-яё]{3}/i);
  });

  it('tells nothing of a number that is withheld', () => {
    const answer = answerOf(chart);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 8 }), (every, rest) => {
        const isHidden = (_: AnsweredCell, index: number) => index % every === rest % every;
        const hidden = toFigure('a1', hide(answer, isHidden), context);
        const other = toFigure('a1', hide(pretend(answer, isHidden), isHidden), context);
        expect(other).toEqual(hidden);
      }),
      { numRuns: 3 },
    );
  });

  it('says so where every number is withheld', () => {
    const all = hide(answerOf(chart), () => true);
    const cells = all.result.cells.map((cell) => ({
      ...cell,
      before: cell.before && cell.outcome,
    }));
    const made = figureOf({ ...all, result: { ...all.result, cells } });
    expect(made.withheld).toBe(made.numbers);
    expect(made.drawing).toBeNull();
    expect(made.native).toBeNull();
    const said = JSON.stringify(made.table.ru.rows);
    expect(said).toContain('скрыто');
    const numbers = made.table.ru.rows.flat().filter((cell) => typeof cell === 'number');
    expect(numbers).toEqual([]);
  });
});

it('has what people pinned to it only where it is given', () => {
  const annotations = [
    { kind: 'target', id: '1', measure: 'M01', grain: 'term', value: 0.6, text: 'к маю' },
  ] as const;
  const answer = answerOf('bars');
  const made = toFigure('a1', answer, { ...context, annotations });
  expect(made.kind === 'figure' && made.figure.table.ru.heads.join()).toContain('к маю');
  expect(figureOf(answer).table.ru.heads.join()).not.toContain('к маю');
});

it('counts what it withholds and says how much', () => {
  const answer = answerOf('matrix');
  const last = answer.last ?? 0;
  const figure = figureOf(hide(answer, ({ time }) => time === last));
  expect(figure.withheld).toBe(10);
  expect(figure.description.ru).toContain(`Скрыто чисел: 10 из ${figure.numbers}`);
  expect(figure.signs.ru.join()).toContain('клетчатая штриховка');
  expect(figure.signs.en.join()).toContain('cross-hatching');
});

it('withholds under the next year what is withheld under its own', () => {
  const answer = answerOf('slope');
  const last = answer.last ?? 0;
  const hidden = hide(answer, ({ time }) => time === last - 4);
  const { table, drawing, withheld } = figureOf(hidden);
  expect(withheld).toBe(10);
  expect(table.ru.heads).toContain('Год назад');
  const at = table.ru.heads.indexOf('Год назад');
  expect(new Set(table.ru.rows.map((row) => row[at]))).toEqual(new Set(['— скрыто']));
  expect(drawing?.ru.svg).not.toContain('stroke-width="3" stroke="#');
});

it('writes no more digits of a mean than are read', async () => {
  const figure = figureOf(await ask({ measure: 'M12', chart: 'bars', by: 'grade' }));
  const numbers = figure.table.en.rows.flat().filter((cell) => typeof cell === 'number');
  expect(numbers.length).toBeGreaterThan(20);
  for (const number of numbers) expect(String(number)).toMatch(/^-?\d+(?:\.\d{1,3})?$/);
});

describe('office charts', () => {
  const nativeOf = (chart: string): NativeChart | undefined => figureOf(answerOf(chart)).native?.ru;

  it.each([
    ['trend', 'line'],
    ['multiples', 'line'],
    ['slope', 'bar'],
    ['dumbbell', 'bar'],
    ['funnel', 'bar'],
    ['bars', 'bar'],
    ['stacked', 'stacked'],
    ['cohort', 'bar'],
    ['matrix', undefined],
  ])('%s is a %s', (chart, kind) => {
    const native = nativeOf(chart);
    expect(native?.kind).toBe(kind);
    for (const { values, colour } of native?.series ?? []) {
      expect(values).toHaveLength(native?.categories.length ?? 0);
      expect(colour).toMatch(/^#[\da-f]{6}$/);
    }
  });

  it('hold the numbers of the table and no others', () => {
    for (const chart of figureKinds) {
      const figure = figureOf(answerOf(chart));
      const known = new Set(figure.table.ru.rows.flat());
      const series = figure.native?.ru.series ?? [];
      // What stands for several small parts together is their sum.
      const drawn = series
        .filter(({ name }) => !name.startsWith('прочие'))
        .flatMap(({ values }) => values);
      for (const value of drawn) {
        if (value === null) continue;
        const isKnown = [...known].some(
          (one) => typeof one === 'number' && Math.abs(one - value) < 0.051,
        );
        expect(isKnown, `${chart} ${value}`).toBe(true);
      }
    }
  });

  it('leave a gap where a number is withheld, and name a stack that is not whole', () => {
    const answer = answerOf('stacked');
    const last = answer.last ?? 0;
    const [first] = answer.result.members[0] ?? [];
    const hidden = hide(answer, ({ time, members }) => time === last && members[0] === first?.key);
    const native = figureOf(hidden).native?.ru;
    expect(native?.categories.at(-1)).toMatch(/\(не целое\)$/);
    expect(native?.categories.at(-2)).not.toMatch(/не целое/);
    expect(native?.series.some(({ values }) => values.at(-1) === null)).toBe(true);
  });
});

it('refuses views whose numbers are more than cells, with words in both languages', async () => {
  const refused = views.filter((view) => refuseFigure(view) !== null);
  expect(refused).toEqual(['waterfall', 'parts', 'distribution', 'flows', 'network', 'calendar']);
  for (const view of refused) {
    const answer = { ...answerOf('bars'), choices: { ...defaultChoices, chart: view } };
    const made = toFigure('a1', answer, context);
    expect(made).toEqual({ kind: 'refused', reason: view });
    if (made.kind !== 'refused') continue;
    for (const { t } of Object.values(locales)) {
      expect(t.charts.notInSnapshot[made.reason].length).toBeGreaterThan(20);
    }
  }
  const nobody = [{ dimension: 'class', values: ['13Я'], excluded: false }] as const;
  const nothing = await ask({ selection: nobody, chart: 'bars' });
  expect(toFigure('a1', nothing, context)).toEqual({ kind: 'refused', reason: 'nothing' });
});
