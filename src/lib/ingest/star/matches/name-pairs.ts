import { isPartialKey } from '../../person-name.ts';
import { Blocking } from './likeness.ts';
import { eachNameHash, initialKeys, nameKeys } from './name-likeness.ts';
import { Sieve } from './sieve.ts';

const keysOfName = 30;
const mostOfInitials = 200;

/**
 * Pairs of names, by number and the lesser first, that meet under a key and pass. A pair without a fresh name never passes,
 * so that names which no fresh one is like cost next to nothing.
 */
export function pairNames(
  names: readonly string[],
  isFresh: (name: number) => boolean,
  passes: (a: number, b: number) => boolean,
): [number, number][] {
  const fresh = names.map((_name, index) => isFresh(index));
  if (!fresh.includes(true)) return [];
  const isPartial = names.map(isPartialKey);
  return [
    ...blockFull(names, isPartial, fresh).pairs(passes),
    ...blockInitials(names, isPartial).pairs(
      (a, b) => isPartial[a] !== isPartial[b] && passes(a, b),
    ),
  ];
}

/** Full names under those keys that a fresh one shares with another: nearly all keys have one holder. */
function blockFull(
  names: readonly string[],
  isPartial: readonly boolean[],
  fresh: readonly boolean[],
): Blocking {
  const sieve = new Sieve(fresh.filter(Boolean).length * keysOfName);
  const hold = sieve.hold.bind(sieve);
  const meet = sieve.meet.bind(sieve);
  for (const [index, name] of names.entries())
    if (fresh[index] && !isPartial[index]) eachNameHash(name, hold);
  for (const [index, name] of names.entries())
    if (!fresh[index] && !isPartial[index]) eachNameHash(name, meet);
  const blocking = new Blocking();
  if (!sieve.anyShared) return blocking;
  const shared: number[] = [];
  let place = 0;
  const note = (hash: number) => {
    if (sieve.isShared(hash)) shared.push(place);
    place += 1;
  };
  for (const [index, name] of names.entries()) {
    if (isPartial[index]) continue;
    shared.length = 0;
    place = 0;
    eachNameHash(name, note);
    if (shared.length === 0) continue;
    const keys = nameKeys(name);
    for (const at of shared) blocking.put(keys[at] ?? '', index);
  }
  return blocking;
}

/** All names under the keys of those known by less than the full one. */
function blockInitials(names: readonly string[], isPartial: readonly boolean[]): Blocking {
  const blocking = new Blocking(mostOfInitials);
  if (!isPartial.includes(true)) return blocking;
  for (const [index, name] of names.entries())
    if (isPartial[index]) for (const key of initialKeys(name)) blocking.put(key, index);
  for (const [index, name] of names.entries())
    if (!isPartial[index]) for (const key of initialKeys(name)) blocking.join(key, index);
  return blocking;
}
