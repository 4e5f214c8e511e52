import type { SetAsideRule } from '#lib/model/issue.ts';
import type { Table } from '#lib/model/table.ts';
import type { Context } from '../context.ts';
import type { FieldId } from '../fields/catalogue.ts';
import type { FieldMatch, Holdings } from '../fields/match.ts';
import type { Lexicon } from '../lexicon.ts';
import type { AnyRecord } from '../record.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { RowReader } from './row-reader.ts';

/** Everything known of a table before its rows are read. */
export interface TablePlan {
  readonly table: Table;
  readonly matches: readonly FieldMatch[];
  readonly holdings: Holdings;
  /** What each column's heading says beyond its field: a term, a class, a level, a wave, a kind of count. */
  readonly meanings: readonly ColumnMeaning[];
  readonly fields: ReadonlySet<FieldId>;
  readonly context: Context;
  /** Folded title, sheet name and file name. */
  readonly words: string;
  readonly lexicon: Lexicon;
}

/** What one row became: its records, or the named rule that sets it aside; errors are in the reader's issues. */
export type RowOutcome = readonly AnyRecord[] | SetAsideRule;

/** One kind of record: how a table of it is told and how its rows are read. */
export interface Kind {
  /** Fields that a table of this kind uses; they win ties when columns are matched. */
  readonly fields: readonly FieldId[];
  /** How sure a table is of this kind: 0 cannot be, 1 certainly is. */
  score(plan: TablePlan): number;
  /** Groups of fields of which one must be there, as far as the context does not supply them; the missing groups. */
  missing(plan: TablePlan): readonly (readonly FieldId[])[];
  /** Columns that the kind reads though no field of the catalogue names them, with what they are to it. */
  claims?(plan: TablePlan): ReadonlyMap<number, FieldId>;
  /** Prepares the reading of a table and gives the reader of one row. */
  open(plan: TablePlan): (row: RowReader) => RowOutcome;
}
