import type { Decomposition } from '#lib/analysis/decomposition.ts';
import type { ContributionInput } from '#lib/charts/contribution-input.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Dimension, Grain } from '#lib/model/dimension.ts';
import type { Programme } from '#lib/model/programme.ts';
import { nameMember, nameTime } from './naming.ts';
import { formatOf } from './value-format.ts';

/** What a split change is drawn with, beside the change itself. */
export interface SplitDrawing {
  readonly measure: MeasureId;
  readonly over: Dimension;
  readonly grain: Grain;
  readonly before: number;
  readonly after: number;
  readonly programme: Programme;
  readonly locale: Locale;
}

/** A split change as the input of a waterfall; differences carry the unit of the measure's changes. */
export function toContributionInput(
  { before, after, groups }: Decomposition,
  drawing: SplitDrawing,
): ContributionInput {
  const { measure, over, grain, programme, locale } = drawing;
  return {
    name: locale.t.measures.words[measure].name,
    values: formatOf(measure, locale),
    locale,
    before: { label: nameTime(drawing.before, grain, programme, locale), value: before.value },
    after: { label: nameTime(drawing.after, grain, programme, locale), value: after.value },
    groups: groups.map((group) => ({
      id: JSON.stringify(group.member.key),
      label: nameMember(over, group.member, programme, locale),
      rate: group.rate,
      mix: group.mix,
      n1: group.before?.n ?? 0,
      n2: group.after?.n ?? 0,
      r1: group.before?.value ?? null,
      r2: group.after?.value ?? null,
      absent: group.absent,
    })),
  };
}
