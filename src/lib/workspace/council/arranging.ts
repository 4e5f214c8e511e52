import type { TextRole } from '#lib/model/draft.ts';
import {
  draftLimits,
  freshId,
  type Draft,
  type FigurePiece,
  type Page,
  type Piece,
  type TextPiece,
} from './draft.ts';

/** A draft with other pages, in which each piece and page keeps its name. */
function withPages(draft: Draft, pages: readonly Page[]): Draft {
  return { ...draft, pages };
}

/** A list with one thing moved so many places; the ends hold. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  places: number,
): readonly T[] {
  const from = list.findIndex((one) => one.id === id);
  const to = Math.max(0, Math.min(list.length - 1, from + places));
  const one = list[from];
  return one ? list.toSpliced(from, 1).toSpliced(to, 0, one) : list;
}

/** A draft in which one page is another. */
export function putPage(draft: Draft, page: Page): Draft {
  return withPages(
    draft,
    draft.pages.map((one) => (one.id === page.id ? page : one)),
  );
}

/** Moves a page so many places. */
export function movePage(draft: Draft, id: string, places: number): Draft {
  return withPages(draft, moved(draft.pages, id, places));
}

/** Puts a page behind another, or at the end; gives its name, or null where the draft is full. */
export function addPage(
  draft: Draft,
  behind: string | null,
  pieces: readonly Piece[] = [],
): { readonly draft: Draft; readonly id: string } | null {
  if (draft.pages.length >= draftLimits.pages) return null;
  const id = freshId('s', draft.pages);
  const place = draft.pages.findIndex((page) => page.id === behind);
  const at = place < 0 ? draft.pages.length : place + 1;
  return { draft: withPages(draft, draft.pages.toSpliced(at, 0, { id, title: '', pieces })), id };
}

/** Puts a copy of a page behind it; gives the copy's name, or null where the draft is full. */
export function copyPage(draft: Draft, id: string) {
  const page = draft.pages.find((one) => one.id === id);
  const added = page && addPage(draft, id, page.pieces);
  if (!page || !added) return null;
  return { draft: putPage(added.draft, { ...page, id: added.id }), id: added.id };
}

/** Takes a page away; the last one stays. */
export function removePage(draft: Draft, id: string): Draft {
  const pages = draft.pages.filter((page) => page.id !== id);
  return pages.length === 0 ? draft : withPages(draft, pages);
}

/** A piece that has no place on a page yet. */
export type NewPiece = Omit<TextPiece, 'id'> | Omit<FigurePiece, 'id'>;

/** A new text. */
export function newText(role: TextRole, text = ''): NewPiece {
  return { kind: 'text', role, text };
}

/** Puts pieces at the end of a page; the same page where it has no room for them. */
export function addPieces(page: Page, parts: readonly NewPiece[]): Page {
  if (page.pieces.length + parts.length > draftLimits.pieces) return page;
  return parts.reduce<Page>(
    (whole, part) => ({
      ...whole,
      pieces: [...whole.pieces, { ...part, id: freshId('p', whole.pieces) }],
    }),
    page,
  );
}

/** A page in which one piece is another. */
export function putPiece(page: Page, piece: Piece): Page {
  return { ...page, pieces: page.pieces.map((one) => (one.id === piece.id ? piece : one)) };
}

/** Moves a piece of a page so many places. */
export function movePiece(page: Page, id: string, places: number): Page {
  return { ...page, pieces: moved(page.pieces, id, places) };
}

/** A page without a piece. */
export function removePiece(page: Page, id: string): Page {
  return { ...page, pieces: page.pieces.filter((piece) => piece.id !== id) };
}

/** A draft in which one piece is changed; the same draft where it is there no more. */
export function editPiece(
  draft: Draft,
  pageId: string,
  pieceId: string,
  change: (piece: Piece) => Piece,
): Draft {
  const page = draft.pages.find(({ id }) => id === pageId);
  const piece = page?.pieces.find(({ id }) => id === pieceId);
  return page && piece ? putPage(draft, putPiece(page, change(piece))) : draft;
}

/** Carries a piece to the end of another page; the same draft where it is there no more or that page is full. */
export function carryPiece(draft: Draft, pageId: string, pieceId: string, to: string): Draft {
  const page = draft.pages.find(({ id }) => id === pageId);
  const piece = page?.pieces.find(({ id }) => id === pieceId);
  const target = draft.pages.find(({ id }) => id === to);
  if (!page || !piece || !target || target.pieces.length >= draftLimits.pieces) return draft;
  return putPage(putPage(draft, removePiece(page, pieceId)), addPieces(target, [piece]));
}
