declare const inSchool: unique symbol;

/** Something whose numbers nobody audited: no writer of what may leave the school takes it. */
export type InSchool<T> = T & { readonly [inSchool]: true };

/** Marks something for work inside the school, because a person asked for it without protection. */
export function forSchool<T>(content: T): InSchool<T> {
  return content as InSchool<T>;
}
