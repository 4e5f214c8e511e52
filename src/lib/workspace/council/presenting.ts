import type { Position } from '#lib/charts/walk.ts';
import type { Chart } from '#lib/charts/chart.ts';
import type { ChartForm, Frame } from '#lib/charts/chart-form.ts';
import type { ChartInput, Mark } from '#lib/charts/chart-input.ts';
import { chartForms, chartOf, type ChartType } from '#lib/charts/registry.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import type {
  SnapshotDocument,
  SnapshotFigure,
  SnapshotPage,
  SnapshotText,
} from '#lib/snapshot/document.ts';
import { drawView } from '../drawn-view.ts';
import type { ViewAnswer } from '../view-answer.ts';
import { figureIdOf } from './compose-document.ts';
import { saidAnswer } from './figure-cells.ts';

/** Texts that follow one another, or a figure with its number on the page from 0. */
export type PresentedPart =
  | { readonly kind: 'texts'; readonly texts: readonly SnapshotText[] }
  | { readonly kind: 'figure'; readonly figure: SnapshotFigure; readonly index: number };

/** What fills the screen at a time; pages are counted as the file counts them, with its certificate and without its cover. */
export type PresentedPage =
  | { readonly kind: 'cover' }
  | {
      readonly kind: 'page';
      readonly number: number;
      readonly page: SnapshotPage;
      readonly parts: readonly PresentedPart[];
    }
  | { readonly kind: 'certificate'; readonly number: number };

/** How many series a picture of a snapshot shows at most. */
export const mostSeries = 30;

const nominal: Frame = { width: 904, theme: 'light', most: mostSeries, active: null };

function partsOf({ pieces }: SnapshotPage): PresentedPart[] {
  const parts: PresentedPart[] = [];
  let index = 0;
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.kind === 'figure') parts.push({ kind: 'figure', figure: piece, index: index++ });
    else if (last?.kind === 'texts') {
      parts[parts.length - 1] = { kind: 'texts', texts: [...last.texts, piece] };
    } else parts.push({ kind: 'texts', texts: [piece] });
  }
  return parts;
}

/** The screens of a snapshot in order: its cover, its pages, its certificate. */
export function presentedPages({ pages }: SnapshotDocument): PresentedPage[] {
  return [
    { kind: 'cover' },
    ...pages.map((page, at): PresentedPage => ({
      kind: 'page',
      number: at + 1,
      page,
      parts: partsOf(page),
    })),
    { kind: 'certificate', number: pages.length + 1 },
  ];
}

/** The figures of a screen. */
export function figuresOf(shown: PresentedPage): SnapshotFigure[] {
  if (shown.kind !== 'page') return [];
  return shown.parts.flatMap((part) => (part.kind === 'figure' ? [part.figure] : []));
}

/** What a screen is called. */
export function titleOfScreen(
  shown: PresentedPage,
  { title }: SnapshotDocument,
  { t, language }: Locale,
): string {
  if (shown.kind === 'page') return shown.page.title[language];
  return shown.kind === 'cover' ? title[language] : t.snapshotFile.certificate.title;
}

/** A figure that is drawn anew of what may be told, with the marks that its rows and places stand for. */
export interface LiveFigure {
  readonly chart: Chart;
  /** The mark that stands at each place, row by row. */
  readonly marks: readonly (readonly Mark[])[];
  /** The mark that each row of its table speaks of; null where it has none. */
  readonly rows: readonly (Mark | null)[];
}

/** What figures are drawn of, and what their names are found in. */
export interface LiveFigures {
  readonly answers: ReadonlyMap<string, Published<ViewAnswer>>;
  readonly programme: Programme;
  readonly own: readonly string[];
}

function bind(type: ChartType, input: ChartInput): LiveFigure {
  const form: ChartForm<ChartInput> = chartForms[type];
  return {
    chart: chartOf({ type, input }),
    marks: form.places(input, nominal).map((row) => row.map(({ mark }) => mark)),
    rows: form.words.table(input).rows.map(({ mark }) => mark ?? null),
  };
}

/** Draws a figure of a snapshot anew from its published answer alone; null where nothing of it can be drawn. */
export function drawFigure(
  { id, drawing }: SnapshotFigure,
  { answers, programme, own }: LiveFigures,
  locale: Locale,
): LiveFigure | null {
  if (drawing === null) return null;
  const place = [...answers.keys()].find((one) => figureIdOf(one) === id);
  const answer = place === undefined ? undefined : answers.get(place);
  if (!answer) return null;
  const drawn = drawView(saidAnswer(answer, programme), programme, own, locale);
  return drawn.kind === 'series' ? bind(drawn.type, drawn.input) : null;
}

const isSame = (one: Mark | null, other: Mark | null): boolean =>
  one !== null && one.series === other?.series && one.period === other.period;

/** The row of the table that speaks of the mark at a place; null where there is none. */
export function rowAt({ marks, rows }: LiveFigure, at: Position): number | null {
  const mark = marks[at.row]?.[at.column] ?? null;
  const found = rows.findIndex((row) => isSame(row, mark));
  return found < 0 ? null : found;
}

/** The place of the mark that a row of the table speaks of; null where it is not drawn. */
export function placeOfRow({ marks, rows }: LiveFigure, row: number): Position | null {
  const mark = rows[row] ?? null;
  for (const [at, places] of marks.entries()) {
    // Where a mark stands at both ends of a line, the later one is meant.
    const column = places.findLastIndex((one) => isSame(one, mark));
    if (column >= 0) return { row: at, column };
  }
  return null;
}

/** Where a walk along the marks of a figure begins; null where it has none. */
export function firstPlace({ marks }: LiveFigure): Position | null {
  const row = marks.findIndex((places) => places.length > 0);
  const places = marks[row];
  return places ? { row, column: places.length - 1 } : null;
}
