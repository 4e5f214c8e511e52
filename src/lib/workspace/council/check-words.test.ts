import { describe, expect, it } from 'vitest';
import type { CountSpec, DeedSpec, FeatureSpec, GroupSpec } from '#lib/analysis/release/spec.ts';
import { nameValues } from '#lib/analysis/release/value-sources.ts';
import { locales } from '#lib/i18n/locale.ts';
import { defaultProgramme } from '#lib/programme/default.ts';
import { nameCount, type CountSetting } from './check-words.ts';

const setting: CountSetting = {
  programme: defaultProgramme,
  own: ['Кружок'],
  nameOf: (dimension, key) => (dimension === 'partner' && key === 4 ? 'Музей города' : null),
  locale: locales.ru,
};
const at = (year: number, term: number): number =>
  defaultProgramme.periods.findIndex((one) => one.schoolYear === year && one.term === term);
const fourth = at(2025, 4);
const where: GroupSpec = {
  of: null,
  grain: 'term',
  time: fourth,
  span: null,
  only: [],
  listed: true,
  alsoListed: null,
};
const only = (dimension: 'class' | 'block' | 'partner' | 'own1', key: string | number) => ({
  dimension,
  keys: [key],
  excluded: false,
});
const deed = (change: Partial<DeedSpec> = {}): DeedSpec => ({
  kind: 'deed',
  periods: [fourth],
  mark: 'any',
  only: [],
  ...change,
});
const met = (of: DeedSpec[], least = 1, often = 1): FeatureSpec => ({
  kind: 'met',
  least,
  often,
  of,
});
const say = (feature: FeatureSpec, change: Partial<GroupSpec> = {}, other = setting): string =>
  nameCount({ feature, where: { ...where, ...change } } satisfies CountSpec, other).replaceAll(
    '\u00a0',
    ' ',
  );

describe('nameCount', () => {
  it('says what is counted, of whom and when', () => {
    const block = deed({ mark: 'block', only: [only('block', 'II')] });
    expect(say(met([block]), { only: [only('class', '7А')] })).toBe(
      'участники: 7А, Блок II, IV четверть 2025/26',
    );
    expect(say(met([deed()]), {}, { ...setting, locale: locales.en })).toBe(
      'participants: quarter IV of 2025/26',
    );
    const partner = deed({ only: [only('partner', 4), only('own1', 'хор')] });
    expect(say({ kind: 'sum', of: partner, weight: 'one' })).toBe(
      'участия: Музей города, Кружок: хор, IV четверть 2025/26',
    );
    const without = deed({ only: [{ ...only('block', 'II'), excluded: true }] });
    expect(say(met([without]))).toBe('участники: блок: кроме: Блок II, IV четверть 2025/26');
  });

  it('tells counts of the same pupils apart', () => {
    expect(say(met([deed()], 1, 2))).toMatch(/^участвовали не один раз: IV/);
    const blocks = ['I', 'II'].map((id) => deed({ mark: 'block', only: [only('block', id)] }));
    expect(say(met(blocks, 2))).toBe('участвовали в нескольких блоках: IV четверть 2025/26');
    expect(say({ kind: 'sets', of: blocks })).toBe(
      'направления на всех вместе: IV четверть 2025/26',
    );
    const third = deed({ periods: [fourth - 1] });
    expect(say(met([third, deed()], 2))).toBe(
      'участвовали и раньше, и теперь: IV четверть 2025/26',
    );
    expect(say(met([third]))).toBe('участники: III четверть 2025/26');
    const sum: FeatureSpec = { kind: 'sum', of: deed(), weight: 'hours' };
    expect(say({ kind: 'square', root: sum })).toBe(
      'часы на всех вместе (сумма квадратов): IV четверть 2025/26',
    );
  });

  it('names years, terms taken together and what was measured', () => {
    const year = [at(2025, 1), at(2025, 2), at(2025, 3), fourth];
    expect(say(met([deed({ periods: year })]), { grain: 'year', time: 2025 })).toBe(
      'участники: 2025/26 уч. год',
    );
    const half = [at(2025, 3), fourth];
    expect(say(met([deed({ periods: half })]), { grain: 'half', time: 4051 })).toBe(
      'участники: II полугодие 2025/26',
    );
    expect(say(met([deed({ periods: year })]), { span: year })).toMatch(/^участники: I .* — IV /);
    const of = nameValues({ name: 'wellbeing', grain: 'term', score: null });
    const value = { kind: 'value', of, time: fourth, from: null, to: null } as const;
    expect(say({ kind: 'met', least: 1, often: 1, of: [value] }, { of })).toBe(
      'сколько измерено, анкета благополучия: IV четверть 2025/26',
    );
    expect(say({ kind: 'met', least: 1, often: 1, of: [{ ...value, to: 0.4 }] }, { of })).toMatch(
      /^сколько в нужных пределах, анкета/,
    );
    expect(say({ kind: 'sum', of: value, weight: 'value' }, { of })).toMatch(/^сумма, анкета/);
  });
});
