import type { LanguageTag } from '#lib/i18n/format.ts';
import type { SnapshotFigure } from '../document.ts';
import { plainText } from './plain-text.ts';
import { type, type Box } from './slide-look.ts';
import { heightOf, linesIn } from './text-height.ts';

/** A line or lines of a figure's head: its text, size, and where it stands. */
export interface FrameText {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** Where the words and the picture of a figure stand in the box that it has on its slide. */
export interface FigureFrame {
  readonly title: FrameText | null;
  readonly subtitle: FrameText;
  readonly content: Box;
}

/** Height in inches that the lines below a picture take: what its signs mean, what is withheld, source. */
export const footHeight = 0.5;

/** Lays the words of a figure out around its picture; a title that the page already says is not said again. */
export function frameFigure(
  figure: SnapshotFigure,
  box: Box,
  pageTitle: string,
  language: LanguageTag,
): FigureFrame {
  const said = plainText(figure.title[language]);
  const isNarrow = box.w < 7;
  const size = isNarrow ? 18 : type.finding;
  const text = said === pageTitle ? '' : said;
  const titleHeight =
    text === '' ? 0 : heightOf(Math.min(3, linesIn(text, box.w, size, true)), size);
  const under = [figure.subtitle[language], figure.selection[language]]
    .map(plainText)
    .filter(Boolean)
    .join('\n');
  const small = isNarrow ? 13 : type.subtitle;
  const subtitleHeight = heightOf(linesIn(under, box.w, small), small);
  const subtitleTop = box.y + titleHeight + 0.05;
  const top = subtitleTop + subtitleHeight + 0.14;
  return {
    title: text === '' ? null : { text, size, box: { ...box, h: titleHeight } },
    subtitle: { text: under, size: small, box: { ...box, y: subtitleTop, h: subtitleHeight } },
    content: { ...box, y: top, h: box.y + box.h - footHeight - top },
  };
}
