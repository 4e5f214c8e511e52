import type { LanguageTag } from '#lib/i18n/format.ts';
import type { DraftForm, TextRole } from '#lib/model/draft.ts';

/** Something said in each of the app's languages. */
export type Both<T> = Readonly<Record<LanguageTag, T>>;

/** A mark of a drawing: where it lies in it (left, top, width, height in pixels) and what it says. */
export interface DrawnSpot {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly title: string;
  readonly phrases: readonly string[];
}

/** A picture as it stands in every file: what is inside an `svg` of this size, and its marks row by row. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly spots: readonly (readonly DrawnSpot[])[];
}

/** The numbers behind a picture as a table; a null is a cell without a number, `none` rows say why in their text. */
export interface FigureTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Heads of columns that hold figures. */
  readonly figures: readonly boolean[];
}

/** A series of an office chart. */
export interface NativeSeries {
  readonly name: string;
  /** In the unit of the chart; null where nothing may or can be said. */
  readonly values: readonly (number | null)[];
  /** Where the 95 % interval of each value begins and ends; null where a value has none, absent where none has. */
  readonly ends?: readonly (readonly [low: number, high: number] | null)[];
  /** «#rrggbb». */
  readonly colour: string;
  readonly dash: 'solid' | 'dash' | 'dot';
}

/** A picture as an office program can draw and edit it. */
export interface NativeChart {
  readonly kind: 'line' | 'bar' | 'column' | 'stacked';
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  /** What the values are counted in: «%», «баллы». */
  readonly unit: string;
  readonly decimals: number;
}

/** A picture of a page with everything that is said of it. */
export interface SnapshotFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly title: Both<string>;
  /** Measure, unit, period and n. */
  readonly subtitle: Both<string>;
  /** Whom it speaks of; empty where it is everybody. */
  readonly selection: Both<string>;
  /** One or two sentences for those who do not see it. */
  readonly description: Both<string>;
  /** What the signs of the picture mean. */
  readonly signs: Both<readonly string[]>;
  readonly source: Both<string>;
  /** How many of its numbers are withheld so that nobody can be recognised, and how many there are. */
  readonly withheld: number;
  readonly numbers: number;
  /** Null where every number is withheld. */
  readonly drawing: Both<Drawing> | null;
  readonly table: Both<FigureTable>;
  readonly native: Both<NativeChart> | null;
}

/** A text of a page; the languages differ in the numbers inside it and in what templates wrote. */
export interface SnapshotText {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly text: Both<string>;
}

/** One page: one idea. */
export interface SnapshotPage {
  readonly id: string;
  readonly title: Both<string>;
  readonly pieces: readonly (SnapshotText | SnapshotFigure)[];
}

/** A file that the numbers come from; name and hash only where the person lets them be told. */
export interface SnapshotSource {
  readonly name: string | null;
  readonly sha256: string | null;
}

/** What the audit of a snapshot found. */
export interface Certificate {
  /** Linear statements that the snapshot makes, with those of earlier ones and of the rolls. */
  readonly statements: number;
  /** Counts that must not be found out. */
  readonly sensitive: number;
  /** Fewest possible values that any of them has for somebody who knows all that is told; null without any. */
  readonly narrowest: number | null;
  readonly numbers: number;
  /** Withheld by the rules themselves, and withheld so that those cannot be worked out. */
  readonly primary: number;
  readonly secondary: number;
  readonly rules: {
    readonly least: number;
    readonly leastAssessed: number;
    readonly width: number;
    readonly zeros: boolean;
  };
  /** SHA-256 of the worlds that witness it: they can be shown to an examiner without standing in the file. */
  readonly worlds: string;
  /** Hashes of the earlier snapshots that were reckoned with. */
  readonly earlier: readonly string[];
}

/** The newest form of a snapshot that this app writes and reads. */
export const snapshotVersion = 1;

/** A snapshot: everything that it may say, and nothing else. All formats are made of it. */
export interface SnapshotDocument {
  readonly format: 'dinamika-snapshot';
  readonly version: typeof snapshotVersion;
  readonly form: DraftForm;
  /** The language that it opens in. */
  readonly language: LanguageTag;
  readonly title: Both<string>;
  readonly school: string;
  readonly period: Both<string>;
  /** Day of the newest file that counts, and day on which it was frozen: «YYYY-MM-DD». */
  readonly dataDay: string;
  readonly madeOn: string;
  readonly programme: { readonly name: Both<string>; readonly sha256: string };
  readonly sources: readonly SnapshotSource[];
  readonly pages: readonly SnapshotPage[];
  readonly certificate: Certificate;
}
