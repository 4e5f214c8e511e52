import { createContext, untrack } from 'svelte';

/** A step that the screen in sight can take back, or take again. */
export interface OfferedAction {
  readonly id: 'undo' | 'redo';
  readonly run: () => void;
}

/** What the screens in sight let the palette do. */
export class OfferedActions {
  #offers = $state.raw<readonly (() => readonly OfferedAction[])[]>([]);

  /** What can be done now. */
  get now(): readonly OfferedAction[] {
    return this.#offers.flatMap((offer) => offer());
  }

  /** Adds what a screen offers for as long as the effect that calls this lives. */
  add(offer: () => readonly OfferedAction[]): () => void {
    this.#offers = [...untrack(() => this.#offers), offer];
    return () => (this.#offers = this.#offers.filter((one) => one !== offer));
  }
}

/** The actions that screens offer, for every component below the frame. */
export const [getOfferedActions, setOfferedActions] = createContext<OfferedActions>();
