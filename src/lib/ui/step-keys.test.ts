import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStepKey } from './step-keys.ts';

/** Stands for an element of which it is known whether something is typed in it. */
class Somewhere {
  readonly #isTyped: boolean;

  constructor(isTyped: boolean) {
    this.#isTyped = isTyped;
  }

  closest(): Somewhere | null {
    return this.#isTyped ? this : null;
  }
}

function press(key: string, code: string, held: Partial<KeyboardEvent> = {}, isTyped = false) {
  const nothing = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
  return {
    ...nothing,
    ...held,
    key,
    code,
    target: new Somewhere(isTyped),
  } as unknown as KeyboardEvent;
}

describe('keys that take steps back', () => {
  beforeEach(() => vi.stubGlobal('Element', Somewhere));
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['z', 'KeyZ'],
    ['я', 'KeyZ'],
    // A keyboard on which the letters stand elsewhere.
    ['z', 'KeyY'],
  ])('%s on %s takes back, with Shift again', (key, code) => {
    expect(readStepKey(press(key, code))).toBe('undo');
    expect(readStepKey(press(key.toUpperCase(), code, { shiftKey: true }))).toBe('redo');
    expect(readStepKey(press(key, code, { ctrlKey: false, metaKey: true }))).toBe('undo');
  });

  it('knows Ctrl+Y', () => {
    expect(readStepKey(press('н', 'KeyY'))).toBe('redo');
  });

  it('leaves other keys and what is typed alone', () => {
    expect(readStepKey(press('z', 'KeyZ', { ctrlKey: false }))).toBeNull();
    expect(readStepKey(press('z', 'KeyZ', { altKey: true }))).toBeNull();
    expect(readStepKey(press('c', 'KeyC'))).toBeNull();
    expect(readStepKey(press('z', 'KeyZ', {}, true))).toBeNull();
  });
});
