import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPaste } from './plain-paste.ts';

describe('plainPaste', () => {
  it.each([
    ['Первое\r\nвторое\vтретье', 'Первое\nвторое\nтретье'],
    ['•\tПервое\n•\tвторое', 'Первое\nвторое'],
    ['\uf0b7 Первое', 'Первое'],
    ['сло\u00adво \u202eоглан\u202c', 'слово оглан'],
    ['\n\nАбзац\n\n\n\nещё\n', 'Абзац\n\nещё'],
    ['−5 п. п. и 3 – 4', '−5 п. п. и 3 – 4'],
  ])('makes %j of one paragraph or more plain', (pasted, plain) => {
    expect(plainPaste(pasted, false)).toBe(plain);
  });

  it('holds no control letters, and no line breaks where one line is wanted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(plainPaste(text, true)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(plainPaste(text, false).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
