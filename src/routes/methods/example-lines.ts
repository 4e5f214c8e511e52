import type { WorkedExample } from '#lib/analysis/worked-example.ts';
import type { RecordsStep } from '#lib/analysis/worked-records.ts';
import type { Calculation, StatisticCount } from '#lib/analysis/working.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { measures } from '#lib/measures/registry.ts';
import { pupilSideDimensions } from '#lib/model/dimension.ts';
import { nameTime } from '#lib/workspace/naming.ts';
import { formatOf } from '#lib/workspace/value-format.ts';
import { sayChange } from './change-lines.ts';
import type { Line, Telling } from './example-line.ts';
import { figure, operand } from './figure.ts';
import { sayInterval } from './interval-lines.ts';

const noBreak = '\u00a0';

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
    {
      text: told.locale.t.methods.step.countOf(
        told.locale.t.measures.words[told.example.question.measure].numerator,
      ),
      value: told.result,
      isResult: true,
    },
    ...(beside === null ? [] : denominator(beside, told)),
  ],
  difference: ({ x, n, x2, n2, value }, { example, locale, result }) => {
    const { step, groups } = locale.t.methods;
    const group = groups[example.question.measure];
    const side = (name: string, over: number, under: number): Line => ({
      text: name,
      arithmetic: `${figure(over, locale)} ÷ ${figure(under, locale)} = ${figure(over / under, locale)}`,
      value: locale.format.percent(over / under),
    });
    return [
      side(group?.first ?? '', x, n),
      side(group?.second ?? '', x2, n2),
      {
        text: step.difference,
        arithmetic: `${figure(x / n, locale)} − ${operand(x2 / n2, locale)} = ${figure(value, locale)}`,
        value: result,
        isResult: true,
      },
    ];
  },
  statistic: ({ counted, value }, { example, locale, result }) => {
    const { t } = locale;
    const { step, statistics } = t.methods;
    const { measure } = example.question;
    const names = ['n', 'total', 'squares', 'x'] as const;
    const written = (name: StatisticCount): string => figure(counted[name] ?? 0, locale);
    const notes = names.flatMap((name) => {
      const what = statistics[measure]?.counted[name];
      return what === undefined ? [] : [`${what}${noBreak}= ${written(name)}`];
    });
    const sum = statistics[measure]?.arithmetic?.({
      roll: written('roll'),
      x: written('x'),
      n: written('n'),
      total: written('total'),
      squares: written('squares'),
    });
    return [
      { text: step.counted, value: '', notes },
      {
        text: step.statistic,
        arithmetic:
          sum === undefined
            ? t.measures.words[measure].formula
            : `${sum} = ${figure(value, locale)}`,
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
