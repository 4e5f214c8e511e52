import { coversKey, isPartialKey } from '../../person-name.ts';
import { firstNameOf } from './first-names.ts';
import { isOneSlip, isRepeated, slipKeys } from './likeness.ts';
import type { Weighed } from './match.ts';
import { hashOn, hashText } from './sieve.ts';

const leastSlipped = 4;

/** Whether two words part a man's form from a woman's: «иванов», «иванова»; «евгений», «евгения». */
function isOtherSex(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === `${short}а` || long === `${short}я`) return true;
  if (short.length !== long.length || short.slice(0, -1) !== long.slice(0, -1)) return false;
  const ends = `${short.at(-1) ?? ''}${long.at(-1) ?? ''}`;
  return ends === 'йя' || ends === 'яй' || ends === 'йа' || ends === 'ай';
}

/** How two names under their keys are alike; null where they are not. */
export function compareNames(a: string, b: string): Weighed | null {
  if (a === b) return { code: 'name-same', params: { name: a }, weight: 3 };
  const [partial, whole] = isPartialKey(a) ? [a, b] : [b, a];
  if (isPartialKey(partial)) {
    if (isPartialKey(whole) || !coversKey(partial, whole)) return null;
    const spoken = partial.includes(' ') ? 'name-initial' : 'name-part';
    return {
      code: spoken,
      params: { short: partial, full: whole },
      weight: spoken === 'name-initial' ? 1 : -0.5,
    };
  }
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return null;
  for (const word of [...left]) {
    const place = right.indexOf(word);
    if (place < 0) continue;
    right.splice(place, 1);
    left.splice(left.indexOf(word), 1);
  }
  const [one] = left;
  const [other] = right;
  if (left.length !== 1 || one === undefined || other === undefined) return null;
  const [known, knownOther] = [firstNameOf(one), firstNameOf(other)];
  const params = { from: one, to: other };
  if (known !== null && known === knownOther) return { code: 'name-variant', params, weight: 2.5 };
  if (Math.min(one.length, other.length) < leastSlipped || !isOneSlip(one, other)) return null;
  if (isOtherSex(one, other)) return null;
  if (known !== null && knownOther !== null) return { code: 'name-other', params, weight: -1 };
  return { code: 'name-one-letter', params, weight: 2 };
}

/** Keys under which full names that are alike meet: the name, each word but for a slip, each first name in all its forms. */
export function nameKeys(key: string): string[] {
  const words = key.split(' ');
  const keys = [`=${key}`];
  for (const [place, word] of words.entries()) {
    const around = words.toSpliced(place, 1).join(' ');
    for (const slip of slipKeys(word)) keys.push(`s:${around}|${slip}`);
    const known = firstNameOf(word);
    if (known !== null) keys.push(`v:${around}|${known}`);
  }
  return keys;
}

const [same, slipped, varied] = [hashText('='), hashText('s:'), hashText('v:')];
const bar = '|'.charCodeAt(0);

/** The hashes of the `nameKeys` of a name, without making the keys. */
export function eachNameHash(key: string, visit: (hash: number) => void): void {
  visit(hashText(key, same));
  for (let from = 0; from <= key.length;) {
    const space = key.indexOf(' ', from);
    const to = space < 0 ? key.length : space;
    const around = hashOn(hashAround(key, from, to, slipped), bar);
    for (let left = from - 1; left < to; left += 1) {
      if (left > from && isRepeated(key, left)) continue;
      let slip = around;
      for (let at = from; at < to; at += 1)
        if (at !== left) slip = hashOn(slip, key.charCodeAt(at));
      visit(slip);
    }
    const known = firstNameOf(key.slice(from, to));
    if (known !== null)
      visit(hashText(String(known), hashOn(hashAround(key, from, to, varied), bar)));
    from = to + 1;
  }
}

/** The hash of a name's words but for the one between two places. */
function hashAround(key: string, from: number, to: number, start: number): number {
  const isLast = to === key.length;
  let hash = start;
  for (let at = 0; at < (isLast ? from - 1 : from); at += 1)
    hash = hashOn(hash, key.charCodeAt(at));
  for (let at = to + 1; at < key.length; at += 1) hash = hashOn(hash, key.charCodeAt(at));
  return hash;
}

/** Keys under which names known by less than the full ones meet full ones. */
export function initialKeys(key: string): string[] {
  const words = key.split(' ');
  if (isPartialKey(key)) {
    const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const initial = words.find((word) => word.length === 1) ?? '';
    return [`${longest}|${initial}`];
  }
  return words.flatMap((word, place) => [
    `${word}|`,
    ...words.toSpliced(place, 1).map((other) => `${word}|${other.charAt(0)}`),
  ]);
}
