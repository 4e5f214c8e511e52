/** The grounds that a chart is drawn for; paper is light. */
export type Theme = 'light' | 'dark';

/** Families of colour: the three blocks, one for what belongs to none, and the two sides of a comparison. */
export type Hue = 'block-1' | 'block-2' | 'block-3' | 'neutral' | 'side-a' | 'side-b';

/** Colour as a meaning: a family and a step within it; step 0 is the family itself, 1 to 3 its members. */
export interface Tone {
  readonly hue: Hue;
  readonly step: 0 | 1 | 2 | 3;
}

/** Signs that tell series apart without colour. */
export type Marker = 'circle' | 'rect' | 'triangle' | 'diamond';

/** How a series of some tone is drawn. */
export interface Paint {
  /** Lines, points, bars: at least 3 : 1 on the card. */
  readonly mark: string;
  /** Words in the tone's colour: at least 4.5 : 1 on the card. */
  readonly words: string;
  readonly dash: readonly number[];
  readonly marker: Marker;
}

/** Colours of everything that is not data. */
export interface Ground {
  readonly card: string;
  readonly ink: string;
  readonly second: string;
  readonly axis: string;
  readonly grid: string;
  readonly edge: string;
  readonly accent: string;
}

const marks: Record<Theme, Record<Hue, readonly [string, string, string, string]>> = {
  light: {
    'block-1': ['#004c48', '#306f6b', '#4d8c87', '#00302d'],
    'block-2': ['#9250a6', '#723186', '#b26fc7', '#5c196e'],
    'block-3': ['#ca8225', '#a06100', '#7b4900', '#b56e00'],
    neutral: ['#56606d', '#737d8b', '#3a434f', '#222b36'],
    'side-a': ['#8a93a0', '#737d8b', '#7e8794', '#68727f'],
    'side-b': ['#0a3f80', '#1d5296', '#062c5c', '#2f65ab'],
  },
  dark: {
    'block-1': ['#62cabc', '#41ab9e', '#8ef4e6', '#1b9084'],
    'block-2': ['#b778c8', '#da99ec', '#a567b6', '#f0b9fe'],
    'block-3': ['#fee197', '#d5b970', '#b49850', '#e9cc83'],
    neutral: ['#b3bac4', '#9096a0', '#d1d8e2', '#7b828b'],
    'side-a': ['#78818d', '#828b97', '#8c95a1', '#969fab'],
    'side-b': ['#a9cbff', '#97bffb', '#bcd7ff', '#85b2f5'],
  },
};

const words: Record<Theme, Record<Hue, readonly [string, string, string, string]>> = {
  light: {
    'block-1': ['#004c48', '#306f6b', '#2b6e69', '#00302d'],
    'block-2': ['#83429a', '#723186', '#83429a', '#5c196e'],
    'block-3': ['#8d5a10', '#8a5300', '#7b4900', '#8d5a10'],
    neutral: ['#56606d', '#56606d', '#3a434f', '#222b36'],
    'side-a': ['#56606d', '#56606d', '#56606d', '#56606d'],
    'side-b': ['#0a3f80', '#1d5296', '#062c5c', '#2f65ab'],
  },
  dark: {
    'block-1': ['#6cd3c5', '#6cd3c5', '#8ef4e6', '#6cd3c5'],
    'block-2': ['#cb95da', '#da99ec', '#cb95da', '#f0b9fe'],
    'block-3': ['#fcdf95', '#d5b970', '#d5b970', '#e9cc83'],
    neutral: ['#b3bac4', '#b3bac4', '#d1d8e2', '#b3bac4'],
    'side-a': ['#b3bac4', '#b3bac4', '#b3bac4', '#b3bac4'],
    'side-b': ['#a9cbff', '#97bffb', '#bcd7ff', '#97bffb'],
  },
};

const dashes: Record<Hue, readonly (readonly number[])[]> = {
  'block-1': [[], [12, 3], [12, 3, 2, 3], [16, 5]],
  'block-2': [
    [7, 4],
    [4, 3],
    [8, 3, 2, 3],
    [5, 2],
  ],
  'block-3': [
    [2, 4],
    [2, 2],
    [1, 5],
    [3, 3],
  ],
  neutral: [[], [7, 4], [2, 4], [9, 3, 2, 3]],
  'side-a': [
    [7, 4],
    [4, 3],
    [8, 3, 2, 3],
    [5, 2],
  ],
  'side-b': [[], [12, 3], [12, 3, 2, 3], [16, 5]],
};

const steps = [0, 1, 2, 3] as const;
const markers: readonly Marker[] = ['circle', 'rect', 'triangle', 'diamond'];

/** The tones of as many directions as a block has, within the block's hue. */
export function memberTone(hue: Hue, index: number): Tone {
  return { hue, step: steps[index % 4] ?? 0 };
}

/** The hue of a block by its place in the programme; blocks past the third are neutral. */
export function blockHue(index: number): Hue {
  return (['block-1', 'block-2', 'block-3'] as const)[index] ?? 'neutral';
}

/** How a tone is drawn in a theme. */
export function paint(tone: Tone, theme: Theme): Paint {
  return {
    mark: marks[theme][tone.hue][tone.step],
    words: words[theme][tone.hue][tone.step],
    dash: dashes[tone.hue][tone.step] ?? [],
    marker: markers[tone.step] ?? 'circle',
  };
}

/** Colours of axes, words and grounds; those of app.css, since a picture must carry its own. */
export const grounds: Record<Theme, Ground> = {
  light: {
    card: '#ffffff',
    ink: '#1c2129',
    second: '#56606d',
    axis: '#868e99',
    grid: '#f0ede6',
    edge: '#e6e2da',
    accent: '#0164c4',
  },
  dark: {
    card: '#1b1f26',
    ink: '#eceae4',
    second: '#b3bac4',
    axis: '#747d8b',
    grid: '#282d36',
    edge: '#323945',
    accent: '#7eaefd',
  },
};
