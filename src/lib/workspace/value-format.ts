import type { ValueFormat } from '#lib/charts/chart-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import type { Measure, Unit } from '#lib/measures/measure.ts';

const noBreak = '\u00a0';

const decimals: Record<Unit, number> = {
  percent: 1,
  count: 0,
  participations: 2,
  hours: 1,
  directions: 2,
  points: 1,
  score: 1,
  partners: 0,
  index: 1,
  pp: 1,
  coefficient: 3,
  events: 1,
  cells: 0,
};

/** How the values of a measure are written in a language. */
export function formatOf(id: MeasureId, locale: Locale): ValueFormat {
  return formatOfMeasure(measures[id], locale);
}

/** How the values of a measure, or of a part of an index that is no measure of its own, are written in a language. */
export function formatOfMeasure(measure: Measure, { t, format }: Locale): ValueFormat {
  const { unit } = measure;
  if (unit === 'percent') {
    return {
      unit: '%',
      scale: 100,
      text: (value) => format.percent(value),
      bare: (value) => format.number(value * 100, 1),
      tick: (value) => format.number(value * 100, 0),
      change: (value) => `${format.signed(value * 100, 1)}${noBreak}${t.screens.points}`,
    };
  }
  if (unit === 'pp') {
    const points = (value: number) =>
      `${format.signed(value * 100, 1)}${noBreak}${t.measures.units.pp(value)}`;
    return {
      unit: t.measures.units.pp(5),
      scale: 100,
      text: points,
      bare: (value) => format.signed(value * 100, 1),
      tick: (value) => format.number(value * 100, 0),
      change: points,
    };
  }
  const places = measure.kind === 'count' ? 0 : decimals[unit];
  const word = (value: number): string => {
    const text = t.measures.units[unit](Number(value.toFixed(places)));
    return text === '' ? '' : `${noBreak}${text}`;
  };
  return {
    unit: t.measures.units[unit](5),
    text: (value) => format.number(value, places) + word(value),
    bare: (value) => format.number(value, places),
    tick: (value) => format.number(value, Math.max(1, places), false),
    change: (value) => format.signed(value, places),
  };
}
