import type { WorkedExample } from '#lib/analysis/worked-example.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import type { Estimate } from '#lib/model/result.ts';
import { nameTime } from '#lib/workspace/naming.ts';
import { formatOf } from '#lib/workspace/value-format.ts';
import type { Line, Telling } from './example-line.ts';
import { figure, operand } from './figure.ts';

/** What a number of a year ago rests on: «692 из 1 113», «n = 61», «частей 6 из 6». */
function sayGround({ x, n }: Estimate, measure: Measure, locale: Locale): string[] {
  const { step } = locale.t.methods;
  if (n === null) return [];
  if (x === null) return [step.restsOn(figure(n, locale))];
  const [over, under] = [figure(x, locale), figure(n, locale)];
  return [measure.kind === 'composite' ? step.parts(over, under) : locale.t.charts.of(over, under)];
}

/** The steps that compare a number with that of a year ago, or say why there is none. */
export function sayChange(
  { cell, question, comparedTime }: WorkedExample,
  telling: Telling,
): Line[] {
  const { locale, programme } = telling;
  const { t, format } = locale;
  const { step, reasons } = t.methods;
  const { outcome, before, change } = cell;
  if (comparedTime === null) return [{ text: step.noBefore, value: '—' }];
  const text = step.before(nameTime(comparedTime, question.grain, programme, locale));
  if (before?.kind !== 'estimate') {
    return [{ text, value: '—', notes: [before ? reasons[before.reason] : step.nothingBefore] }];
  }
  const measure: Measure = measures[question.measure];
  const values = formatOf(question.measure, locale);
  const earlier = { text, value: values.text(before.value) };
  const ground = sayGround(before, measure, locale);
  if (outcome.kind !== 'estimate' || !change) {
    const why = measure.kind === 'composite' ? step.otherParts : step.otherLine;
    return [{ ...earlier, notes: [...ground, why] }];
  }
  const { value, lower, upper, detectable } = change;
  const interval =
    lower === null || upper === null
      ? []
      : [t.charts.interval(values.change(lower), values.change(upper))];
  return [
    { ...earlier, notes: ground },
    {
      text: step.change,
      arithmetic: `${figure(outcome.value, locale)} − ${operand(before.value, locale)} = ${value > 0 ? '+' : ''}${format.number(value, 4, false)}`,
      value: [values.change(value), ...interval].join(' '),
      notes:
        detectable === null ? [] : [step.detectable(values.change(detectable).replace(/^\+/, '±'))],
    },
  ];
}
