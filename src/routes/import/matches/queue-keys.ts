/** What a key asks for among pairs that wait for an answer. */
export type QueueKey = 'next' | 'previous' | 'same' | 'different' | 'later' | 'undo';

const keys: Readonly<Record<string, QueueKey>> = {
  KeyJ: 'next',
  ArrowDown: 'next',
  KeyK: 'previous',
  ArrowUp: 'previous',
  Digit1: 'same',
  Numpad1: 'same',
  Digit2: 'different',
  Numpad2: 'different',
  Digit3: 'later',
  Numpad3: 'later',
  KeyU: 'undo',
};

/** What a key asks for; told by its place, so that it does the same under any keyboard layout. */
export function queueKey({
  code,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>): QueueKey | null {
  return altKey || ctrlKey || metaKey ? null : (keys[code] ?? null);
}
