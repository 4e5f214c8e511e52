/** A rectangle of a slide in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Width and height of a slide in inches: 16 : 9. */
export const slideSize = { w: 13.333, h: 7.5 } as const;

/** Side margins of a slide in inches. */
export const margin = 0.65;

/** Width between the margins in inches. */
export const room = slideSize.w - 2 * margin;

/** Where a page's content must end, in inches from the top. */
export const floor = 6.82;

/** Where the footer's line lies, in inches from the top. */
export const footLine = 6.98;

/** Colours of the app's paper, so that slides and screens look alike. */
export const colours = {
  paper: '#fbfaf7',
  card: '#ffffff',
  shade: '#f4f1ea',
  ink: '#1c2129',
  second: '#56606d',
  line: '#e6e2da',
  edge: '#868e99',
  accent: '#0164c4',
  blocks: ['#004c48', '#9250a6', '#ca8225'],
} as const;

/** Sizes of type in points: a hall must read all but the imprint from its last row. */
export const type = {
  cover: 40,
  title: 28,
  finding: 20,
  lead: 22,
  body: 18,
  beside: 16,
  subtitle: 14,
  small: 11,
} as const;

/** The typeface that every office has; where it is missing, Liberation Sans has the same widths. */
export const face = 'Arial';

/** A colour as office files write it: «1C2129». */
export function bare(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
