/** The index of each id in a list of the programme. */
export const indexIds = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, index) => [id, index]));

/** The index of an id; null for no id or an unknown one. */
export const lookUp = (index: ReadonlyMap<string, number>, id: string | null): number | null =>
  id === null ? null : (index.get(id) ?? null);
