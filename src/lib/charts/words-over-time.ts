import { hatchOf } from './absence.ts';
import type { ChartWords } from './chart-form.ts';
import { pointAt, type ChartInput, type Mark } from './chart-input.ts';
import { notesOf } from './annotations.ts';
import {
  annotationsShown,
  changeWords,
  comparedKind,
  describeChart,
  markLead,
  markPhrases,
  showsTime,
  type TimeKind,
} from './describe.ts';
import {
  intervalCell,
  intervalColumn,
  inUnit,
  qWords,
  restsOnCell,
  restsOnColumn,
  valueCell,
} from './outcome-words.ts';
import {
  figureCell,
  type TableBehind,
  type TableCell,
  type TableColumn,
  type MarkedRow,
} from './table-behind.ts';

const qDigits = 3;

/** A change with its interval as a cell of three numbers. */
function changeCell(input: ChartInput, mark: Mark): TableCell {
  const change = pointAt(input, mark)?.change;
  if (!change) return '';
  const { value, lower, upper } = change;
  const ends = [value, lower, upper].map((one) => (one === null ? null : inUnit(input, one)));
  return figureCell(changeWords(input, mark), ...ends);
}

function qCell(input: ChartInput, q: number | null): TableCell {
  return figureCell(qWords(input, q), q === null ? null : Number(q.toPrecision(qDigits)));
}

function changeColumn({ locale: { t } }: ChartInput, head: string): TableColumn {
  return { head, figure: true, parts: [head, t.saving.lower(head), t.saving.upper(head)] };
}

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
  const { notes, targets } = annotationsShown(input, kind);
  const words = t.saving.annotations;
  const noteAt = (index: number) => notes.find(({ period }) => period === index)?.text ?? '';
  return {
    columns: [
      { head: t.charts.columns.series, figure: false },
      { head: t.charts.columns.period, figure: false },
      figure(t.charts.columns.value(input.values.unit)),
      intervalColumn(input, t.charts.columns.interval),
      restsOnColumn(input, t.charts.columns.n),
      ...(has.change
        ? [
            figure(t.charts.columns.before[compared]),
            restsOnColumn(input, t.charts.columns.nThen),
            changeColumn(input, t.charts.columns.change[compared]),
          ]
        : []),
      ...(has.q ? [figure(t.charts.columns.q)] : []),
      ...(has.matched ? [{ head: t.charts.columns.whom, figure: false }] : []),
      ...targets.map(({ name }) => figure(words.targetColumn(name, input.values.unit))),
      ...(notes.length > 0 ? [{ head: words.column, figure: false }] : []),
    ],
    rows: rows.map(({ series, period, mark, point }): MarkedRow<Mark> => {
      const outcome = point?.outcome ?? null;
      const known = outcome?.kind === 'estimate';
      const reason =
        outcome?.kind === 'absent' ? t.charts.absence[outcome.reason] : t.charts.noData;
      const before = point?.before?.kind === 'estimate' ? point.before : null;
      const isHidden = hatchOf(point?.before ?? null) === 'withheld';
      const beforeHidden = isHidden ? `— ${t.charts.absence.withheld}` : '';
      return {
        key: `${mark.series}-${mark.period}`,
        ...(point ? { mark } : {}),
        none: known ? null : 2,
        cells: [
          series.label,
          period.name,
          known ? valueCell(input, outcome.value) : `— ${reason}`,
          intervalCell(input, known ? outcome : null),
          restsOnCell(input, outcome),
          ...(has.change
            ? [
                before === null ? beforeHidden : valueCell(input, before.value),
                restsOnCell(input, before),
                changeCell(input, mark),
              ]
            : []),
          ...(has.q ? [qCell(input, point?.q ?? null)] : []),
          ...(has.matched ? [point?.matched ? t.charts.matched : ''] : []),
          ...targets.map(({ value }) => valueCell(input, value)),
          ...(notes.length > 0 ? [noteAt(mark.period)] : []),
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
    phrases: (input, mark) => [
      ...markPhrases(input, mark),
      ...(showsTime(kind) ? notesOf(input) : [])
        .filter(({ period }) => period === mark.period)
        .map(({ text }) => input.locale.t.saving.annotations.said(text)),
    ],
    lead: markLead,
    table: (input) => tableOverTime(input, kind),
  };
}

/** There is no series or no time at all. */
export function isEmptyOverTime(input: ChartInput): boolean {
  return input.series.length === 0 || input.periods.length === 0;
}
