import type { SnapshotDocument, SnapshotFigure } from '#lib/snapshot/document.ts';
import { Pointing } from './presenting-figure.svelte.ts';
import { figuresOf, firstPlace, presentedPages, type LiveFigure } from './presenting.ts';

/** One figure of a page by itself, with its number on the page from 0. */
export interface Look {
  readonly figure: number;
  readonly view: 'picture' | 'table';
}

/** What a presentation is shown with. */
export interface ShowingWith {
  readonly document: SnapshotDocument;
  readonly draw: (figure: SnapshotFigure) => LiveFigure | null;
  /** Takes the focus to the page. */
  readonly onpage: () => void;
  /** Another page has come. */
  readonly onturn: () => void;
  readonly onleave: () => void;
}

/** Where a presentation stands: its page, what of it is looked at, and how one comes on and back. */
export class Showing {
  index = $state(0);
  look = $state.raw<Look | null>(null);
  isBlack = $state(false);
  areKeysShown = $state(false);
  /** What was looked at before the table. */
  #formerLook: Look | null = null;
  readonly #with: ShowingWith;
  readonly pages;
  readonly shown = $derived.by(() => this.pages[this.index] ?? { kind: 'cover' as const });
  readonly figures = $derived(figuresOf(this.shown));
  readonly pointings = $derived.by(() => {
    const all: readonly Pointing[] = this.figures.map(
      () =>
        new Pointing((lit) => {
          for (const other of all) if (other !== lit) other.clear();
        }),
    );
    return all;
  });
  /** The numbers of the figures that have a picture. */
  readonly drawn = $derived(
    this.figures.flatMap(({ drawing }, at) => (drawing === null ? [] : [at])),
  );
  readonly isTable = $derived(this.look?.view === 'table');
  readonly isLit = $derived(this.pointings.some(({ isLit }) => isLit));

  constructor(given: ShowingWith) {
    this.#with = given;
    this.pages = presentedPages(given.document);
  }

  /** Shows the page of a number from 0, or the nearest to it. */
  show(to: number): void {
    const next = Math.max(0, Math.min(this.pages.length - 1, to));
    if (next === this.index) return;
    this.index = next;
    this.look = null;
    this.#with.onturn();
  }

  /** Looks at one figure by itself, or at the whole page; from a table back to what was before it. */
  lookAt(next: Look | null): void {
    const isBack = next === null && this.isTable;
    if (next?.view === 'table') this.#formerLook = this.look;
    this.look = isBack ? this.#formerLook : next;
    if (isBack) this.#with.onpage();
  }

  /** The figure that is looked at, pointed at or first. */
  #current(): number | null {
    const pointed = this.pointings.findIndex(({ at }) => at !== null);
    const wanted = this.look?.figure ?? (pointed < 0 ? null : pointed);
    return wanted !== null && this.drawn.includes(wanted) ? wanted : (this.drawn[0] ?? null);
  }

  /** Puts the mark in the spotlight that is pointed at, or the first, or takes the spotlight away. */
  spotlight(): void {
    const at = this.#current();
    const [figure, pointing] = at === null ? [] : [this.figures[at], this.pointings[at]];
    if (!figure || !pointing || this.isTable) return;
    if (pointing.isLit) pointing.isLit = false;
    else {
      const live = this.#with.draw(figure);
      const start = pointing.at ?? (live && firstPlace(live));
      if (start) pointing.light(start);
    }
  }

  /** Shows the numbers of a figure in its place, or the picture again. */
  table(): void {
    if (this.isTable) {
      this.lookAt(null);
      return;
    }
    const at = this.#current();
    if (at === null) return;
    // What the table was opened from is found again on the way back.
    const pointing = this.pointings[at];
    if (pointing?.at) pointing.light(pointing.at);
    this.lookAt({ figure: at, view: 'table' });
  }

  /** Shows the next figure of the page alone, and after the last the whole page. */
  enlarge(): void {
    if (this.figures.length < 2 || this.isTable) return;
    const at = this.look ? this.look.figure + 1 : (this.#current() ?? 0);
    for (const pointing of this.pointings) pointing.clear();
    this.look = at < this.figures.length ? { figure: at, view: 'picture' } : null;
    this.#with.onpage();
  }

  /** Lets go of what was taken up last, and of the presentation after all else. */
  letGo(): void {
    if (this.areKeysShown) this.areKeysShown = false;
    else if (this.isTable) this.lookAt(null);
    else if (this.pointings.some(({ at }) => at !== null)) {
      for (const one of this.pointings) one.clear();
    } else if (this.look) this.look = null;
    else this.#with.onleave();
  }
}
