import type { Chart } from '#lib/charts/chart.ts';
import type { Frame } from '#lib/charts/chart-form.ts';
import { chartOf, type ChartType } from '#lib/charts/registry.ts';
import { drawInside } from '#lib/charts/saving/drawing.ts';
import { compactDrawing } from '#lib/charts/saving/compact-drawing.ts';
import { plainColumns } from '#lib/charts/saving/written-table.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type {
  Both,
  Drawing,
  FigureTable,
  NativeChart,
  SnapshotFigure,
} from '#lib/snapshot/document.ts';
import { annotate } from '../annotations.ts';
import { drawView } from '../drawn-view.ts';
import { headOf } from '../picture-head.ts';
import { selectionWords, type NamedIn } from '../saved-picture.ts';
import type { ViewAnswer } from '../view-answer.ts';
import type { View } from '../views.ts';
import { saidAnswer } from './figure-cells.ts';
import { toNative } from './figure-native.ts';
import { aboutNumbers, countNumbers } from './figure-words.ts';

/** The views whose every number is one cell, which can be shown or withheld by itself. */
export const figureKinds = [
  'trend',
  'multiples',
  'slope',
  'dumbbell',
  'funnel',
  'bars',
  'stacked',
  'matrix',
  'cohort',
] as const satisfies readonly ChartType[];

type FigureKind = (typeof figureKinds)[number];

/** Why a view cannot stand in a snapshot: which of the views it is, or that there is nothing to show. */
export type FigureRefusal = Exclude<View, FigureKind> | 'not-divisible' | 'nothing';

/** A figure of a snapshot, or why there is none; the words are in the catalogue. */
export type FigureMaking =
  | { readonly kind: 'figure'; readonly figure: SnapshotFigure }
  | { readonly kind: 'refused'; readonly reason: FigureRefusal };

/** What the names in a figure are found in, and what stands under it. */
export interface FigureContext extends Omit<NamedIn, 'locale'> {
  /** From which files and of which day its numbers are. */
  readonly source: Both<string>;
  /** What people pinned to pictures, in their own words; nothing by default. */
  readonly annotations?: readonly Annotation[];
  /** In pixels: on narrow paper, letters of the same size take more of it. */
  readonly width?: number;
  /** How many series are shown at most. */
  readonly most?: number;
}

const languages = ['ru', 'en'] as const satisfies readonly LanguageTag[];
const usual: Frame = { width: 840, theme: 'light', most: 30, active: null };

/** Why a view cannot stand in a snapshot; null where it can. */
export function refuseFigure(view: View): Exclude<View, FigureKind> | null {
  return isFigureKind(view) ? null : view;
}

function isFigureKind(view: View): view is FigureKind {
  return figureKinds.some((kind) => kind === view);
}

interface Said {
  readonly title: string;
  readonly subtitle: string;
  readonly selection: string;
  readonly description: string;
  readonly signs: readonly string[];
  readonly table: FigureTable;
  readonly numbers: number;
  readonly withheld: number;
  /** Drawn only where it is asked for. */
  readonly drawing: () => Drawing;
  readonly native: () => NativeChart | null;
}

function tableOf(chart: Chart): FigureTable {
  const behind = chart.table();
  const columns = plainColumns(behind);
  return {
    heads: columns.map(({ head }) => head),
    rows: behind.rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? null)),
    figures: columns.map(({ figure }) => figure),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawingOf(chart: Chart, name: string, frame: Frame): Drawing {
  const { width, height } = chart.size(frame);
  return {
    width,
    height: Math.ceil(height),
    svg: compactDrawing(drawInside(chart, frame), name),
    spots: chart.spots(frame).map((row) =>
      row.map(({ box: { x, y, width: wide, height: high }, title, phrases }) => ({
        box: [tenth(x), tenth(y), tenth(wide), tenth(high)],
        title: title(),
        phrases: phrases(),
      })),
    ),
  };
}

function sayIn(
  language: LanguageTag,
  id: string,
  answer: ViewAnswer,
  context: FigureContext,
): Said | 'nothing' {
  const { programme, own } = context;
  const locale = locales[language];
  const drawn = drawView(answer, programme, own, locale);
  if (drawn.kind !== 'series') return 'nothing';
  const { type } = drawn;
  const { annotations = [], width = usual.width, most = usual.most } = context;
  const frame = { ...usual, width, most };
  const input = annotate(drawn.input, answer.result.question, annotations, programme);
  const chart = chartOf({ type, input });
  const { numbers, withheld } = countNumbers(type, input);
  if (chart.isEmpty || numbers === 0) return 'nothing';
  const { t, format } = locale;
  const { title, subtitle } = headOf(drawn, answer, { programme, own, locale });
  const order = chart.spots(frame).flatMap(([spot]) => (spot ? [spot.series] : []));
  const hidden =
    withheld > 0 ? t.charts.withheldOf(format.number(withheld), format.number(numbers)) : '';
  return {
    title,
    subtitle: [subtitle, ...aboutNumbers(input, chart.hidden(frame))].filter(Boolean).join(' · '),
    selection: selectionWords(answer.choices.selection, { ...context, locale }),
    description: [chart.describe(), hidden].filter(Boolean).join(' '),
    signs: chart.signs().map((sign) => t.charts.signs[sign]),
    table: tableOf(chart),
    numbers,
    withheld,
    drawing: () => drawingOf(chart, `${id}-${language}`, frame),
    native: () => toNative(type, input, order),
  };
}

function both<T>(ru: T, en: T): Both<T> {
  return { ru, en };
}

/**
 * The figure of an answer in which only numbers are left that may be told, in both languages: what is drawn, said and
 * tabled is made of nothing else. Needs no page. `id` is made of letters, digits and hyphens.
 */
export function toFigure(id: string, answer: ViewAnswer, context: FigureContext): FigureMaking {
  const reason = answer.result.refusal ?? refuseFigure(answer.choices.chart);
  if (reason) return { kind: 'refused', reason };
  const said = saidAnswer(answer, context.programme);
  const [ru, en] = languages.map((language) => sayIn(language, id, said, context));
  if (!ru || !en || ru === 'nothing' || en === 'nothing') {
    return { kind: 'refused', reason: 'nothing' };
  }
  const isDrawn = ru.withheld < ru.numbers;
  const [native, nativeEn] = isDrawn ? [ru.native(), en.native()] : [null, null];
  const figure: SnapshotFigure = {
    kind: 'figure',
    id,
    title: both(ru.title, en.title),
    subtitle: both(ru.subtitle, en.subtitle),
    selection: both(ru.selection, en.selection),
    description: both(ru.description, en.description),
    signs: both(ru.signs, en.signs),
    source: context.source,
    withheld: ru.withheld,
    numbers: ru.numbers,
    drawing: isDrawn ? both(ru.drawing(), en.drawing()) : null,
    table: both(ru.table, en.table),
    native: native && nativeEn && both(native, nativeEn),
  };
  return { kind: 'figure', figure };
}
