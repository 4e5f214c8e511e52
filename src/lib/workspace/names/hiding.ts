import type { Engine } from '#lib/engine/engine.ts';
import { hideNames } from './hide-names.ts';
import { askNameBook, type NameBook } from './name-book.ts';
import { PageNames } from './page-names.ts';

const mostRemembered = 4000;

/** Hides the names on a page, by what is known of the pupils. */
export class Hiding {
  #book: NameBook | null = null;
  readonly #page: PageNames;
  /** What texts were shown as: the same ones come again and again. */
  readonly #shown = new Map<string, string>();

  /** Begins to hide. */
  constructor(root: HTMLElement) {
    this.#page = new PageNames(root, (text, isCell) => this.#hide(text, isCell));
  }

  /** Asks who there is now; where that cannot be found out, whatever looks like a name stays hidden. */
  async learn(engine: Engine): Promise<void> {
    this.#book = await askNameBook(engine).catch(() => null);
    this.#shown.clear();
    this.#page.again();
  }

  /** Shows the names again. */
  stop(): void {
    this.#page.stop();
  }

  #hide(text: string, isCell: boolean): string {
    const key = `${isCell ? 'cell' : 'text'} ${text}`;
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    if (this.#shown.size >= mostRemembered) this.#shown.clear();
    const shown = hideNames(text, this.#book, { isCell });
    this.#shown.set(key, shown);
    return shown;
  }
}
