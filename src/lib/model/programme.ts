/** A name in both languages of the app. */
export interface LocalName {
  readonly ru: string;
  readonly en: string;
}

/** One of the programme's tasks. */
export interface Task {
  readonly id: string;
  readonly name: LocalName;
}

/** A block of partners with its aim. */
export interface Block {
  readonly id: string;
  readonly name: LocalName;
  readonly aim: LocalName;
}

/** A direction of work; it belongs to one block. */
export interface Direction {
  readonly id: string;
  readonly block: string;
  readonly name: LocalName;
  readonly civic: boolean;
}

/** One term of a school year; dates are «YYYY-MM-DD», both ends inclusive; periods have gaps between them. */
export interface Period {
  readonly id: string;
  readonly schoolYear: number;
  readonly term: number;
  readonly starts: string;
  readonly ends: string;
}

/** A step of a scale with its weight in points; synonyms are other ways in which schools write it. */
export interface ScaleStep {
  readonly id: string;
  readonly name: LocalName;
  readonly weight: number;
  readonly synonyms: readonly string[];
}

/** A result of participation; awards are what counts as a success. */
export interface ResultStep extends ScaleStep {
  readonly award: boolean;
}

/** A role in an event; only counted roles make a pupil reached. */
export interface Role {
  readonly id: string;
  readonly name: LocalName;
  readonly counted: boolean;
  readonly synonyms: readonly string[];
}

/** The value at which a part of an index stands at 0 and the value at which it stands at 100. */
export interface Goalpost {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

/** How the parts of an index become one number. */
export type Aggregation = 'arithmetic' | 'geometric';

/** Reliability of an instrument's total (0 to below 1), by which a change is told from the error of measurement. */
export interface Reliability {
  readonly torrance: number;
  readonly johnson: number;
  readonly williams: number;
}

/** When a participant has too much: above a percentile of the participants of a year ago, or above a number a week. */
export interface Overload {
  readonly rule: 'percentile' | 'weekly';
  /** Share of the participants of a year ago, of one. */
  readonly percentile: number;
  /** Participations a week. */
  readonly weekly: number;
}

/** Whose continuity is watched: the block of universities and the grades, both ends inclusive. */
export interface Continuity {
  readonly block: string;
  readonly from: number;
  readonly to: number;
}

/** How answers on wellbeing are read. */
export interface Wellbeing {
  /** Parts of words in an item on which less is better; ё counts as е, case does not matter. */
  readonly lessIsBetter: readonly string[];
  /** A form at or under this share of the best possible is in the risk band. */
  readonly risk: number;
}

/** What is withheld in what leaves the school, so that nobody can be recognised. */
export interface Privacy {
  /** A number behind which fewer pupils stand is withheld. */
  readonly least: number;
  /** The same for psychological scales and questionnaires. */
  readonly leastAssessed: number;
  /** How far apart the values of a withheld number must lie that agree with all that is told. */
  readonly width: number;
  /** Groups of whom nobody took part are withheld as well. */
  readonly zeros: boolean;
  /** How alike pupils of one class are (0 to 1), by which changes are less sure; the true one would tell of classes. */
  readonly classCorrelation: number;
}

/** The whole configuration of a school's programme. */
export interface Programme {
  readonly version: 1;
  readonly name: LocalName;
  readonly school: string;
  readonly tasks: readonly Task[];
  readonly blocks: readonly Block[];
  readonly directions: readonly Direction[];
  readonly periods: readonly Period[];
  readonly gapBelongsTo: 'preceding' | 'following' | 'none';
  readonly levels: readonly ScaleStep[];
  readonly results: readonly ResultStep[];
  readonly roles: readonly Role[];
  readonly remoteFactor: number;
  readonly teamFactor: number;
  readonly creativityCut: number;
  readonly reliability: Reliability;
  /** Reach, as a share of one, under which a class has a white spot in a block. */
  readonly whiteSpotTarget: number;
  readonly overload: Overload;
  readonly continuity: Continuity;
  readonly wellbeing: Wellbeing;
  readonly privacy: Privacy;
  readonly aggregation: { readonly creative: Aggregation; readonly civic: Aggregation };
  readonly indices: {
    readonly creative: Readonly<Record<string, Goalpost>>;
    readonly civic: Readonly<Record<string, Goalpost>>;
  };
}
