import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { SnapshotFigure, SnapshotPage } from '../document.ts';
import { layOut } from './chart-layout.ts';
import { scaleOf, type ValueScale } from './chart-scale.ts';
import { chartParts, type SlideCharts } from './chart-parts.ts';
import { frameFigure } from './figure-frame.ts';
import { segmentsOf } from './page-segments.ts';
import { plainText } from './plain-text.ts';
import { floor, margin, room, type, type Box } from './slide-look.ts';
import { slideTable } from './slide-table.ts';
import { tablePieces, type TablePiece } from './table-sizes.ts';
import { blockHeight, textBlocks, type Setting, type TextBlock } from './text-blocks.ts';
import { heightOf, linesIn } from './text-height.ts';
import { textPages } from './text-pages.ts';

/** What a figure shows on one slide: charts side by side that share a scale, or a piece of its table. */
export type PlannedContent =
  | (SlideCharts & { readonly kind: 'charts'; readonly scale: ValueScale })
  | { readonly kind: 'table'; readonly piece: TablePiece };

/** A figure on a slide. */
export interface PlannedFigure {
  readonly figure: SnapshotFigure;
  readonly box: Box;
  readonly content: PlannedContent;
}

/** Texts on a slide. */
export interface PlannedText {
  readonly blocks: readonly TextBlock[];
  readonly box: Box;
  readonly setting: Setting;
}

/** One slide before it is drawn. */
export interface PlannedSlide {
  readonly title: string;
  /** Title of the page, also where it is continued. */
  readonly pageTitle: string;
  readonly titleSize: number;
  readonly titleHeight: number;
  readonly text: PlannedText | null;
  readonly figures: readonly PlannedFigure[];
}

type Part = Pick<PlannedSlide, 'text' | 'figures'>;

const besideWidth = 3.7;
const besideGap = 0.45;
/** Texts no higher than this stand above a picture. */
const mostAbove = 1;
const textWidth = 10.8;

/** Where a slide's title begins, in inches from the top. */
export const titleTop = 0.5;

/** Size and height of a slide's title: smaller where it is long. */
export function titleSizes(title: string): { readonly size: number; readonly height: number } {
  const sizes = [type.title, 24, 20] as const;
  const size = sizes.find((one) => linesIn(title, room, one, true) <= 2) ?? 18;
  return { size, height: heightOf(linesIn(title, room, size, true), size, 1.15) };
}

function heightOfAll(blocks: readonly TextBlock[], width: number, setting: Setting): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block, width, setting), 0);
}

/** Whether a chart keeps its clarity in half a slide. */
function isSmall({ native }: SnapshotFigure, language: LanguageTag): boolean {
  const chart = native?.[language];
  if (!chart || chart.series.length > 3) return false;
  if (chart.kind === 'bar') return chart.categories.length * chart.series.length <= 12;
  return chart.categories.length <= 8;
}

/** Lays one page out; all boxes lie below its title. */
class PagePlan {
  readonly #parts: Part[] = [];
  readonly #area: Box;
  readonly #title: string;
  readonly #language: LanguageTag;

