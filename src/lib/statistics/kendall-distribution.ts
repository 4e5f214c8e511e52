/** How many values there are, and how many of them share a value, for each value that occurs more than once. */
export interface RankedSample {
  readonly n: number;
  readonly ties: readonly number[];
}

/**
 * Exact two-sided p value of Kendall's S: the share of all orders of `n` values, of which `ties` share a value, whose S is
 * at least as far from 0. The inversions of a multiset are counted by the Gaussian multinomial coefficient. Meant for
 * n ≤ 10, where the counts are exact whole numbers. Kendall 1975, Rank Correlation Methods, ch. 5; MacMahon 1915,
 * Combinatory Analysis I.
 */
export function exactKendallP(n: number, s: number, ties: readonly number[]): number {
  return exactSeasonalP([{ n, ties }], s);
}

/**
 * The same of the sum of S over seasons, each of which is in any order independently of the others.
 * Hirsch, Slack & Smith 1982, Water Resour Res 18:107–121.
 */
export function exactSeasonalP(seasons: readonly RankedSample[], s: number): number {
  const shares = seasons.map(sharesByInversions).reduce(convolve, [1]);
  const inversions = (shares.length - 1 - Math.abs(s)) / 2;
  const tail = shares.slice(0, inversions + 1).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * tail);
}

function sharesByInversions({ n, ties }: RankedSample): number[] {
  const counts = ordersByInversions(n, ties);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
  const product = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((share, i) => {
    other.forEach((own, j) => {
      product[i + j] = (product[i + j] ?? 0) + share * own;
    });
  });
  return product;
}

function ordersByInversions(n: number, ties: readonly number[]): number[] {
  let counts = [1];
  for (let size = 2; size <= n; size += 1) {
    counts = convolve(counts, new Array<number>(size).fill(1));
  }
  for (const tie of ties) {
    for (let size = 2; size <= tie; size += 1) counts = byGeometric(counts, size);
  }
  return counts;
}

/** The polynomial that times 1 + q + … + q^(size − 1) is this one. */
function byGeometric(counts: readonly number[], size: number): number[] {
  const quotient: number[] = [];
  for (let power = 0; power < counts.length - size + 1; power += 1) {
    const step = (counts[power] ?? 0) - (counts[power - 1] ?? 0);
    quotient.push(step + (quotient[power - size] ?? 0));
  }
  return quotient;
}
