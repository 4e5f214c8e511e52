/** One file to be read: the members of a parcel before `from` are passed over. */
export interface Task {
  readonly path: string;
  readonly withRows: boolean;
  readonly from: number;
}

/** What the reading process tells: each object begins, comes in pieces of JSON and ends; then the task is done. */
export type Report =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'begin';
      readonly file: string;
      readonly size: number;
      readonly sha256: string | null;
      /** Whether the task has no further object after this one. */
      readonly isLast: boolean;
    }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  /** Something broke in the program while the present object was made. */
  | { readonly kind: 'failed'; readonly cause: string }
  /** `isTired`: the process has grown large and should be replaced by a fresh one. */
  | { readonly kind: 'done'; readonly isTired: boolean };
