/** Slots for dimensions of a school's own: columns of its spreadsheets that it chose to keep. */
export const ownDimensions = ['own1', 'own2', 'own3', 'own4'] as const;

/** The slot of a dimension of a school's own. */
export type OwnDimension = (typeof ownDimensions)[number];

/** What a measure can be broken down by, in the order in which it is offered. */
export const dimensions = [
  'block',
  'direction',
  'partner',
  'level',
  'grade',
  'class',
  'sex',
  ...ownDimensions,
] as const;

/** Blocks of a pupil at the time before and at the time itself; they belong to the flow between blocks alone. */
export const flowDimensions = ['origin', 'destination'] as const;

/** The side of the flow between blocks. */
export type FlowDimension = (typeof flowDimensions)[number];

/** Key of «no block» on a side of the flow: the pupil took no part; no block can have this id. */
export const noBlock = '-';

/** One way to break a measure down. */
export type Dimension = (typeof dimensions)[number] | FlowDimension;

/** Dimensions that belong to an event or to taking part in it. */
export const eventDimensions: readonly Dimension[] = [
  'block',
  'direction',
  'partner',
  'level',
  ...ownDimensions,
];

/** Dimensions that belong to a pupil and divide the roll too. */
export const pupilSideDimensions: readonly Dimension[] = ['grade', 'class', 'sex'];

/** Whether a dimension is one of a school's own. */
export function isOwnDimension(dimension: Dimension): dimension is OwnDimension {
  return (ownDimensions as readonly Dimension[]).includes(dimension);
}

/** Whether a dimension is a side of the flow between blocks. */
export function isFlowDimension(dimension: Dimension): dimension is FlowDimension {
  return (flowDimensions as readonly Dimension[]).includes(dimension);
}

/** Length of time that one value speaks of; a half is two terms of a school year of four. */
export type Grain = 'term' | 'half' | 'year';
