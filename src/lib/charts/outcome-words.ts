import type { Outcome } from '#lib/model/result.ts';
import type { ChartInput } from './chart-input.ts';

/** How many an outcome rests on: «448 из 1 107», «n = 862» or nothing. */
export function restsOn(input: ChartInput, outcome: Outcome | null): string {
  const { t, format } = input.locale;
  if (!outcome || outcome.n === null) return '';
  return outcome.kind === 'estimate' && outcome.x !== null
    ? t.charts.of(format.number(outcome.x), format.number(outcome.n))
    : t.charts.nIs(format.number(outcome.n));
}

/** The interval of an outcome without its unit: «[37,6; 43,4]», or nothing. */
export function intervalOf(input: ChartInput, outcome: Outcome | null): string {
  if (outcome?.kind !== 'estimate' || outcome.lower === null || outcome.upper === null) return '';
  const { values, locale } = input;
  return locale.t.charts.interval(values.bare(outcome.lower), values.bare(outcome.upper));
}

/** An outcome in words: «40,5 % [37,6; 43,4]» or the reason why there is no number. */
export function outcomeWords(input: ChartInput, outcome: Outcome | null): string {
  const { t } = input.locale;
  if (!outcome) return t.charts.noData;
  if (outcome.kind === 'absent') return t.charts.absence[outcome.reason];
  return [input.values.text(outcome.value), intervalOf(input, outcome)].filter(Boolean).join(' ');
}
