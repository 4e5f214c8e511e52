export type Sex = 'М' | 'Ж';

export interface Spell {
  year: number;
  grade: number;
  className: string;
  from: number;
  to: number;
  arrived: boolean;
  left: boolean;
}

export interface Pupil {
  id: number;
  last: string;
  first: string;
  patronymic: string;
  sex: Sex;
  birth: number;
  spells: Spell[];
  activity: number;
  affinity: number[];
  namesake: boolean;
}

export interface Quarter {
  key: string;
  year: number;
  number: number;
  roman: string;
  start: number;
  end: number;
  until: number;
}

export interface Direction {
  key: string;
  name: string;
  block: number;
}

export interface Partner {
  full: string;
  short: string;
  kind: string;
  block: number;
  contract: string | null;
  from: number | null;
  to: number | null;
  activeYears: number[];
  weight: number;
}

export interface SchoolEvent {
  title: string;
  start: number;
  end: number;
  quarter: Quarter;
  direction: Direction;
  partner: Partner | null;
  level: string;
  mode: string;
  kind: string;
  competitive: boolean;
  awardStyle: number;
  team: boolean;
  hours: number | null;
  weight: number;
}

export interface Participation {
  event: SchoolEvent;
  pupil: Pupil;
  className: string;
  role: string;
  result: string | null;
  hours: number | null;
  source: string | null;
}

export interface Headcount {
  event: SchoolEvent;
  className: string;
  count: number;
  winners: number;
  prizes: number;
  named: boolean;
}

export interface PlanLine {
  title: string;
  start: number;
  end: number;
  quarter: Quarter;
  direction: Direction;
  partner: Partner | null;
  level: string;
  mode: string;
  kind: string;
  hours: number | null;
  held: boolean;
}

export interface Score {
  year: number;
  wave: 'входная' | 'итоговая';
  date: number;
  pupil: Pupil;
  className: string;
  values: (number | null)[];
}

export interface Answer {
  quarter: Quarter;
  day: number;
  second: number;
  className: string;
  values: (number | null)[];
}

export type Cell = string | number | null | { day: number; second?: number };

export type RowTag =
  | 'title'
  | 'header'
  | 'numbering'
  | 'data'
  | 'total'
  | 'section'
  | 'blank'
  | 'signature'
  | 'duplicate'
  | 'rejected';

export interface Row {
  tag: RowTag;
  cells: Cell[];
  reason?: string;
  value?: string;
}

export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Sheet {
  name: string;
  rows: Row[];
  merges: Merge[];
  widths: number[];
}

export interface SampleFile {
  name: string;
  kind: string;
  schoolYear: string | null;
  quarters: string[];
  layout: string;
  carriesHours: boolean;
  sheets: Sheet[];
  bytes: Uint8Array;
}

export interface Correction {
  change: 'added' | 'changed' | 'removed';
  before: Participation | null;
  after: Participation | null;
}

export interface School {
  pupils: Pupil[];
  partners: Partner[];
  events: SchoolEvent[];
  participations: Participation[];
  headcounts: Headcount[];
  plan: PlanLine[];
  corrections: Correction[];
  torrance: Score[];
  johnson: Score[];
  civic: Answer[];
  wellbeing: Answer[];
}

export interface Share {
  x: number;
  n: number;
}
