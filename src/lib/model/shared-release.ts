/** One number that everybody knows since a snapshot was shared: what it counts, in canonical JSON, and its value. */
export interface SharedStatement {
  readonly told: string;
  readonly value: number;
}

/** What left the school, a snapshot or one picture or table: what the next one must reckon with. */
export interface SharedRelease {
  /** Hash of its content (SHA-256, hex). */
  readonly id: string;
  /** Id of the draft of a snapshot; empty for what was never one. */
  readonly draft: string;
  /** Nothing for a snapshot. */
  readonly form?: 'picture' | 'table';
  readonly title: string;
  /** Files that were written of it: «html», «pptx» …, and «copy» for the clipboard. */
  readonly formats: readonly string[];
  readonly statements: readonly SharedStatement[];
}
