/**
 * What a key does while a snapshot is shown; `nothing` swallows what a remote control sends besides.
 * @typedef {'next' | 'previous' | 'first' | 'last' | 'down' | 'up' | 'black' | 'spotlight' | 'table' | 'enlarge' | 'language'
 *   | 'minutes' | 'keys' | 'leave' | 'nothing'} PresentingAct
 */

/** @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} Pressed */

/** @type {Readonly<Record<string, PresentingAct>>} */
const actsByKey = {
  ArrowRight: 'next',
  PageDown: 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  '.': 'black',
  '?': 'keys',
  F1: 'keys',
  F5: 'nothing',
};

/**
 * Letters by their places: on a Cyrillic layout the same keys write other letters.
 * @type {Readonly<Record<string, PresentingAct>>}
 */
const actsByPlace = {
  KeyB: 'black',
  KeyS: 'spotlight',
  KeyT: 'table',
  KeyZ: 'enlarge',
  KeyL: 'language',
  KeyM: 'minutes',
};

/**
 * What a pressed key does; null where it is none of the presentation's. The app and a snapshot's file have the same keys.
 * @param {Pressed} pressed
 * @returns {PresentingAct | null}
 */
export function actOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === ' ') return shiftKey ? 'previous' : 'next';
  // The full stop of a Latin layout is a letter on a Cyrillic one: places come first.
  return actsByPlace[code] ?? actsByKey[key] ?? null;
}
