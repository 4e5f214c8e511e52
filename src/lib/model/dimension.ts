/** What a measure can be broken down by, in the order in which it is offered. */
export const dimensions = [
  'block',
  'direction',
  'partner',
  'level',
  'grade',
  'class',
  'sex',
] as const;

/** One way to break a measure down. */
export type Dimension = (typeof dimensions)[number];

/** Dimensions that belong to an event; the others belong to a pupil and divide the roll too. */
export const eventDimensions: readonly Dimension[] = ['block', 'direction', 'partner', 'level'];

/** Length of time that one value speaks of. */
export type Grain = 'term' | 'year';
