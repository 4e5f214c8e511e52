import type { Decision, Pair } from '#lib/ingest/decision.ts';
import type { Annotation } from '#lib/model/annotation.ts';
import type { StoredBoard } from '#lib/model/board.ts';
import type { StoredDraft } from '#lib/model/draft.ts';
import type { SetAsideRule } from '#lib/model/issue.ts';
import type { Programme } from '#lib/model/programme.ts';
import type { SharedRelease } from '#lib/model/shared-release.ts';
import type { RecordKind } from '#lib/ingest/record.ts';
import type { Recipe } from '#lib/ingest/recipe.ts';
import type { FileRepairs } from '#lib/ingest/repair.ts';

/** A file whose bytes are kept: its name and size, the hash of its content, and when it was last changed (ms). */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly modified: number;
}

/** Where the rows of a table went; read = accepted + quarantined + the sum of what was set aside. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly setAside: Readonly<Partial<Record<SetAsideRule, number>>>;
}

/** What one table of an accepted file gave. */
export interface ImportedTable {
  readonly sheet: string;
  readonly kind: RecordKind;
  readonly counts: RowCounts;
}

/** Records of a superseded import that go on counting, by their identities (see `identifyRecords`). */
export interface Keeping {
  readonly importId: string;
  readonly ids: readonly string[];
}

/** A file was accepted; it takes the place of the imports that it supersedes. */
export interface ImportEntry {
  readonly kind: 'import';
  readonly importId: string;
  readonly source: SourceFile;
  readonly tables: readonly ImportedTable[];
  readonly recipes: readonly Recipe[];
  readonly supersedes: readonly string[];
  /** What was mended in the file alone before it was accepted. */
  readonly repairs?: FileRepairs;
  /** Identities of its own records that were refused: they do not count. */
  readonly withheld?: readonly string[];
  /** Of the superseded imports, also of those superseded before, what still counts. */
  readonly keeps?: readonly Keeping[];
}

/** An import was taken back; its source and columns stay. */
export interface UndoEntry {
  readonly kind: 'undo';
  readonly importId: string;
}

/** An import that had been taken back counts again. */
export interface RedoEntry {
  readonly kind: 'redo';
  readonly importId: string;
}

/** The programme was changed to this one; null means the default. */
export interface ProgrammeEntry {
  readonly kind: 'programme';
  readonly programme: Programme | null;
}

/** Two things were said to be one or not; null takes the answer back. */
export interface DecisionEntry {
  readonly kind: 'decision';
  readonly decision: Pair;
  readonly answer: Decision['answer'] | null;
}

/** What is remembered about a layout was changed; null forgets it. */
export interface RecipeEntry {
  readonly kind: 'recipe';
  readonly fingerprint: string;
  readonly recipe: Recipe | null;
}

/** A board was saved under an id; null takes it away. */
export interface BoardEntry {
  readonly kind: 'board';
  readonly id: string;
  readonly board: StoredBoard | null;
}

/** A note or a target was pinned to pictures under an id; null takes it away. */
export interface AnnotationEntry {
  readonly kind: 'annotation';
  readonly id: string;
  readonly annotation: Annotation | null;
}

/** A snapshot that is being put together was saved under an id; null takes it away. */
export interface DraftEntry {
  readonly kind: 'draft';
  readonly id: string;
  readonly draft: StoredDraft | null;
}

/** A snapshot left the school. */
export interface ReleaseEntry {
  readonly kind: 'release';
  readonly release: SharedRelease;
}

/** A snapshot that had left was called back; what it told stays known. */
export interface WithdrawalEntry {
  readonly kind: 'withdrawal';
  readonly releaseId: string;
}

/** A backup was saved to a file, which holds everything up to this moment (ms). */
export interface BackupEntry {
  readonly kind: 'backup';
  readonly made: number;
}

/** One thing that happened. */
export type Entry =
  | ImportEntry
  | UndoEntry
  | RedoEntry
  | ProgrammeEntry
  | DecisionEntry
  | RecipeEntry
  | BoardEntry
  | AnnotationEntry
  | DraftEntry
  | ReleaseEntry
  | WithdrawalEntry
  | BackupEntry;

const looking: readonly Entry['kind'][] = [
  'board',
  'annotation',
  'draft',
  'release',
  'withdrawal',
  'backup',
];

/** Whether an entry can change what is counted; the others only say how it is looked at and what was shared. */
export function isCounting({ kind }: Entry): boolean {
  return !looking.includes(kind);
}

/** An entry as it stands in the journal: its place in order and its moment (ms). */
export type StoredEntry = Entry & { readonly seq: number; readonly at: number };
