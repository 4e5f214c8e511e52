import type { LanguageTag } from '#lib/i18n/format.ts';
import type { Both, FigureTable, NativeChart, SnapshotFigure } from '../document.ts';

/** What is said in both languages. */
export const both = <T>(ru: T, en: T): Both<T> => ({ ru, en });
const withheldWords = {
  ru: '— скрыто, чтобы никого нельзя было узнать',
  en: '— withheld so that nobody can be recognised',
};
const hues = ['#004c48', '#9250a6', '#ca8225', '#56606d', '#306f6b', '#723186', '#a06100'];
const dashes = ['solid', 'dash', 'dot'] as const;

interface Shape {
  readonly id: string;
  readonly kind: NativeChart['kind'] | null;
  readonly title: Both<string>;
  readonly measure: Both<string>;
  readonly categories: Both<readonly string[]>;
  readonly series: Both<readonly string[]>;
  /** The value of a series at a category; null where it is withheld. */
  readonly value: (series: number, category: number) => number | null;
  readonly unit: Both<string>;
  readonly decimals: number;
  readonly selection?: Both<string>;
}

function tableOf(shape: Shape, language: LanguageTag): FigureTable {
  const heads = {
    ru: ['Ряд', 'Период', `Значение, ${shape.unit.ru}`, 'n'],
    en: ['Series', 'Period', `Value, ${shape.unit.en}`, 'n'],
  };
  return {
    heads: heads[language],
    figures: [false, false, true, true],
    rows: shape.series[language].flatMap((series, s) =>
      shape.categories[language].map((category, c) => {
        const value = shape.value(s, c);
        return value === null
          ? [series, category, withheldWords[language], null]
          : [series, category, value, 20 + s + c];
      }),
    ),
  };
}

function nativeOf(shape: Shape, language: LanguageTag): NativeChart | null {
  const { kind } = shape;
  if (kind === null) return null;
  const endsOf = (s: number, c: number) => {
    const value = shape.value(s, c);
    const [down, up] = [1.25 + (c % 3), 2.5 + (s % 2)];
    return value === null || (s + c) % 5 === 4 ? null : ([value - down, value + up] as const);
  };
  return {
    kind,
    categories: shape.categories[language],
    unit: shape.unit[language],
    decimals: shape.decimals,
    series: shape.series[language].map((name, s) => ({
      name,
      values: shape.categories[language].map((_, c) => shape.value(s, c)),
      ...(kind === 'stacked'
        ? {}
        : { ends: shape.categories[language].map((_, c) => endsOf(s, c)) }),
      colour: hues[s % hues.length] ?? '#56606d',
      dash: dashes[s % dashes.length] ?? 'solid',
    })),
  };
}

/** A picture of a document made by hand. */
export function figureOf(shape: Shape): SnapshotFigure {
  const cells = shape.series.ru.flatMap((_, s) =>
    shape.categories.ru.map((_category, c) => shape.value(s, c)),
  );
  const withheld = cells.filter((value) => value === null).length;
  const [ru, en] = [nativeOf(shape, 'ru'), nativeOf(shape, 'en')];
  const drawing = {
    width: 904,
    height: 420,
    svg: '<g><rect x="20" y="40" width="300" height="20" fill="#004c48"/><text x="20" y="30" font-size="13" fill="#1c2129">Блок I</text></g>',
    spots: [],
  };
  return {
    kind: 'figure',
    id: shape.id,
    title: shape.title,
    subtitle: both(
      `${shape.measure.ru} · ${shape.unit.ru} · III четверть 2025/26 · n = 812`,
      `${shape.measure.en} · ${shape.unit.en} · 2025/26 III · n = 812`,
    ),
    selection: shape.selection ?? both('', ''),
    description: both(
      `${shape.title.ru}. Всего рядов: ${shape.series.ru.length}.`,
      `${shape.title.en}. Series: ${shape.series.en.length}.`,
    ),
    signs: both(['штриховка — скрыто, чтобы никого нельзя было узнать'], ['hatch: withheld']),
    source: both(
      'Источник: 4 файла, данные на 20.03.2026',
      'Source: 4 files, data as of 20 Mar 2026',
    ),
    withheld,
    numbers: cells.length,
    drawing: withheld === cells.length ? null : both(drawing, drawing),
    table: both(tableOf(shape, 'ru'), tableOf(shape, 'en')),
    native: ru && en ? both(ru, en) : null,
  };
}

/** Values that look like shares of pupils and never repeat: one in so many is withheld. */
export function shareAt(seed: number, every: number) {
  return (series: number, category: number): number | null => {
    const at = seed + series * 37 + category * 11;
    if (every > 0 && at % every === 0) return null;
    return 18 + ((at * 7919) % 620) / 10 + series / 1000;
  };
}
