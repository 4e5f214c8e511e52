import type { Published } from '#lib/disclosure/published.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { plainColumns } from '#lib/charts/saving/written-table.ts';
import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import type { SnapshotDocument, SnapshotFigure, SnapshotText } from '#lib/snapshot/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDuckDB } from '../../../../tests/engine/node-duckdb.ts';
import { loadSamples } from '../../../../tests/engine/samples.ts';
import { defaultChoices } from '../choices.ts';
import { askView, type ViewAnswer } from '../view-answer.ts';
import { figureIdOf } from './compose-document.ts';
import { figureKinds, toFigure } from './figure.ts';
import { drawFigure, figuresOf, placeOfRow, presentedPages, rowAt } from './presenting.ts';

const both = (text: string) => ({ ru: text, en: text });
const text = (said: string): SnapshotText => ({
  kind: 'text',
  role: 'paragraph',
  text: both(said),
});

let engine: Engine;
const answers = new Map<string, Published<ViewAnswer>>();
const figures = new Map<string, SnapshotFigure>();

beforeAll(async () => {
  engine = await openNodeDuckDB();
  await loadSamples(engine);
  for (const chart of figureKinds) {
    const measure = chart === 'stacked' ? 'M04' : 'M01';
    const by = chart === 'funnel' || chart === 'bars' ? 'class' : 'direction';
    const choices = { ...defaultChoices, period: '2025-4', chart, measure, by } as const;
    const answer = await askView(engine, choices, defaultProgramme);
    const cells = answer.result.cells.map((cell, index) =>
      index % 7 === 3
        ? { ...cell, outcome: { kind: 'absent', reason: 'withheld', n: null } as const }
        : cell,
    );
    const hidden: ViewAnswer = { ...answer, result: { ...answer.result, cells } };
    const said = hidden as Published<ViewAnswer>;
    const context = { programme: defaultProgramme, own: [], source: both('') };
    const made = toFigure(figureIdOf(`page-1 ${chart}`), said, context);
    if (made.kind === 'refused') throw new Error(`${chart}: ${made.reason}`);
    answers.set(`page-1 ${chart}`, said);
    figures.set(chart, made.figure);
  }
}, 120_000);

afterAll(() => engine.close());

function liveOf(chart: string, language: 'ru' | 'en') {
  const figure = figures.get(chart);
  const context = { answers, programme: defaultProgramme, own: [] };
  const live = figure ? drawFigure(figure, context, locales[language]) : null;
  if (!figure || !live) throw new Error(chart);
  return { figure, live };
}

describe.each(figureKinds)('a figure that is drawn anew: %s', (chart) => {
  it.each(['ru', 'en'] as const)('tells in its table just what the file tells: %s', (language) => {
    const { figure, live } = liveOf(chart, language);
    const columns = plainColumns(live.chart.table());
    const rows = live.chart
      .table()
      .rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null));
    expect(figure.withheld).toBeGreaterThan(0);
    expect(rows).toEqual(figure.table[language].rows);
    expect(figure.description[language]).toContain(live.chart.describe());
  });

  it('says of its marks just what the file says', () => {
    const { figure, live } = liveOf(chart, 'ru');
    const frame = { width: 904, theme: 'light', most: 30, active: null } as const;
    const said = live.chart.spots(frame).map((row) => row.map((spot) => spot.phrases()));
    expect(said).toEqual(figure.drawing?.ru.spots.map((row) => row.map(({ phrases }) => phrases)));
  });

  it('leads from every mark of a series to its row, and from the row back', () => {
    const { live } = liveOf(chart, 'ru');
    const own = live.marks.flatMap((places, row) =>
      places.flatMap((mark, column) => (mark.series < 0 ? [] : [{ mark, row, column }])),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const { mark, row, column } of own) {
      const found = rowAt(live, { row, column });
      expect(found).not.toBeNull();
      const back = found === null ? null : placeOfRow(live, found);
      expect(back && live.marks[back.row]?.[back.column]).toEqual(mark);
    }
  });
});

it('a figure whose every number is withheld is not drawn', () => {
  const { figure } = liveOf('trend', 'ru');
  const context = { answers, programme: defaultProgramme, own: [] };
  expect(drawFigure({ ...figure, drawing: null }, context, locales.ru)).toBeNull();
});

it('screens are the cover, the pages as the file counts them, and the certificate', () => {
  const [one, two] = [figures.get('trend'), figures.get('bars')];
  if (!one || !two) throw new Error('no figures');
  const pieces = [text('a'), text('b'), one, two, text('c')];
  const pages = [{ id: 'p', title: both('Охват'), pieces }];
  const screens = presentedPages({ pages } as unknown as SnapshotDocument);
  expect(screens.map(({ kind }) => kind)).toEqual(['cover', 'page', 'certificate']);
  const [, page, last] = screens;
  expect(last).toMatchObject({ number: 2 });
  if (page?.kind !== 'page') throw new Error('no page');
  expect(page.parts).toEqual([
    { kind: 'texts', texts: [text('a'), text('b')] },
    { kind: 'figure', figure: one, index: 0 },
    { kind: 'figure', figure: two, index: 1 },
    { kind: 'texts', texts: [text('c')] },
  ]);
  expect(figuresOf(page)).toEqual([one, two]);
});
