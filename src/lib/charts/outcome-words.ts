import type { Outcome } from '#lib/model/result.ts';
import type { Subject } from './chart-input.ts';

/** How many an outcome rests on: «448 из 1 107», «n = 862» or nothing. */
export function restsOn(input: Subject, outcome: Outcome | null): string {
  const { t, format } = input.locale;
  if (!outcome || outcome.n === null) return '';
  return outcome.kind === 'estimate' && outcome.x !== null
    ? t.charts.of(format.number(outcome.x), format.number(outcome.n))
    : t.charts.nIs(format.number(outcome.n));
}

/** The interval of an outcome without its unit: «[37,6; 43,4]», or nothing. */
export function intervalOf(input: Subject, outcome: Outcome | null): string {
  if (outcome?.kind !== 'estimate' || outcome.lower === null || outcome.upper === null) return '';
  const { values, locale } = input;
  return locale.t.charts.interval(values.bare(outcome.lower), values.bare(outcome.upper));
}

/** An outcome in words: «40,5 % [37,6; 43,4]» or the reason why there is no number. */
export function outcomeWords(input: Subject, outcome: Outcome | null): string {
  const { t } = input.locale;
  if (!outcome) return t.charts.noData;
  if (outcome.kind === 'absent') return t.charts.absence[outcome.reason];
  return [input.values.text(outcome.value), intervalOf(input, outcome)].filter(Boolean).join(' ');
}

/** A corrected p value: «q = 0,03»; written with a third decimal where two would not show on which side of 0.05 it lies. */
export function qWords(
  { locale: { t, format } }: Pick<Subject, 'locale'>,
  q: number | null,
): string {
  if (q === null) return '';
  if (q < 0.001) return t.charts.qBelow(format.number(0.001, 3));
  const nearBound = Math.abs(q - 0.05) < 0.005;
  return t.charts.qIs(format.number(q, q < 0.00995 || nearBound ? 3 : 2));
}