  constructor(title: string, top: number, language: LanguageTag) {
    this.#title = title;
    this.#language = language;
    this.#area = { x: margin, y: top, w: room, h: floor - top };
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  addTexts(blocks: readonly TextBlock[]): void {
    const box = { ...this.#area, w: textWidth };
    for (const page of textPages(blocks, box.w, box.h)) {
      const isAiry = heightOfAll(page, box.w, 'large') <= box.h * 0.85;
      const setting = isAiry ? 'large' : 'usual';
      this.#parts.push({ text: { blocks: page, box, setting }, figures: [] });
    }
  }

  /** What a figure shows in a box, slide by slide. */
  #contents(figure: SnapshotFigure, box: Box): PlannedContent[] {
    const { content } = frameFigure(figure, box, this.#title, this.#language);
    const native = figure.native?.[this.#language];
    if (native) {
      const scale = scaleOf(native);
      return chartParts(native, content).map((one) => ({ ...one, kind: 'charts', scale }));
    }
    const table = slideTable(figure.table[this.#language], this.#language);
    return tablePieces(table, content.w, content.h).map((piece) => ({ kind: 'table', piece }));
  }

  addPair(figures: readonly SnapshotFigure[]): boolean {
    const gap = 0.6;
    const w = (room - gap) / 2;
    const placed = figures.map((figure, at) => {
      const box = { ...this.#area, w, x: margin + at * (w + gap) };
      return { figure, box, contents: this.#contents(figure, box) };
    });
    if (placed.some(({ contents }) => contents.length !== 1)) return false;
    this.#parts.push({
      text: null,
      figures: placed.flatMap(({ figure, box, contents }) =>
        contents.map((content) => ({ figure, box, content })),
      ),
    });
    return true;
  }

  addFigure(figure: SnapshotFigure, blocks: readonly TextBlock[]): void {
    const area = this.#area;
    const isPlain = blocks.every(({ kind }) => kind === 'paragraph');
    const above = heightOfAll(blocks, textWidth, 'usual');
    if (blocks.length > 0 && isPlain && above <= mostAbove) {
      const text = { blocks, box: { ...area, w: textWidth, h: above }, setting: 'usual' } as const;
      this.#addAlone(figure, { ...area, y: area.y + above + 0.1, h: area.h - above - 0.1 }, text);
    } else if (blocks.length > 0 && isPlain && this.#addBeside(figure, blocks, 'left')) {
      return;
    } else {
      this.addTexts(blocks);
      this.#addAlone(figure, area, null);
    }
  }

  /** Texts after the last figure go beside it where both have room, else on slides of their own. */
  addLast(blocks: readonly TextBlock[]): void {
    const last = this.#parts.at(-1);
    const [only, ...others] = last?.figures ?? [];
    const isPlain = blocks.every(({ kind }) => kind === 'paragraph');
    if (last && last.text?.setting !== 'beside' && only && others.length === 0 && isPlain) {
      this.#parts.pop();
      if (this.#addBeside(only.figure, [...(last.text?.blocks ?? []), ...blocks], 'right')) return;
      this.#parts.push(last);
    }
    this.addTexts(blocks);
  }

  /** Whether every category of a chart has room for its name. */
  #isNamed(content: PlannedContent, figure: SnapshotFigure, box: Box): boolean {
    if (content.kind !== 'charts') return true;
    const { w: width, h: height } = frameFigure(figure, box, this.#title, this.#language).content;
    const within = { width, height, scale: content.scale, slots: content.slots };
    return content.charts.every((chart) => layOut(chart, within, this.#language).every === 1);
  }

  #addBeside(
    figure: SnapshotFigure,
    blocks: readonly TextBlock[],
    side: 'left' | 'right',
  ): boolean {
    const area = this.#area;
    if (!figure.native || heightOfAll(blocks, besideWidth, 'beside') > area.h) return false;
    const w = area.w - besideWidth - besideGap;
    const box = { ...area, w, x: side === 'left' ? area.x + besideWidth + besideGap : area.x };
    const [content, ...more] = this.#contents(figure, box);
    if (!content || more.length > 0 || !this.#isNamed(content, figure, box)) return false;
    const x = side === 'left' ? area.x : area.x + w + besideGap;
    const text = { blocks, box: { ...area, w: besideWidth, x }, setting: 'beside' } as const;
    this.#parts.push({ text, figures: [{ figure, box, content }] });
    return true;
  }

  #addAlone(figure: SnapshotFigure, first: Box, text: PlannedText | null): void {
    // Only the first of several slides has texts above its picture.
    const [content] = this.#contents(figure, first);
    const rest = this.#contents(figure, this.#area);
    const isOne = this.#contents(figure, first).length === 1;
    if (isOne && content) {
      this.#parts.push({ text, figures: [{ figure, box: first, content }] });
      return;
    }
    if (text) this.addTexts(text.blocks);
    for (const one of rest) {
      this.#parts.push({ text: null, figures: [{ figure, box: this.#area, content: one }] });
    }
  }
}

/** The slides of a page: one where everything has room, else as many as are needed. */
export function planPage(page: SnapshotPage, language: LanguageTag): PlannedSlide[] {
  const { continued } = locales[language].t.snapshotOffice;
  const title = plainText(page.title[language]);
  const longest = titleSizes(continued(title));
  const plan = new PagePlan(title, titleTop + longest.height + 0.16, language);
  const segments = segmentsOf(page);
  let waiting: readonly TextBlock[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at];
    const next = segments[at + 1];
    if (segment?.kind === 'texts') waiting = textBlocks(segment.texts, language);
    if (segment?.kind !== 'figure') continue;
    const { figure } = segment;
    const isPair =
      waiting.length === 0 &&
      next?.kind === 'figure' &&
      isSmall(figure, language) &&
      isSmall(next.figure, language);
    if (isPair && plan.addPair([figure, next.figure])) at += 1;
    else plan.addFigure(figure, waiting);
    waiting = [];
  }
  if (waiting.length > 0) plan.addLast(waiting);
  const parts = plan.parts.length > 0 ? plan.parts : [{ text: null, figures: [] }];
  return parts.map((part, index) => ({
    ...part,
    title: index === 0 ? title : continued(title),
    pageTitle: title,
    titleSize: longest.size,
    titleHeight: longest.height,
  }));
}
