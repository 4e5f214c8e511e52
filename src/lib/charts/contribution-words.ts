import type { ChartWords } from './chart-form.ts';
import type {
  ContributionGroup,
  ContributionInput,
  ContributionMark,
} from './contribution-input.ts';
import { countCell, inUnit, valueCell } from './outcome-words.ts';
import { figureCell, type MarkedRow } from './table-behind.ts';

function sums({ groups }: ContributionInput): { rate: number; mix: number } {
  return groups.reduce((sum, { rate, mix }) => ({ rate: sum.rate + rate, mix: sum.mix + mix }), {
    rate: 0,
    mix: 0,
  });
}

/** A group's share of everybody at both times: «доля среди всех 12,0 % → 15,0 %». */
function sharesOf({ n1, n2 }: ContributionGroup, { groups, locale }: ContributionInput): string {
  const all = groups.reduce((sum, group) => ({ n1: sum.n1 + group.n1, n2: sum.n2 + group.n2 }), {
    n1: 0,
    n2: 0,
  });
  if (all.n1 <= 0 || all.n2 <= 0) return '';
  const percent = (share: number) => locale.format.percent(share);
  return locale.t.charts.contribution.ofAll(percent(n1 / all.n1), percent(n2 / all.n2));
}

function ratesOf({ r1, r2, absent }: ContributionGroup, { values, locale }: ContributionInput) {
  const words = locale.t.charts.contribution;
  if (absent) return words.absent[absent];
  return r1 === null || r2 === null ? '' : words.rates12(values.text(r1), values.text(r2));
}

function titleOf(input: ContributionInput, { kind, groups }: ContributionMark): string {
  const words = input.locale.t.charts.contribution;
  if (kind === 'before' || kind === 'after') return input[kind].label;
  if (kind === 'mix') return words.mix;
  return groups.length === 1 ? (groups[0]?.label ?? '') : words.others(groups.length);
}

function phrases(input: ContributionInput, { kind, groups }: ContributionMark): string[] {
  const { values, locale } = input;
  const { format } = locale;
  const words = locale.t.charts.contribution;
  if (kind === 'before') return [values.text(input.before.value)];
  const change = values.change(input.after.value - input.before.value);
  if (kind === 'after') return [words.total(values.text(input.after.value), change)];
  const effect = values.change(groups.reduce((sum, group) => sum + group[kind], 0));
  const [group] = groups;
  if (kind === 'mix') {
    const largest = [...groups]
      .sort((a, b) => Math.abs(b.mix) - Math.abs(a.mix))
      .slice(0, 3)
      .map((one) => `${one.label} ${sharesOf(one, input)}`);
    return [effect, ...largest];
  }
  if (groups.length > 1) {
    return [effect, words.summed(format.list(groups.map(({ label }) => label)))];
  }
  if (!group) return [effect];
  return [
    effect,
    ratesOf(group, input),
    words.sizes(format.number(group.n1), format.number(group.n2)),
  ].filter(Boolean);
}

function describe(input: ContributionInput): string {
  const { values, locale, before, after } = input;
  const { rate, mix } = sums(input);
  const { charts } = locale.t;
  const lead = charts.describe(
    charts.kinds.waterfall,
    input.name,
    `${before.label} → ${after.label}`,
  );
  const said = charts.contribution.describe(
    values.text(before.value),
    values.text(after.value),
    values.change(after.value - before.value),
    values.change(rate),
    values.change(mix),
  );
  return `${lead} ${said}`;
}

/** A row a group with its sizes, rates and both effects, and the totals below; nothing is folded here. */
function table(input: ContributionInput) {
  const { values, locale } = input;
  const { columns, contribution } = locale.t.charts;
  const rateAt = (time: 'before' | 'after', n: number, rate: number | null) =>
    n === 0 || rate === null ? `— ${contribution.absent[time]}` : valueCell(input, rate);
  const count = (n: number) => countCell(input, n);
  const effect = (value: number) => figureCell(values.change(value), inUnit(input, value));
  const total = sums(input);
  const size = (key: 'n1' | 'n2') => count(input.groups.reduce((sum, one) => sum + one[key], 0));
  const rows: MarkedRow<ContributionMark>[] = input.groups.map((group) => ({
    key: group.id,
    mark: { series: 0, kind: 'rate', groups: [group] },
    none: null,
    cells: [
      group.label,
      count(group.n1),
      count(group.n2),
      rateAt('before', group.n1, group.r1),
      rateAt('after', group.n2, group.r2),
      effect(group.rate),
      effect(group.mix),
    ],
  }));
  const figure = (head: string) => ({ head, figure: true });
  return {
    columns: [
      { head: columns.group, figure: false },
      figure(columns.sizeBefore),
      figure(columns.sizeAfter),
      figure(columns.was(values.unit)),
      figure(columns.became(values.unit)),
      figure(columns.rate),
      figure(columns.mix),
    ],
    rows: [
      ...rows,
      {
        key: ' total',
        none: null,
        cells: [
          contribution.all,
          size('n1'),
          size('n2'),
          valueCell(input, input.before.value),
          valueCell(input, input.after.value),
          effect(total.rate),
          effect(total.mix),
        ],
      },
    ],
  };
}

/** What a split change says to those who read it. */
export const contributionWords: ChartWords<ContributionInput, ContributionMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysRows,
  title: titleOf,
  phrases,
  lead: titleOf,
  table,
};
