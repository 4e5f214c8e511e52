import type { SavedKind } from '#lib/charts/saving/keep-picture.ts';
import { writeCsv, writeTabbed } from '#lib/charts/saving/written-table.ts';
import type { Published } from '#lib/disclosure/published.ts';
import type { LanguageTag } from '#lib/i18n/format.ts';
import { locales } from '#lib/i18n/locale.ts';
import type { FigureTable, SnapshotDocument } from '#lib/snapshot/document.ts';
import { writePictures } from '#lib/snapshot/pictures/write-pictures.ts';
import { writeTables } from '#lib/snapshot/xlsx/write-tables.ts';

const types = {
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const satisfies Record<SavedKind, string>;

function tableIn(document: Published<SnapshotDocument>, language: LanguageTag): FigureTable {
  const figures = document.pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece.table[language]] : [])),
  );
  return figures[0] ?? { heads: [], rows: [], figures: [] };
}

/** The table of a snapshot of one figure as text with tabs. */
export function sharedTableAsText(
  document: Published<SnapshotDocument>,
  language: LanguageTag,
): string {
  return writeTabbed(tableIn(document, language), locales[language]);
}

/** The picture or the table of a snapshot of one figure; null where every number of the picture is withheld. Rejects where the browser paints none. */
export async function writeFigure(
  document: Published<SnapshotDocument>,
  kind: SavedKind,
  language: LanguageTag,
): Promise<Blob | null> {
  const blobOf = (content: BlobPart): Blob => new Blob([content], { type: types[kind] });
  switch (kind) {
    case 'png':
    case 'svg': {
      const picture = await writePictures(document, language, kind);
      return picture && blobOf(picture.bytes.slice());
    }
    case 'xlsx':
      return blobOf(writeTables(document, language).slice());
    case 'csv':
      return blobOf(writeCsv(tableIn(document, language), locales[language]));
  }
}
