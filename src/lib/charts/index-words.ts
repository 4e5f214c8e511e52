import type { ChartWords } from './chart-form.ts';
import type { IndexBar, IndexInput, IndexMark, MissingPart } from './index-input.ts';
import { intervalCell, intervalColumn, valueCell } from './outcome-words.ts';
import { figureCell, type TableRow } from './table-behind.ts';

/** Parts that are not there, each with its reason: «Благополучие (мало данных)». */
export function missingWords({ locale }: IndexInput, missing: readonly MissingPart[]): string {
  const { missing: say } = locale.t.charts.parts;
  return locale.format.list(missing.map(({ label, reason }) => say(label, reason)));
}

function rangeOf({ values, locale }: IndexInput, { low, high }: IndexBar): string {
  if (low === null || high === null) return '';
  return locale.t.charts.parts.range(values.bare(low), values.bare(high));
}

function title(input: IndexInput, { bar, part }: IndexMark): string {
  const shown = input.bars[bar];
  const name = shown?.parts.find(({ id }) => id === part)?.label;
  return [name ?? input.locale.t.charts.parts.total, shown?.label].filter(Boolean).join(' · ');
}

function phrases(input: IndexInput, { bar, part }: IndexMark): string[] {
  const { values, locale } = input;
  const words = locale.t.charts.parts;
  const shown = input.bars[bar];
  if (!shown) return [];
  const found = shown.parts.find(({ id }) => id === part);
  if (found) {
    const { contribution, score, weight, raw } = found;
    return [
      words.contribution(values.bare(contribution)),
      words.score(values.bare(score), locale.format.percent(weight)),
      raw === '' ? '' : words.raw(raw),
    ].filter(Boolean);
  }
  return [
    values.text(shown.total),
    rangeOf(input, shown),
    ...(shown.missing.length > 0
      ? [words.incomplete, words.without(missingWords(input, shown.missing))]
      : []),
  ].filter(Boolean);
}

const mostNamed = 4;

function describe(input: IndexInput): string {
  const { charts } = input.locale.t;
  const totals = input.bars
    .slice(-mostNamed)
    .map(
      (bar) =>
        charts.seriesColon(bar.label) +
        [input.values.text(bar.total), rangeOf(input, bar)].filter(Boolean).join(', '),
    );
  const lead = charts.describe(
    charts.kinds.parts,
    input.name,
    charts.parts.barCount(input.bars.length),
  );
  return `${lead} ${totals.join('; ')}.`;
}

/** A row a part with its raw value, score, weight and contribution, then the missing ones, then the index itself. */
function table(input: IndexInput) {
  const { columns, parts: words } = input.locale.t.charts;
  const { locale } = input;
  const figure = (head: string) => ({ head, figure: true });
  const percentCell = (share: number) =>
    figureCell(locale.format.percent(share), Number((share * 100).toFixed(4)));
  const rows = input.bars.flatMap((bar, i): TableRow[] => [
    ...bar.parts.map(({ id, label, raw, score, weight, contribution }) => ({
      key: `${i}-${id}`,
      none: null,
      cells: [
        bar.label,
        label,
        raw,
        valueCell(input, score),
        percentCell(weight),
        valueCell(input, contribution),
        '',
      ],
    })),
    ...bar.missing.map(({ id, label, reason, weight }) => ({
      key: `${i}-${id}-missing`,
      none: 2,
      cells: [bar.label, label, `— ${reason}`, '', percentCell(weight), '', ''],
    })),
    {
      key: `${i}- total`,
      none: null,
      cells: [
        bar.label,
        bar.missing.length > 0 ? `${words.total}, ${words.incomplete}` : words.total,
        '',
        '',
        '',
        valueCell(input, bar.total),
        intervalCell(input, { lower: bar.low, upper: bar.high }),
      ],
    },
  ]);
  return {
    columns: [
      { head: columns.slice, figure: false },
      { head: columns.part, figure: false },
      figure(columns.raw),
      figure(columns.score),
      { ...figure(columns.weight), parts: [`${columns.weight}, %`] },
      figure(columns.contribution),
      intervalColumn(input, columns.variants),
    ],
    rows,
  };
}

/** What a composite index says to those who read it. */
export const indexWords: ChartWords<IndexInput, IndexMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysParts,
  title,
  phrases,
  lead: title,
  table,
};
