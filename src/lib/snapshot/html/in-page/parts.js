/**
 * An element with its look and its words, which are always text.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {string} look
 * @param {string} [text]
 */
export function make(name, look, text = '') {
  const element = document.createElement(name);
  if (look) element.className = look;
  element.textContent = text;
  return element;
}

/**
 * A button that does something.
 * @param {string} text
 * @param {() => void} act
 * @param {string} [look]
 */
export function makeButton(text, act, look = '') {
  const button = make('button', look, text);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

/**
 * What stands in the file as data.
 * @param {string} id
 * @returns {any}
 */
export function readData(id) {
  const text = document.getElementById(id)?.textContent ?? '';
  return text === '' ? null : JSON.parse(text);
}

const region = make('p', 'unseen');
region.setAttribute('aria-live', 'polite');

/**
 * Has something read aloud.
 * @param {string} text
 */
export function announce(text) {
  if (!region.isConnected) document.body.append(region);
  region.textContent = text;
}
