/** What the cells of a column hold, judged by their values. */
export type Content =
  | 'person'
  | 'name-part'
  | 'class'
  | 'grade'
  | 'date'
  | 'timestamp'
  | 'number'
  | 'count'
  | 'ordinal'
  | 'percent'
  | 'sex'
  | 'level'
  | 'result'
  | 'role'
  | 'direction'
  | 'block'
  | 'mode'
  | 'wave'
  | 'term'
  | 'year'
  | 'agreement'
  | 'email'
  | 'phone'
  | 'identifier'
  | 'account'
  | 'code'
  | 'link'
  | 'yes-no'
  | 'text';

/** One field that a column can be: headings that name it and what its cells hold. */
export interface Field {
  /** Headings in use, most usual first; matched after folding. */
  readonly names: readonly string[];
  /** What the cells may hold; empty when anything goes. */
  readonly holds: readonly Content[];
  /** A personal identifier that no record needs: recognised and left out. */
  readonly personal?: true;
  /** Several columns of one table may be this field. */
  readonly repeatable?: true;
}
