import type { Choices } from '../choices.ts';
import type { View } from '../views.ts';

/** Views whose every number is a cell that can be checked and withheld; those that can be made a figure, without what draws it. */
const placeable: readonly View[] = [
  'trend',
  'multiples',
  'slope',
  'dumbbell',
  'funnel',
  'bars',
  'stacked',
  'matrix',
  'cohort',
];

/** Why a picture cannot stand in a snapshot: its view holds more than cells, or it is of a partner, whose key is not lasting. */
export type PlacingRefusal = 'kind' | 'partner';

/** Why these choices cannot stand in a snapshot; null where they can. */
export function refusePlacing({ chart, selection }: Choices): PlacingRefusal | null {
  if (!placeable.includes(chart)) return 'kind';
  return selection.some(({ dimension }) => dimension === 'partner') ? 'partner' : null;
}
