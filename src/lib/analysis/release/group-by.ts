/** Things by a key, in the order in which the keys are met. */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const own = found.get(key);
    if (own) own.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}
