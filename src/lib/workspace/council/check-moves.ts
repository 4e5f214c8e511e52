import type { PageChange } from '#lib/snapshot/compare/compare-snapshots.ts';

/**
 * The pages that were put elsewhere: all but the most that still follow one another as before, so that a page which came or
 * went moves no other. Among as many the earlier ones stay.
 */
export function movedPages(pages: readonly PageChange[]): ReadonlySet<PageChange> {
  const kept = pages.filter(({ before, after }) => before !== null && after !== null);
  /** For each page the most pages that follow one another and end with it. */
  const runs: PageChange[][] = [];
  for (const page of kept) {
    let best: PageChange[] = [];
    for (const run of runs) {
      const follows = (run.at(-1)?.before ?? 0) < (page.before ?? 0);
      if (follows && run.length > best.length) best = run;
    }
    runs.push([...best, page]);
  }
  const longest = new Set(runs.reduce((a, b) => (b.length > a.length ? b : a), []));
  return new Set(kept.filter((page) => !longest.has(page)));
}
