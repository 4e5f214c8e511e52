interface Cluster {
  members: number[];
  sum: number;
  size: number;
}

/**
 * Centres for labels of given sizes along a line so that none overlap and all lie between `start` and `end`, moved
 * as little as possible in the least-squares sense (pool adjacent violators). Returned in the order of the wishes.
 * Where they do not all fit they are packed from `start`.
 */
export function spread(
  wishes: readonly number[],
  sizes: readonly number[],
  start: number,
  end: number,
): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
  const offsets: number[] = [];
  let filled = 0;
  for (const i of order) {
    const size = sizes[i] ?? 0;
    offsets[i] = filled + size / 2;
    filled += size;
  }
  const clusters: Cluster[] = [];
  for (const i of order) {
    let last: Cluster = { members: [i], sum: (wishes[i] ?? 0) - (offsets[i] ?? 0), size: 1 };
    for (;;) {
      const previous = clusters.at(-1);
      if (!previous || previous.sum / previous.size <= last.sum / last.size) break;
      clusters.pop();
      last = {
        members: [...previous.members, ...last.members],
        sum: previous.sum + last.sum,
        size: previous.size + last.size,
      };
    }
    clusters.push(last);
  }
  const places: number[] = [];
  for (const cluster of clusters) {
    const base = Math.max(start, Math.min(end - filled, cluster.sum / cluster.size));
    for (const i of cluster.members) places[i] = base + (offsets[i] ?? 0);
  }
  return places;
}
