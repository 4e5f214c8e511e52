import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { describeChart, describeMark } from './describe.ts';
import { example } from './example.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('words of a chart', () => {
  it('reads a mark with its interval, n and change', () => {
    expect(plain(describeMark(example, { series: 1, period: 7 }))).toBe(
      'IV четверть 2025/26, Блок II: 40,0 % [35,0; 45,0], 80 из 200, год назад 31,0 %, ' +
        'за год +9,0 п. п. [2,0; 16,0], больше, чем можно объяснить случаем',
    );
  });

  it('tells a true zero, a withheld and a missing number apart', () => {
    expect(plain(describeMark(example, { series: 2, period: 3 }))).toBe(
      'IV четверть 2024/25, Блок III: 0,0 % [0,0; 5,0], 0 из 200',
    );
    expect(plain(describeMark(example, { series: 2, period: 1 }))).toBe(
      'II четверть 2024/25, Блок III: мало данных, n = 4',
    );
    expect(plain(describeMark(example, { series: 1, period: 2 }))).toBe(
      'III четверть 2024/25, Блок II: нет записей, n = 0',
    );
  });

  it('describes a chart in both languages', () => {
    expect(plain(describeChart(example, 'trend'))).toBe(
      'Линии по времени: Охват, 3 ряда, 8 периодов. IV четверть 2025/26: ' +
        'Блок I 41,0 % [36,0; 46,0], Блок II 40,0 % [35,0; 45,0], Блок III 0,0 % [0,0; 5,0].',
    );
    expect(describeChart({ ...example, name: 'Reach', locale: locales.en }, 'bars')).toMatch(
      /^Bars by size: Reach, 3 series\. /,
    );
  });
});
