import type { ChartWords } from './chart-form.ts';
import {
  boxOf,
  pupilsIn,
  type DistributionGroup,
  type DistributionInput,
  type DistributionMark,
} from './distribution-input.ts';
import { countCell, valueCell } from './outcome-words.ts';
import type { MarkedRow } from './table-behind.ts';

const mostNamed = 4;

function groupWords(input: DistributionInput, group: DistributionGroup): string[] {
  const { values, locale } = input;
  const words = locale.t.charts.distribution;
  const box = boxOf(group);
  const n = pupilsIn(group);
  if (!box) return [words.few(n)];
  return [
    words.median(values.text(box.median)),
    words.quartiles(values.bare(box.first), values.bare(box.third)),
    words.range(values.bare(box.least), values.bare(box.largest)),
    locale.t.charts.nIs(locale.format.number(n)),
  ];
}

function phrases(input: DistributionInput, { series, between }: DistributionMark): string[] {
  const group = input.groups[series];
  if (!group) return [];
  if (!between) return groupWords(input, group);
  const { values, locale } = input;
  const [least, largest] = between;
  const count = group.values
    .filter(({ value }) => value >= least && value <= largest)
    .reduce((sum, { pupils }) => sum + pupils, 0);
  const words = locale.t.charts.distribution;
  const span =
    least === largest ? values.text(least) : words.range(values.bare(least), values.bare(largest));
  return [span, words.here(count, locale.format.number(count))];
}

/** The medians of groups in words, of many the least and the largest; nothing where no group is large enough for one. */
export function stateSpread({ groups, values, locale }: DistributionInput): string {
  const words = locale.t.charts.distribution;
  const known = groups.flatMap((group) => {
    const box = boxOf(group);
    return box ? [{ label: group.label, median: box.median }] : [];
  });
  if (known.length <= mostNamed) {
    return known
      .map(({ label, median }) => words.said(label, words.median(values.text(median))))
      .join('; ');
  }
  const sorted = known.sort((a, b) => a.median - b.median);
  const [least, largest] = [sorted[0], sorted.at(-1)];
  if (!least || !largest) return '';
  return words.medians(
    `${values.bare(least.median)} (${least.label})`,
    `${values.bare(largest.median)} (${largest.label})`,
  );
}

function describe(input: DistributionInput): string {
  const { charts } = input.locale.t;
  const size = `${input.period}, ${charts.distribution.groupCount(input.groups.length)}`;
  const lead = charts.describe(charts.kinds.distribution, input.name, size);
  const said = stateSpread(input);
  return said === '' ? lead : `${lead} ${said}.`;
}

function table(input: DistributionInput) {
  const { columns, distribution } = input.locale.t.charts;
  const figure = (head: string) => ({ head, figure: true });
  return {
    columns: [
      { head: columns.group, figure: false },
      figure(columns.n),
      figure(columns.medianOf(input.values.unit)),
      figure(columns.quartile(1)),
      figure(columns.quartile(3)),
      figure(columns.least),
      figure(columns.largest),
    ],
    rows: input.groups.map((group, series): MarkedRow<DistributionMark> => {
      const box = boxOf(group);
      const n = pupilsIn(group);
      return {
        key: group.id,
        mark: { series, between: null },
        none: box ? null : 2,
        cells: [
          group.label,
          countCell(input, n),
          ...(box
            ? [box.median, box.first, box.third, box.least, box.largest].map((one) =>
                valueCell(input, one),
              )
            : [`— ${distribution.few(n)}`, '', '', '', '']),
        ],
      };
    }),
  };
}

const titleOf = (input: DistributionInput, { series }: DistributionMark): string =>
  input.groups[series]?.label ?? '';

/** What the spread of pupils says to those who read it. */
export const distributionWords: ChartWords<DistributionInput, DistributionMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysDots,
  title: titleOf,
  phrases,
  lead: titleOf,
  table,
};
