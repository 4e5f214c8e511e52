/** Names up to so many letters stay as they are. */
const short = 26;

/** So many names must begin alike before what they share goes without saying. */
const family = 3;

/** Whether as many quotation marks open as close. */
function isBalanced(words: readonly string[]): boolean {
  const text = words.join(' ');
  return text.split('«').length === text.split('»').length;
}

/** Whether what is left of a name can stand alone: «развития «Горизонт»» wants the word before it. */
function isName(rest: string): boolean {
  return /^[^\p{L}]|^\p{Lu}/u.test(rest);
}

/**
 * Names without the words with which they and several others begin, so that what is left of a long one tells it apart:
 * «Муниципальное учреждение Дом творчества» → «Дом творчества». Short names stay whole, quotations are never cut.
 */
export function shortNames(names: readonly string[]): string[] {
  const split = names.map((name) => name.split(' '));
  const needed = Math.min(family, names.length);
  const beginnings = new Map<string, number>();
  for (const words of split) {
    for (let count = 1; count < words.length; count += 1) {
      const beginning = words.slice(0, count).join(' ');
      beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + 1);
    }
  }
  return names.map((name, index) => {
    const words = split[index] ?? [];
    if (name.length <= short) return name;
    for (let count = words.length - 1; count > 0; count -= 1) {
      const beginning = words.slice(0, count);
      const shared = beginnings.get(beginning.join(' ')) ?? 0;
      const rest = words.slice(count).join(' ');
      if (shared >= needed && shared > 1 && isBalanced(beginning) && isName(rest)) return rest;
    }
    return name;
  });
}
