import { locales } from '#lib/i18n/locale.ts';
import type { ExplainedDimension, Explanation } from '#lib/analysis/explain.ts';
import type { Part } from '#lib/analysis/explain-parts.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { describe, expect, it } from 'vitest';
import {
  leaningOf,
  sayDimension,
  sayLooks,
  sayNoChange,
  sayVerdict,
  sayWhole,
  type ExplainSpeech,
} from './explain-words.ts';
import { formatOf } from './value-format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const speech: ExplainSpeech = { locale: locales.ru, programme: defaultProgramme, own: ['Кружок'] };
const values = formatOf('M01', locales.ru);

const part: Part = {
  member: { key: 9, name: null },
  effect: 'mix',
  value: 0.018,
  lower: 0.01,
  upper: 0.026,
  before: null,
  after: null,
  own: null,
  q: null,
};
const split: ExplainedDimension = {
  over: 'grade',
  way: 'split',
  parts: [part],
  rate: { value: 0.0001, lower: -0.028, upper: 0.028 },
  mix: { value: 0.0213, lower: 0.0177, upper: 0.0245 },
  rest: 0,
  left: 0,
  isReversed: false,
};
const overlap: ExplainedDimension = {
  ...split,
  over: 'block',
  way: 'overlap',
  parts: [{ ...part, member: { key: 'I', name: null }, effect: 'without', value: -0.036, q: 0.01 }],
  rate: null,
  mix: null,
  rest: null,
};
const share = (value: number) =>
  ({ kind: 'estimate', value, x: 1, n: 2, lower: null, upper: null }) as const;
const explanation: Explanation = {
  question: {
    measure: 'M01',
    grain: 'term',
    before: 7,
    after: 11,
    selection: [],
    over: ['grade', 'block'],
  },
  before: share(0.1366),
  after: share(0.1579),
  change: { value: 0.0213, lower: -0.0081, upper: 0.0507, p: 0.16, detectable: 0.03 },
  dimensions: [split, overlap],
  looked: 40,
  tested: 24,
};

describe('the words of an explanation', () => {
  it('name a change by what it mostly is', () => {
    expect(leaningOf(0.0001, 0.0213)).toBe('mix');
    expect(leaningOf(-0.05, 0.001)).toBe('rate');
    expect(leaningOf(0.02, 0.03)).toBe('both');
    expect(leaningOf(-0.02, 0.03)).toBe('against');
    expect(leaningOf(0, 0)).toBe('none');
    expect(plain(sayDimension(split, values, speech))).toBe(
      'Если разложить по параллелям, почти всё изменение — состав: +2,1 п. п. [1,8; 2,5]; сами группы 0,0 п. п. [−2,8; 2,8]',
    );
    expect(plain(sayDimension(overlap, values, speech))).toBe(
      'Пересчёт без одного, по блокам: дальше всего от целого без «Блок I», вклад −3,6 п. п.',
    );
    expect(sayDimension({ ...overlap, over: 'own1', way: 'sums' }, values, speech)).toContain(
      'по полю «Кружок»',
    );
  });

  it('count every look, what chance would let through and what stands', () => {
    expect(sayLooks(explanation, locales.ru).map(plain)).toEqual([
      'Просмотрено: 2 разреза, 40 слагаемых.',
      expect.stringMatching(/^Проверено на случайность: 24\..* около 1 .* q — с поправкой/),
      'С этой поправкой порог q < 0,05 прошло 1.',
    ]);
    const untested = sayLooks({ ...explanation, tested: 0 }, locales.en);
    expect(untested.at(-1)).toMatch(/no test against chance/);
    const calm = { ...explanation, dimensions: [split] };
    expect(sayLooks(calm, locales.en).at(-1)).toBe('With this correction none passes q < 0.05.');
  });

  it('say the whole with its interval and whether chance could give it', () => {
    expect(plain(sayWhole(explanation, 'Охват, блок III', locales.ru))).toBe(
      'Охват, блок III: 13,7 % → 15,8 %, +2,1 п. п. [−0,8; 5,1]',
    );
    expect(plain(sayVerdict(explanation, locales.ru))).toMatch(
      /^В пределах погрешности.*p = 0,16\.$/,
    );
  });

  it('say why there is nothing to take apart', () => {
    const none = { ...explanation, change: null };
    const empty = { kind: 'absent', reason: 'no-records', n: null } as const;
    expect(sayNoChange(explanation, defaultProgramme, locales.ru)).toBeNull();
    expect(sayNoChange({ ...none, before: empty }, defaultProgramme, locales.ru)).toMatch(
      /^Разницы нет: .* — нет записей\.$/,
    );
    expect(sayNoChange(none, defaultProgramme, locales.ru)).toMatch(/разной методикой/);
  });

  it('never speak of causes', () => {
    const causal =
      /причин|потому|из-за|благодаря|вызва|привел|повлия|обуслов|объясня|because|caus|due to|led to|driv|explain/i;
    for (const locale of [locales.ru, locales.en]) {
      const words = locale.t.explaining;
      const said = [
        sayDimension(split, values, { ...speech, locale }),
        sayDimension(overlap, values, { ...speech, locale }),
        ...(['rate', 'both', 'against'] as const).map((leaning) =>
          words.verdicts[leaning]('', '', ''),
        ),
        words.verdicts.none(''),
        words.sums('', '', ''),
        ...sayLooks(explanation, locale),
        ...Object.values(words.ways),
        words.title,
        words.reversed,
        words.rest(''),
        words.left(3, '3'),
      ];
      for (const sentence of said) expect(sentence).not.toMatch(causal);
    }
  });
});
