import { describe, expect, it } from 'vitest';
import { Format } from './format.ts';

const ru = new Format('ru');
const en = new Format('en');

describe('Format', () => {
  it('writes Russian numbers with no-break spaces, a comma and a real minus', () => {
    expect(ru.number(1234567.891, 2)).toBe('1\u00a0234\u00a0567,89');
    expect(ru.number(-3.14, 1)).toBe('\u22123,1');
    expect(ru.percent(0.457)).toBe('45,7\u00a0%');
    expect(en.percent(0.457)).toBe('45.7%');
  });

  it('shows a sign only where something is left after rounding', () => {
    expect(ru.signed(3.06, 1)).toBe('+3,1');
    expect(ru.signed(0.04, 1)).toBe('0,0');
    expect(ru.signed(-2, 0)).toBe('\u22122');
    expect(ru.number(-0, 0)).toBe('0');
    expect(ru.number(-0.04, 1)).toBe('0,0');
  });

  it('writes a day as it stands, whatever the time zone', () => {
    expect(ru.date('2025-09-01')).toBe('01.09.2025');
    expect(en.date('2025-09-01')).toMatch(/^1 Sept? 2025$/);
  });

  it('sorts classes by number and ё after е', () => {
    expect(['10А', '6А', '5Б', '5А'].sort((a, b) => ru.compare(a, b))).toEqual([
      '5А',
      '5Б',
      '6А',
      '10А',
    ]);
    expect(['Жуков', 'Ёлкин', 'Ершов'].sort((a, b) => ru.compare(a, b))).toEqual([
      'Ёлкин',
      'Ершов',
      'Жуков',
    ]);
  });

  it('names school years across a century', () => {
    expect(ru.schoolYear(2025)).toBe('2025/26');
    expect(ru.schoolYear(1999)).toBe('1999/00');
  });
});
