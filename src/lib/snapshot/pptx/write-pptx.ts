import type PptxGenJS from 'pptxgenjs';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { SnapshotDocument } from '../document.ts';
import { chartPart } from './chart-part.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { coverTop, drawCertificate, drawCover } from './cover-slides.ts';
import { packPresentation } from './office-package.ts';
import { plainText } from './plain-text.ts';
import { SlideDrawing } from './slide-drawing.ts';
import { bare, colours, face, footLine, margin, room, slideSize, type } from './slide-look.ts';
import { speakerNotes } from './slide-notes.ts';
import { planPage, titleTop } from './slide-plan.ts';
import { certificateSentences } from '../xlsx/certificate-words.ts';

type MasterObjects = NonNullable<PptxGenJS.SlideMasterProps['objects']>;

/** Three short bars in the hues of the blocks: the mark by which all papers of the app are known. */
function mark(y: number, width: number, height: number): MasterObjects {
  return colours.blocks.map((colour, at) => ({
    rect: {
      x: margin + at * (width + 0.05),
      y,
      w: width,
      h: height,
      fill: { color: bare(colour) },
      line: { color: bare(colour), width: 0 },
    },
  }));
}

function title(size: number, box: { y: number; h: number; w: number }) {
  const look = { fontFace: face, fontSize: size, bold: true, color: bare(colours.ink) };
  return {
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        x: margin,
        ...box,
        margin: 0,
        align: 'left' as const,
        valign: 'top' as const,
        ...look,
      },
    },
  };
}

function addMasters(presentation: PptxGenJS, document: SnapshotDocument, locale: Locale): void {
  const { language, format, t } = locale;
  const words = t.snapshotOffice;
  const background = { color: bare(colours.paper) };
  const foot = [
    document.school,
    document.period[language],
    words.dataOn(format.date(document.dataDay)),
  ]
    .map(plainText)
    .filter(Boolean)
    .join(' · ');
  const quiet = { fontFace: face, fontSize: type.small, color: bare(colours.second), margin: 0 };
  presentation.defineSlideMaster({
    title: words.layouts.cover,
    background,
    objects: [...mark(1.6, 0.9, 0.12), title(type.cover, { y: coverTop, h: 2, w: 11 })],
  });
  presentation.defineSlideMaster({
    title: words.layouts.page,
    background,
    objects: [
      ...mark(0.3, 0.32, 0.06),
      title(type.title, { y: titleTop, h: 0.55, w: room }),
      {
        line: {
          x: margin,
          y: footLine,
          w: room,
          h: 0,
          line: { color: bare(colours.line), width: 1 },
        },
      },
      {
        text: {
          text: foot,
          options: {
            x: margin,
            y: footLine + 0.07,
            w: room - 1,
            h: 0.28,
            valign: 'middle',
            align: 'left',
            ...quiet,
          },
        },
      },
    ],
    slideNumber: {
      x: slideSize.w - margin - 0.8,
      y: footLine + 0.07,
      w: 0.8,
      h: 0.28,
      align: 'right',
      valign: 'middle',
      ...quiet,
    },
  });
}

/**
 * A snapshot as a presentation (.pptx) of 16 : 9: a title slide, its pages in order, and what the audit found. Charts and tables
 * are native and can be edited; behind each chart lies a workbook with its numbers and no others. Works in browsers and in Node,
 * and asks nothing of any network.
 */
export async function writePptx(
  document: Published<SnapshotDocument>,
  language: LanguageTag,
): Promise<Uint8Array> {
  const { default: Presentation } = await import('pptxgenjs');
  const locale = locales[language];
  const words = locale.t.snapshotOffice;
  const presentation = new Presentation();
  presentation.defineLayout({ name: 'WIDE', width: slideSize.w, height: slideSize.h });
  presentation.layout = 'WIDE';
  presentation.theme = { headFontFace: face, bodyFontFace: face };
  addMasters(presentation, document, locale);
  const drawing = new SlideDrawing(language);
  const notes: string[][] = [];

  const cover = presentation.addSlide({ masterName: words.layouts.cover });
  drawCover(cover, document, locale);
  notes.push([]);
  const pages = document.pages
    .flatMap((page) => planPage(page, language))
    .map((planned) => {
      const slide = presentation.addSlide({ masterName: words.layouts.page });
      const { title: text, titleSize: fontSize } = planned;
      slide.addText(text, { placeholder: 'title', fontSize, objectName: words.parts.title });
      drawing.draw(slide, planned);
      notes.push(speakerNotes(planned.figures, language));
      return slide;
    });
  const last = presentation.addSlide({ masterName: words.layouts.page });
  last.addText(words.about.title, { placeholder: 'title', objectName: words.parts.title });
  drawCertificate(last, document, locale);
  notes.push(certificateSentences(document, locale));
  for (const slide of [cover, ...pages, last]) slide.addNotes(' ');

  const written = await presentation.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new TypeError('the library gave no bytes');
  return packPresentation(written, {
    title: plainText(document.title[language]),
    school: plainText(document.school),
    day: document.madeOn,
    language: language === 'ru' ? 'ru-RU' : 'en-GB',
    notes,
    charts: drawing.charts.map(({ chart, within }) => ({
      part: chartPart(chart, within, words.chart, language),
      workbook: chartWorkbook(chart, words.chart, words.reaches),
    })),
  });
}
