import { describe, expect, it } from 'vitest';
import { remember } from './remember.ts';

describe('remember', () => {
  it('asks once for each text as long as no more than fit are asked for', () => {
    const asked: string[] = [];
    const length = remember((text) => {
      asked.push(text);
      return text.length > 1 ? null : text.length;
    }, 3);
    for (let turn = 0; turn < 4; turn += 1)
      for (const text of ['а', 'бб', 'в', 'г']) expect(length(text)).toBe(text === 'бб' ? null : 1);
    expect(asked).toEqual(['а', 'бб', 'в', 'г']);
  });

  it('forgets what nobody asked for again', () => {
    let asked = 0;
    const read = remember((text) => (asked += text.length), 2);
    for (const text of ['а', 'б', 'в', 'г', 'д', 'а']) read(text);
    expect(asked).toBe(6);
  });
});
