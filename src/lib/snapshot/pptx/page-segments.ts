import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { SnapshotFigure, SnapshotPage, SnapshotText } from '../document.ts';

/** Texts that follow each other on a page, or a figure. */
export type Segment =
  | { readonly kind: 'texts'; readonly texts: readonly SnapshotText[] }
  | { readonly kind: 'figure'; readonly figure: SnapshotFigure };

/** A figure without a single number says so in words. */
function withheldTexts({ title, subtitle }: SnapshotFigure): SnapshotText[] {
  const words = (language: LanguageTag) =>
    `${subtitle[language]}\n${locales[language].t.snapshotOffice.allWithheld}`;
  return [
    { kind: 'text', role: 'heading', text: title },
    { kind: 'text', role: 'paragraph', text: { ru: words('ru'), en: words('en') } },
  ];
}

/** The pieces of a page: texts that follow each other together, each figure alone; one without a single number is a text. */
export function segmentsOf({ pieces }: SnapshotPage): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const isHidden = piece.kind === 'figure' && piece.drawing === null;
    const texts = piece.kind === 'text' ? [piece] : isHidden ? withheldTexts(piece) : null;
    const last = segments.at(-1);
    if (texts === null) {
      if (piece.kind === 'figure') segments.push({ kind: 'figure', figure: piece });
    } else if (last?.kind === 'texts') {
      segments[segments.length - 1] = { kind: 'texts', texts: [...last.texts, ...texts] };
    } else segments.push({ kind: 'texts', texts });
  }
  return segments;
}
