import type { SnapshotDocument } from '../document.ts';
import { canonicalJson } from '../seal/canonical-json.ts';

/**
 * A snapshot as JSON for its own file, where every drawing stands once as markup: in place of its words the JSON has how
 * many letters they are.
 */
export function payloadOf(document: SnapshotDocument): string {
  const pages = document.pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => {
      if (piece.kind !== 'figure' || piece.drawing === null) return piece;
      const { ru, en } = piece.drawing;
      return {
        ...piece,
        drawing: { ru: { ...ru, svg: ru.svg.length }, en: { ...en, svg: en.svg.length } },
      };
    }),
  }));
  return canonicalJson({ ...document, pages });
}
