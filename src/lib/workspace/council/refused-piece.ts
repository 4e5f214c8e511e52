import type { FigureRefusal } from './figure.ts';

/** Why a piece of a draft cannot stand in a snapshot. */
export type PieceRefusal = FigureRefusal | 'same-pupils' | 'no-sum';

/** A piece of a draft by its page. */
export interface PiecePlace {
  readonly page: string;
  readonly piece: string;
}

/** A figure that cannot be shared, and why. */
export interface RefusedPiece extends PiecePlace {
  readonly reason: PieceRefusal;
}
