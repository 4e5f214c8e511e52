import { fieldIds, type FieldId } from './catalogue.ts';
import type { Holding } from './content.ts';
import { scoreHeading, type HeadingScorer } from './likeness.ts';
import { scoreField, speaks } from './score-field.ts';

/** A field that a column may be, with how sure that is, 0 to 1. */
export interface RankedField {
  readonly field: FieldId;
  readonly score: number;
}

/** The three fields that a heading most likely means, best first, in the light of what its column holds where that is known. */
export function rankFields(
  heading: string,
  holding: Holding | null,
  score: HeadingScorer = scoreHeading,
): readonly RankedField[] {
  const names = score(heading);
  return fieldIds
    .map((field) => {
      const named = names.get(field) ?? 0;
      if (holding === null) return { field, score: named };
      const counts = named > 0 || speaks(field);
      return { field, score: counts ? scoreField(field, named, holding) : 0 };
    })
    .filter((ranked) => ranked.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
}
