import type { Frame } from '../chart-form.ts';
import type {
  ContributionGroup,
  ContributionInput,
  ContributionMark,
} from '../contribution-input.ts';
import { niceScale, type Scale } from '../scale.ts';
import { textWidth } from '../text-width.ts';

/** One step of the way from total to total, as values and in pixels. */
export interface WaterfallStep {
  readonly mark: ContributionMark;
  readonly label: string;
  readonly note: string;
  /** What stands after the step: its signed size, or the total. */
  readonly text: string;
  /** The way so far, in the measure's unit, counted from the total before. */
  readonly from: number;
  readonly to: number;
  /** Middle of the bar. */
  readonly y: number;
}

/** A line of words above the steps of one kind. */
export interface WaterfallHead {
  readonly text: string;
  readonly y: number;
}

/** Where everything of a waterfall lies, in pixels. */
export interface WaterfallLayout {
  readonly height: number;
  readonly left: number;
  readonly plotWidth: number;
  readonly top: number;
  readonly bottom: number;
  readonly steps: readonly WaterfallStep[];
  readonly heads: readonly WaterfallHead[];
  readonly scale: Scale;
  readonly x: (value: number) => number;
}

const top = 4;
const rowHeight = 38;
const headHeight = 22;
const axisHeight = 26;
const mostSteps = 10;
const smallShare = 0.05;

/** Groups that stand alone and, where at least two are left over, those whose effects are summed into one step. */
export function foldGroups(
  groups: readonly ContributionGroup[],
  most: number,
): { alone: readonly ContributionGroup[]; folded: readonly ContributionGroup[] } {
  if (most === Infinity) return { alone: groups, folded: [] };
  const size = ({ rate }: ContributionGroup) => Math.abs(rate);
  const largest = Math.max(0, ...groups.map(size));
  const kept = new Set(
    [...groups]
      .sort((a, b) => size(b) - size(a))
      .slice(0, Math.min(most, mostSteps))
      .filter((group) => size(group) > smallShare * largest),
  );
  const folded = groups.filter((group) => !kept.has(group));
  if (folded.length < 2) return { alone: groups, folded: [] };
  return { alone: groups.filter((group) => kept.has(group)), folded };
}

function sumOf(groups: readonly ContributionGroup[], effect: 'rate' | 'mix'): number {
  return groups.reduce((sum, group) => sum + group[effect], 0);
}

/** The rates of a group at both times, or since when or until when it was there. */
export function ratesOf(group: ContributionGroup, { values, locale }: ContributionInput): string {
  const words = locale.t.charts.contribution;
  if (group.absent) return words.absent[group.absent];
  if (group.r1 === null || group.r2 === null) return '';
  return words.rates12(values.bare(group.r1), values.text(group.r2));
}

type Bare = Omit<WaterfallStep, 'y' | 'from' | 'to'> & { readonly change: number };

function bareSteps(input: ContributionInput, frame: Frame): Bare[] {
  const { t } = input.locale;
  const words = t.charts.contribution;
  const { before, after, values, groups } = input;
  const { alone, folded } = foldGroups(groups, frame.most);
  const total = after.value - before.value;
  const step = (
    kind: ContributionMark['kind'],
    of: readonly ContributionGroup[],
    label: string,
    note: string,
    change: number,
  ) => ({
    mark: { series: 0, kind, groups: of },
    label,
    note,
    change,
    text: values.change(change),
  });
  const steps: Bare[] = [
    { ...step('before', [], before.label, '', 0), text: values.text(before.value) },
    ...alone.map((group) => step('rate', [group], group.label, ratesOf(group, input), group.rate)),
    ...(folded.length > 0
      ? [step('rate', folded, words.others(folded.length), '', sumOf(folded, 'rate'))]
      : []),
    step('mix', groups, words.mixStep, '', sumOf(groups, 'mix')),
    {
      ...step('after', [], after.label, '', total),
      text: words.total(values.text(after.value), values.change(total)),
    },
  ];
  return steps.map((one, series) => ({ ...one, mark: { ...one.mark, series } }));
}

/** Lays a waterfall out: one row a step, counted from the total before as zero. */
export function layWaterfall(input: ContributionInput, frame: Frame): WaterfallLayout {
  const words = input.locale.t.charts.contribution;
  const bare = bareSteps(input, frame);
  const heads: WaterfallHead[] = [];
  const steps: WaterfallStep[] = [];
  let way = 0;
  let y = top;
  for (const { change, ...step } of bare) {
    const { kind } = step.mark;
    if ((kind === 'rate' || kind === 'mix') && steps.at(-1)?.mark.kind !== kind) {
      const sum = input.values.change(sumOf(input.groups, kind));
      heads.push({
        text: kind === 'rate' ? words.headed(words.rates, sum) : words.mix,
        y: y + headHeight / 2 + 2,
      });
      y += headHeight;
    }
    const from = kind === 'after' || kind === 'before' ? 0 : way;
    way = kind === 'after' ? way : way + change;
    steps.push({ ...step, from, to: from + change, y: y + rowHeight / 2 });
    y += rowHeight;
  }
  const bottom = y;
  const labels = steps.flatMap(({ label, note }) => [
    textWidth(label, 13, true),
    textWidth(note, 11),
  ]);
  const whole = frame.width >= 560;
  const left = Math.min(Math.max(...labels), Math.max(96, frame.width * 0.34)) + 16;
  const room = Math.min(
    frame.width * 0.34,
    Math.max(
      ...steps.map(({ text }) => textWidth((whole ? text : text.split(' (')[0]) ?? '', 12, true)),
    ) + 14,
  );
  const ways = steps.flatMap(({ from, to }) => [from, to]);
  const scale = niceScale([0, ...ways], frame.width < 480 ? 4 : 7, true);
  const plotWidth = Math.max(60, frame.width - left - room);
  const x = (value: number) => left + ((value - scale.min) / (scale.max - scale.min)) * plotWidth;
  return { height: bottom + axisHeight, left, plotWidth, top, bottom, steps, heads, scale, x };
}
