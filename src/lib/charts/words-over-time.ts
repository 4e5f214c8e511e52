import type { ChartWords } from './chart-form.ts';
import { pointAt, type ChartInput, type Mark } from './chart-input.ts';
import {
  changeWords,
  comparedKind,
  describeChart,
  markLead,
  markPhrases,
  showsTime,
  type TimeKind,
} from './describe.ts';
import { intervalOf, qWords, restsOn } from './outcome-words.ts';
import type { TableBehind, TableRow } from './table-behind.ts';

/** The numbers behind a chart over time: a row a series and step, or a row a series where only the last step is shown. */
export function tableOverTime(input: ChartInput, kind: TimeKind): TableBehind {
  const { t } = input.locale;
  const compared = comparedKind(input);
  const first = showsTime(kind) ? 0 : input.periods.length - 1;
  const rows = input.series.flatMap((series, i) =>
    input.periods.slice(first).map((period, j) => {
      const mark = { series: i, period: first + j };
      return { series, period, mark, point: pointAt(input, mark) };
    }),
  );
  const has = {
    change: rows.some(({ point }) => point?.before || point?.change),
    q: rows.some(({ point }) => point?.q !== null && point?.q !== undefined),
    matched: rows.some(({ point }) => point?.matched),
  };
  const figure = (head: string) => ({ head, figure: true });
  return {
    columns: [
      { head: t.charts.columns.series, figure: false },
      { head: t.charts.columns.period, figure: false },
      figure(t.charts.columns.value(input.values.unit)),
      figure(t.charts.columns.interval),
      figure(t.charts.columns.n),
      ...(has.change
        ? [
            figure(t.charts.columns.before[compared]),
            figure(t.charts.columns.nThen),
            figure(t.charts.columns.change[compared]),
          ]
        : []),
      ...(has.q ? [figure(t.charts.columns.q)] : []),
      ...(has.matched ? [{ head: t.charts.columns.whom, figure: false }] : []),
    ],
    rows: rows.map(({ series, period, mark, point }): TableRow => {
      const outcome = point?.outcome ?? null;
      const known = outcome?.kind === 'estimate';
      const reason =
        outcome?.kind === 'absent' ? t.charts.absence[outcome.reason] : t.charts.noData;
      const before = point?.before?.kind === 'estimate' ? point.before : null;
      return {
        key: `${mark.series}-${mark.period}`,
        none: known ? null : 2,
        cells: [
          series.label,
          period.name,
          known ? input.values.bare(outcome.value) : `— ${reason}`,
          intervalOf(input, outcome),
          restsOn(input, outcome),
          ...(has.change
            ? [
                before === null ? '' : input.values.bare(before.value),
                restsOn(input, before),
                changeWords(input, mark),
              ]
            : []),
          ...(has.q ? [qWords(input, point?.q ?? null)] : []),
          ...(has.matched ? [point?.matched ? t.charts.matched : ''] : []),
        ],
      };
    }),
  };
}

/** What a kind of chart over time says to those who read it. */
export function wordsOverTime(
  kind: TimeKind,
  keys: 'keys' | 'keysRanked' | 'keysRows' | 'keysEnds' | 'keysSizes',
): ChartWords<ChartInput, Mark> {
  return {
    describe: (input) => describeChart(input, kind),
    keys: (input) => input.locale.t.charts[keys],
    title: (input, { series, period }) =>
      [input.series[series]?.label, input.periods[period]?.name].filter(Boolean).join(' · '),
    phrases: markPhrases,
    lead: markLead,
    table: (input) => tableOverTime(input, kind),
  };
}

/** There is no series or no time at all. */
export function isEmptyOverTime(input: ChartInput): boolean {
  return input.series.length === 0 || input.periods.length === 0;
}
