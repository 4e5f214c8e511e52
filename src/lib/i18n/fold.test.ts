import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';

describe('foldText', () => {
  it('makes spellings of one word meet', () => {
    expect(foldText('Лауреат 3 cтепени')).toBe(foldText('лауреат  3\u00a0степени'));
    expect(foldText('Ёлкина Арина')).toBe(foldText('Елкина арина '));
    expect(foldText('МБУ ДО «Радуга»')).toBe(foldText('МБУ ДО "Радуга"'));
  });

  it('leaves Latin words alone', () => {
    expect(foldText('Dance Music')).toBe('dance music');
  });

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aаAcсёЁйи\u0306 «"—\u00a0\u200bﬁ½Ⅳ') }),
        (text) => {
          const once = foldText(text);
          expect(foldText(once)).toBe(once);
        },
      ),
    );
  });
});
