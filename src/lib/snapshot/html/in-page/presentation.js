import { KeyList } from './key-list.js';
import { actOf } from './keys.js';
import { announce, make, makeButton } from './parts.js';
import { ShownPage } from './shown-page.js';
import { TalkClock } from './talk-clock.js';

/** @import { LiveFigure } from './figures.js' */
/** @import { KeyWords } from './key-list.js' */
/** @import { PresentingAct } from './keys.js' */
/** @typedef {Readonly<Record<string, string>>} Words */
/** @typedef {{ main: HTMLElement, figures: readonly LiveFigure[], words: Words & KeyWords }} Sourced */

/** Where the whole screen was given, Esc first lets go of a mark or a table. */
function holdEscape() {
  const { keyboard } = /** @type {{ keyboard?: { lock?: (codes: string[]) => Promise<void> } }} */ (
    navigator
  );
  keyboard?.lock?.(['Escape']).catch(() => {});
}

/** A snapshot on a screen for many: one page at a time, turned by keys or a remote control. */
export class Presentation {
  #black = make('div', '');
  #stand = make('aside', '');
  #clock = new TalkClock();
  #keys = new KeyList();
  #count = make('span', 'wordy');
  /** @type {ShownPage | null} */
  #now = null;
  /** @type {PointerEvent | null} */
  #touched = null;
  /** Buttons with the number of pictures that a page must have for them. */
  #tools = /** @type {[HTMLButtonElement, number][]} */ ([]);
  /** @type {WakeLockSentinel | null} */
  #awake = null;
  #sourced;
  /** @type {Readonly<Record<PresentingAct, () => void>>} */
  #acts;

  /**
   * @param {() => Sourced} sourced
   * @param {() => void} onlanguage
   */
  constructor(sourced, onlanguage) {
    this.#sourced = sourced;
    this.#acts = {
      next: () => this.#turn(1),
      previous: () => this.#turn(-1),
      first: () => this.#turn(-Infinity),
      last: () => this.#turn(Infinity),
      down: () => this.#scroll(1),
      up: () => this.#scroll(-1),
      black: () => this.#blacken(true),
      spotlight: () => this.#now?.light(),
      table: () => this.#now?.table(),
      enlarge: () => this.#now?.enlarge(),
      language: onlanguage,
      minutes: () => this.#clock.focus(),
      keys: () => this.#keys.toggle(this.#sourced().words),
      leave: () => this.#letGo(),
      nothing: () => undefined,
    };
    this.#black.id = 'black';
    this.#stand.id = 'stand';
    this.#black.addEventListener('click', () => this.#blacken(false));
    addEventListener('keydown', (event) => this.#press(event));
    addEventListener('pointerdown', (event) => (this.#touched = event));
    addEventListener('pointerup', (event) => this.#swipe(event));
    addEventListener('resize', () => this.#now?.fit());
    addEventListener('hashchange', () => {
      const page = this.isOn && document.getElementById(location.hash.slice(1));
      if (page && page.classList.contains('page')) this.#show(page);
    });
    addEventListener('beforeprint', () => this.leave());
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement) this.leave();
    });
  }

  get isOn() {
    return this.#now !== null;
  }

  /** @returns {HTMLElement[]} */
  get #pages() {
    return [...this.#sourced().main.querySelectorAll('.page')].filter(
      (page) => page instanceof HTMLElement,
    );
  }

