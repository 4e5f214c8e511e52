import { canBeTold } from '#lib/analysis/release/counts-of.ts';
import type { MeasureId } from '#lib/measures/registry.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { Choices } from '../choices.ts';
import { refuseFigure } from '../council/figure.ts';
import type { PieceRefusal } from '../council/refused-piece.ts';
import { isOfSamePupils } from '../fitting.ts';
import type { PivotChoices } from '../pivot-choices.ts';
import type { ViewAnswer } from '../view-answer.ts';

/** Why nobody could prove what would be given away: what a piece of a snapshot is refused for, and what is no piece of any. */
export type KeepRefusal = PieceRefusal | 'partner' | 'index' | 'contrast' | 'sql' | 'too-fine';

/** What stands behind a picture: an answer that can be asked for anew, or why there is none. */
export type Kept =
  | { readonly kind: 'answer'; readonly answer: ViewAnswer }
  | { readonly kind: 'closed'; readonly reason: KeepRefusal };

/** Why a measure cannot be audited, or null where it can. */
function refuseMeasures(list: readonly MeasureId[], programme: Programme): KeepRefusal | null {
  return list.every((one) => canBeTold(one, programme)) ? null : 'no-sum';
}

function refuseChoices(choices: Choices, programme: Programme): KeepRefusal | null {
  const { measure, by, across, chart, selection } = choices;
  const refused = refuseFigure(chart);
  if (refused) return refused;
  if (isOfSamePupils(choices)) return 'same-pupils';
  // The key of a partner is another one when the files are read anew: what was told of it could not be known again.
  const told = [by, across, ...selection.map(({ dimension }) => dimension)];
  if (told.includes('partner')) return 'partner';
  return refuseMeasures([measure], programme);
}

/** Why a picture stays inside the school; null where it can be audited. */
export function refuseKeeping(kept: Kept, programme: Programme): KeepRefusal | null {
  return kept.kind === 'closed' ? kept.reason : refuseChoices(kept.answer.choices, programme);
}

/** How many numbers of a pivot are audited at most. */
export const mostAudited = 3000;

/** Why a pivot with so many numbers stays inside; null where it can be audited. */
export function refusePivot(
  {
    measures,
    rows,
    columns,
    selection,
  }: Pick<PivotChoices, 'measures' | 'rows' | 'columns' | 'selection'>,
  numbers: number,
  programme: Programme,
): KeepRefusal | null {
  const told = [...rows, ...columns, ...selection.map(({ dimension }) => dimension)];
  if (told.includes('partner')) return 'partner';
  return refuseMeasures(measures, programme) ?? (numbers > mostAudited ? 'too-fine' : null);
}
