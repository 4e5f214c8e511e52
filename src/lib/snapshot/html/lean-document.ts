import type { Drawing, SnapshotDocument, SnapshotPage } from '../document.ts';
import { leanDrawing } from './drawing-markup.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

function lean({ width, height, svg, spots }: Drawing): Drawing {
  return {
    width: tenth(width),
    height: tenth(height),
    svg: leanDrawing(svg),
    spots: spots.map((row) =>
      row.map(({ box: [x, y, across, down], title, phrases }) => ({
        box: [tenth(x), tenth(y), tenth(across), tenth(down)],
        title,
        phrases,
      })),
    ),
  };
}

function leanPage(page: SnapshotPage): SnapshotPage {
  const pieces = page.pieces.map((piece) => {
    if (piece.kind !== 'figure' || piece.drawing === null) return piece;
    const { ru, en } = piece.drawing;
    return { ...piece, drawing: { ru: lean(ru), en: lean(en) } };
  });
  return { ...page, pieces };
}

/** A snapshot with its drawings in the fewest words that look the same; lean once, it stays as it is. */
export function leanDocument<T extends SnapshotDocument>(document: T): T {
  return { ...document, pages: document.pages.map(leanPage) };
}
