import { entrance, nearest, walk } from './marks.js';
import { announce, make } from './parts.js';

/** @import { Position, Spot } from './marks.js' */
/** @typedef {{ width: number, height: number, spots: readonly (readonly Spot[])[] }} Drawn */

const reach = 28;

/** A picture whose marks can be pointed at, walked along and put in the spotlight. */
export class LiveFigure {
  /** @type {Position | null} */
  #position = null;
  #tip = make('div', 'tip');
  #cursor = make('div', 'cursor');
  #spotlight = make('div', 'spotlight');
  #figure;
  #drawn;
  #stage = make('div', 'stage');

  /**
   * @param {HTMLElement} figure
   * @param {SVGElement} drawing
   * @param {Drawn} drawn
   * @param {{ keys: string, isPresenting: () => boolean }} surroundings
   */
  constructor(figure, drawing, drawn, { keys, isPresenting }) {
    this.#figure = figure;
    this.#drawn = drawn;
    const stage = this.#stage;
    const help = make('p', 'unseen', keys);
    help.id = `${figure.id}-keys`;
    drawing.before(stage);
    stage.append(drawing);
    figure.append(help);
    stage.tabIndex = 0;
    stage.setAttribute('role', 'application');
    stage.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '');
    stage.setAttribute('aria-describedby', help.id);
    drawing.removeAttribute('role');
    drawing.removeAttribute('aria-label');
    drawing.setAttribute('aria-hidden', 'true');
    this.#tip.setAttribute('aria-hidden', 'true');
    // What is in the spotlight keeps its words until it is let go.
    const point = (/** @type {PointerEvent} */ event) => {
      if (!this.isLit) this.go(this.#at(event));
    };
    stage.addEventListener('pointermove', point);
    stage.addEventListener('pointerdown', point);
    stage.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse' && !this.isLit) this.go(null);
    });
    stage.addEventListener('click', (event) => {
      if (!isPresenting()) return;
      const at = this.#at(event);
      const isSame = at?.row === this.#position?.row && at?.column === this.#position?.column;
      const wasLit = this.isLit;
      this.#spotlight.remove();
      this.go(at);
      if (at && !(wasLit && isSame)) this.light();
    });
    stage.addEventListener('focus', () => {
      if (stage.matches(':focus-visible') && !this.#position) this.#say(entrance(drawn.spots));
    });
    stage.addEventListener('blur', () => {
      if (!this.isLit) this.go(null);
    });
    stage.addEventListener('keydown', (event) => this.#press(event));
  }

  /** The figure on the page. */
  get element() {
    return this.#figure;
  }

  /** Whether a mark of it is pointed at. */
  get isPointed() {
    return this.#position !== null;
  }

  /** Whether one of its marks is in the spotlight. */
  get isLit() {
    return this.#spotlight.isConnected;
  }

  /** @returns {Spot | null} */
  get #spot() {
    const at = this.#position;
    return at ? (this.#drawn.spots[at.row]?.[at.column] ?? null) : null;
  }

  get #scale() {
    return this.#stage.clientWidth / this.#drawn.width || 1;
  }

  /**
   * @param {MouseEvent} event
   * @returns {Position | null}
   */
  #at(event) {
    const edge = this.#stage.getBoundingClientRect();
    const scale = this.#scale;
    const [x, y] = [(event.clientX - edge.left) / scale, (event.clientY - edge.top) / scale];
    return nearest(this.#drawn.spots, x, y, reach / scale);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = walk(this.#drawn.spots, this.#position, event.key);
    if (to) {
      const wasLit = this.isLit;
      this.#spotlight.remove();
      this.#say(to);
      if (wasLit) this.light();
    } else if (event.key === 'Escape' && (this.isLit || this.#position)) this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Position | null} position */
  #say(position) {
    this.go(position);
    const spot = this.#spot;
    if (!spot) return;
    announce([spot.title, spot.phrases.join(', ')].join(': '));
    this.#cursor.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#placeTip(spot.box);
  }

  /**
   * Leads to a mark, or away from all.
   * @param {Position | null} position
   */
  go(position) {
    const before = this.#position;
    if (position?.row === before?.row && position?.column === before?.column) return;
    this.#position = position;
    const spot = this.#spot;
    if (!spot) {
      this.#tip.remove();
      this.#cursor.remove();
      return;
    }
    this.#stage.append(this.#cursor);
    this.#lay(this.#cursor, spot.box, 3);
    this.#tip.replaceChildren(
      ...[spot.title, ...spot.phrases].map((phrase) => make('p', '', phrase)),
    );
    this.#figure.append(this.#tip);
    this.#placeTip(spot.box);
  }

  /** Puts the mark in the spotlight that is pointed at, or takes the spotlight away. */
  light() {
    if (this.isLit) {
      this.#spotlight.remove();
      return;
    }
    if (!this.#position) this.#say(entrance(this.#drawn.spots));
    const spot = this.#spot;
    if (!spot) return;
    this.#stage.append(this.#spotlight);
    this.#lay(this.#spotlight, spot.box, 10);
  }

  /** Takes spotlight, words and cursor away. */
  clear() {
    this.#spotlight.remove();
    this.go(null);
  }

  /**
   * Makes the picture as large as its place allows, or lets the page decide; tells how large it is against its drawing.
   * @param {boolean} isFitted
   */
  fit(isFitted) {
    const place = this.#stage.parentElement;
    const { width, height } = this.#drawn;
    this.#stage.style.width = '';
    if (!isFitted || !place) return this.#scale;
    const most = Math.min(place.clientWidth, (place.clientHeight * width) / height);
    this.#stage.style.width = `${Math.floor(most)}px`;
    return this.#scale;
  }

  /**
   * @param {HTMLElement} frame
   * @param {import('./marks.js').Box} box
   * @param {number} room
   */
  #lay(frame, [x, y, width, height], room) {
    const scale = this.#scale;
    const around = room + (width === 0 ? 4 : 0);
    frame.style.left = `${x * scale - around}px`;
    frame.style.top = `${y * scale - around}px`;
    frame.style.width = `${width * scale + 2 * around}px`;
    frame.style.height = `${height * scale + 2 * around}px`;
  }

  /** @param {import('./marks.js').Box} box */
  #placeTip([x, y, width, height]) {
    const scale = this.#scale;
    const tip = this.#tip;
    const figure = this.#figure.getBoundingClientRect();
    const stage = this.#stage.getBoundingClientRect();
    const left = stage.left - figure.left + (x + width / 2) * scale - tip.offsetWidth / 2;
    const top = stage.top - figure.top + y * scale - tip.offsetHeight - 14;
    const isAbove = figure.top + top > 0;
    const below = stage.top - figure.top + (y + height) * scale + 14;
    tip.style.left = `${Math.max(4, Math.min(figure.width - tip.offsetWidth - 6, left))}px`;
    tip.style.top = `${isAbove ? top : below}px`;
  }
}
