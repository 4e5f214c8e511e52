import type { Position } from '#lib/charts/walk.ts';

/** What a figure of a presentation is being looked at for: which of its marks, and whether all others are dimmed. */
export class Pointing {
  at = $state.raw<Position | null>(null);
  isLit = $state(false);
  readonly #onlit: (lit: Pointing) => void;

  /** `onlit` is called when one of its marks comes into the spotlight. */
  constructor(onlit: (lit: Pointing) => void) {
    this.#onlit = onlit;
  }

  /** Leads to a mark, or away from all; what is in the spotlight goes along. */
  go(to: Position | null): void {
    if (to === null) this.isLit = false;
    const isSame = to?.row === this.at?.row && to?.column === this.at?.column;
    if (!isSame) this.at = to;
  }

  /** Puts a mark in the spotlight. */
  light(at: Position): void {
    this.go(at);
    this.isLit = true;
    this.#onlit(this);
  }

  /** Lets go of the mark. */
  clear(): void {
    this.go(null);
  }
}
