import type { ChartWords } from './chart-form.ts';
import {
  weightOf,
  type NetworkInput,
  type NetworkLink,
  type NetworkMark,
} from './network-input.ts';
import { countCell } from './outcome-words.ts';
import type { MarkedRow } from './table-behind.ts';

const mostNamed = 3;

function weightWords({ weighs, locale }: NetworkInput, weight: number): string {
  return locale.t.charts.network.weight[weighs](weight, locale.format.number(weight));
}

function titleOf(input: NetworkInput, { partner, other }: NetworkMark): string {
  const names = [
    partner === null ? '' : (input.partners[partner]?.label ?? ''),
    other === null ? '' : (input.others[other]?.label ?? ''),
  ];
  return names.filter(Boolean).join(' · ');
}

function phrases(input: NetworkInput, mark: NetworkMark): string[] {
  const own = weightWords(input, weightOf(input, mark));
  if (mark.partner !== null && mark.other !== null) return [own];
  const links = input.links.filter(({ partner, other }) =>
    mark.partner === null ? other === mark.other : partner === mark.partner,
  );
  const largest = byWeight(links)
    .slice(0, mostNamed)
    .map(({ partner, other, weight }) => {
      const node = mark.partner === null ? input.partners[partner] : input.others[other];
      return `${node?.label ?? ''} ${input.locale.format.number(weight)}`;
    });
  return [own, input.locale.t.charts.network.linked(links.length), largest.join(', ')].filter(
    Boolean,
  );
}

function byWeight(links: readonly NetworkLink[]): NetworkLink[] {
  return [...links].sort((a, b) => b.weight - a.weight);
}

/** The heaviest links in words, or nothing where there are none. */
export function stateLinks(input: NetworkInput, most = mostNamed): string {
  const largest = byWeight(input.links)
    .slice(0, most)
    .map(({ partner, other, weight }) => {
      const names = [input.partners[partner]?.short, input.others[other]?.label];
      return `${names.filter(Boolean).join(' · ')} ${weightWords(input, weight)}`;
    });
  return largest.length === 0 ? '' : input.locale.t.charts.network.largest(largest.join(', '));
}

function describe(input: NetworkInput): string {
  const { charts } = input.locale.t;
  const size = charts.network.size(input.partners.length, input.links.length);
  return [
    charts.describe(charts.kinds.network, input.name, `${input.period}, ${size}`),
    stateLinks(input),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A row a link; all of them, whatever the picture has room for. */
function table(input: NetworkInput) {
  const { columns, network } = input.locale.t.charts;
  return {
    columns: [
      { head: columns.partner, figure: false },
      { head: input.otherName, figure: false },
      { head: network.heads[input.weighs], figure: true },
    ],
    rows: input.links.map(({ partner, other, weight }, series): MarkedRow<NetworkMark> => ({
      key: `${partner}-${other}`,
      mark: { series, partner, other },
      none: null,
      cells: [
        input.partners[partner]?.label ?? '',
        input.others[other]?.label ?? '',
        countCell(input, weight),
      ],
    })),
  };
}

/** What links of partners say to those who read them. */
export const networkWords: ChartWords<NetworkInput, NetworkMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysNetwork,
  title: titleOf,
  phrases,
  lead: titleOf,
  table,
};
