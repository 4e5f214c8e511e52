import { describe, expect, test } from 'vitest';
import { actOf } from './keys.js';

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('keys of a presentation', () => {
  test('a remote control, the arrows and the space bar turn the pages', () => {
    const said = ['PageDown', 'ArrowRight', ' ', 'Enter', 'PageUp', 'ArrowLeft'].map((key) =>
      actOf({ ...bare, key, code: key }),
    );
    expect(said).toEqual(['next', 'next', 'next', 'next', 'previous', 'previous']);
    expect(actOf({ ...bare, shiftKey: true, key: ' ', code: 'Space' })).toBe('previous');
  });

  test('letters work on a Cyrillic layout, too', () => {
    expect(actOf({ ...bare, key: 'и', code: 'KeyB' })).toBe('black');
    expect(actOf({ ...bare, key: 'ы', code: 'KeyS' })).toBe('spotlight');
    expect(actOf({ ...bare, key: 'е', code: 'KeyT' })).toBe('table');
    expect(actOf({ ...bare, key: 'д', code: 'KeyL' })).toBe('language');
  });

  test('what belongs to the browser stays with it', () => {
    expect(actOf({ ...bare, ctrlKey: true, key: 's', code: 'KeyS' })).toBeNull();
    expect(actOf({ ...bare, key: 'Tab', code: 'Tab' })).toBeNull();
  });
});
