import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { readAloud } from './chart.ts';
import type { ChartInput, Mark } from './chart-input.ts';
import { contributionWords } from './contribution-words.ts';
import { describeChart } from './describe.ts';
import { example, exampleAnnotations, exampleClasses, examplePairs } from './example.ts';
import { exampleContribution, exampleIndex } from './example-parts.ts';
import { indexWords } from './index-words.ts';
import { funnel } from './types/funnel.ts';
import { qWords } from './outcome-words.ts';
import { textOf } from './table-behind.ts';
import { wordsOverTime } from './words-over-time.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const describeMark = (input: ChartInput, mark: Mark) =>
  readAloud(wordsOverTime('trend', 'keys'), input, mark);

describe('words of a chart', () => {
  it('reads a mark with its interval, n and change', () => {
    expect(plain(describeMark(example, { series: 1, period: 7 }))).toBe(
      'IV четверть 2025/26, Блок II: 40,0 % [35,0; 45,0], 80 из 200, год назад 31,0 %, ' +
        'за год +9,0 п. п. [2,0; 16,0], q = 0,03, больше, чем можно объяснить случаем',
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

  it('says of a change that does not stand what would have shown, and of a cohort who it is', () => {
    expect(plain(describeMark(example, { series: 0, period: 7 }))).toBe(
      'IV четверть 2025/26, Блок I: 41,0 % [36,0; 46,0], 82 из 200, год назад 40,0 %, ' +
        'за год +1,0 п. п. [−6,0; 8,0], q = 0,41, при таком n заметно изменение от ±9,6 п. п.',
    );
    expect(plain(describeMark(examplePairs, { series: 4, period: 7 }))).toMatch(
      /за год \+11,0 п. п. \[5,2; 17,1\], те же ученики, q = 0,004, больше, чем/,
    );
  });

  it('speaks of the previous period where that is what is compared', () => {
    const input = { ...example, compared: { kind: 'previous', period: null } } as const;
    expect(plain(describeMark(input, { series: 1, period: 7 }))).toMatch(
      /в прошлый период 31,0 %, к прошлому периоду \+9,0 п. п./,
    );
    expect(plain(describeChart(input, 'slope'))).toMatch(
      /К времени «Прошлый период»: Блок I \+1,0/,
    );
  });

  it('never rounds a q value over the bound', () => {
    const q = (value: number | null) => plain(qWords(example, value));
    expect([null, 0.0004, 0.0042, 0.032, 0.0496, 0.0504, 0.31, 1].map(q)).toEqual([
      '',
      'q < 0,001',
      'q = 0,004',
      'q = 0,03',
      'q = 0,050',
      'q = 0,050',
      'q = 0,31',
      'q = 1,00',
    ]);
  });

  it('says of a funnel who lies outside, and why there is none', () => {
    expect(plain(funnel.words.describe(exampleClasses))).toBe(
      'Воронка: Охват, 16 рядов. Вместе 43,8 %. За пределами 99,8 %: 8 «Б» и 10 «А».',
    );
    const single = { ...exampleClasses, series: exampleClasses.series.slice(0, 1) };
    expect(funnel.words.describe(single)).toMatch(/Для воронки нужны хотя бы две группы с числом/);
    expect(plain(readAloud(funnel.words, exampleClasses, { series: 10, period: 7 }))).toBe(
      'IV четверть 2025/26, 8 «Б»: 4,2 % [0,0; 12,2], 1 из 24, ниже предела 99,8 %',
    );
  });

  it('reads a split change and its steps', () => {
    expect(plain(contributionWords.describe(exampleContribution))).toBe(
      'Из чего сложилось изменение: Охват, IV четверть 2024/25 → IV четверть 2025/26. ' +
        '64,3 % → 66,1 %, изменение +1,8 п. п.: сами группы +1,0 п. п., состав +0,8 п. п.',
    );
    const [fifth] = exampleContribution.groups;
    const mark = { series: 1, kind: 'rate', groups: fifth ? [fifth] : [] } as const;
    expect(plain(readAloud(contributionWords, exampleContribution, mark))).toBe(
      '5-е классы: +0,4 п. п., 58,0 % → 61,0 %, n 162 → 118',
    );
    const { rows } = contributionWords.table(exampleContribution);
    expect(rows.map(({ cells }) => cells[0])).toHaveLength(9);
    expect(rows.at(-2)?.cells.map((cell) => plain(textOf(cell)))).toEqual([
      'Вечерние классы',
      '0',
      '24',
      '— раньше не было',
      '40,0',
      '0,0 п. п.',
      '+0,8 п. п.',
    ]);
  });

  it('reads a part of an index, and the index with what it lacks', () => {
    const part = { series: 0, bar: 0, part: 'M01' };
    expect(plain(readAloud(indexWords, exampleIndex, part))).toBe(
      'Охват · IV четверть 2023/24: вклад 12,2, балл 61,0 × вес 20,0 %, значение 61,0 %',
    );
    const total = { series: -1, bar: 1, part: null };
    expect(plain(readAloud(indexWords, exampleIndex, total))).toBe(
      'Индекс · IV четверть 2024/25: 49, 90 % вариантов: от 45,2 до 53,0, неполный, ' +
        'нет: Прирост креативности (нет пар «до — после»)',
    );
    expect(indexWords.table(exampleIndex).rows.filter(({ none }) => none !== null)).toHaveLength(1);
  });

  it('says what is pinned to a picture, and holds it in the table', () => {
    const annotated = { ...example, annotations: exampleAnnotations };
    const words = wordsOverTime('trend', 'keys');
    expect(plain(words.describe(annotated))).toMatch(
      /Отмечено: II четверть 2024\/25: подписан договор с университетом; III четверть 2024\/25: новое расписание; цель 60,0 %\.$/,
    );
    expect(words.phrases(annotated, { series: 0, period: 2 }).at(-1)).toBe(
      'отметка: новое расписание',
    );
    const { columns, rows } = words.table(annotated);
    expect(columns.slice(-2).map(({ head }) => head)).toEqual(['цель, %', 'Отметка']);
    expect(rows[1]?.cells.slice(-2).map((cell) => plain(textOf(cell)))).toEqual([
      '60,0',
      'подписан договор с университетом',
    ]);
    const bars = wordsOverTime('bars', 'keysRanked').table(annotated);
    expect(bars.columns.at(-1)?.head).toBe('цель, %');
    const slope = plain(wordsOverTime('slope', 'keysEnds').describe(annotated));
    expect(slope).toMatch(/Отмечено: цель 60,0 %\.$/);
  });
});
