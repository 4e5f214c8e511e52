import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { PlannedFigure } from './slide-plan.ts';

function notesOf({ figure, content }: PlannedFigure, language: LanguageTag): string[] {
  const { t, format } = locales[language];
  const { notes, withheld } = t.snapshotOffice;
  const selection = figure.selection[language];
  const lines = [
    figure.title[language],
    figure.description[language],
    figure.subtitle[language],
    selection === '' ? '' : notes.selection(selection),
    // What the signs of a table mean; a chart has its own below it.
    content.kind === 'table' && content.piece.table.signs.length > 0
      ? notes.signs(content.piece.table.signs.join('; '))
      : '',
    figure.withheld > 0
      ? withheld(format.number(figure.withheld), format.number(figure.numbers))
      : '',
    figure.source[language],
  ];
  return lines.filter((line) => line.trim() !== '');
}

/** What whoever speaks to a slide can say of its figures: title, what is seen, n, whom it speaks of, what is withheld, source. */
export function speakerNotes(figures: readonly PlannedFigure[], language: LanguageTag): string[] {
  return figures.flatMap((planned, at) => [...(at > 0 ? [''] : []), ...notesOf(planned, language)]);
}
