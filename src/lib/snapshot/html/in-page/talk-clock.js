import { make } from './parts.js';

/** @typedef {Readonly<Record<string, string>>} Words */

/**
 * Minutes and seconds: «7:05».
 * @param {number} seconds
 */
function asClock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long a talk lasts, against the length that the speaker set, and what time it is. */
export class TalkClock {
  #began = 0;
  #timer = 0;
  #shown = make('span', 'clock');
  #goal = make('span', 'wordy');
  #label = make('label', '');
  #minutes = make('input', '');
  /** @type {Words} */
  #words = {};
  #language = '';

  constructor() {
    this.#minutes.type = 'number';
    this.#minutes.min = '0';
    this.#minutes.max = '600';
    this.#minutes.addEventListener('input', () => this.#tick());
    this.#label.append(this.#goal, this.#minutes);
  }

  /** What it shows, and where the length is set. */
  get elements() {
    return [this.#shown, this.#label];
  }

  start() {
    this.#began = Date.now();
    this.#timer = window.setInterval(() => this.#tick(), 500);
  }

  stop() {
    window.clearInterval(this.#timer);
  }

  /** Leads to where the length is set. */
  focus() {
    this.#minutes.focus();
  }

  /**
   * Speaks another language.
   * @param {Words} words
   * @param {string} language
   */
  speak(words, language) {
    this.#words = words;
    this.#language = language;
    this.#shown.title = words['clock'] ?? '';
    this.#goal.textContent = words['target'] ?? '';
    this.#minutes.setAttribute('aria-label', words['target'] ?? '');
    this.#minutes.title = words['target'] ?? '';
    this.#tick();
  }

  #tick() {
    const words = this.#words;
    const minutes = Math.max(0, Number(this.#minutes.value) || 0);
    const gone = Math.floor((Date.now() - this.#began) / 1000);
    const over = minutes > 0 ? Math.floor(gone - minutes * 60) : 0;
    const time = { hour: '2-digit', minute: '2-digit', hour12: false };
    const day = new Date().toLocaleTimeString(this.#language, /** @type {any} */ (time));
    const goal = minutes > 0 ? ` / ${minutes}\u00a0${words['minutes']}` : '';
    const late = over > 0 ? ` · +${asClock(over)} ${words['over']}` : '';
    this.#shown.textContent = `${asClock(gone)}${goal}${late} · ${day}`;
    this.#shown.classList.toggle('late', over > 0);
  }
}
