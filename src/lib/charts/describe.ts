import { hatchOf } from './absence.ts';
import { notesOf, targetsOf } from './annotations.ts';
import type { Compared } from './chart-input.ts';
import { lastPoint, pointAt, type ChartInput, type Mark } from './chart-input.ts';
import { outcomeWords, qWords, restsOn } from './outcome-words.ts';

/** Names of the kinds of charts that show series over time. */
export type TimeKind =
  | 'trend'
  | 'multiples'
  | 'stacked'
  | 'matrix'
  | 'bars'
  | 'slope'
  | 'dumbbell'
  | 'funnel'
  | 'cohort';

const overTime: readonly TimeKind[] = ['trend', 'multiples', 'stacked', 'matrix'];
const ofChanges: readonly TimeKind[] = ['slope', 'dumbbell', 'cohort'];

/** Kinds with an axis of values: all but the matrix. */
const aimed: readonly TimeKind[] = [
  'trend',
  'multiples',
  'stacked',
  'bars',
  'slope',
  'dumbbell',
  'funnel',
  'cohort',
];

/** Whether a kind of chart shows the whole time axis or its last step alone. */
export function showsTime(kind: TimeKind): boolean {
  return overTime.includes(kind);
}

/** How the compared time is spoken of; only a picture that compares nothing has none. */
export function comparedKind(input: ChartInput): Compared['kind'] {
  return input.compared?.kind ?? 'year-ago';
}

/** What a mark says besides its name, phrase by phrase: value and interval, n, the compared value, the change and how sure it is. */
export function markPhrases(input: ChartInput, mark: Mark): string[] {
  const { t } = input.locale;
  const point = pointAt(input, mark);
  const before = point?.before?.kind === 'estimate' ? point.before : null;
  const isHidden = hatchOf(point?.before ?? null) === 'withheld';
  const kind = comparedKind(input);
  return [
    outcomeWords(input, point?.outcome ?? null),
    hatchOf(point?.outcome ?? null) === 'withheld' ? t.charts.soThatNobody : '',
    restsOn(input, point?.outcome ?? null),
    before ? t.charts.before[kind](input.values.text(before.value)) : '',
    isHidden ? t.charts.before[kind](t.charts.absence.withheld) : '',
    point?.change ? t.charts.change[kind](changeWords(input, mark)) : '',
    point?.change && point.matched ? t.charts.matched : '',
    point?.change ? qWords(input, point.q) : '',
    point?.stands ? t.charts.stands : '',
    point?.change && !point.stands && point.detectable !== null
      ? t.charts.detectable(input.values.change(point.detectable).replace(/^\+/, ''))
      : '',
  ].filter(Boolean);
}

/** The change of a mark with its interval: «+6,4 п. п. [2,3; 10,4]», or nothing. */
export function changeWords(input: ChartInput, mark: Mark): string {
  const change = pointAt(input, mark)?.change;
  if (!change) return '';
  const { values, locale } = input;
  const text = values.change(change.value);
  if (change.lower === null || change.upper === null) return text;
  return `${text} ${locale.t.charts.interval(values.bare(change.lower), values.bare(change.upper))}`;
}

/** The name of a mark as it is read aloud: «IV четверть 2025/26, Блок II». */
export function markLead(input: ChartInput, mark: Mark): string {
  const names = [input.periods[mark.period]?.name, input.series[mark.series]?.label];
  return names.filter(Boolean).join(', ');
}

/** A chart in one or two sentences: its kind, measure and size, and what each of its first series says at the last time. */
export function describeChart(input: ChartInput, kind: TimeKind): string {
  const { t } = input.locale;
  const size = [
    t.charts.seriesCount(input.series.length),
    ...(showsTime(kind) ? [t.charts.periodCount(input.periods.length)] : []),
  ].join(', ');
  const lead = t.charts.describe(t.charts.kinds[kind], input.name, size);
  const last = ofChanges.includes(kind) ? lastChanges(input) : lastValues(input);
  const marked = annotationWords(input, kind);
  return [lead, last, marked].filter(Boolean).join(' ');
}

/** Which annotations a kind of chart has a place for. */
export function annotationPlaces(kind: string): { notes: boolean; targets: boolean } {
  const is = (one: TimeKind): boolean => one === kind;
  return { notes: overTime.some(is), targets: aimed.some(is) };
}

/** Which annotations a picture shows. */
export function annotationsShown(input: ChartInput, kind: TimeKind) {
  const isAmount = kind !== 'stacked' || input.stacking !== 'shares';
  return {
    notes: showsTime(kind) ? notesOf(input) : [],
    targets: aimed.includes(kind) && isAmount ? targetsOf(input) : [],
  };
}

function annotationWords(input: ChartInput, kind: TimeKind): string {
  const words = input.locale.t.saving.annotations;
  const { notes, targets } = annotationsShown(input, kind);
  const said = [
    ...notes.map(({ period, text }) => words.labelOfNote(input.periods[period]?.name ?? '', text)),
    ...targets.map(({ text }) => text),
  ];
  return said.length === 0 ? '' : words.described(said.join('; '));
}

const mostNamed = 4;

function lastValues(input: ChartInput): string {
  const period = input.periods.at(-1);
  const values = input.series
    .slice(0, mostNamed)
    .map(({ label }, i) => `${label} ${outcomeWords(input, lastPoint(input, i)?.outcome ?? null)}`)
    .join(', ');
  return period && values ? input.locale.t.charts.lastly(period.name, values) : '';
}

function lastChanges(input: ChartInput): string {
  const { t } = input.locale;
  const period = input.periods.length - 1;
  const changes = input.series.flatMap(({ label }, series) => {
    const words = changeWords(input, { series, period });
    return words ? [`${label} ${words}`] : [];
  });
  if (changes.length === 0) return t.charts.notCompared;
  return t.charts.changedSince(
    input.compared?.period?.name ?? t.charts.columns.before[comparedKind(input)],
    changes.slice(0, mostNamed).join(', '),
  );
}
