import type PptxGenJS from 'pptxgenjs';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { NativeChart } from '../document.ts';
import type { ChartRoom } from './chart-layout.ts';
import { frameFigure, footHeight } from './figure-frame.ts';
import { plainText } from './plain-text.ts';
import type { PlannedFigure, PlannedSlide } from './slide-plan.ts';
import { bare, colours, face, type, type Box } from './slide-look.ts';
import type { TablePiece } from './table-sizes.ts';
import { tableOptions, textOptions, under } from './slide-shapes.ts';
import { drawTexts } from './text-drawing.ts';

type Slide = PptxGenJS.Slide;
type Cell = PptxGenJS.TableCell;

/** A chart that a slide has a frame for: what is drawn in it, and its room. */
export interface DrawnChart {
  readonly chart: NativeChart;
  readonly within: ChartRoom;
}

/** Draws the parts of slides, and keeps the charts in the order in which their frames were made. */
export class SlideDrawing {
  readonly charts: DrawnChart[] = [];
  readonly #language: LanguageTag;

  constructor(language: LanguageTag) {
    this.#language = language;
  }

  get #words() {
    return locales[this.#language].t.snapshotOffice;
  }

  /** Everything below the title of a slide. */
  draw(slide: Slide, planned: PlannedSlide): void {
    if (planned.text) drawTexts(slide, planned.text, locales[this.#language]);
    for (const figure of planned.figures) this.#figure(slide, figure, planned.pageTitle);
  }

  #figure(slide: Slide, planned: PlannedFigure, pageTitle: string): void {
    const { figure, box, content } = planned;
    const { parts } = this.#words;
    const frame = frameFigure(figure, box, pageTitle, this.#language);
    if (frame.title) {
      const options = textOptions(frame.title.box, frame.title.size, colours.ink, parts.text);
      slide.addText(frame.title.text, { ...options, bold: true });
    }
    const under = frame.subtitle;
    slide.addText(under.text, textOptions(under.box, under.size, colours.second, parts.text));
    const description = plainText(figure.description[this.#language]);
    if (content.kind === 'charts') {
      const gap = 0.5;
      const w = (frame.content.w - gap * (content.charts.length - 1)) / content.charts.length;
      content.charts.forEach((chart, at) => {
        const place = { ...frame.content, w, x: frame.content.x + at * (w + gap) };
        this.#chart(slide, chart, place, content, description);
      });
    } else this.#table(slide, content.piece, frame.content);
    this.#foot(slide, planned, { ...box, y: box.y + box.h - footHeight, h: footHeight });
  }

  /** Keeps a place for a chart; what is drawn there comes with the package. */
  #chart(
    slide: Slide,
    chart: NativeChart,
    box: Box,
    { scale, slots }: Pick<ChartRoom, 'scale' | 'slots'>,
    altText: string,
  ): void {
    this.charts.push({ chart, within: { width: box.w, height: box.h, scale, slots } });
    const data = [{ name: '', labels: [''], values: [0] }];
    slide.addChart('bar', data, { ...box, altText, objectName: this.#words.parts.chart });
  }

  #table(slide: Slide, { table, columns, rows, size }: TablePiece, box: Box): void {
    const heads = table.heads.map((head, column): Cell => ({
      text: plainText(head),
      options: {
        fontFace: face,
        fontSize: size,
        bold: true,
        color: bare(colours.second),
        align: table.figures[column] ? 'right' : 'left',
        valign: 'bottom',
        border: under(colours.ink, 1.25),
      },
    }));
    const body = table.rows.map((row) =>
      row.map(({ text, fill, isQuiet }, column): Cell => ({
        text: plainText(text),
        options: {
          fontFace: face,
          fontSize: size,
          color: bare(isQuiet ? colours.second : colours.ink),
          align: table.figures[column] ? 'right' : 'left',
          valign: 'middle',
          border: under(colours.line, 0.75),
          ...(fill === null ? {} : { fill: { color: bare(fill) } }),
        },
      })),
    );
    slide.addTable(
      [heads, ...body],
      tableOptions(box, [...columns], [...rows], this.#words.parts.table),
    );
  }

  /** What the signs mean, what is withheld, and the source. */
  #foot(slide: Slide, { figure, content }: PlannedFigure, box: Box): void {
    const { format } = locales[this.#language];
    const words = this.#words;
    const number = (value: number) => format.number(value);
    const first: string[] = [];
    if (content.kind === 'table') {
      const { table, from, to, all } = content.piece;
      if (to - from + 1 < all) first.push(words.rowsOf(number(from), number(to), number(all)));
      first.push(...table.signs);
    } else {
      const hasGap = content.charts.some(({ categories, series }) =>
        series.some(({ values }) => categories.some((_, at) => (values[at] ?? null) === null)),
      );
      if (content.charts[0]?.kind === 'line' && content.scale.min !== 0)
        first.push(words.axisBroken);
      const hasWhiskers = content.charts.some(({ series }) => series.some(({ ends }) => ends));
      if (hasWhiskers) first.push(words.whiskersMean);
      if (hasGap) first.push(words.blankMeans);
    }
    const hidden =
      figure.withheld > 0 ? words.withheld(number(figure.withheld), number(figure.numbers)) : '';
    const second = [hidden, figure.source[this.#language]].filter(Boolean).join(' ');
    const lines = [first.join(' · '), second].map(plainText).filter(Boolean).join('\n');
    const options = textOptions(box, type.small, colours.second, words.parts.source);
    slide.addText(lines, { ...options, valign: 'bottom' });
  }
}
