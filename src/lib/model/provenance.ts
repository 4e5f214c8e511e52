/** Where a record comes from: which import, which sheet of its file, which row and, for wide tables, which column; 0-based. */
export interface Provenance {
  readonly importId: string;
  readonly sheet: number;
  readonly row: number;
  readonly column: number | null;
}
