const collator = new Intl.Collator('ru', { numeric: true });

/** Rank of each name by Russian collation; equal names keep their order. */
export function rankNames(names: readonly string[]): number[] {
  const order = names
    .map((_name, index) => index)
    .sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? '') || a - b);
  const ranks = new Array<number>(names.length);
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  return ranks;
}
