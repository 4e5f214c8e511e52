/** Fields in which keys take back what was typed in them. */
const typed =
  'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"], [role="dialog"]';

/**
 * What a pressed key asks of the steps of a screen, whatever the layout of the keyboard: Ctrl+Z takes one back, Ctrl+Shift+Z
 * and Ctrl+Y take it again; null elsewhere and where the key belongs to what is typed.
 */
export function readStepKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(typed)) return null;
  const latin = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null;
  const letter = latin ?? event.code.replace('Key', '').toLowerCase();
  if (letter === 'y' && !event.shiftKey) return 'redo';
  if (letter !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}
