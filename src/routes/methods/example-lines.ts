import type { WorkedExample } from '#lib/analysis/worked-example.ts';
import type { RecordsStep } from '#lib/analysis/worked-records.ts';
import type { Calculation } from '#lib/analysis/working.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameTime } from '#lib/workspace/naming.ts';
import { formatOf } from '#lib/workspace/value-format.ts';
import type { Line } from './example-line.ts';
import { sayInterval } from './interval-lines.ts';

/** In which language an example is told, by which programme, and of which member in words (empty for the whole). */
export interface Telling {
  readonly locale: Locale;
  readonly programme: Programme;
  readonly member: string;
}

const noBreak = '\u00a0';

/** A number as a step shows it: whole numbers whole, others with as many decimals as are asked for. */
export function figure(value: number, { format }: Locale, decimals = 4): string {
  return format.number(value, Number.isInteger(value) ? 0 : decimals);
}

function sayRecords(
  { behind, counted, of, people, left }: RecordsStep,
  time: string,
  locale: Locale,
): Line {
  const { step, left: reasons } = locale.t.methods;
  const table = locale.t.screens.records.tables[behind.table];
  // A contract and a pair of assessments belong to more than the one period.
  const isDated = behind.table !== 'partner' && behind.table !== 'assessment';
  const why = left.map(
    ({ reason, count }) => `${reasons[reason]}${noBreak}— ${figure(count, locale)}`,
  );
  return {
    text: isDated ? step.records(table, time) : step.allRecords(table),
    value: step.recordsValue(figure(counted, locale), figure(of, locale)),
    notes: [
      ...(why.length > 0 ? [`${step.leftOut} ${why.join('; ')}.`] : []),
      ...(people === null ? [] : [step.people(people, figure(people, locale))]),
    ],
    ...(counted > 0 ? { records: { behind, count: counted } } : {}),
  };
}

interface Told {
  readonly example: WorkedExample;
  readonly locale: Locale;
  /** The value as the app shows it. */
  readonly result: string;
}

type Teller<K extends Calculation['kind']> = (
  calculation: Extract<Calculation, { kind: K }>,
  told: Told,
) => Line[];

function numerator(value: string, { example, locale }: Told): Line {
  const { t } = locale;
  const said = t.measures.words[example.question.measure].numerator;
  return { text: `${t.methods.numerator}: ${said}`, value };
}

/** The denominator, unless it is the roll, which stands above already. */
function denominator(value: number, { example, locale }: Told): Line[] {
  const measure: Measure = measures[example.question.measure];
  if (measure.kind !== 'composite' && measure.over === 'roll') return [];
  const { t } = locale;
  const said = t.measures.words[example.question.measure].denominator;
  return [{ text: `${t.methods.denominator}: ${said}`, value: figure(value, locale, 2) }];
}

function division(over: number, under: number, value: number, told: Told): Line {
  const { locale, result } = told;
  const { step } = locale.t.methods;
  const shown = (one: number) => figure(one, locale, 2);
  return {
    text: step.calculation,
    arithmetic: `${shown(over)} ÷ ${shown(under)} = ${figure(value, locale)}`,
    value: result,
    isResult: true,
  };
}

function sayQuotient(over: number, under: number, value: number, told: Told): Line[] {
  return [
    numerator(figure(over, told.locale, 2), told),
    ...denominator(under, told),
    division(over, under, value, told),
  ];
}

