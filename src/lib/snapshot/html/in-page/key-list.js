import { make, makeButton } from './parts.js';

/** @typedef {{ keysTitle: string, closeKeys: string, keys: readonly (readonly [string, string])[] }} KeyWords */

/** The list of keys over a page that is shown. */
export class KeyList {
  #sheet = make('section', '');

  constructor() {
    this.#sheet.id = 'keys';
    this.#sheet.tabIndex = -1;
  }

  get isShown() {
    return this.#sheet.isConnected;
  }

  /**
   * Opens it, or closes it where it is open.
   * @param {KeyWords} words
   */
  toggle({ keysTitle, closeKeys, keys }) {
    if (this.isShown) {
      this.close();
      return;
    }
    const close = makeButton('×', () => this.close());
    close.setAttribute('aria-label', closeKeys);
    const head = make('div', 'head');
    head.append(make('h3', '', keysTitle), close);
    const list = make('dl', '');
    for (const [key, what] of keys) list.append(make('dt', '', key), make('dd', '', what));
    this.#sheet.setAttribute('aria-label', keysTitle);
    this.#sheet.replaceChildren(head, list);
    document.body.append(this.#sheet);
    this.#sheet.focus();
  }

  close() {
    this.#sheet.remove();
  }
}