  /** Begins at the page that is read now. */
  enter() {
    const pages = this.#pages;
    const read = pages.filter((page) => page.getBoundingClientRect().top < innerHeight / 3).at(-1);
    const first = read ?? pages[0];
    if (this.isOn || !first) return;
    this.#clock.start();
    this.#write();
    document.body.append(this.#stand);
    document.documentElement.classList.add('presenting');
    // Where the browser refuses them, the pages still fill the window.
    document.documentElement.requestFullscreen?.().then(holdEscape, () => {});
    navigator.wakeLock?.request('screen').then(
      (lock) => (this.#awake = lock),
      () => {},
    );
    this.#show(first);
    const { keysTitle, keys } = this.#sourced().words;
    announce(`${keysTitle}: ${keys.map((line) => line.join(' — ')).join('; ')}`);
  }

  /** Ends, at the page that was shown last. */
  leave() {
    const last = this.#now?.element;
    if (!last) return;
    this.#blacken(false);
    this.#keys.close();
    this.#awake?.release().catch(() => {});
    this.#awake = null;
    this.#clock.stop();
    this.#stand.remove();
    this.#putAway();
    document.documentElement.classList.remove('presenting');
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    last.scrollIntoView();
  }

  /**
   * Goes on at the same page after all has been put into another language.
   * @param {() => void} change
   */
  through(change) {
    const shown = this.#now?.element.id;
    this.#keys.close();
    this.#putAway();
    change();
    const page = this.#pages.find(({ id }) => id === shown);
    if (!page) return;
    this.#write();
    this.#show(page);
  }

  #write() {
    const { words, main } = this.#sourced();
    const acts = this.#acts;
    this.#stand.setAttribute('aria-label', words['presenting'] ?? '');
    this.#clock.speak(words, main.lang);
    const button = (/** @type {string} */ word, /** @type {() => void} */ act, look = '') =>
      makeButton(words[word] ?? '', act, look);
    this.#tools = [
      [button('spotlight', acts.spotlight, 'wordy'), 1],
      [button('table', acts.table), 1],
      [button('enlarge', acts.enlarge, 'wordy'), 2],
    ];
    this.#stand.replaceChildren(
      button('previous', acts.previous),
      button('next', acts.next),
      this.#count,
      ...this.#tools.map(([tool]) => tool),
      button('black', acts.black, 'wordy'),
      button('otherLanguage', acts.language, 'wordy'),
      button('keysTitle', acts.keys, 'wordy'),
      ...this.#clock.elements,
      button('leave', () => this.leave()),
    );
  }

  /** @param {HTMLElement} page */
  #show(page) {
    this.#putAway();
    this.#now = new ShownPage(page, this.#sourced().figures);
    this.#count.textContent = page.querySelector('.count')?.textContent ?? '';
    for (const [tool, least] of this.#tools) tool.hidden = this.#now.pictures < least;
    try {
      history.replaceState(null, '', `#${page.id}`);
    } catch {
      // A browser that keeps addresses of files to itself shows the page all the same.
    }
  }

  #putAway() {
    this.#now?.putAway();
    this.#now = null;
  }

  /** @param {number} step */
  #turn(step) {
    const pages = this.#pages;
    const now = this.#now?.element;
    const at = now ? pages.indexOf(now) : 0;
    const page = pages[Math.max(0, Math.min(pages.length - 1, at + step))];
    if (page && page !== now) this.#show(page);
  }

  /** @param {number} step */
  #scroll(step) {
    if (!this.#now?.scroll(step)) this.#turn(step);
  }

  /** @param {boolean} isBlack */
  #blacken(isBlack) {
    if (!isBlack) this.#black.remove();
    else if (!this.#black.isConnected) {
      document.body.append(this.#black);
      announce(this.#sourced().words['isBlack'] ?? '');
    }
  }

  /** Lets go of what was taken up last, and of the presentation after all else. */
  #letGo() {
    if (this.#keys.isShown) this.#keys.close();
    else if (!this.#now?.letGo()) this.leave();
  }

  /** @param {PointerEvent} event */
  #swipe(event) {
    const from = this.#touched;
    this.#touched = null;
    if (!this.isOn || from?.pointerId !== event.pointerId || event.pointerType !== 'touch') return;
    const [right, down] = [event.clientX - from.clientX, event.clientY - from.clientY];
    if (Math.abs(right) > 60 && Math.abs(right) > 2 * Math.abs(down))
      this.#turn(right < 0 ? 1 : -1);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { target, key } = event;
    const act = actOf(event);
    if (act === null || event.defaultPrevented) return;
    if (!this.isOn) {
      const pointed = this.#sourced().figures.find((figure) => figure.isPointed);
      if (act === 'spotlight') pointed?.light();
      return;
    }
    if (this.#black.isConnected) this.#blacken(false);
    else if (target instanceof HTMLInputElement) {
      if (act !== 'leave' && key !== 'Enter') return;
      target.blur();
    } else if (target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter')) return;
    else if (target instanceof HTMLAnchorElement && key === 'Enter') return;
    else this.#acts[act]();
    event.preventDefault();
  }
}