const tellers: { readonly [K in Calculation['kind']]: Teller<K> } = {
  share: ({ x, n, value }, told) => sayQuotient(x, n, value, told),
  ratio: ({ x, n, value }, told) => sayQuotient(x, n, value, told),
  mean: ({ total, n, value }, told) => sayQuotient(total, n, value, told),
  count: ({ beside }, told) => [
    { ...numerator(told.result, told), isResult: true },
    ...(beside === null ? [] : denominator(beside, told)),
  ],
  difference: ({ x, n, x2, n2, value }, told) => {
    const { locale, result } = told;
    const { t } = locale;
    const { step, group } = t.methods;
    const side = (name: string, over: number, under: number): Line => ({
      text: name,
      arithmetic: `${figure(over, locale)} ÷ ${figure(under, locale)} = ${figure(over / under, locale)}`,
      value: locale.format.percent(over / under),
    });
    return [
      side(group.first, x, n),
      side(group.second, x2, n2),
      {
        text: step.difference,
        arithmetic: `${figure(x / n, locale)} − ${figure(x2 / n2, locale)} = ${figure(value, locale)}`,
        value: result,
        isResult: true,
      },
    ];
  },
  statistic: ({ counted }, { example, locale, result }) => {
    const { t } = locale;
    const { step, counts } = t.methods;
    const names = ['x', 'n', 'total', 'squares'] as const;
    const parts = names.flatMap((name) => {
      const value = counted[name];
      return value === null ? [] : [`${counts[name]}${noBreak}= ${figure(value, locale)}`];
    });
    return [
      ...(parts.length > 0 ? [{ text: step.counted, value: '', notes: [parts.join('; ')] }] : []),
      {
        text: step.statistic,
        arithmetic: t.measures.words[example.question.measure].formula,
        value: result,
        isResult: true,
      },
    ];
  },
  index: ({ terms, aggregation, value }, { locale, result }) => {
    const { format, t } = locale;
    const present = terms.filter(({ score }) => score !== null);
    const whole = present.reduce((sum, { share }) => sum + share, 0);
    const write = {
      arithmetic: () =>
        present.map(({ contribution }) => format.number(contribution ?? 0, 2)).join(' + '),
      geometric: () =>
        present
          .map(({ score, share }) => {
            const factor = Math.max(1, score ?? 0);
            return `${format.number(factor, 1)}^${format.number(share / whole, 3, false)}`;
          })
          .join(' × '),
    };
    return [
      {
        text: t.methods.step[aggregation],
        arithmetic: `${write[aggregation]()} = ${format.number(value, 2)}`,
        value: result,
        isResult: true,
      },
    ];
  },
};

function tell<K extends Calculation['kind']>(
  calculation: Extract<Calculation, { kind: K }> & { readonly kind: K },
  told: Told,
): Line[] {
  const teller: Teller<K> = tellers[calculation.kind];
  return teller(calculation, told);
}

function sayChange({ cell, question, comparedTime }: WorkedExample, telling: Telling): Line[] {
  const { locale, programme } = telling;
  const { t, format } = locale;
  const { step } = t.methods;
  const { outcome, before, change } = cell;
  if (
    outcome.kind !== 'estimate' ||
    before?.kind !== 'estimate' ||
    !change ||
    comparedTime === null
  ) {
    return [{ text: step.noBefore, value: '—' }];
  }
  const values = formatOf(question.measure, locale);
  const restsOn =
    before.n === null
      ? []
      : [
          before.x === null
            ? step.restsOn(figure(before.n, locale))
            : t.charts.of(figure(before.x, locale), figure(before.n, locale)),
        ];
  const { value, lower, upper, detectable } = change;
  const interval =
    lower === null || upper === null
      ? []
      : [t.charts.interval(values.change(lower), values.change(upper))];
  return [
    {
      text: step.before(nameTime(comparedTime, question.grain, programme, locale)),
      value: values.text(before.value),
      notes: restsOn,
    },
    {
      text: step.change,
      arithmetic: `${figure(outcome.value, locale)} − ${figure(before.value, locale)} = ${format.signed(value, Number.isInteger(value) ? 0 : 4)}`,
      value: [values.change(value), ...interval].join(' '),
      notes:
        detectable === null ? [] : [step.detectable(values.change(detectable).replace(/^\+/, '±'))],
    },
  ];
}

/** The steps of a worked example, in order, with their numbers in a language. */
export function sayExample(example: WorkedExample, telling: Telling): Line[] {
  const { roll, records, working, question, cell } = example;
  const { locale, programme, member } = telling;
  const { step, reasons } = locale.t.methods;
  const time = nameTime(cell.time, question.grain, programme, locale);
  const lines: Line[] = [];
  if (roll) {
    const [dimension] = question.by;
    const isOfPupils = dimension !== undefined && pupilSideDimensions.includes(dimension);
    lines.push({
      text: step.roll(time, isOfPupils ? member : ''),
      value: step.rollValue(roll.count, figure(roll.count, locale)),
      ...(roll.count > 0 ? { records: { behind: roll.behind, count: roll.count } } : {}),
    });
  }
  lines.push(...records.map((one) => sayRecords(one, time, locale)));
  if (working.kind === 'absent') {
    const value = working.n === null ? '—' : step.restsOn(figure(working.n, locale));
    return [...lines, { text: `${step.absent}: ${reasons[working.reason]}`, value }];
  }
  const { calculation, interval } = working;
  const values = formatOf(question.measure, locale);
  const result = values.text(calculation.value);
  return [
    ...lines,
    ...tell(calculation, { example, locale, result }),
    ...(interval ? [sayInterval(interval, values, locale)] : []),
    ...sayChange(example, telling),
  ];
}
