/**
 * Something in the journal that is not as it was written: an entry (with what it still says of itself: its kind, its
 * moment in ms, the name of its file), entries that are missing between two others (or, with `before` null, at the end),
 * the mark of the journal's end, the bytes of a source, or the columns of an import. Columns are `mended` when they were made
 * again from their source; else the import does not count.
 */
export type Damage =
  | {
      readonly what: 'entry';
      readonly seq: number;
      readonly kind: string | null;
      readonly at: number | null;
      readonly name: string | null;
    }
  | { readonly what: 'gap'; readonly after: number; readonly before: number | null }
  | { readonly what: 'end' }
  | { readonly what: 'source'; readonly sha256: string }
  | { readonly what: 'columns'; readonly importId: string; readonly mended: boolean };
