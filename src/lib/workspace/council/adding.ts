import { addPage, addPieces, putPage, type NewPiece } from './arranging.ts';
import { draftLimits, type Draft } from './draft.ts';

/** A draft to which pieces were added, with the page on which they are. */
export interface Adding {
  readonly draft: Draft;
  readonly page: string;
}

/** Adds pieces to a page of a draft, or to a new one at its end where `page` is null; null where there is no room. */
export function addToDraft(
  draft: Draft,
  page: string | null,
  pieces: readonly NewPiece[],
): Adding | null {
  if (page === null) {
    const added = addPage(draft, null);
    return added && addToDraft(added.draft, added.id, pieces);
  }
  const found = draft.pages.find(({ id }) => id === page);
  if (!found || found.pieces.length + pieces.length > draftLimits.pieces) return null;
  return { draft: putPage(draft, addPieces(found, pieces)), page };
}
