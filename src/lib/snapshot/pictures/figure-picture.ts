import { frameSvg, type SvgPicture } from '#lib/charts/saving/svg-picture.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { SnapshotDocument, SnapshotFigure } from '../document.ts';

/** What a picture needs to know of the snapshot that it is of. */
export type PictureOf = Pick<SnapshotDocument, 'school' | 'title'>;

/**
 * A figure of a snapshot as an SVG document of its own: title, subtitle, whom it speaks of, picture, signs, what is withheld,
 * source, school and snapshot. Null where every number is withheld, since there is nothing to draw.
 */
export async function drawFigure(
  figure: SnapshotFigure,
  snapshot: PictureOf,
  language: LanguageTag,
): Promise<SvgPicture | null> {
  const drawing = figure.drawing?.[language];
  if (!drawing) return null;
  const { t, format } = locales[language];
  const hidden =
    figure.withheld > 0
      ? t.snapshotOffice.withheld(format.number(figure.withheld), format.number(figure.numbers))
      : '';
  return frameSvg(drawing.svg, drawing, {
    title: figure.title[language],
    subtitle: figure.subtitle[language],
    selection: figure.selection[language],
    signs: figure.signs[language],
    below: [
      hidden,
      figure.source[language],
      [snapshot.school, snapshot.title[language]].filter(Boolean).join(' · '),
    ].filter((line) => line.trim() !== ''),
  });
}
