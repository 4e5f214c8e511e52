import type { ChartWords } from './chart-form.ts';
import type { FlowInput, FlowLink, FlowMark } from './flow-input.ts';
import {
  countCell,
  intervalCell,
  intervalColumn,
  outcomeWords,
  restsOn,
  valueCell,
} from './outcome-words.ts';
import type { MarkedRow } from './table-behind.ts';

const mostNamed = 3;

function nameOf({ origins, destinations }: FlowInput, link: FlowLink): string {
  return `${origins[link.origin]?.label ?? ''} → ${destinations[link.destination]?.label ?? ''}`;
}

function pupils({ locale }: FlowInput, { outcome }: FlowLink): string {
  if (outcome.kind === 'absent' || outcome.x === null) return '';
  return locale.t.charts.flows.pupils(outcome.x, locale.format.number(outcome.x));
}

function titleOf(input: FlowInput, { series }: FlowMark): string {
  const link = input.links[series];
  return link ? nameOf(input, link) : '';
}

function phrases(input: FlowInput, { series }: FlowMark): string[] {
  const link = input.links[series];
  if (!link) return [];
  const { t } = input.locale;
  if (link.outcome.kind === 'absent') return [t.charts.absence[link.outcome.reason]];
  const share = outcomeWords(input, link.outcome);
  return [pupils(input, link), t.charts.flows.ofOrigin(share), restsOn(input, link.outcome)];
}

/** The largest flows in words, or nothing where there are none. */
export function stateFlows(input: FlowInput, most = mostNamed): string {
  const count = ({ outcome }: FlowLink) => (outcome.kind === 'estimate' ? (outcome.x ?? 0) : 0);
  const largest = input.links
    .filter((link) => count(link) > 0)
    .sort((a, b) => count(b) - count(a))
    .slice(0, most)
    .map((link) => `${nameOf(input, link)} ${pupils(input, link)}`);
  return largest.length === 0 ? '' : input.locale.t.charts.flows.largest(largest.join(', '));
}

function describe(input: FlowInput): string {
  const { charts } = input.locale.t;
  const known = input.links.filter(({ outcome }) => outcome.kind === 'estimate' && outcome.x);
  const size = `${input.before} → ${input.after}, ${charts.flows.size(known.length)}`;
  return [charts.describe(charts.kinds.flows, input.name, size), stateFlows(input)]
    .filter(Boolean)
    .join(' ');
}

function table(input: FlowInput) {
  const { charts } = input.locale.t;
  const { columns } = charts;
  const figure = (head: string) => ({ head, figure: true });
  const rows = input.links.map((link, index): MarkedRow<FlowMark> => {
    const { outcome } = link;
    const known = outcome.kind === 'estimate';
    return {
      key: String(index),
      mark: { series: index },
      none: known ? null : 2,
      cells: [
        input.origins[link.origin]?.label ?? '',
        input.destinations[link.destination]?.label ?? '',
        known ? countCell(input, outcome.x ?? 0) : `— ${charts.absence[outcome.reason]}`,
        outcome.n === null ? '' : countCell(input, outcome.n),
        known ? valueCell(input, outcome.value) : '',
        intervalCell(input, known ? outcome : null),
      ],
    };
  });
  return {
    columns: [
      { head: columns.from, figure: false },
      { head: columns.to, figure: false },
      figure(columns.pupils),
      figure(columns.n),
      figure(columns.value(input.values.unit)),
      intervalColumn(input, columns.interval),
    ],
    rows,
  };
}

/** What flows say to those who read them. */
export const flowWords: ChartWords<FlowInput, FlowMark> = {
  describe,
  keys: ({ locale }) => locale.t.charts.keysFlows,
  title: titleOf,
  phrases,
  lead: titleOf,
  table,
};
