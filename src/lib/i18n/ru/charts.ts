import type { Absence } from '#lib/model/result.ts';
import { pluralRu } from '../plural.ts';

const absence: Record<Absence, string> = {
  'no-roll': 'нет списка учеников',
  'too-few': 'мало данных',
  'no-records': 'нет записей',
  'no-pairs': 'нет пар «до — после»',
  'no-contracts': 'нет договоров',
  'incomplete-index': 'индекс неполон',
  'not-divisible': 'в этом разрезе не считается',
};

/** Sentences of the part «charts» in Russian. */
export const charts = {
  absence,
  noData: 'нет данных',
  interval: (lower: string, upper: string): string => `[${lower}; ${upper}]`,
  of: (x: string, n: string): string => `${x} из ${n}`,
  nIs: (n: string): string => `n\u00a0=\u00a0${n}`,
  yearAgo: (value: string): string => `год назад ${value}`,
  change: (value: string): string => `за год ${value}`,
  stands: 'больше, чем можно объяснить случаем',
  seriesColon: (series: string): string => `${series}: `,
  more: (count: number): string => `Показать ещё ${count}`,
  fewer: 'Свернуть',
  picture: 'График',
  table: 'Таблица',
  viewLabel: 'Вид',
  columns: {
    period: 'Период',
    series: 'Ряд',
    value: (unit: string): string => (unit === '' ? 'Значение' : `Значение, ${unit}`),
    x: 'x',
    n: 'n',
    interval: '95 % интервал',
    before: 'Год назад',
    change: 'За год',
  },
  signs: {
    band: 'полоса — 95-процентный интервал',
    whisker: 'усы — 95-процентный интервал',
    hatch: 'штриховка — мало данных',
    gap: 'разрыв — нет данных',
    empty: 'пусто — нет данных',
    dot: 'точка — изменение за год больше, чем можно объяснить случаем',
    tick: 'черта — год назад',
    break: 'ось начинается не с нуля',
  },
  keys: 'Стрелки влево и вправо — по времени, вверх и вниз — между рядами, Enter — выбрать.',
  keysRanked: 'Стрелки вверх и вниз — между столбцами, Enter — выбрать.',
  kinds: { trend: 'Линии по времени', matrix: 'Таблица по времени', bars: 'Столбцы по величине' },
  seriesCount: (count: number): string => `${count} ${pluralRu(count, 'ряд', 'ряда', 'рядов')}`,
  periodCount: (count: number): string =>
    `${count} ${pluralRu(count, 'период', 'периода', 'периодов')}`,
  describe: (kind: string, name: string, size: string): string => `${kind}: ${name}, ${size}.`,
  lastly: (period: string, values: string): string => `${period}: ${values}.`,
  drawing: 'Рисуем график…',
  failed: 'График не нарисовался; те же числа стоят в таблице.',
  nothing: 'Показывать нечего: нет ни одного ряда за выбранное время.',
  grid: {
    loading: 'загрузка…',
    failed: 'Строки не загрузились.',
    retry: 'Повторить',
    sortAscending: 'по возрастанию',
    sortDescending: 'по убыванию',
    rows: (count: string): string => `Строк: ${count}`,
  },
};
