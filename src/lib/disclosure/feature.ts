/**
 * What a pupil adds to a count, read off the kinds of its deeds (each as often as it was done):
 * `met` is 1 where at least `least` of the sets were met `often` times or more, and else 0;
 * `sets` is how many of the sets were met; `sum` adds the weights up; a square is the square of the other.
 */
export type Feature =
  | {
      readonly kind: 'met';
      readonly least: number;
      readonly often: number;
      readonly of: readonly ReadonlySet<number>[];
    }
  | { readonly kind: 'sets'; readonly of: readonly ReadonlySet<number>[] }
  | { readonly kind: 'sum'; readonly weights: ReadonlyMap<number, number> }
  | { readonly kind: 'square'; readonly root: number };

/** The deeds of a pupil as kinds, each as often as it was done. */
export type Deeds = readonly number[];

function setsMet(of: readonly ReadonlySet<number>[], often: number, deeds: Deeds): number {
  let met = 0;
  for (const kinds of of) {
    let found = 0;
    for (const deed of deeds) {
      if (kinds.has(deed) && (found += 1) === often) break;
    }
    if (found >= often) met += 1;
  }
  return met;
}

/** What a pupil with these deeds adds to a feature of a list, as a whole number. */
export function valueOf(features: readonly Feature[], number: number, deeds: Deeds): number {
  const feature = features[number];
  switch (feature?.kind) {
    case 'met':
      return Number(setsMet(feature.of, feature.often, deeds) >= feature.least);
    case 'sets':
      return setsMet(feature.of, 1, deeds);
    case 'sum':
      return deeds.reduce((sum, deed) => sum + (feature.weights.get(deed) ?? 0), 0);
    case 'square':
      return valueOf(features, feature.root, deeds) ** 2;
    case undefined:
      throw new RangeError('There is no such feature');
  }
}

/** The kinds of deeds that a feature of a list reads. */
export function kindsOf(features: readonly Feature[], number: number): ReadonlySet<number> {
  const feature = features[number];
  switch (feature?.kind) {
    case 'met':
    case 'sets':
      return new Set(feature.of.flatMap((kinds) => [...kinds]));
    case 'sum':
      return new Set(feature.weights.keys());
    case 'square':
      return kindsOf(features, feature.root);
    case undefined:
      throw new RangeError('There is no such feature');
  }
}

function isPartOf(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  if (part.size > whole.size) return false;
  for (const one of part) if (!whole.has(one)) return false;
  return true;
}

/** Whether everybody knows that pupils of the first feature are among those of the second; both are of the kind `met`. */
export function isWithin(features: readonly Feature[], part: number, whole: number): boolean {
  const [inner, outer] = [features[part], features[whole]];
  if (inner?.kind !== 'met' || outer?.kind !== 'met' || part === whole) return false;
  if (outer.least > 1 || outer.often > 1) {
    const isAlike =
      inner.of.length === outer.of.length &&
      inner.of.every((kinds, at) => isPartOf(kinds, outer.of[at] ?? new Set()));
    return isAlike && inner.least >= outer.least && inner.often >= outer.often;
  }
  const all = kindsOf(features, whole);
  return inner.least === inner.of.length
    ? inner.of.some((kinds) => isPartOf(kinds, all))
    : isPartOf(kindsOf(features, part), all);
}
