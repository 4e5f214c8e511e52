import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnapshotFigure, SnapshotPage, SnapshotText } from '../document.ts';
import { councilDocument } from '../xlsx/council-document.fixture.ts';
import { figureOf } from '../xlsx/made-figure.fixture.ts';
import { chartParts } from './chart-parts.ts';
import { scaleOf } from './chart-scale.ts';
import { floor, margin, slideSize, type Box } from './slide-look.ts';
import { planPage } from './slide-plan.ts';
import { slideTable } from './slide-table.ts';
import { tablePieces } from './table-sizes.ts';
import { blockHeight } from './text-blocks.ts';

const words = fc
  .array(
    fc.constantFrom('охват', 'школьников', 'в', 'четверти', 'вырос', 'партнёры', '71,4 %', 'МАОУ'),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((list) => list.join(' '));

const textPiece: fc.Arbitrary<SnapshotText> = fc.record({
  kind: fc.constant('text' as const),
  role: fc.constantFrom(
    'lead',
    'heading',
    'paragraph',
    'list',
    'judgement',
    'decision',
    'signature',
  ),
  text: fc.oneof(words, fc.constant('')).map((text) => ({ ru: text, en: text })),
});

const figurePiece: fc.Arbitrary<SnapshotFigure> = fc
  .record({
    kind: fc.constantFrom('line', 'bar', 'column', 'stacked', null),
    title: words.map((text) => text.slice(0, 160)),
    series: fc.integer({ min: 1, max: 7 }),
    categories: fc.integer({ min: 1, max: 45 }),
    name: fc.constantFrom('5А', 'Муниципальное учреждение «Дом творчества», отдел туризма'),
    isHidden: fc.boolean(),
  })
  .map(({ kind, title, series, categories, name, isHidden }) => {
    const names = Array.from({ length: categories }, (_, at) => `${name} ${at + 1}`);
    const rows = Array.from({ length: series }, (_, at) => `Ряд ${at + 1}`);
    return figureOf({
      id: `${title}-${kind}`,
      kind,
      title: { ru: title, en: title },
      measure: { ru: 'Охват', en: 'Reach' },
      categories: { ru: names, en: names },
      series: { ru: rows, en: rows },
      value: (s, c) => (isHidden && (s + c) % 7 === 3 ? null : 10 + s + c),
      unit: { ru: '%', en: '%' },
      decimals: 1,
    });
  });

const page: fc.Arbitrary<SnapshotPage> = fc
  .record({ title: words, pieces: fc.array(fc.oneof(textPiece, figurePiece), { maxLength: 6 }) })
  .map(({ title, pieces }) => ({
    id: 'p',
    title: { ru: title.slice(0, 120), en: title.slice(0, 120) },
    pieces: pieces.map((piece, at) =>
      piece.kind === 'figure' ? { ...piece, id: `f${at}` } : piece,
    ),
  }));

function expectInside({ x, y, w, h }: Box): void {
  expect(x).toBeGreaterThanOrEqual(margin - 1e-6);
  expect(x + w).toBeLessThanOrEqual(slideSize.w - margin + 1e-6);
  expect(y).toBeGreaterThan(0);
  expect(y + h).toBeLessThanOrEqual(floor + 1e-6);
}

describe('slides of a page', () => {
  it('hold every number of every figure once, and keep all inside of their margins', () => {
    fc.assert(
      fc.property(page, (one) => {
        const slides = planPage(one, 'ru');
        for (const { text, figures } of slides) {
          for (const { box } of figures) expectInside(box);
          if (!text) continue;
          const height = text.blocks.reduce(
            (sum, block) => sum + blockHeight(block, text.box.w, text.setting),
            0,
          );
          expectInside({ ...text.box, h: height });
        }
        const shown = slides.flatMap(({ figures }) => figures);
        for (const piece of one.pieces) {
          if (piece.kind !== 'figure') continue;
          const own = shown.filter(({ figure }) => figure.id === piece.id);
          if (piece.drawing === null) {
            expect(own).toEqual([]);
            continue;
          }
          const categories = own.flatMap(({ content }) =>
            content.kind === 'charts' ? content.charts.flatMap((chart) => chart.categories) : [],
          );
          expect(categories).toEqual(piece.native?.ru.categories ?? []);
          if (!piece.native) {
            const cells = own.flatMap(({ content }) =>
              content.kind === 'table'
                ? content.piece.table.rows.flatMap((row) => row.map(({ text }) => text))
                : [],
            );
            for (const row of piece.table.ru.rows) expect(cells).toContain(String(row[0]));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say all that people wrote, in their order', () => {
    fc.assert(
      fc.property(page, (one) => {
        const said = planPage(one, 'ru')
          .flatMap(({ text }) => text?.blocks ?? [])
          .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat()))
          .join(' ')
          .replace(/\s+/g, ' ');
        let from = 0;
        for (const piece of one.pieces) {
          if (piece.kind !== 'text' || piece.text.ru === '') continue;
          const at = said.indexOf(piece.text.ru, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + piece.text.ru.length;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are one a page where everything has room', () => {
    const wellbeing = councilDocument.pages.find(({ id }) => id === 'wellbeing');
    if (!wellbeing) throw new Error('no page');
    expect(planPage(wellbeing, 'ru').map(({ title }) => title)).toEqual(['Самочувствие']);
  });

  it('say that they go on', () => {
    const change = councilDocument.pages.find(({ id }) => id === 'change');
    if (!change) throw new Error('no page');
    expect(planPage(change, 'en').map(({ title }) => title)).toEqual([
      'What changed over the year',
      'What changed over the year (continued)',
    ]);
  });
});

it('cuts a table into pieces that hold each of its cells once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 2, max: 30 }),
      (rows, columns) => {
        const table = {
          heads: Array.from({ length: columns }, (_, at) => `Столбец ${at}`),
          figures: Array.from({ length: columns }, (_, at) => at > 0),
          rows: Array.from({ length: rows }, (_, row) =>
            Array.from({ length: columns }, (_cell, column) =>
              column === 0 ? `Класс ${row}` : row * 100 + column,
            ),
          ),
        };
        const pieces = tablePieces(slideTable(table, 'en'), 12, 4.4);
        const cells = pieces.flatMap((piece) =>
          piece.table.rows.flatMap((row) => row.slice(1).map(({ text }) => text)),
        );
        const wanted = slideTable(table, 'en').rows.flatMap((row) =>
          row.slice(1).map(({ text }) => text),
        );
        expect(cells.sort()).toEqual(wanted.sort());
        for (const { columns: widths, rows: heights } of pieces) {
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(12.001);
          expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(4.401);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('turns a long table of series by categories, and says once why a number is not there', () => {
  const matrix = councilDocument.pages
    .flatMap(({ pieces }) => pieces)
    .find((piece) => piece.kind === 'figure' && piece.id === 'matrix');
  if (matrix?.kind !== 'figure') throw new Error('no figure');
  const table = slideTable(matrix.table.ru, 'ru');
  expect(table.rows).toHaveLength(10);
  expect(table.heads).toHaveLength(13);
  expect(table.signs).toEqual(['— скрыто, чтобы никого нельзя было узнать']);
  expect(table.rows.flat().filter(({ text }) => text === '—')).toHaveLength(matrix.withheld);
});

it('has a scale from zero for lengths, and around all that it shows', () => {
  const value = fc.option(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { nil: null });
  const rows = fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom('line', 'bar', 'column', 'stacked'), (values, kind) => {
      const chart = {
        kind,
        categories: ['а', 'б', 'в', 'г', 'д'],
        series: values.map((own, at) => ({
          name: `${at}`,
          values: own,
          colour: '#000000',
          dash: 'solid' as const,
        })),
        unit: '',
        decimals: 1,
      };
      const { min, max, step } = scaleOf(chart);
      const said = values.flat().filter((one) => one !== null);
      expect(max).toBeGreaterThan(min);
      expect((max - min) / step).toBeLessThanOrEqual(12);
      // The millionth part of a step is a point nobody sees.
      const slack = step * 1e-6;
      if (kind !== 'stacked')
        for (const one of said) expect(one >= min - slack && one <= max + slack).toBe(true);
      if (kind !== 'line') expect(min <= 0 && max >= 0).toBe(true);
      const parts = chartParts(chart, { x: 0, y: 0, w: 12, h: 4 }).flatMap(({ charts }) => charts);
      expect(parts.flatMap(({ categories }) => categories)).toEqual(chart.categories);
    }),
    {
      examples: [
        [[[null, null, null, null, -5e-324]], 'line'],
        [[[null, -5005.005, null, null, 0.0000018]], 'line'],
      ],
    },
  );
});
