/** Names up to so many letters stay as they are. */
const short = 26;

function sharedWords(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/**
 * Names without the words with which they and another begin alike, so that what is left of a long one tells it apart:
 * «Муниципальное учреждение Дом творчества» → «Дом творчества». Short names, and those of which nothing would be left, stay whole.
 */
export function shortNames(names: readonly string[]): string[] {
  const split = names.map((name) => name.split(' '));
  return names.map((name, index) => {
    const own = split[index] ?? [];
    if (name.length <= short) return name;
    const shared = Math.max(
      0,
      ...split.map((other, at) => (at === index ? 0 : sharedWords(own, other))),
    );
    return shared === 0 || shared >= own.length ? name : own.slice(shared).join(' ');
  });
}
