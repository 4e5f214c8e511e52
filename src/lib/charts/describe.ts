import { pointAt, type ChartInput, type Mark } from './chart-input.ts';
import { outcomeWords, restsOn } from './outcome-words.ts';
import type { ChartType } from './registry.ts';

/** What a mark says besides its name, phrase by phrase: value and interval, n, a year ago, the change. */
export function markPhrases(input: ChartInput, mark: Mark): string[] {
  const { t } = input.locale;
  const point = pointAt(input, mark);
  const before = point?.before?.kind === 'estimate' ? point.before : null;
  return [
    outcomeWords(input, point?.outcome ?? null),
    restsOn(input, point?.outcome ?? null),
    before ? t.charts.yearAgo(input.values.text(before.value)) : '',
    point?.change ? t.charts.change(changeWords(input, mark)) : '',
    point?.stands ? t.charts.stands : '',
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

/** A mark read aloud: «IV четверть 2025/26, Блок II: 40,5 % [37,6; 43,4], 448 из 1 107». */
export function describeMark(input: ChartInput, mark: Mark): string {
  const names = [input.periods[mark.period]?.name, input.series[mark.series]?.label];
  const name = input.locale.t.charts.seriesColon(names.filter(Boolean).join(', '));
  return name + markPhrases(input, mark).join(', ');
}

/** A chart in one or two sentences: its kind, measure and size, and the last value of each of its first series. */
export function describeChart(input: ChartInput, kind: ChartType): string {
  const { t } = input.locale;
  const size = [
    t.charts.seriesCount(input.series.length),
    ...(kind === 'bars' ? [] : [t.charts.periodCount(input.periods.length)]),
  ].join(', ');
  const period = input.periods.length - 1;
  const last = input.series
    .slice(0, 4)
    .map((series, i) => {
      const outcome = pointAt(input, { series: i, period })?.outcome ?? null;
      return `${series.label} ${outcomeWords(input, outcome)}`;
    })
    .join(', ');
  const lead = t.charts.describe(t.charts.kinds[kind], input.name, size);
  const name = input.periods[period]?.name;
  return name && last ? `${lead} ${t.charts.lastly(name, last)}` : lead;
}
