import { layOut, letBe, setLetters } from './fitting.js';

/** @import { LiveFigure } from './figures.js' */

/** A page on the screen: the whole of it, one of its pictures large, or the numbers of one. */
export class ShownPage {
  #page;
  #figures;
  /** @type {LiveFigure | null} */
  #alone = null;
  /** @type {{ figure: LiveFigure, details: HTMLDetailsElement, wasOpen: boolean } | null} */
  #table = null;

  /**
   * @param {HTMLElement} page
   * @param {readonly LiveFigure[]} figures
   */
  constructor(page, figures) {
    this.#page = page;
    this.#figures = figures.filter(({ element }) => page.contains(element));
    page.classList.add('now');
    page.scrollTop = 0;
    page.tabIndex = -1;
    page.focus({ preventScroll: true });
    this.fit();
  }

  get element() {
    return this.#page;
  }

  /** How many pictures it has. */
  get pictures() {
    return this.#figures.length;
  }

  get #current() {
    const pointed = this.#figures.find((figure) => figure.isLit || figure.isPointed);
    return this.#table?.figure ?? this.#alone ?? pointed ?? this.#figures[0] ?? null;
  }

  /** Puts the mark in the spotlight that is pointed at, or takes the spotlight away. */
  light() {
    const lit = this.#table ? null : this.#current;
    for (const figure of this.#figures) if (figure !== lit) figure.clear();
    lit?.light();
  }

  /** Shows the numbers of a picture in its place, or the picture again. */
  table() {
    const figure = this.#current;
    const details = figure?.element.querySelector('details');
    if (this.#table) {
      this.#table.details.open = this.#table.wasOpen;
      this.#table = null;
    } else if (figure && details) {
      this.#table = { figure, details, wasOpen: details.open };
      details.open = true;
      details.scrollTop = 0;
      for (const one of this.#figures) one.clear();
    } else return;
    this.#mark();
  }

  /** Shows the next picture of the page alone, and after the last the whole page. */
  enlarge() {
    const own = this.#figures;
    if (own.length < 2 || this.#table) return;
    const pointed = own.findIndex((figure) => figure.isPointed);
    const at = this.#alone ? own.indexOf(this.#alone) + 1 : Math.max(0, pointed);
    this.#alone = own[at] ?? null;
    for (const figure of own) figure.clear();
    this.#mark();
  }

  /** Lets go of what was taken up last; tells whether there was anything. */
  letGo() {
    const pointed = this.#figures.filter((figure) => figure.isLit || figure.isPointed);
    if (this.#table) this.table();
    else if (pointed.length > 0) for (const figure of pointed) figure.clear();
    else if (this.#alone) {
      this.#alone = null;
      this.#mark();
    } else return false;
    return true;
  }

  #mark() {
    const chosen = this.#table?.figure ?? this.#alone;
    for (const figure of this.#figures) {
      figure.element.classList.toggle('chosen', figure === chosen);
    }
    this.#page.classList.toggle('large', chosen !== null);
    this.#page.classList.toggle('tabled', this.#table !== null);
    this.fit();
  }

  /**
   * Goes on to what is not seen yet; tells whether there was anything.
   * @param {number} step
   */
  scroll(step) {
    const place = this.#table?.details ?? this.#page;
    const { scrollHeight, clientHeight, scrollTop } = place;
    const isMore = (step > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop) > 2;
    if (isMore) place.scrollBy({ top: step * clientHeight * 0.7 });
    return isMore || this.#table !== null;
  }

  /** The largest letters with which the whole of it is seen at once. */
  fit() {
    const page = this.#page;
    const own = this.#figures.filter(({ element }) => element.getClientRects().length > 0);
    page.querySelector('.body')?.classList.toggle('pictured', own.length > 0);
    const smallestOf = (/** @type {number} */ columns) => {
      for (const figure of own) figure.fit(false);
      layOut(page, columns);
      setLetters(page);
      return Math.min(...own.map((figure) => figure.fit(true)));
    };
    const alone = smallestOf(1);
    // Side by side or one under the other: whichever leaves the smaller picture larger.
    if (own.length > 1 && smallestOf(2) < alone) smallestOf(1);
  }

  /** Leaves the page as it was. */
  putAway() {
    if (this.#table) this.#table.details.open = this.#table.wasOpen;
    for (const figure of this.#figures) {
      figure.clear();
      figure.fit(false);
      figure.element.classList.remove('chosen');
    }
    this.#page.classList.remove('now', 'large', 'tabled');
    letBe(this.#page);
  }
}
