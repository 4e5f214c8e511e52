import { foldHeading } from './fields/heading.ts';
import type { FieldMatch } from './fields/match.ts';
import type { Recipe } from './recipe.ts';
import { remember } from './remember.ts';

/** The recipe of a like layout and how the table differs from what it was made for; headings as written. */
export interface NearRecipe {
  readonly fingerprint: string;
  readonly name: string | null;
  readonly inserted: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

const leastShare = 0.6;
const leastLikeness = 0.4;
const mostHeadings = 400;

const fold = remember(foldHeading);

/** Pairs of letters of a folded heading. */
const pairsOf = remember((text: string): ReadonlySet<string> => {
  const folded = ` ${fold(text)} `;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  return pairs;
}, 2000);

/** Sørensen–Dice coefficient of the pairs of letters of two headings, 0 to 1. */
function likeness(a: string, b: string): number {
  const own = pairsOf(a);
  const other = pairsOf(b);
  let shared = 0;
  for (const pair of own) if (other.has(pair)) shared += 1;
  return (2 * shared) / (own.size + other.size);
}

/** Headings that say something: columns without one are alike everywhere. */
const named = (headings: readonly string[]) => headings.filter((text) => fold(text) !== '');

interface Unmatched {
  readonly heading: string;
  /** Place among all headings of its side. */
  readonly place: number;
}

interface Parted {
  readonly removed: readonly Unmatched[];
  readonly inserted: readonly Unmatched[];
  readonly shared: number;
}

/** The headings of each side that the other has not, equal ones taken off one for one. */
function partHeadings(before: readonly string[], after: readonly string[]): Parted {
  const left = new Map<string, number[]>();
  for (const [place, heading] of after.entries()) {
    const key = fold(heading);
    left.set(key, [...(left.get(key) ?? []), place]);
  }
  const removed: Unmatched[] = [];
  for (const [place, heading] of before.entries()) {
    if (left.get(fold(heading))?.shift() === undefined) removed.push({ heading, place });
  }
  const inserted = [...left.values()]
    .flat()
    .sort((a, b) => a - b)
    .map((place): Unmatched => ({ heading: after[place] ?? '', place }));
  return { removed, inserted, shared: before.length - removed.length };
}

/** Pairs of a removed and an inserted heading that are one column renamed: alike in letters, or alone between the same neighbours. */
function pairRenamed(
  before: readonly string[],
  after: readonly string[],
  removed: readonly Unmatched[],
  inserted: readonly Unmatched[],
): readonly (readonly [Unmatched, Unmatched])[] {
  const neighbours = (list: readonly string[], place: number) =>
    [list[place - 1], list[place + 1]]
      .map((text) => (text === undefined ? '' : fold(text)))
      .join('\u0001');
  const offers = removed.flatMap((from) =>
    inserted.map((to) => {
      const between = neighbours(before, from.place) === neighbours(after, to.place);
      return {
        from,
        to,
        score: likeness(from.heading, to.heading) + (between ? leastLikeness : 0),
      };
    }),
  );
  const pairs: (readonly [Unmatched, Unmatched])[] = [];
  for (const { from, to, score } of offers.sort((a, b) => b.score - a.score)) {
    if (score < leastLikeness) break;
    if (!pairs.some(([known, other]) => known === from || other === to)) pairs.push([from, to]);
  }
  return pairs;
}

/** How a layout differs from what a recipe was made for. */
function differ(
  recipe: Recipe,
  before: readonly string[],
  after: readonly string[],
  { removed, inserted }: Parted,
): NearRecipe {
  const pairs = pairRenamed(before, after, removed, inserted);
  const left = (all: readonly Unmatched[], side: 0 | 1) =>
    all.filter((one) => !pairs.some((pair) => pair[side] === one)).map(({ heading }) => heading);
  return {
    fingerprint: recipe.fingerprint,
    name: recipe.name ?? null,
    removed: left(removed, 0),
    inserted: left(inserted, 1),
    renamed: pairs.map(([from, to]) => [from.heading, to.heading]),
  };
}

/** Whether a recipe holds anything that a person decided. */
function isDecided(recipe: Recipe): boolean {
  return (
    recipe.kind !== undefined ||
    recipe.layout !== undefined ||
    recipe.encoding !== undefined ||
    recipe.delimiter !== undefined ||
    recipe.name !== undefined ||
    Object.keys(recipe.fields).length > 0 ||
    Object.keys(recipe.own ?? {}).length > 0 ||
    (recipe.replacements?.length ?? 0) > 0
  );
}

/** The recipe of the layout that shares most headings with these, a form with columns inserted, removed or renamed, among those that tell something; null when none is like enough. */
export function findNearRecipe(
  recipes: readonly Recipe[],
  headings: readonly string[],
  isTelling: (recipe: Recipe, near: NearRecipe) => boolean = isDecided,
): NearRecipe | null {
  if (headings.length > mostHeadings) return null;
  const after = named(headings);
  let best: { near: NearRecipe; shared: number } | null = null;
  for (const recipe of recipes) {
    const before = named(recipe.headings ?? []);
    if (before.length > mostHeadings) continue;
    const parted = partHeadings(before, after);
    const share = parted.shared / Math.max(1, before.length, after.length);
    if (parted.shared < Math.max(2, best?.shared ?? 0) || share < leastShare) continue;
    const near = differ(recipe, before, after, parted);
    if (isTelling(recipe, near)) best = { near, shared: parted.shared };
  }
  return best?.near ?? null;
}

/** The near recipe that says more than the finder knows: something decided, or the field of a column that was renamed. */
export function nearRecipeOf(
  recipes: readonly Recipe[],
  headings: readonly string[],
  matches: readonly FieldMatch[],
): NearRecipe | null {
  return findNearRecipe(
    recipes,
    headings,
    (recipe, near) =>
      isDecided(recipe) ||
      near.renamed.some(([from, to]) => {
        const field = recipe.found?.[from] ?? null;
        return field !== null && !matches.some((one) => one.heading === to && one.field === field);
      }),
  );
}

/** A recipe made to fit a like layout: what it says of renamed columns is said of their new headings, the rest stays. */
export function adaptRecipe(
  recipe: Recipe,
  table: { readonly fingerprint: string; readonly headings: readonly string[] },
): Recipe {
  const before = named(recipe.headings ?? []);
  const after = named(table.headings);
  const near = differ(recipe, before, after, partHeadings(before, after));
  const renamed = new Map(near.renamed.map(([from, to]) => [fold(from), to]));
  const now = (heading: string) => renamed.get(fold(heading)) ?? heading;
  const moved = <T>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(of).map(([heading, value]) => [now(heading), value]));
  const found = moved(recipe.found ?? {});
  const learnt = Object.fromEntries(
    [...renamed.values()].flatMap((heading) => {
      const field = found[heading];
      return field === undefined || field === null ? [] : [[heading, field]];
    }),
  );
  const { layout, own, replacements } = recipe;
  const wider = near.inserted.length - near.removed.length;
  return {
    ...recipe,
    fingerprint: table.fingerprint,
    headings: table.headings,
    fields: { ...learnt, ...moved(recipe.fields) },
    found,
    ...(own === undefined ? {} : { own: moved(own) }),
    ...(replacements === undefined
      ? {}
      : { replacements: replacements.map((one) => ({ ...one, heading: now(one.heading) })) }),
    ...(layout?.columns === undefined
      ? {}
      : { layout: { ...layout, columns: [layout.columns[0], layout.columns[1] + wider] } }),
  };
}
