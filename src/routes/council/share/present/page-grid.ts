import type { PresentedPart } from '#lib/workspace/council/presenting.ts';

/** Where a part of a page stands in its grid of two columns, and the height of its row. */
export interface PartPlace {
  readonly row: number;
  readonly column: string;
  readonly height: string;
}

/** The places of the parts of a page: two pictures that follow one another stand side by side. */
export function standing(parts: readonly PresentedPart[]): PartPlace[] {
  let row = 0;
  let isBeside = false;
  return parts.map((part, at) => {
    const isPicture = part.kind === 'figure';
    isBeside = isPicture && !isBeside && at > 0 && parts[at - 1]?.kind === 'figure';
    if (!isBeside) row += 1;
    const isFollowed = isPicture && !isBeside && parts[at + 1]?.kind === 'figure';
    const column = isBeside ? '2' : isFollowed ? '1' : '1 / -1';
    return { row, column, height: isPicture ? 'minmax(min-content, 1fr)' : 'auto' };
  });
}

/** The heights of the rows, as a grid is told of them. */
export function rowsOf(places: readonly PartPlace[]): string {
  return [...new Map(places.map(({ row, height }) => [row, height])).values()].join(' ');
}
